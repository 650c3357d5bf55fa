// Long because it is one table of texts.
import type { ChainFaultKind } from '../store/api.ts'
import { messages } from './messages.ts'

interface LedgerText {
  readonly about: string
  readonly json: string
  readonly listAbout: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly from: string
  readonly to: string
  readonly limit: string
  readonly before: string
  readonly none: string
  readonly more: (seq: number) => string
  readonly showAbout: string
  readonly seq: string
  readonly fields: Readonly<Record<'at' | 'actor' | 'action' | 'subject' | 'bodyHash' | 'prevHash' | 'hash', string>>
  readonly verifyAbout: string
  readonly head: string
  readonly noHead: (text: string) => string
  readonly whole: (entries: number, head: string) => string
  readonly broken: (seq: number, what: string) => string
  readonly otherFaults: (n: number) => string
  readonly fault: Readonly<Record<ChainFaultKind, string>>
  readonly anchoredTo: (seq: number, at: string, authority: string) => string
  readonly root: (sha256: string) => string
  readonly notAnchored: string
  readonly clockSteps: (n: number) => string
  readonly tipsWhole: (entries: number) => string
  readonly tipsBroken: (subject: string, what: string) => string
  readonly tipsElsewhere: (entries: number) => string
  readonly anchorAbout: string
  readonly anchorDone: (authority: string, seq: number, at: string) => string
  readonly anchorFailed: (authority: string, why: string) => string
  readonly anchorNone: string
  readonly empty: string
  readonly authoritiesAbout: string
  readonly test: string
  readonly noAuthorities: (file: string) => string
  readonly noCertificates: (name: string, file: string) => string
  readonly twice: (name: string) => string
  readonly authorityWorks: (name: string, at: string) => string
  readonly onlyOne: string
  readonly whoAbout: string
  readonly whoSeller: string
  readonly whoActor: string
  readonly whoAll: string
  readonly dismissals: string
  readonly decisions: string
  readonly noDecisions: string
  readonly again: string
  readonly noAgain: string
  readonly againLine: (officer: string, seller: string, listings: number, first: string, last: string) => string
  readonly leftOpen: string
  readonly noLeftOpen: string
  readonly leftLine: (actor: string, title: string, sighting: number, views: number, last: string) => string
  readonly unnamed: string
  readonly notRecorded: (why: string) => string
}

/** What `soi ledger` says. */
export const ledgerMessages = messages<LedgerText>({
  en: {
    about: 'The ledger: who did what and when, in a chain that shows every change',
    json: 'JSON instead of a text for people',
    listAbout: 'List its entries, newest first',
    actor: 'only what this person (or process) did',
    action: 'only this action: viewed, decided, exported, anchored …',
    subject: 'only about this: sighting:7, case:2; "sighting:" stands for all of the kind',
    from: 'on or after this day (YYYY-MM-DD, Vietnamese time) or instant (ISO 8601)',
    to: 'on or before this day, or before this instant',
    limit: 'at most this many',
    before: 'only entries before this number: the next page',
    none: 'Nothing matches.',
    more: (seq) => `There is more: --before ${seq} goes on.`,
    showAbout: 'Show one entry with its body and hashes',
    seq: 'number of the entry',
    fields: {
      at: 'at',
      actor: 'by',
      action: 'action',
      subject: 'about',
      bodyHash: 'SHA-256 of the body',
      prevHash: 'hash of the entry before',
      hash: 'hash',
    },
    verifyAbout:
      'Walk the chain, hold it against its timestamps, and name the first wrong row; hold the histories of tips against it',
    head: 'a head that was printed or packed earlier: it must be found in the chain',
    noHead: (text) => `${text} is no head (64 hexadecimal digits)`,
    whole: (entries, head) => `WHOLE: ${entries} entries, each carries the hash of the one before.\nhead ${head}`,
    broken: (seq, what) => `BROKEN: the first wrong row is entry ${seq}: ${what}`,
    otherFaults: (n) => `and ${n} more, see --json`,
    fault: {
      changed: 'changed',
      missing: 'missing',
      moved: 'reordered',
      chain: 'rewritten, or the entry in front of it was',
      body: 'its content was changed or is missing',
      clock: 'back-dated',
      cut: 'the tail was cut off',
      rewritten: 'history was rewritten',
      anchor: 'its timestamp does not hold',
    },
    anchoredTo: (seq, at, authority) =>
      `Up to entry ${seq} nothing can have been changed since ${at}: ${authority} vouches for that.`,
    root: (sha256) => `  Compare the SHA-256 of its root certificate with what it publishes: ${sha256}`,
    notAnchored:
      'No timestamp of an independent authority covers it: whoever can write the whole store could have rewritten all of it. Next: soi ledger anchor',
    clockSteps: (n) => `The clock of this machine was put back ${n} ${n === 1 ? 'time' : 'times'}, as recorded.`,
    tipsWhole: (entries) => `Histories of tips: ${entries} entries, each as the ledger has it.`,
    tipsBroken: (subject, what) => `BROKEN: the history of a tip, ${subject}: ${what}`,
    tipsElsewhere: (entries) =>
      `Histories of tips: not compared; the ledger has ${entries} entries of them, and console.sqlite is not here.`,
    anchorAbout: 'Have the timestamp authorities in authorities.yaml vouch for the head as it is now',
    anchorDone: (authority, seq, at) => `✓ ${authority}: entry ${seq} and all before it existed at ${at}`,
    anchorFailed: (authority, why) => `✗ ${authority}: ${why}`,
    anchorNone: 'No authority gave a timestamp; nothing was kept.',
    empty: 'the ledger is empty: there is nothing to vouch for yet',
    authoritiesAbout: 'Show the timestamp authorities that are configured',
    test: 'ask each for a timestamp, and keep none',
    noAuthorities: (file) => `no timestamp authority is configured; write ${file}:
authorities:
  - name: the name of the authority
    url: http://tsa.example/
    certificates: root.pem   # its root and intermediate certificates, beside this file`,
    noCertificates: (name, file) => `${name}: its certificates cannot be read from ${file}`,
    twice: (name) => `the authority ${name} is there twice`,
    authorityWorks: (name, at) => `✓ ${name}: answers, its time is ${at}`,
    onlyOne: 'There is one authority only; with two, one may fail or fall into disrepute.',
    whoAbout: 'Who dismissed what, when and why; who dismisses one seller again and again; what was seen and left',
    whoSeller: "only this seller (key, or a part of the seller's name)",
    whoActor: 'only this officer',
    whoAll: 'every decision, not dismissals alone',
    dismissals: 'Dismissed',
    decisions: 'Decided',
    noDecisions: '– nothing',
    again: 'Several listings of one seller dismissed by one officer',
    noAgain: '– nobody',
    againLine: (officer, seller, listings, first, last) =>
      `${officer}: ${listings} listings of ${seller}, ${first} – ${last}`,
    leftOpen: 'Flagged, looked at, and not decided since',
    noLeftOpen: '– nothing',
    leftLine: (actor, title, sighting, views, last) =>
      `${actor}: sighting ${sighting} ${title} (looked ${views} ${views === 1 ? 'time' : 'times'}, last ${last})`,
    unnamed: 'unnamed',
    notRecorded: (why) => `This look could not be entered in the ledger: ${why}`,
  },
  vi: {
    about: 'Sổ cái: ai đã làm gì, khi nào, trong một chuỗi mà mọi sửa đổi đều lộ ra',
    json: 'xuất JSON thay cho văn bản',
    listAbout: 'Liệt kê các mục, mới nhất trước',
    actor: 'chỉ những gì người (hoặc tiến trình) này làm',
    action: 'chỉ hành động này: viewed, decided, exported, anchored …',
    subject: 'chỉ về đối tượng này: sighting:7, case:2; "sighting:" là mọi đối tượng cùng loại',
    from: 'từ ngày này (YYYY-MM-DD, giờ Việt Nam) hoặc thời điểm này (ISO 8601)',
    to: 'đến hết ngày này, hoặc trước thời điểm này',
    limit: 'nhiều nhất chừng này',
    before: 'chỉ các mục trước số này: trang kế tiếp',
    none: 'Không có gì khớp.',
    more: (seq) => `Vẫn còn nữa: dùng --before ${seq} để xem tiếp.`,
    showAbout: 'Xem một mục cùng nội dung và các mã băm',
    seq: 'số của mục',
    fields: {
      at: 'lúc',
      actor: 'người làm',
      action: 'hành động',
      subject: 'đối tượng',
      bodyHash: 'SHA-256 của nội dung',
      prevHash: 'mã băm của mục trước',
      hash: 'mã băm',
    },
    verifyAbout:
      'Đi dọc chuỗi, đối chiếu với các dấu thời gian, và chỉ ra dòng sai đầu tiên; đối chiếu lịch sử xử lý phản ánh với sổ cái',
    head: 'mã đầu sổ cái đã in hoặc đã đóng gói trước đây: phải có trong chuỗi',
    noHead: (text) => `${text} không phải mã đầu sổ cái (64 chữ số thập lục phân)`,
    whole: (entries, head) =>
      `NGUYÊN VẸN: ${entries} mục, mỗi mục mang mã băm của mục đứng trước.\nmã đầu sổ cái ${head}`,
    broken: (seq, what) => `KHÔNG NGUYÊN VẸN: dòng sai đầu tiên là mục ${seq}: ${what}`,
    otherFaults: (n) => `và ${n} chỗ khác, xem --json`,
    fault: {
      changed: 'bị sửa',
      missing: 'bị mất',
      moved: 'bị đổi chỗ',
      chain: 'bị viết lại, hoặc mục đứng trước nó bị viết lại',
      body: 'nội dung bị sửa hoặc bị mất',
      clock: 'bị lùi ngày',
      cut: 'phần cuối bị cắt bỏ',
      rewritten: 'lịch sử bị viết lại',
      anchor: 'dấu thời gian của nó không đúng',
    },
    anchoredTo: (seq, at, authority) =>
      `Đến hết mục ${seq}, không gì có thể bị sửa kể từ ${at}: ${authority} xác nhận điều đó.`,
    root: (sha256) => `  Hãy đối chiếu SHA-256 của chứng thư gốc với bản tổ chức đó công bố: ${sha256}`,
    notAnchored:
      'Chưa có dấu thời gian của tổ chức độc lập nào: ai ghi được cả kho thì có thể đã viết lại toàn bộ. Tiếp theo: soi ledger anchor',
    clockSteps: (n) => `Đồng hồ của máy này đã bị chỉnh lùi ${n} lần, như đã ghi.`,
    tipsWhole: (entries) => `Lịch sử xử lý phản ánh: ${entries} mục, mục nào cũng đúng như trong sổ cái.`,
    tipsBroken: (subject, what) => `KHÔNG NGUYÊN VẸN: lịch sử xử lý phản ánh, ${subject}: ${what}`,
    tipsElsewhere: (entries) =>
      `Lịch sử xử lý phản ánh: chưa đối chiếu; sổ cái có ${entries} mục, nhưng không có tệp console.sqlite ở đây.`,
    anchorAbout: 'Xin các tổ chức cấp dấu thời gian trong authorities.yaml xác nhận mã đầu sổ cái hiện tại',
    anchorDone: (authority, seq, at) => `✓ ${authority}: mục ${seq} và mọi mục trước đó đã có vào lúc ${at}`,
    anchorFailed: (authority, why) => `✗ ${authority}: ${why}`,
    anchorNone: 'Không tổ chức nào cấp dấu thời gian; không có gì được lưu.',
    empty: 'sổ cái còn trống: chưa có gì để xác nhận',
    authoritiesAbout: 'Xem các tổ chức cấp dấu thời gian đã cấu hình',
    test: 'xin mỗi tổ chức một dấu thời gian, không lưu lại',
    noAuthorities: (file) => `chưa cấu hình tổ chức cấp dấu thời gian nào; hãy tạo ${file}:
authorities:
  - name: tên tổ chức
    url: http://tsa.example/
    certificates: root.pem   # chứng thư gốc và trung gian của tổ chức, đặt cạnh tệp này`,
    noCertificates: (name, file) => `${name}: không đọc được chứng thư từ ${file}`,
    twice: (name) => `tổ chức ${name} được nêu hai lần`,
    authorityWorks: (name, at) => `✓ ${name}: có trả lời, giờ của tổ chức là ${at}`,
    onlyOne: 'Chỉ có một tổ chức; nếu có hai thì một bên hỏng hoặc mất uy tín vẫn còn bên kia.',
    whoAbout:
      'Ai đã bỏ qua tin nào, khi nào, vì sao; ai bỏ qua một người bán hết lần này đến lần khác; tin nào đã xem rồi để đó',
    whoSeller: 'chỉ người bán này (mã, hoặc một phần tên)',
    whoActor: 'chỉ cán bộ này',
    whoAll: 'mọi quyết định, không chỉ bỏ qua',
    dismissals: 'Đã bỏ qua',
    decisions: 'Đã quyết định',
    noDecisions: '– không có',
    again: 'Nhiều tin của một người bán được cùng một cán bộ bỏ qua',
    noAgain: '– không có ai',
    againLine: (officer, seller, listings, first, last) =>
      `${officer}: ${listings} tin của ${seller}, ${first} – ${last}`,
    leftOpen: 'Bị gắn cờ, đã xem, và từ đó chưa được quyết định',
    noLeftOpen: '– không có',
    leftLine: (actor, title, sighting, views, last) =>
      `${actor}: lần ghi nhận ${sighting} ${title} (xem ${views} lần, gần nhất ${last})`,
    unnamed: 'không nêu tên',
    notRecorded: (why) => `Không ghi được lần xem này vào sổ cái: ${why}`,
  },
})
