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
      'Lists come newest first. Send “next” back as “after”, or as “offset” where an operation has that, for the page that follows. Numbers of things never change.',
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
      history: 'Every sighting of the listing of a sighting, newest first, each with what differs from the one before.',
      differences:
        'Two sightings of one listing, field by field and word by word, and whether their screenshots are the same.',
      listingFiles:
        'What is kept of a sighting: the page as received, screenshots and pictures, each with its SHA-256.',
      listingFile: 'One of these files, byte for byte; to be saved, never to be opened as a page.',
      replies: 'What the seller of a listing answered, as officers received it.',
      addReply: 'Keeps what the seller answered, with a letter where there is one. Nothing is sent.',
      replyFile: 'The letter of a reply, byte for byte.',
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
      tips: 'Tips on sellers, open ones unless a status is asked for; those due first come first, and those that were merged are left out.',
      tip: 'One tip on a seller, with what was done about it. Who gave it is not told.',
      setTipStatus: 'Says how far a tip is; closing it takes a word on what came of it.',
      assignTip: 'Gives a tip to an account that deals with tips, or to nobody.',
      setTipDue: 'Sets the day by whose end something must have happened.',
      addTipNote: 'Adds a note to a tip.',
      mergeTip: 'Merges a tip into another that says the same.',
      splitTip: 'Undoes a merge: both are tips of their own again.',
      checkTip:
        'Asks for a one-off check of the address of a tip. Answered at once (202): look at the tip. What was seen is linked to it.',
      tipToCase: 'Puts a tip, and what was seen of its address, into a case.',
      eraseTipster: 'Erases who gave a tip; its words stay. This cannot be undone.',
      addTip:
        'Takes in a tip on a seller, as an officer on the hotline does. The tipster gets no code this way; tips on officers are entered in the console alone.',
      addToCase: 'Puts sightings into a case; those already in are left.',
      caseNotes: 'Notes of a case.',
      addCaseNote: 'Adds a note to a case; it is never changed afterwards.',
      caseFiles: 'Files that officers put to a case.',
      addCaseFile: 'Puts a file to a case: it becomes an exhibit and is never changed or taken out.',
      caseFile: 'One of these files, byte for byte.',
      caseSellers: 'Sellers that were put into a case as such.',
      addSellerToCase: 'Puts a seller into a case; one that is in already is left.',
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
      compareSweeps:
        'Two runs of one sweep side by side, the earlier first whichever is named first. What was not seen this time is told apart from what is gone.',
      plans: 'The sweep files of this console, when each is due and what it does now.',
      runPlan: 'Asks for a sweep to be run now. Asked for already, it stays asked for.',
      pausePlan: 'Pauses a sweep; what runs goes on to its end.',
      resumePlan: 'Lets a paused sweep run at its times again.',
      planFile: 'One sweep file: its text, its schedule and how it stands.',
      checkPlan: 'Says what is wrong with a sweep file, or when it would run. Visits nothing, keeps nothing.',
      savePlan:
        'Makes a sweep file or replaces one, schedule and all, under the rules of the console: no private addresses, no new sign-in. Refused where the file is no longer what was read.',
      deletePlan: 'Takes a sweep file away; its runs stay.',
      watchLists: 'Watch-lists: words to search for, and sellers by address, telephone or account.',
      watchList: 'What a watch-list holds. It names people: that it was read stands in the ledger.',
      putWatchList:
        'Makes a watch-list, adds to one or replaces what it holds. What cannot be watched is told with why.',
      deleteWatchList: 'Takes a watch-list away; sweeps that name it are refused until it is there again.',
      sweeps: 'Runs, newest first.',
      sweep:
        'One run with what it could and could not see, site by site; what was blocked is told apart from what was gone.',
      sellers: 'Sellers by key or a part of the name, with what became of their listings.',
      allowances:
        'The allow-list: sellers that somebody vouched for, newest first. Scores of what they offer are lowered; signs stay.',
      allowSeller: 'Puts a seller on the allow-list for a time, as an account that may be the second person.',
      endAllowance: 'Takes a seller off the allow-list before its time.',
      rules: 'The rules in force.',
      rule: 'One rule with its file, and what became of the listings on which it spoke in the last 90 days.',
      score: 'Judges a text by the rules in force. Keeps nothing.',
      ruleEffects: 'Proposals of rule files that programs asked about, newest first.',
      ruleEffect: 'How far the look at a proposal is, and once it is done, what it would change.',
      createRuleEffect:
        'Asks what a rule file would change if it stood as sent: its examples, what is wrong with it, and the listings it would flag or no longer flag. Answered at once (202). Nothing is changed: an officer accepts it in the console, or nobody does.',
      report: 'Counts of one period, compared with the period before and the same period of the year before.',
      reportFiles: 'Files of reports that programs asked for, newest first.',
      reportFile: 'How far a file is, where it is once it is done, and up to which entry of the ledger it counts.',
      createReportFile:
        'Asks for a report as a file, in any of its formats. Answered at once (202). It names sellers: who asked stands in the ledger before it leaves. With “as_of” it counts what had been recorded by then, and the same counts come whenever it is asked for.',
      reportBytes: 'The file itself; it never changes.',
      ledger: 'The ledger, newest entry first; each entry holds the hash of the one before.',
      ledgerHead:
        'The newest entry of the ledger, to hold against packs and reports, and the actions that stand in it.',
      access: 'Who saw and did what, in the console and with keys, newest first.',
      reviews: 'How blind reviews ended: how many were drawn, judged and agreed, and where two officers differed.',
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
      'Danh sách xếp mới nhất trước. Gửi lại “next” làm “after”, hoặc “offset” ở thao tác có tham số ấy, để lấy trang tiếp theo. Số của mỗi mục không bao giờ đổi.',
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
      history: 'Mọi lần thấy cùng một tin, mới nhất trước, mỗi lần kèm phần khác với lần trước đó.',
      differences: 'Hai lần thấy của một tin, so từng trường và từng từ, và ảnh chụp có giống nhau không.',
      listingFiles: 'Những gì đã lưu của một lần thấy: trang như đã nhận, ảnh chụp, ảnh, mỗi tệp kèm SHA-256.',
      listingFile: 'Một trong các tệp đó, nguyên từng byte; chỉ để lưu, không bao giờ mở như trang web.',
      replies: 'Người bán đã phản hồi gì về tin, như cán bộ đã nhận.',
      addReply: 'Lưu phản hồi của người bán, kèm thư nếu có. Không gửi gì đi.',
      replyFile: 'Thư của một phản hồi, nguyên từng byte.',
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
      tips: 'Các phản ánh về người bán, chỉ phản ánh đang mở nếu không hỏi theo tình trạng; gần hạn nhất trước, phản ánh đã gộp không hiện.',
      tip: 'Một phản ánh về người bán và những việc đã làm. Không cho biết ai phản ánh.',
      setTipStatus: 'Ghi phản ánh đang ở đâu; khi đóng phải nói kết quả ra sao.',
      assignTip: 'Giao phản ánh cho một tài khoản xử lý phản ánh, hoặc không giao cho ai.',
      setTipDue: 'Đặt ngày mà đến hết ngày ấy phải có việc được làm.',
      addTipNote: 'Thêm một ghi chú vào phản ánh.',
      mergeTip: 'Gộp phản ánh vào một phản ánh khác cùng nội dung.',
      splitTip: 'Bỏ việc gộp: hai phản ánh lại đứng riêng.',
      checkTip:
        'Yêu cầu kiểm tra riêng địa chỉ của một phản ánh. Trả lời ngay (202): hãy xem lại phản ánh. Những gì đã thấy được gắn vào đó.',
      tipToCase: 'Đưa phản ánh, cùng những gì đã thấy ở địa chỉ của nó, vào hồ sơ.',
      eraseTipster: 'Xóa thông tin người phản ánh; lời phản ánh vẫn còn. Không khôi phục được.',
      addTip:
        'Nhận một phản ánh về người bán như cán bộ đường dây nóng. Người phản ánh không có mã tra cứu theo cách này; phản ánh về cán bộ chỉ nhập ở bàn làm việc.',
      addToCase: 'Đưa các lần thấy vào hồ sơ; lần nào đã có thì giữ nguyên.',
      caseNotes: 'Ghi chú của một hồ sơ.',
      addCaseNote: 'Thêm một ghi chú vào hồ sơ; về sau không sửa được.',
      caseFiles: 'Các tệp cán bộ đã đính kèm vào hồ sơ.',
      addCaseFile: 'Đính kèm một tệp vào hồ sơ: tệp trở thành vật chứng, không sửa và không lấy ra được.',
      caseFile: 'Một trong các tệp đó, nguyên từng byte.',
      caseSellers: 'Những người bán đã được đưa vào hồ sơ.',
      addSellerToCase: 'Đưa một người bán vào hồ sơ; đã có thì giữ nguyên.',
      packs: 'Các gói chứng cứ của một hồ sơ, và những gì chương trình đã yêu cầu.',
      pack: 'Gói đã yêu cầu làm đến đâu, và tệp ở đâu khi đã xong.',
      createPack:
        'Yêu cầu lập gói chứng cứ niêm phong của một hồ sơ với tư cách tài khoản của khóa. Trả lời ngay (202): hãy xem địa chỉ của việc cho đến khi xong. Mỗi hồ sơ một gói một lúc; từ chối tài khoản đang phải xét độc lập một tin trong hồ sơ.',
      packFile: 'Chính gói chứng cứ: một tệp ZIP mà ai cũng kiểm chứng được, không cần Soi.',
      checks: 'Các lần kiểm tra riêng mà chương trình đã yêu cầu, mới nhất trước.',
      check: 'Lần kiểm tra làm đến đâu; khi xong: các lượt truy cập kết thúc thế nào, đã thấy gì và quy tắc nói gì.',
      createCheck:
        'Yêu cầu kiểm tra riêng một địa chỉ như lệnh “soi check”: cùng nhịp cho mỗi máy chủ, cùng cách tuân theo robots.txt, cùng lớp chặn địa chỉ nội bộ. Trả lời ngay (202); mỗi máy chủ Soi kiểm tra lần lượt từng địa chỉ.',
      compareSweeps:
        'So hai lần chạy của một đợt quét, lần trước đứng trước dù gọi theo thứ tự nào. Tin lần này không thấy được tách riêng với tin đã gỡ.',
      plans: 'Các tệp quét của bàn làm việc này, khi nào đến giờ và đang làm gì.',
      runPlan: 'Yêu cầu chạy ngay một đợt quét. Đã yêu cầu rồi thì giữ nguyên.',
      pausePlan: 'Tạm dừng một đợt quét; lần đang chạy vẫn chạy đến hết.',
      resumePlan: 'Cho một đợt quét đã tạm dừng chạy lại theo giờ.',
      planFile: 'Một tệp quét: nội dung, lịch chạy và tình trạng.',
      checkPlan: 'Cho biết tệp quét sai ở đâu, hoặc sẽ chạy lúc nào. Không truy cập trang nào, không lưu gì.',
      savePlan:
        'Lập tệp quét mới hoặc thay một tệp, cả lịch chạy, theo quy định như trên màn hình: không địa chỉ nội bộ, không đăng nhập mới. Từ chối nếu tệp không còn như lúc đọc.',
      deletePlan: 'Bỏ một tệp quét; các lần đã chạy vẫn còn.',
      watchLists: 'Danh sách theo dõi: từ khóa để tìm, và người bán theo địa chỉ, điện thoại hoặc tài khoản.',
      watchList: 'Một danh sách theo dõi gồm những gì. Danh sách có nêu tên người: việc đọc được ghi vào sổ cái.',
      putWatchList:
        'Lập danh sách theo dõi, thêm vào hoặc thay toàn bộ. Mục nào không theo dõi được thì nói rõ vì sao.',
      deleteWatchList: 'Bỏ một danh sách theo dõi; đợt quét có nhắc đến nó bị từ chối cho đến khi có lại.',
      sweeps: 'Các lần chạy, mới nhất trước.',
      sweep: 'Một lần chạy: thấy được và không thấy được gì, theo từng trang; bị chặn tách riêng với đã gỡ.',
      sellers: 'Người bán theo mã hoặc một phần tên, cùng kết quả của các tin.',
      allowances:
        'Danh sách cho phép: những người bán đã có người bảo đảm, mới nhất trước. Điểm các tin của họ được giảm; dấu hiệu vẫn còn.',
      allowSeller:
        'Đưa một người bán vào danh sách cho phép trong một thời gian, với tư cách tài khoản được làm người thứ hai.',
      endAllowance: 'Rút một người bán khỏi danh sách cho phép trước hạn.',
      rules: 'Các quy tắc hiện hành.',
      rule: 'Một quy tắc cùng tệp của nó, và kết quả của các tin mà nó lên tiếng trong 90 ngày qua.',
      score: 'Đánh giá một văn bản theo quy tắc hiện hành. Không lưu gì.',
      ruleEffects: 'Các đề xuất tệp quy tắc mà chương trình đã hỏi, mới nhất trước.',
      ruleEffect: 'Việc xem đề xuất đến đâu; khi xong: đề xuất sẽ thay đổi những gì.',
      createRuleEffect:
        'Hỏi một tệp quy tắc như đã gửi sẽ thay đổi gì: các ví dụ, chỗ chưa ổn, và những tin sẽ có hoặc không còn dấu hiệu. Trả lời ngay (202). Không thay đổi gì: cán bộ chấp nhận trên màn hình, hoặc không ai chấp nhận.',
      report: 'Số liệu một kỳ, so với kỳ trước và cùng kỳ năm trước.',
      reportFiles: 'Các tệp báo cáo mà chương trình đã yêu cầu, mới nhất trước.',
      reportFile: 'Tệp làm đến đâu, ở đâu khi đã xong, và tính đến mục nào của sổ cái.',
      createReportFile:
        'Yêu cầu một báo cáo thành tệp, theo bất kỳ định dạng nào. Trả lời ngay (202). Báo cáo nêu tên người bán: ai yêu cầu được ghi vào sổ cái trước khi tệp ra khỏi đây. Với “as_of”, báo cáo chỉ tính những gì đã ghi đến lúc đó, và hỏi lúc nào cũng ra cùng số liệu.',
      reportBytes: 'Chính tệp đó; không bao giờ đổi.',
      ledger: 'Sổ cái, mục mới nhất trước; mỗi mục giữ mã băm của mục trước.',
      ledgerHead: 'Mục mới nhất của sổ cái, để đối chiếu với gói chứng cứ và báo cáo, và các hành động có trong đó.',
      access: 'Ai đã xem và làm gì, trên màn hình và bằng khóa, mới nhất trước.',
      reviews: 'Kết quả xét độc lập: đã rút bao nhiêu, đã xét, đã khớp, và hai cán bộ khác nhau ở đâu.',
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
      with: 'số của một lần thấy khác của cùng tin',
      past: 'true: cả những lần đã hết hạn hoặc đã kết thúc',
      kind: 'chỉ loại này',
      file: 'tên tệp quét',
      status: 'chỉ tình trạng này, kể cả đã đóng; không gửi thì là đang mở',
      assignee: 'tên tài khoản',
      account: 'tên tài khoản',
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
