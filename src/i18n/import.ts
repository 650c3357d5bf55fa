import { messages } from './messages.ts'

/** What `soi import` says. */
export const importMessages = messages({
  en: {
    about:
      'bring in what an officer saved or was handed: saved pages, web archives, recordings, screenshots, data files; it ends as the same evidence as what is crawled',
    paths:
      'files or folders: HTML, MHTML, JSON, WARC, WACZ, HAR, PNG/JPEG/WebP; with --map also CSV, XLSX, JSON, JSON lines',
    url: 'the address a saved page or JSON answer came from, where the file does not say',
    for: 'the address that the pictures show',
    of: 'the sighting that the pictures show (its number)',
    map: 'mapping file (YAML): which column of a data file is which field of a listing',
    newMap: 'print a mapping to start from, guessed from the columns of one data file; nothing is imported',
    again: 'read it again even when this very file was imported before',
    dryRun: 'say what would be read, and write nothing',
    json: 'print JSON',
    key: 'fingerprint of the key that the other unit has published (for an evidence pack)',
    notWhole: (why: string) => `the pack is not whole and was not kept: ${why}`,
    otherPack: (title: string, unit: string, by: string, at: string) => `«${title}», made by ${unit} (${by}) on ${at}`,
    noUnit: 'a unit that is not named',
    signedBy: (key: string, compared: boolean) =>
      `signed with ${key}${compared ? ', the key that was published' : ': NOT compared with what that unit has published; --key does'}`,
    keptPack: (n: number, name: string) =>
      `verified and kept as it came, apart from what this unit recorded: ${n} sightings. To read them: soi show ${name}`,
    packBefore: (at: string, by: string) => `imported before: ${at} by ${by}; nothing was doubled`,
    packWhole: (n: number) => `is whole: ${n} sightings; nothing was written`,
    fromPack: (name: string, unit: string, key: string) =>
      `from pack ${name} of unit ${unit}, signed with ${key}; not recorded by this unit`,
    noPack: (name: string) =>
      `there is no imported pack ${name}; soi ledger of this store names those there are by the action imported`,
    manyPacks: (name: string) => `several imported packs begin with ${name}: give more of its digits`,
    noSuchSighting: (id: number) => `the pack holds no sighting ${id}`,
    both: '--for and --of exclude each other: a picture shows one thing',
    urlOne: '--url names one page: give it with one file',
    mapAndUrl: '--url does not go with --map: a table names its addresses by columns.url or url_template',
    oneTable: '--new-map takes one data file',
    noMap: (file: string) =>
      `cannot read ${file}: give the path of a mapping file; soi import --new-map <data file> prints one to start from`,
    pictureOfWhat:
      'says nothing of what it shows: give --for <address> or --of <sighting>, or the name of a saved page beside it',
    nothing: 'There is nothing to import in what was named.',
    kinds: {
      saved: 'saved page',
      warc: 'WARC',
      wacz: 'WACZ',
      har: 'HAR recording',
      picture: 'picture',
      csv: 'CSV',
      xlsx: 'XLSX',
      json: 'JSON',
      jsonl: 'JSON lines',
      pack: 'evidence pack',
    },
    file: (file: string, kind: string, bytes: string, hash: string) =>
      `${file} (${kind}, ${bytes} bytes, SHA-256 ${hash})`,
    before: (at: string, by: string, run: number) =>
      `imported before: ${at} by ${by}, run ${run}; nothing was doubled (--again reads it again)`,
    read: (pages: number, listings: number, flagged: number, run: number) =>
      `read: ${pages} pages or rows, ${listings} listings, ${flagged} flagged; run ${run}`,
    wouldRead: (pages: number, listings: number) =>
      `would read: ${pages} pages or rows, ${listings} listings; nothing was written`,
    damaged: (what: string) => `DAMAGED: ${what}. What was read before that is kept.`,
    interrupted: 'interrupted: the same command goes on where it stopped',
    left: (why: string) => `NOT imported: ${why}`,
    passed: (list: string) => `passed over: ${list}`,
    troubles: (n: number) => `could not be read or does not match: ${n}`,
    attached: (page: string) => `attached to ${page} as the officer’s own screenshot`,
    cookies: 'It may hold the sign-in cookies of whoever made it: it stays in the store and goes into no pack.',
    noAddress: 'the file does not say which address it came from; --url says it',
    flaggedOf: (flagged: number, listings: number) => `Flagged: ${flagged} of ${listings} listings`,
    nothingFlagged: (listings: number) => `Nothing flagged in ${listings} listings.`,
  },
  vi: {
    about:
      'nhập những gì cán bộ đã lưu hoặc được cung cấp: trang đã lưu, kho lưu trữ web, bản ghi mạng, ảnh chụp, tệp dữ liệu; kết quả là chứng cứ như khi quét',
    paths:
      'tệp hoặc thư mục: HTML, MHTML, JSON, WARC, WACZ, HAR, PNG/JPEG/WebP; có --map thì cả CSV, XLSX, JSON, JSON lines',
    url: 'địa chỉ của trang đã lưu hoặc của kết quả JSON, khi tệp không ghi',
    for: 'địa chỉ mà ảnh chụp cho thấy',
    of: 'lần ghi nhận mà ảnh chụp cho thấy (số)',
    map: 'tệp ánh xạ (YAML): cột nào của tệp dữ liệu là trường nào của tin rao',
    newMap: 'in một tệp ánh xạ để bắt đầu, đoán từ tên cột của một tệp dữ liệu; không nhập gì',
    again: 'đọc lại dù chính tệp này đã được nhập trước đó',
    dryRun: 'chỉ nói sẽ đọc được gì, không ghi gì',
    json: 'in JSON',
    key: 'dấu vân tay của khóa mà đơn vị kia đã công bố (dùng cho gói chứng cứ)',
    notWhole: (why: string) => `gói không nguyên vẹn nên không được lưu: ${why}`,
    otherPack: (title: string, unit: string, by: string, at: string) => `«${title}», do ${unit} (${by}) lập ngày ${at}`,
    noUnit: 'đơn vị không nêu tên',
    signedBy: (key: string, compared: boolean) =>
      `ký bằng khóa ${key}${compared ? ', đúng khóa đã công bố' : ': CHƯA đối chiếu với khóa đơn vị đó công bố; dùng --key để đối chiếu'}`,
    keptPack: (n: number, name: string) =>
      `đã kiểm tra và lưu nguyên trạng, tách riêng khỏi những gì đơn vị này ghi nhận: ${n} lần ghi nhận. Để xem: soi show ${name}`,
    packBefore: (at: string, by: string) => `đã nhập trước đây: ${at}, người nhập ${by}; không ghi trùng`,
    packWhole: (n: number) => `nguyên vẹn: ${n} lần ghi nhận; không ghi gì cả`,
    fromPack: (name: string, unit: string, key: string) =>
      `từ gói ${name} của đơn vị ${unit}, ký bằng khóa ${key}; không phải do đơn vị này ghi nhận`,
    noPack: (name: string) =>
      `không có gói đã nhập ${name}; các mục imported trong sổ cái của kho này nêu những gói đã có`,
    manyPacks: (name: string) => `có nhiều gói đã nhập bắt đầu bằng ${name}: hãy nêu thêm chữ số`,
    noSuchSighting: (id: number) => `gói không có lần ghi nhận ${id}`,
    both: '--for và --of loại trừ nhau: một ảnh chỉ cho thấy một thứ',
    urlOne: '--url chỉ một trang: hãy dùng với một tệp',
    mapAndUrl: '--url không dùng cùng --map: bảng dữ liệu có địa chỉ trong columns.url hoặc url_template',
    oneTable: '--new-map nhận một tệp dữ liệu',
    noMap: (file: string) =>
      `không đọc được ${file}: hãy đưa đường dẫn tệp ánh xạ; soi import --new-map <tệp dữ liệu> in một tệp để bắt đầu`,
    pictureOfWhat:
      'không rõ ảnh cho thấy gì: thêm --for <địa chỉ> hoặc --of <lần ghi nhận>, hoặc đặt tên như trang đã lưu bên cạnh',
    nothing: 'Không có gì để nhập trong những gì đã nêu.',
    kinds: {
      saved: 'trang đã lưu',
      warc: 'WARC',
      wacz: 'WACZ',
      har: 'bản ghi HAR',
      picture: 'ảnh',
      csv: 'CSV',
      xlsx: 'XLSX',
      json: 'JSON',
      jsonl: 'JSON lines',
      pack: 'gói chứng cứ',
    },
    file: (file: string, kind: string, bytes: string, hash: string) =>
      `${file} (${kind}, ${bytes} byte, SHA-256 ${hash})`,
    before: (at: string, by: string, run: number) =>
      `đã nhập trước đó: ${at}, người nhập ${by}, lần chạy ${run}; không nhân đôi (--again để đọc lại)`,
    read: (pages: number, listings: number, flagged: number, run: number) =>
      `đã đọc: ${pages} trang hoặc dòng, ${listings} tin rao, ${flagged} bị gắn cờ; lần chạy ${run}`,
    wouldRead: (pages: number, listings: number) =>
      `sẽ đọc được: ${pages} trang hoặc dòng, ${listings} tin rao; chưa ghi gì`,
    damaged: (what: string) => `TỆP HỎNG: ${what}. Những gì đọc được trước đó vẫn giữ.`,
    interrupted: 'bị ngắt: chạy lại đúng lệnh này để làm tiếp',
    left: (why: string) => `KHÔNG nhập: ${why}`,
    passed: (list: string) => `bỏ qua: ${list}`,
    troubles: (n: number) => `không đọc được hoặc không khớp: ${n}`,
    attached: (page: string) => `đính kèm vào ${page} là ảnh cán bộ tự chụp`,
    cookies: 'Tệp có thể chứa cookie đăng nhập của người tạo ra nó: tệp ở lại trong kho và không vào gói nào.',
    noAddress: 'tệp không ghi địa chỉ của trang; hãy nêu bằng --url',
    flaggedOf: (flagged: number, listings: number) => `Có dấu hiệu: ${flagged} trên ${listings} tin rao`,
    nothingFlagged: (listings: number) => `Không có dấu hiệu nào trong ${listings} tin rao.`,
  },
})
