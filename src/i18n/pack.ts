import type { PackSummary } from '../evidence/pack.ts'
import { messages } from './messages.ts'

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1)

/** `soi pack` and `soi verify` on the command line. */
export const packMessages = messages({
  en: {
    about: 'write stored sightings into one signed ZIP that a stranger can verify',
    ids: 'numbers of sightings',
    sweep: 'all flagged sightings of a sweep (its number, or latest)',
    case: 'all sightings of a case',
    output: 'the ZIP file to make (default: under packs/ in the run home)',
    title: 'title on the first page (default: of the case)',
    purpose: 'why the pack is made; stands on the first page',
    reportLang: 'language of the report: vi, en or both (default: of the interface)',
    badReportLang: (text: string) => `${text} is no language of a report; choose vi, en or both`,
    partial: 'build it although something is missing; every page then says so',
    redact: 'also write a working copy in which personal data of buyers, reviewers and officers are masked',
    noPdfOption: 'leave out report.pdf; the report is there as HTML',
    noPdf: (why: string) => `no report.pdf, the report is there as HTML: ${why}`,
    workingCopy: (file: string) => `working copy, masked: ${file}`,
    oneSelection: 'say what to pack: sighting numbers, or --sweep, or --case; one of the three',
    badNumber: (text: string) => `${text} is no number of a sighting, sweep or case`,
    defaultTitle: (day: string) => `Listings recorded on the web, as of ${day}`,
    nothing: 'nothing to pack: the selection holds no sighting',
    packing: 'Packing',
    done: (s: PackSummary) => `${s.file}: ${s.sightings} sightings, ${s.exhibits} exhibits, ${mebibytes(s.bytes)} MiB
SHA-256      ${s.sha256}
ledger head  ${s.ledger.head} (${s.ledger.entries})
public key   ${s.fingerprint}
Publish the fingerprint of the public key, so that others can compare. Next: soi verify ${s.file}`,
    verifyAbout: 'check a pack, or the evidence store, and say in words what was found',
    packFile: 'the ZIP file of a pack',
    store: 'check the evidence store of the run home instead',
    json: 'the result as JSON',
    key: 'fingerprint of the key that the unit has published',
    against: 'compare the pack with the evidence store in this folder (a run home)',
    againstNeedsFile: '--against needs a pack file that can be read',
    sameAsStore: (later: number) => `The store still says what the pack says; its ledger has ${later} entries more.`,
    otherThanStore: (n: number) => `The store and the pack DIFFER in ${n} places:`,
    doneSince: 'Done about these sightings since the pack was made:',
    oneTarget: 'say what to verify: a pack file, or --store; one of the two',
    keyNeedsFile: '--key is for a pack file, not for --store',
    workingCopyOf: (tagManifest: string, zip: string): readonly string[] => [
      'THIS IS A WORKING COPY, not the evidence: personal data are masked in it, and pages and archives are left out.',
      '    It says it was made from the sealed original whose tagmanifest-sha256.txt has the SHA-256',
      `    ${tagManifest}`,
      '    and whose ZIP file has the SHA-256',
      `    ${zip}`,
      '    Run soi verify on that original too, and compare: sha256sum FILE.zip',
    ],
    whole: 'WHOLE: this pack is what was signed.',
    wholeButKey: 'WHOLE: this pack is what was signed with the key in it. Whose key that is was not compared.',
    broken: 'BROKEN: do not rely on this pack.',
    storeWhole: (n: number) => `WHOLE: ${n} sightings and their files are as they were recorded.`,
    storeBroken: (n: number) => `BROKEN: ${n} things in the store are not as they were recorded.`,
    tipsNotCompared:
      'The histories of tips were not compared: the ledger has entries of them, and console.sqlite is not beside this store.',
    goodsNotCompared:
      'The goods in rows for reports were not compared: another list of goods came with Soi since they were made. They are made again when the store is next written.',
    storeHead: (head: string, entries: number) => `ledger head ${head} (${entries})`,
  },
  vi: {
    about: 'ghi các lần ghi nhận vào một tệp ZIP có chữ ký mà người ngoài tự kiểm tra được',
    ids: 'số của các lần ghi nhận',
    sweep: 'mọi tin có dấu hiệu của một đợt quét (số, hoặc latest: đợt mới nhất)',
    case: 'mọi lần ghi nhận của một hồ sơ vụ việc',
    output: 'tệp ZIP cần tạo (mặc định: trong packs/ của thư mục làm việc)',
    title: 'tiêu đề ở trang đầu (mặc định: của hồ sơ)',
    purpose: 'lập gói để làm gì; ghi ở trang đầu',
    reportLang: 'ngôn ngữ của báo cáo: vi, en hoặc both (cả hai; mặc định: theo giao diện)',
    badReportLang: (text: string) => `${text} không phải ngôn ngữ của báo cáo; hãy chọn vi, en hoặc both`,
    partial: 'vẫn lập gói dù còn thiếu; khi đó trang nào cũng ghi rõ',
    redact: 'lập thêm một bản làm việc đã che dữ liệu cá nhân của người mua, người đánh giá và cán bộ',
    noPdfOption: 'không kèm report.pdf; báo cáo vẫn có ở dạng HTML',
    noPdf: (why: string) => `không có report.pdf, báo cáo vẫn có ở dạng HTML: ${why}`,
    workingCopy: (file: string) => `bản làm việc đã che: ${file}`,
    oneSelection: 'hãy nêu cần đóng gói gì: số các lần ghi nhận, hoặc --sweep, hoặc --case; chỉ một trong ba',
    badNumber: (text: string) => `${text} không phải số của lần ghi nhận, đợt quét hay hồ sơ`,
    defaultTitle: (day: string) => `Tin rao ghi nhận trên mạng, đến ngày ${day.split('-').reverse().join('/')}`,
    nothing: 'không có gì để đóng gói: lựa chọn này không có lần ghi nhận nào',
    packing: 'Đang đóng gói',
    done: (
      s: PackSummary,
    ) => `${s.file}: ${s.sightings} lần ghi nhận, ${s.exhibits} tệp chứng cứ, ${mebibytes(s.bytes)} MiB
SHA-256         ${s.sha256}
mã đầu sổ cái   ${s.ledger.head} (${s.ledger.entries})
khóa công khai  ${s.fingerprint}
Hãy công bố dấu vân tay của khóa công khai để người khác đối chiếu. Tiếp theo: soi verify ${s.file}`,
    verifyAbout: 'kiểm tra một gói chứng cứ, hoặc kho chứng cứ, và nói rõ kết quả bằng lời',
    packFile: 'tệp ZIP của gói',
    store: 'kiểm tra kho chứng cứ trong thư mục làm việc thay vì một gói',
    json: 'in kết quả dạng JSON',
    key: 'dấu vân tay của khóa mà đơn vị đã công bố',
    against: 'so sánh gói với kho chứng cứ trong thư mục này',
    againstNeedsFile: '--against cần một tệp gói đọc được',
    sameAsStore: (later: number) => `Kho vẫn ghi đúng như gói; sổ cái của kho có thêm ${later} mục.`,
    otherThanStore: (n: number) => `Kho và gói KHÁC NHAU ở ${n} chỗ:`,
    doneSince: 'Việc đã làm với các lần ghi nhận này từ khi lập gói:',
    oneTarget: 'hãy nêu cần kiểm tra gì: một tệp gói, hoặc --store; chỉ một trong hai',
    keyNeedsFile: '--key dùng cho tệp gói, không dùng với --store',
    workingCopyOf: (tagManifest: string, zip: string): readonly string[] => [
      'ĐÂY LÀ BẢN LÀM VIỆC, không phải chứng cứ gốc: dữ liệu cá nhân đã được che, trang và kho lưu trữ không có trong đó.',
      '    Gói tự ghi là được lập từ bản gốc niêm phong có tagmanifest-sha256.txt với SHA-256',
      `    ${tagManifest}`,
      '    và tệp ZIP với SHA-256',
      `    ${zip}`,
      '    Hãy chạy soi verify với cả bản gốc đó, và đối chiếu: sha256sum TEP.zip',
    ],
    whole: 'NGUYÊN VẸN: gói này đúng là gói đã được ký.',
    wholeButKey:
      'NGUYÊN VẸN: gói này đúng là gói đã được ký bằng khóa nằm trong gói. Chưa đối chiếu khóa đó là của ai.',
    broken: 'KHÔNG NGUYÊN VẸN: đừng dựa vào gói này.',
    storeWhole: (n: number) => `NGUYÊN VẸN: ${n} lần ghi nhận và các tệp của chúng đúng như lúc ghi.`,
    storeBroken: (n: number) => `KHÔNG NGUYÊN VẸN: ${n} chỗ trong kho không còn như lúc ghi.`,
    tipsNotCompared:
      'Chưa đối chiếu lịch sử xử lý phản ánh: sổ cái có các mục của chúng, nhưng không có tệp console.sqlite cạnh kho này.',
    goodsNotCompared:
      'Chưa đối chiếu nhóm hàng trong các dòng dùng cho báo cáo: các dòng đó được lập với một danh mục hàng hóa khác của Soi. Lần ghi kho tiếp theo sẽ lập lại.',
    storeHead: (head: string, entries: number) => `mã đầu sổ cái ${head} (${entries})`,
  },
})
