import { messages } from './messages.ts'

export const cliMessages = messages({
  en: {
    about:
      'Soi: listing surveillance for public authorities. Collects listings, scores them with explainable rules, keeps evidence.',
    home: 'run home: evidence store, blobs, keys, logs (default: SOI_HOME, else data/run)',
    lang: 'language of what is printed',
    logLevel: 'what is logged on the terminal: trace, debug, info, warn, error, silent',
    sites: 'one more folder of site files, beside crawlers/ (repeatable)',
    rules:
      'folder of rules, alone (default: the rules that come with Soi, each replaced by the file of the same path in <home>/rules)',
    colour: 'no colours',
    version: 'print the version',
    help: 'show help',
    defect: 'This is a defect in Soi. Please report it with the log file:',
    interrupted: 'Interrupted. Everything recorded so far is kept; run the same command again to go on.',
    stopping: 'Stopping: finishing what is being recorded (Ctrl-C again stops at once) …',
    diskFull: 'The disk is full. Nothing recorded so far is lost; free some space and run the same command again.',
    badLogLevel: (level: string) => `unknown log level ${level}: use trace, debug, info, warn, error or silent`,
    badLang: (lang: string) => `unknown language ${lang}: use vi or en`,
  },
  vi: {
    about:
      'Soi: giám sát tin rao bán cho cơ quan nhà nước. Thu thập tin rao, chấm điểm bằng quy tắc giải thích được, lưu giữ chứng cứ.',
    home: 'thư mục làm việc: kho chứng cứ, tệp, khóa ký, nhật ký (mặc định: SOI_HOME, nếu không thì data/run)',
    lang: 'ngôn ngữ hiển thị',
    logLevel: 'mức ghi nhật ký ra màn hình: trace, debug, info, warn, error, silent',
    sites: 'thêm một thư mục tệp mô tả trang, ngoài crawlers/ (dùng được nhiều lần)',
    rules:
      'chỉ dùng thư mục quy tắc này (mặc định: quy tắc đi kèm Soi, tệp cùng đường dẫn trong <home>/rules thay cho tệp gốc)',
    colour: 'không tô màu',
    version: 'in phiên bản',
    help: 'xem trợ giúp',
    defect: 'Đây là lỗi của Soi. Vui lòng báo lại kèm tệp nhật ký:',
    interrupted: 'Đã dừng. Những gì đã ghi vẫn được giữ; chạy lại đúng lệnh này để làm tiếp.',
    stopping: 'Đang dừng: hoàn tất phần đang ghi (nhấn Ctrl-C lần nữa để dừng ngay) …',
    diskFull: 'Ổ đĩa đã đầy. Những gì đã ghi không bị mất; hãy giải phóng dung lượng rồi chạy lại đúng lệnh này.',
    badLogLevel: (level: string) =>
      `mức nhật ký không hợp lệ: ${level}; dùng trace, debug, info, warn, error hoặc silent`,
    badLang: (lang: string) => `ngôn ngữ không hợp lệ: ${lang}; dùng vi hoặc en`,
  },
})
