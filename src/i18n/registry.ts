// Long because it is one table of texts.
import type { ClaimKind, ClaimReason, ClaimState, RegistryKind, Standing } from '../domain.ts'
import { messages } from './messages.ts'

interface RegistryText {
  readonly about: string
  readonly importAbout: string
  readonly kind: string
  readonly file: string
  readonly source: string
  readonly date: string
  readonly column: string
  readonly dryRun: string
  readonly maxRejected: string
  readonly json: string
  readonly listAbout: string
  readonly all: string
  readonly lookupAbout: string
  readonly value: string
  readonly badKind: (text: string, kinds: string) => string
  readonly badDay: (text: string) => string
  readonly futureDay: (text: string) => string
  readonly badShare: (text: string) => string
  readonly needSource: string
  readonly heads: readonly string[]
  readonly states: Readonly<Record<'in force' | 'superseded', string>>
  readonly none: string
  readonly noSnapshot: (kind: string) => string
  readonly notThere: (value: string, source: string, day: string) => string
  readonly thereIn: (source: string, day: string) => string
  readonly imported: (rows: string, kind: string, source: string, day: string) => string
  readonly tried: (rows: string) => string
  readonly details: (encoding: string, delimiter: string, columns: string) => string
  readonly counts: (rejected: string, duplicates: string | null) => string
  readonly rejection: (line: number, reason: string) => string
  readonly more: (n: string) => string
  readonly sha256: (hash: string) => string
  readonly kinds: Readonly<Record<RegistryKind, string>>
  // of checks, in `soi show`
  readonly checks: string
  readonly claim: Readonly<Record<ClaimKind, string>>
  readonly state: Readonly<Record<ClaimState, string>>
  readonly reason: Readonly<Record<ClaimReason, string>>
  readonly otherGoods: string
  readonly snapshot: (source: string, day: string) => string
  readonly priceReference: string
  readonly priceStore: string
  readonly priceLine: (percent: string, low: string, high: string, id: string) => string
  readonly priceMedian: (percent: string, median: string, n: number, id: string) => string
  readonly provenance: (source: string, day: string, confidence: string) => string
  readonly standing: Readonly<Record<Standing['kind'], string>>
  readonly by: Readonly<Record<Standing['by'], string>>
}

/** What `soi registry` prints, and how `soi show` names what was checked. */
export const registryMessages = messages<RegistryText>({
  en: {
    about: 'Snapshots of official registries, against which the numbers in listings are checked',
    importAbout: 'Load a registry from a CSV file; the snapshot before stays in force until all of it is in',
    kind: 'drugs, cosmetics, functional-foods, devices, trademarks, authorised-sellers, recalls or offenders',
    file: 'CSV file with a header line (UTF-8, UTF-16 or windows-1258)',
    source: 'who publishes the registry (required)',
    date: 'the day the snapshot speaks of, YYYY-MM-DD (required)',
    column: 'take a column by its header: number="Số ĐK"; may be repeated',
    dryRun: 'read and report, write nothing',
    maxRejected: 'refuse the file when more than this share of its rows (in per cent) cannot be used',
    json: 'JSON instead of a text for people',
    listAbout: 'List the snapshots, newest first',
    all: 'superseded ones too',
    lookupAbout: 'Look a number, name, tax code or shop address up in the snapshot in force',
    value: 'registration number, name, tax code or address',
    badKind: (text, kinds) => `${text} is no registry; there are: ${kinds}`,
    badDay: (text) => `${text} is no day; write YYYY-MM-DD`,
    futureDay: (text) => `${text} lies in the future: a snapshot speaks of a day that was`,
    badShare: (text) => `${text} is no share from 0 to 100`,
    needSource: '--source must name who publishes the registry',
    heads: ['registry', 'source', 'of', 'rows', 'refused', 'state', 'imported', 'SHA-256'],
    states: { 'in force': 'in force', superseded: 'superseded' },
    none: 'No registry was imported yet; soi registry import loads one.',
    noSnapshot: (kind) => `No snapshot of ${kind} was imported yet: not checked.`,
    notThere: (value, source, day) => `${value} is not in the snapshot of ${day} (${source}).`,
    thereIn: (source, day) => `In the snapshot of ${day} (${source}):`,
    imported: (rows, kind, source, day) => `${rows} rows of ${kind} are in force: ${source}, ${day}.`,
    tried: (rows) => `${rows} rows can be used. Nothing was written.`,
    details: (encoding, delimiter, columns) => `${encoding}, delimiter ${delimiter}; columns: ${columns}`,
    counts: (rejected, duplicates) =>
      `${rejected} rows refused${duplicates === null ? '' : `, ${duplicates} with a number or name that another row has too (all kept)`}`,
    rejection: (line, reason) => `line ${line}: ${reason}`,
    more: (n) => `… and ${n} more`,
    sha256: (hash) => `SHA-256 ${hash}`,
    kinds: {
      drugs: 'medicines',
      cosmetics: 'cosmetics',
      'functional-foods': 'functional foods',
      devices: 'medical devices',
      trademarks: 'trademarks',
      'authorised-sellers': 'authorised sellers',
      recalls: 'recalls',
      offenders: 'sanctioned sellers',
    },
    checks: 'Checked outside the listing',
    claim: {
      cosmetic: 'cosmetics number',
      food: 'food number',
      'self-declared': 'self-declaration',
      drug: 'medicine number',
      device: 'medical device number',
      advertising: 'advertising confirmation',
      'tax-code': 'tax code',
      gtin: 'barcode',
    },
    state: {
      'valid form': 'valid form',
      malformed: 'malformed',
      placeholder: 'placeholder',
      'in registry': 'in the registry',
      'not in registry': 'not in the registry snapshot',
      'other holder': 'belongs to another product or holder',
      'not checked': 'not checked',
    },
    reason: {
      shape: 'not of this form',
      'check-digit': 'wrong check digit',
      serial: 'a serial that was hardly given out',
      year: 'a year in which none was given out',
      withdrawn: 'withdrawn',
    },
    otherGoods: 'never given to goods of this kind',
    snapshot: (source, day) => `${source}, snapshot of ${day}`,
    priceReference: 'price against the reference',
    priceStore: 'price against what was seen before',
    priceLine: (percent, low, high, id) => `${percent} % of the usual least (${low}–${high} dong new; ${id})`,
    priceMedian: (percent, median, n, id) => `${percent} % of the median ${median} dong of ${n} listings (${id})`,
    provenance: (source, day, confidence) => `${source}, ${day}, confidence ${confidence}`,
    standing: {
      authorised: 'authorised seller',
      offender: 'sanctioned before',
      recalled: 'recalled goods',
      trademark: 'registered mark',
    },
    by: {
      'seller-url': 'by the address of the shop',
      host: 'by the address of the site',
      'tax-code': 'by the tax code',
      phone: 'by the telephone number',
      name: 'by the name only',
      number: 'by the number',
    },
  },
  vi: {
    about: 'Bản chụp sổ đăng ký chính thức, để đối chiếu các số nêu trong tin rao',
    importAbout: 'Nạp sổ đăng ký từ tệp CSV; bản trước còn hiệu lực cho tới khi nạp xong toàn bộ',
    kind: 'drugs (thuốc), cosmetics (mỹ phẩm), functional-foods (thực phẩm chức năng), devices (thiết bị y tế), trademarks (nhãn hiệu), authorised-sellers (đại lý ủy quyền), recalls (thu hồi) hoặc offenders (đã bị xử lý)',
    file: 'tệp CSV có dòng tiêu đề (UTF-8, UTF-16 hoặc windows-1258)',
    source: 'cơ quan công bố (bắt buộc)',
    date: 'ngày của bản chụp, NĂM-THÁNG-NGÀY, ví dụ 2026-11-01 (bắt buộc)',
    column: 'chỉ cột theo tiêu đề: number="Số ĐK"; có thể lặp lại',
    dryRun: 'đọc thử và báo cáo, không ghi gì',
    maxRejected: 'từ chối cả tệp khi số dòng không dùng được vượt quá tỷ lệ này (phần trăm)',
    json: 'JSON thay cho bản đọc',
    listAbout: 'Liệt kê các bản chụp, mới nhất trước',
    all: 'cả bản đã được thay',
    lookupAbout: 'Tra số, tên, mã số thuế hoặc địa chỉ gian hàng trong bản đang hiệu lực',
    value: 'số đăng ký, tên, mã số thuế hoặc địa chỉ',
    badKind: (text, kinds) => `không có sổ “${text}”; các sổ: ${kinds}`,
    badDay: (text) => `“${text}” không phải ngày; viết NĂM-THÁNG-NGÀY`,
    futureDay: (text) => `${text} ở tương lai: bản chụp phải là của một ngày đã qua`,
    badShare: (text) => `“${text}” không phải tỷ lệ từ 0 đến 100`,
    needSource: '--source phải nêu cơ quan công bố sổ đăng ký',
    heads: ['sổ', 'nguồn', 'ngày', 'số dòng', 'bị loại', 'trạng thái', 'nạp lúc', 'SHA-256'],
    states: { 'in force': 'hiệu lực', superseded: 'đã thay' },
    none: 'Chưa nạp sổ nào; dùng soi registry import.',
    noSnapshot: (kind) => `Chưa nạp sổ ${kind}: chưa đối chiếu.`,
    notThere: (value, source, day) => `${value} không có trong bản chụp ngày ${day} (${source}).`,
    thereIn: (source, day) => `Trong bản chụp ngày ${day} (${source}):`,
    imported: (rows, kind, source, day) => `${rows} dòng của sổ ${kind} đã có hiệu lực: ${source}, ${day}.`,
    tried: (rows) => `${rows} dòng dùng được. Chưa ghi gì.`,
    details: (encoding, delimiter, columns) => `${encoding}, dấu phân cách ${delimiter}; các cột: ${columns}`,
    counts: (rejected, duplicates) =>
      `${rejected} dòng bị loại${duplicates === null ? '' : `, ${duplicates} dòng trùng số hoặc tên với dòng khác (giữ cả)`}`,
    rejection: (line, reason) => `dòng ${line}: ${reason}`,
    more: (n) => `… và ${n} dòng nữa`,
    sha256: (hash) => `SHA-256 ${hash}`,
    kinds: {
      drugs: 'thuốc',
      cosmetics: 'mỹ phẩm',
      'functional-foods': 'thực phẩm chức năng',
      devices: 'thiết bị y tế',
      trademarks: 'nhãn hiệu',
      'authorised-sellers': 'đại lý ủy quyền',
      recalls: 'hàng thu hồi',
      offenders: 'người bán đã bị xử lý',
    },
    checks: 'Đối chiếu ngoài tin rao',
    claim: {
      cosmetic: 'số công bố mỹ phẩm',
      food: 'số công bố thực phẩm',
      'self-declared': 'bản tự công bố',
      drug: 'số đăng ký thuốc',
      device: 'số thiết bị y tế',
      advertising: 'xác nhận nội dung quảng cáo',
      'tax-code': 'mã số thuế',
      gtin: 'mã vạch',
    },
    state: {
      'valid form': 'đúng dạng',
      malformed: 'sai dạng',
      placeholder: 'số mẫu, số trống',
      'in registry': 'có trong sổ',
      'not in registry': 'không có trong bản chụp sổ',
      'other holder': 'là số của sản phẩm hoặc đơn vị khác',
      'not checked': 'chưa đối chiếu',
    },
    reason: {
      shape: 'không đúng mẫu số',
      'check-digit': 'sai số kiểm tra',
      serial: 'số thứ tự khó có thể đã cấp',
      year: 'năm không thể đã cấp',
      withdrawn: 'đã thu hồi',
    },
    otherGoods: 'không cấp cho loại hàng này',
    snapshot: (source, day) => `${source}, bản chụp ngày ${day}`,
    priceReference: 'giá so với bảng tham chiếu',
    priceStore: 'giá so với các tin đã thấy',
    priceLine: (percent, low, high, id) =>
      `bằng ${percent} % mức thấp thường gặp (${low}–${high} đồng hàng mới; ${id})`,
    priceMedian: (percent, median, n, id) => `bằng ${percent} % trung vị ${median} đồng của ${n} tin (${id})`,
    provenance: (source, day, confidence) => `${source}, ${day}, độ tin cậy ${confidence}`,
    standing: {
      authorised: 'người bán được ủy quyền',
      offender: 'từng bị xử lý',
      recalled: 'hàng bị thu hồi',
      trademark: 'nhãn hiệu đã đăng ký',
    },
    by: {
      'seller-url': 'theo địa chỉ gian hàng',
      host: 'theo địa chỉ trang',
      'tax-code': 'theo mã số thuế',
      phone: 'theo số điện thoại',
      name: 'chỉ theo tên',
      number: 'theo số',
    },
  },
})
