import { messages } from './messages.ts'

/** What `soi rules effect` prints. */
export const effectMessages = messages({
  en: {
    about: 'what a rule file would do to the listings seen last, before it is put among the rules; writes nothing',
    file: 'the file as it would stand: <family>/<id>.yaml, or a word list of the same name',
    last: 'on how many listings (1000)',
    badLast: (most: number) => `--last is a whole number from 1 to ${most}`,
    noFile: (file: string) => `${file} cannot be read`,
    head: (path: string, listings: number) => `rules/${path} on the last ${listings} listings:`,
    sum: (flag: number, unflag: number) => `would flag ${flag} more, unflag ${unflag}`,
    flagged: (before: number, after: number) => `flagged: ${before} now, ${after} then`,
    rest: (band: number, score: number) => `another band: ${band}; another score only: ${score}`,
    flag: 'Flagged then',
    unflag: 'No longer flagged',
    more: (n: number) => `  and ${n} more`,
  },
  vi: {
    about: 'tệp quy tắc sẽ thay đổi gì ở các tin đã thấy gần nhất, trước khi đưa vào bộ quy tắc; không ghi gì',
    file: 'tệp như sẽ dùng: <nhóm>/<id>.yaml, hoặc danh sách từ cùng tên',
    last: 'trên bao nhiêu tin (1000)',
    badLast: (most: number) => `--last là số nguyên từ 1 đến ${most}`,
    noFile: (file: string) => `không đọc được ${file}`,
    head: (path: string, listings: number) => `rules/${path} trên ${listings} tin gần nhất:`,
    sum: (flag: number, unflag: number) => `sẽ đánh dấu thêm ${flag} tin, bỏ đánh dấu ${unflag} tin`,
    flagged: (before: number, after: number) => `tin bị đánh dấu: nay ${before}, khi đó ${after}`,
    rest: (band: number, score: number) => `đổi mức: ${band}; chỉ đổi điểm: ${score}`,
    flag: 'Sẽ bị đánh dấu',
    unflag: 'Không còn bị đánh dấu',
    more: (n: number) => `  và ${n} tin nữa`,
  },
})
