import type { FindingKind } from '../rules/overview.ts'
import { messages } from './messages.ts'

type Say = (subject: string, detail: string) => string
interface Review {
  readonly finding: Readonly<Record<FindingKind, Say>>
  readonly error: string
  readonly warning: string
  readonly reviewed: (errors: number, warnings: number) => string
}

/** What `soi rules validate` says of each finding. */
export const reviewMessages = messages<Review>({
  en: {
    error: 'error',
    warning: 'warning',
    reviewed: (errors, warnings) => `${errors} errors, ${warnings} warnings`,
    finding: {
      'title-twice': (subject, detail) => `${subject} is also the title of ${detail}`,
      unfilled: (subject) => `${subject} still has ‹…› to fill in`,
      untranslated: (subject, detail) => `${subject} is not in Vietnamese: ${detail}`,
      'law-without-successor': (subject, detail) => `${subject} ended on ${detail} and names no successor`,
      'law-unknown-successor': (subject, detail) => `${subject} is followed by ${detail}, which is not in the list`,
      'no-law-today': (subject, detail) => `no reference of ${subject} is in force on ${detail}`,
      'law-unsure': (subject) => `every reference of ${subject} in force is of low confidence`,
      'law-unused': (subject) => `no rule cites ${subject}`,
      'list-unused': (subject) => `no rule and no list uses ${subject}`,
      'list-unsorted': (subject, detail) => `${subject} is out of alphabetical order at “${detail}”`,
      'word-twice-in-list': (subject, detail) => `${subject} holds in two spellings of one form: ${detail}`,
      'word-twice-in-rule': (subject, detail) => `in both ${subject}: ${detail}`,
      'word-in-two-rules': (subject, detail) => `also makes ${subject} fire, in the same category: ${detail}`,
      'never-alone': (subject, detail) =>
        `on every example of ${subject} a stronger rule of its group fires too: ${detail}`,
      'example-repeats': (subject, detail) => `${subject} fires on the same words as ${detail}`,
      'example-says-nothing': (subject) => `${subject} holds no word of the rule: it would be quiet in any case`,
      'example-not-hidden': (subject) => `${subject} hides no word of the rule`,
    },
  },
  vi: {
    error: 'lỗi',
    warning: 'lưu ý',
    reviewed: (errors, warnings) => `${errors} lỗi, ${warnings} lưu ý`,
    finding: {
      'title-twice': (subject, detail) => `${subject} trùng tiêu đề của ${detail}`,
      unfilled: (subject) => `${subject} còn chỗ ‹…› chưa điền`,
      untranslated: (subject, detail) => `${subject} chưa có tiếng Việt: ${detail}`,
      'law-without-successor': (subject, detail) =>
        `${subject} hết hiệu lực ngày ${detail} mà không ghi văn bản thay thế`,
      'law-unknown-successor': (subject, detail) => `${subject} được thay bằng ${detail}, nhưng danh mục không có`,
      'no-law-today': (subject, detail) => `không căn cứ nào của ${subject} còn hiệu lực ngày ${detail}`,
      'law-unsure': (subject) => `mọi căn cứ còn hiệu lực của ${subject} đều có độ tin cậy thấp`,
      'law-unused': (subject) => `không quy tắc nào viện dẫn ${subject}`,
      'list-unused': (subject) => `không quy tắc hay danh sách nào dùng ${subject}`,
      'list-unsorted': (subject, detail) => `${subject} chưa xếp đúng thứ tự ở “${detail}”`,
      'word-twice-in-list': (subject, detail) => `${subject} có hai cách viết của cùng một từ: ${detail}`,
      'word-twice-in-rule': (subject, detail) => `có trong cả hai ${subject}: ${detail}`,
      'word-in-two-rules': (subject, detail) => `cũng làm ${subject} bắt, trong cùng nhóm vi phạm: ${detail}`,
      'never-alone': (subject, detail) =>
        `ở mọi ví dụ của ${subject}, một quy tắc mạnh hơn cùng nhóm bằng chứng cũng bắt: ${detail}`,
      'example-repeats': (subject, detail) => `${subject} bắt đúng những từ như ${detail}`,
      'example-says-nothing': (subject) => `${subject} không có từ nào của quy tắc: đằng nào cũng im lặng`,
      'example-not-hidden': (subject) => `${subject} không giấu từ nào của quy tắc`,
    },
  },
})
