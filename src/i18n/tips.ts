import { messages } from './messages.ts'

/** `soi tip`. */
export const tipMessages = messages({
  en: {
    about:
      'tips: reports from the public and from hotlines, on sellers; those on officers are seen in the console, by auditors alone',
    addAbout: 'take one tip in; its text is read from standard input with -',
    listAbout: 'list tips on sellers, those due first',
    showAbout: 'one tip on a seller, with its history',
    importAbout:
      'take the tips of a file in: CSV, JSON, JSON lines, or a saved e-mail (.eml); what is there already is left',
    checkAbout: 'one-off check of the address of a tip; what is seen is linked to it',
    text: 'what was told, or - for standard input',
    number: 'number of the tip',
    file: 'the file: .csv, .json, .jsonl, .eml',
    kind: 'seller, or official-conduct: seen by auditors alone',
    channel: 'how it came: hotline, email, form, file',
    url: 'address it is about',
    seller: 'seller or shop',
    phone: 'telephone of the seller',
    officer: 'which officer it is about',
    name: 'name of the tipster; erased some time after the tip is closed',
    contact: 'how to reach the tipster; erased with the name',
    overdue: 'only those that are overdue',
    all: 'closed ones too',
    json: 'JSON to standard output',
    allowPrivate: 'let the check visit private and loopback addresses',
    added: (number: number | null, reference: string) =>
      `${number === null ? 'Taken in for the auditors.' : `Taken in as tip ${number}.`} Reference code for the tipster, shown this once: ${reference}`,
    merged: (into: number, because: string) => `The same as tip ${into} (${because}); merged into it.`,
    imported: (n: number, merged: number, known: number) =>
      `${n} taken in, of which ${merged} the same as an open one; ${known} were there already.`,
    none: 'There is no such tip.',
    noTip: (number: string) => `there is no tip ${number}; "soi tip list" shows those there are`,
    noUrl: (number: number) => `tip ${number} has no address to check`,
    line: (title: string, status: string, due: string, late: boolean, who: string | null) =>
      `${title}  [${status}] due ${due}${late ? ' OVERDUE' : ''}${who === null ? '' : ` · ${who}`}`,
    checking: (url: string) => `Checking ${url}`,
    checked: (sweep: number, seen: number, flagged: number) =>
      `Run ${sweep}: ${seen} sightings linked to the tip, ${flagged} of them flagged`,
  },
  vi: {
    about:
      'phản ánh của người dân và đường dây nóng về người bán; phản ánh về cán bộ chỉ thanh tra nội bộ xem, trong bàn làm việc',
    addAbout: 'tiếp nhận một phản ánh; dùng - để đọc nội dung từ đầu vào chuẩn',
    listAbout: 'liệt kê phản ánh về người bán, đến hạn trước đứng trước',
    showAbout: 'một phản ánh về người bán, kèm lịch sử',
    importAbout:
      'tiếp nhận phản ánh từ tệp: CSV, JSON, JSON từng dòng, hoặc thư đã lưu (.eml); những gì đã có thì bỏ qua',
    checkAbout: 'kiểm tra một lần đường dẫn của phản ánh; những gì thấy được liên kết vào đó',
    text: 'nội dung phản ánh, hoặc - để đọc từ đầu vào chuẩn',
    number: 'số của phản ánh',
    file: 'tệp: .csv, .json, .jsonl, .eml',
    kind: 'seller (người bán), hoặc official-conduct (cán bộ): chỉ thanh tra nội bộ xem',
    channel: 'nhận qua: hotline, email, form, file',
    url: 'đường dẫn liên quan',
    seller: 'người bán hoặc gian hàng',
    phone: 'điện thoại người bán',
    officer: 'phản ánh về cán bộ nào',
    name: 'tên người phản ánh; bị xóa một thời gian sau khi đóng',
    contact: 'liên hệ của người phản ánh; bị xóa cùng với tên',
    overdue: 'chỉ những phản ánh quá hạn',
    all: 'cả những phản ánh đã đóng',
    json: 'JSON ra đầu ra chuẩn',
    allowPrivate: 'cho phép kiểm tra địa chỉ nội bộ và loopback',
    added: (number: number | null, reference: string) =>
      `${number === null ? 'Đã chuyển cho thanh tra nội bộ.' : `Đã tiếp nhận, phản ánh số ${number}.`} Mã tra cứu cho người phản ánh, chỉ hiện một lần này: ${reference}`,
    merged: (into: number, because: string) => `Trùng với phản ánh ${into} (${because}); đã gộp vào đó.`,
    imported: (n: number, merged: number, known: number) =>
      `Đã tiếp nhận ${n}, trong đó ${merged} trùng với phản ánh đang mở; ${known} đã có từ trước.`,
    none: 'Không có phản ánh nào như vậy.',
    noTip: (number: string) => `không có phản ánh ${number}; "soi tip list" cho xem các phản ánh`,
    noUrl: (number: number) => `phản ánh ${number} không có đường dẫn để kiểm tra`,
    line: (title: string, status: string, due: string, late: boolean, who: string | null) =>
      `${title}  [${status}] hạn ${due}${late ? ' QUÁ HẠN' : ''}${who === null ? '' : ` · ${who}`}`,
    checking: (url: string) => `Đang kiểm tra ${url}`,
    checked: (sweep: number, seen: number, flagged: number) =>
      `Lượt ${sweep}: ${seen} lần ghi nhận được liên kết vào phản ánh, ${flagged} có dấu hiệu`,
  },
})
