// Long because it is one table of texts.
import { messages } from './messages.ts'

interface ApiTexts {
  readonly title: string
  readonly intro: string
  /** How to ask: one point each. */
  readonly points: readonly string[]
  readonly machine: string
  readonly exports: string
  readonly scope: string
  readonly parameters: string
  readonly name: string
  readonly place: string
  readonly type: string
  readonly meaning: string
  readonly needed: string
  readonly body: string
  readonly answers: string
  readonly answerSchema: string
  readonly contents: string
  readonly operations: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
  readonly statuses: Readonly<Record<string, string>>
}

/** The documentation of /api/v1; the OpenAPI file has the same words in English. */
export const apiMessages = messages<ApiTexts>({
  en: {
    title: 'Interface for programs',
    intro:
      'What Soi has seen of listings, and what officers decide on them, for other programs of the authority. Texts of listings are their sellers’ own words: never treat them as HTML or as instructions.',
    points: [
      'Send “Authorization: Bearer <key>”. Keys are made on the page of your account, or with “soi token create”. A key does nothing that its account may not.',
      'Times are UTC (RFC 3339); a day, YYYY-MM-DD, is a day of Viet Nam. Money in dong is a whole number.',
      'Lists come newest first. Send “next” back as “after” for the page that follows. Numbers of things never change.',
      'Every GET has an ETag. Send it back as If-None-Match, and an unchanged answer costs no bytes (304).',
      'Every POST that changes something needs an Idempotency-Key of your own, 1 to 200 visible characters. Sent again with the same key within a week, the same request gets the same answer and is carried out once.',
      'What goes wrong is told as application/problem+json (RFC 9457). Unknown parameters and keys are refused, never ignored.',
      '120 requests a minute with one key; 429 says to wait.',
    ],
    machine: 'OpenAPI 3.1 file',
    exports: 'JSON Schema of exported files',
    scope: 'scope',
    parameters: 'Parameters',
    name: 'Name',
    place: 'In',
    type: 'Type',
    meaning: 'Meaning',
    needed: 'needed',
    body: 'What is sent, for example',
    answers: 'Answers',
    answerSchema: 'Schema of the answer',
    contents: 'Operations',
    operations: {
      listings: 'Sightings of listings with signs, newest first. A sign is a reason to look closer, not a finding.',
      listing:
        'One sighting whole: what the page said, the signs with the words they rest on, and the hashes of what is kept.',
      standing: 'How the listing of a sighting stands by its decisions, and the cases it is in.',
      decisions: 'Decisions of all officers, newest first.',
      decide:
        'Decides on a listing as the account of the key. The rules of the console hold: a high listing is dismissed by two persons.',
      cases: 'Cases, newest first.',
      case: 'One case.',
      createCase: 'Makes a case.',
      setCaseFacts: 'Sets what stands of a case: status, deadline, assignee, units, province. What is not sent stays.',
      alike: 'Listings like those of a case, and why: the same pictures, contacts or nearly the same text.',
      tellPlatform: 'Records that the platform was told of a listing. Nothing is sent.',
      tips: 'Open tips on sellers, those due first come first; those that were merged are left out.',
      addTip:
        'Takes in a tip on a seller, as an officer on the hotline does. The tipster gets no code this way; tips on officers are entered in the console alone.',
      addToCase: 'Puts sightings into a case; those already in are left.',
      caseNotes: 'Notes of a case.',
      addCaseNote: 'Adds a note to a case; it is never changed afterwards.',
      packs: 'Evidence packs of a case, and what programs asked for.',
      pack: 'How far a pack is that was asked for, and where its file is once it is done.',
      createPack:
        'Asks for the sealed evidence pack of a case, as the account of the key. Answered at once (202): look at the address of the job until it is done. One at a time for each case; refused to an account that is to judge one of the listings blind.',
      packFile: 'The pack itself: a ZIP that anybody can verify without Soi.',
      checks: 'One-off checks that programs asked for, newest first.',
      check:
        'How far a check is; once it is done, how its visits ended, and what was seen with what the rules say of it.',
      createCheck:
        'Asks for a one-off check of an address, as “soi check” does one: with its rate for each host, its robots.txt rules and its guard against private addresses. Answered at once (202); checks of one server run one after the other.',
      plans: 'The sweep files of this console, when each is due and what it does now.',
      runPlan: 'Asks for a sweep to be run now. Asked for already, it stays asked for.',
      pausePlan: 'Pauses a sweep; what runs goes on to its end.',
      resumePlan: 'Lets a paused sweep run at its times again.',
      sweeps: 'Runs, newest first.',
      sweep:
        'One run with what it could and could not see, site by site; what was blocked is told apart from what was gone.',
      sellers: 'Sellers by key or a part of the name, with what became of their listings.',
      rules: 'The rules in force.',
      rule: 'One rule with its file, and what became of the listings on which it spoke in the last 90 days.',
      score: 'Judges a text by the rules in force. Keeps nothing.',
      report: 'Counts of one period, compared with the period before and the same period of the year before.',
      ledger: 'The ledger, newest entry first; each entry holds the hash of the one before.',
    },
    fields: {},
    statuses: {
      '200': 'found, or done',
      '201': 'made',
      '202': 'begun: look at the address of the job',
      '304': 'nothing changed since the answer with that ETag',
      '400': 'something that is not known or does not fit',
      '401': 'no key in force',
      '403': 'a key, or an account, that is not good for this',
      '404': 'there is none of this number or name',
      '409': 'it does not fit how things stand, or it is not known whether the same request was carried out',
      '413': 'more than a request may hold',
      '415': 'send application/json',
      '422': 'this Idempotency-Key stands for another request',
      '429': 'more than 120 requests within a minute',
      '503': 'nothing can be written now (a full disk, or another process): look, then try again later',
    },
  },
  vi: {
    title: 'Giao diện cho chương trình',
    intro:
      'Những gì Soi đã thấy ở các tin rao, và quyết định của cán bộ về các tin đó, dành cho chương trình khác của cơ quan. Nội dung tin là lời của người bán: không bao giờ coi là HTML hay mệnh lệnh.',
    points: [
      'Gửi “Authorization: Bearer <khóa>”. Khóa được tạo ở trang tài khoản của bạn, hoặc bằng “soi token create”. Khóa không làm được việc mà tài khoản không được phép.',
      'Thời gian theo UTC (RFC 3339); ngày YYYY-MM-DD là ngày Việt Nam. Tiền đồng là số nguyên.',
      'Danh sách xếp mới nhất trước. Gửi lại “next” làm “after” để lấy trang tiếp theo. Số của mỗi mục không bao giờ đổi.',
      'Mỗi GET có ETag. Gửi lại trong If-None-Match; nếu không đổi thì không phải tải lại (304).',
      'Mỗi POST làm thay đổi dữ liệu cần một Idempotency-Key do bạn đặt, 1 đến 200 ký tự. Gửi lại cùng khóa trong một tuần, cùng yêu cầu nhận cùng câu trả lời và chỉ được thực hiện một lần.',
      'Lỗi được trả dưới dạng application/problem+json (RFC 9457). Tham số và khóa lạ bị từ chối, không bao giờ bị bỏ qua.',
      '120 yêu cầu mỗi phút với một khóa; 429 nghĩa là hãy đợi.',
    ],
    machine: 'Tệp OpenAPI 3.1',
    exports: 'JSON Schema của các tệp xuất',
    scope: 'phạm vi',
    parameters: 'Tham số',
    name: 'Tên',
    place: 'Ở',
    type: 'Kiểu',
    meaning: 'Ý nghĩa',
    needed: 'bắt buộc',
    body: 'Nội dung gửi, ví dụ',
    answers: 'Trả lời',
    answerSchema: 'Lược đồ của câu trả lời',
    contents: 'Các thao tác',
    operations: {
      listings:
        'Các lần thấy tin có dấu hiệu, mới nhất trước. Dấu hiệu là lý do để xem kỹ hơn, không phải kết luận vi phạm.',
      listing: 'Toàn bộ một lần thấy: trang viết gì, các dấu hiệu cùng từ ngữ làm căn cứ, mã băm của những gì đã lưu.',
      standing: 'Tin của một lần thấy đang được quyết định thế nào, và nằm trong hồ sơ nào.',
      decisions: 'Quyết định của mọi cán bộ, mới nhất trước.',
      decide:
        'Quyết định về một tin với tư cách tài khoản của khóa. Quy định như trên màn hình: tin mức cao cần hai người mới bỏ qua được.',
      cases: 'Hồ sơ, mới nhất trước.',
      case: 'Một hồ sơ.',
      createCase: 'Lập hồ sơ.',
      setCaseFacts:
        'Đặt các thông tin của hồ sơ: tình trạng, hạn, người phụ trách, đơn vị, tỉnh thành. Phần không gửi giữ nguyên.',
      alike: 'Các tin giống tin trong hồ sơ, và vì sao: cùng ảnh, cùng liên hệ hoặc gần cùng lời rao.',
      tellPlatform: 'Ghi lại rằng đã báo cho sàn về một tin. Không gửi gì đi.',
      tips: 'Các phản ánh về người bán đang mở, gần hạn nhất trước; tin đã gộp không hiện.',
      addTip:
        'Nhận một phản ánh về người bán như cán bộ đường dây nóng. Người phản ánh không có mã tra cứu theo cách này; phản ánh về cán bộ chỉ nhập ở bàn làm việc.',
      addToCase: 'Đưa các lần thấy vào hồ sơ; lần nào đã có thì giữ nguyên.',
      caseNotes: 'Ghi chú của một hồ sơ.',
      addCaseNote: 'Thêm một ghi chú vào hồ sơ; về sau không sửa được.',
      packs: 'Các gói chứng cứ của một hồ sơ, và những gì chương trình đã yêu cầu.',
      pack: 'Gói đã yêu cầu làm đến đâu, và tệp ở đâu khi đã xong.',
      createPack:
        'Yêu cầu lập gói chứng cứ niêm phong của một hồ sơ với tư cách tài khoản của khóa. Trả lời ngay (202): hãy xem địa chỉ của việc cho đến khi xong. Mỗi hồ sơ một gói một lúc; từ chối tài khoản đang phải xét độc lập một tin trong hồ sơ.',
      packFile: 'Chính gói chứng cứ: một tệp ZIP mà ai cũng kiểm chứng được, không cần Soi.',
      checks: 'Các lần kiểm tra riêng mà chương trình đã yêu cầu, mới nhất trước.',
      check: 'Lần kiểm tra làm đến đâu; khi xong: các lượt truy cập kết thúc thế nào, đã thấy gì và quy tắc nói gì.',
      createCheck:
        'Yêu cầu kiểm tra riêng một địa chỉ như lệnh “soi check”: cùng nhịp cho mỗi máy chủ, cùng cách tuân theo robots.txt, cùng lớp chặn địa chỉ nội bộ. Trả lời ngay (202); mỗi máy chủ Soi kiểm tra lần lượt từng địa chỉ.',
      plans: 'Các tệp quét của bàn làm việc này, khi nào đến giờ và đang làm gì.',
      runPlan: 'Yêu cầu chạy ngay một đợt quét. Đã yêu cầu rồi thì giữ nguyên.',
      pausePlan: 'Tạm dừng một đợt quét; lần đang chạy vẫn chạy đến hết.',
      resumePlan: 'Cho một đợt quét đã tạm dừng chạy lại theo giờ.',
      sweeps: 'Các lần chạy, mới nhất trước.',
      sweep: 'Một lần chạy: thấy được và không thấy được gì, theo từng trang; bị chặn tách riêng với đã gỡ.',
      sellers: 'Người bán theo mã hoặc một phần tên, cùng kết quả của các tin.',
      rules: 'Các quy tắc hiện hành.',
      rule: 'Một quy tắc cùng tệp của nó, và kết quả của các tin mà nó lên tiếng trong 90 ngày qua.',
      score: 'Đánh giá một văn bản theo quy tắc hiện hành. Không lưu gì.',
      report: 'Số liệu một kỳ, so với kỳ trước và cùng kỳ năm trước.',
      ledger: 'Sổ cái, mục mới nhất trước; mỗi mục giữ mã băm của mục trước.',
    },
    fields: {
      'Idempotency-Key': 'tên do bạn đặt cho yêu cầu này; gửi lại với tên ấy thì yêu cầu chỉ được thực hiện một lần',
      offset: '"next" của trang trước',
      limit: 'nhiều nhất bao nhiêu mục',
      after: '"next" của trang trước',
      from: 'từ ngày Việt Nam, hoặc thời điểm, này',
      to: 'đến hết ngày Việt Nam này, hoặc trước thời điểm này',
      search: 'các từ đều có trong tin, có dấu hoặc không dấu',
      seller: 'mã người bán, hoặc một phần tên',
      all: 'true: cả tin không có dấu hiệu',
      sweep: 'số của đợt quét',
      subject: '`sighting:7`; `sighting:` là tất cả',
      q: 'có dấu hoặc không dấu',
    },
    statuses: {
      '200': 'tìm thấy, hoặc đã làm',
      '201': 'đã lập',
      '202': 'đã bắt đầu: xem địa chỉ của việc',
      '304': 'không đổi so với câu trả lời có ETag đó',
      '400': 'có phần không được biết đến hoặc không hợp lệ',
      '401': 'không có khóa còn hiệu lực',
      '403': 'khóa, hoặc tài khoản, không được phép làm việc này',
      '404': 'không có mục mang số hoặc tên này',
      '409': 'không phù hợp với tình trạng hiện tại, hoặc không rõ yêu cầu này đã được thực hiện chưa',
      '413': 'yêu cầu quá lớn',
      '415': 'hãy gửi application/json',
      '422': 'Idempotency-Key này đã dùng cho yêu cầu khác',
      '429': 'quá 120 yêu cầu trong một phút',
      '503': 'lúc này không ghi được (ổ đĩa đầy, hoặc tiến trình khác đang giữ): hãy xem lại rồi thử sau',
    },
  },
})
