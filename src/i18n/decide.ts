// Long because it is one table of texts.
import type { DecisionVerdict } from '../store/api.ts'
import type { DecisionReason } from '../store/decision-reasons.ts'
import { messages } from './messages.ts'

interface DecideText {
  readonly about: string
  readonly target: string
  readonly verdictArg: string
  readonly reasonOption: string
  readonly noteOption: string
  readonly json: string
  readonly badTarget: (text: string) => string
  readonly badVerdict: (text: string, choices: string) => string
  readonly badReason: (verdict: string, text: string, choices: string) => string
  readonly done: (id: number, verdict: string, title: string, reason: string) => string
  readonly before: (at: string, officer: string, verdict: string, reason: string) => string
  readonly verdict: Readonly<Record<DecisionVerdict, string>>
  readonly reason: Readonly<Record<DecisionReason, string>>
}

/** What `soi decide` says, and the words of verdicts and reasons wherever they are shown. */
export const decideMessages = messages<DecideText>({
  en: {
    about: 'Decide on a listing and say why; whoever was mistaken decides again, nothing is taken away',
    target: 'number of a sighting, or site:key of a listing',
    verdictArg: 'confirm, dismiss, needs-more, refer, or reopen (takes the decision before back)',
    reasonOption: 'why: a code; a wrong one is answered with those there are',
    noteOption: 'what else is to be said; needed for the reason other',
    json: 'JSON instead of a text for people',
    badTarget: (text) => `${text} is no number of a sighting and no listing (site:key)`,
    badVerdict: (text, choices) => `${text} is none of: ${choices}`,
    badReason: (verdict, text, choices) => `${text} is no reason of ${verdict}; there are:\n${choices}`,
    done: (id, verdict, title, reason) => `Decision ${id}: ${verdict} – ${title}\n  because: ${reason}`,
    before: (at, officer, verdict, reason) => `  decided before: ${at} ${officer}: ${verdict} (${reason})`,
    verdict: {
      confirm: 'suspicion confirmed',
      dismiss: 'dismissed',
      'needs-more': 'needs more',
      refer: 'referred',
      reopen: 'opened again',
    },
    reason: {
      'signs-plain': 'the signs are plain',
      'rights-holder-confirms': 'the rights holder confirms it',
      'test-purchase': 'a test purchase shows it',
      'registry-contradicts': 'an official registry contradicts it',
      'seller-admits': 'the seller says so',
      genuine: 'the goods are genuine',
      'authorised-seller': 'the seller is authorised',
      'own-used-item': 'a private person sells an own used item',
      'words-misread': 'the words mean something else',
      'not-an-offer': 'nothing is offered for sale',
      'not-regulated': 'these goods may be sold so',
      'same-as-another': 'the same listing is decided elsewhere',
      'outside-remit': 'outside the remit of the unit',
      'ask-rights-holder': 'the rights holder is to be asked',
      'ask-platform': 'the platform is to be asked',
      'identify-seller': 'the seller is to be identified',
      'look-again': 'it is to be looked at again later',
      'test-purchase-needed': 'a test purchase is needed',
      'to-platform': 'to the platform',
      'to-police': 'to the police',
      'to-customs': 'to customs',
      'to-health': 'to the health authorities',
      'to-tax': 'to the tax authorities',
      'to-other-unit': 'to another market surveillance unit',
      'new-facts': 'there are new facts',
      'decided-by-mistake': 'it was decided by mistake',
      'ordered-by-superior': 'a superior ordered it',
      'second-review-differs': 'the blind second review differs',
      other: 'another reason, see the note',
    },
  },
  vi: {
    about: 'Quyết định về một tin rao và nêu lý do; ai nhầm thì quyết định lại, không có gì bị xóa đi',
    target: 'số của lần ghi nhận, hoặc trang:mã của tin rao',
    verdictArg:
      'confirm (xác nhận), dismiss (bỏ qua), needs-more (cần thêm), refer (chuyển), hoặc reopen (rút lại quyết định trước)',
    reasonOption: 'lý do: một mã; nếu mã sai sẽ liệt kê các mã có thể dùng',
    noteOption: 'điều cần nói thêm; bắt buộc với lý do other',
    json: 'xuất JSON thay cho văn bản',
    badTarget: (text) => `${text} không phải số của lần ghi nhận, cũng không phải tin rao (trang:mã)`,
    badVerdict: (text, choices) => `${text} không thuộc các giá trị: ${choices}`,
    badReason: (verdict, text, choices) => `${text} không phải lý do của ${verdict}; có thể dùng:\n${choices}`,
    done: (id, verdict, title, reason) => `Quyết định ${id}: ${verdict} – ${title}\n  lý do: ${reason}`,
    before: (at, officer, verdict, reason) => `  quyết định trước: ${at} ${officer}: ${verdict} (${reason})`,
    verdict: {
      confirm: 'xác nhận nghi vấn',
      dismiss: 'bỏ qua',
      'needs-more': 'cần thêm thông tin',
      refer: 'chuyển xử lý',
      reopen: 'mở lại',
    },
    reason: {
      'signs-plain': 'dấu hiệu rõ ràng',
      'rights-holder-confirms': 'chủ thể quyền xác nhận',
      'test-purchase': 'mua mẫu thử cho thấy như vậy',
      'registry-contradicts': 'cơ sở dữ liệu của cơ quan nhà nước cho kết quả ngược lại',
      'seller-admits': 'người bán tự nói như vậy',
      genuine: 'hàng thật',
      'authorised-seller': 'người bán được ủy quyền',
      'own-used-item': 'cá nhân bán đồ đã dùng của mình',
      'words-misread': 'từ ngữ có nghĩa khác',
      'not-an-offer': 'không chào bán gì',
      'not-regulated': 'hàng này được phép bán như vậy',
      'same-as-another': 'tin này đã được quyết định ở nơi khác',
      'outside-remit': 'ngoài thẩm quyền của đơn vị',
      'ask-rights-holder': 'cần hỏi chủ thể quyền',
      'ask-platform': 'cần hỏi sàn',
      'identify-seller': 'cần xác định người bán',
      'look-again': 'cần xem lại sau',
      'test-purchase-needed': 'cần mua mẫu thử',
      'to-platform': 'chuyển cho sàn',
      'to-police': 'chuyển cho công an',
      'to-customs': 'chuyển cho hải quan',
      'to-health': 'chuyển cho cơ quan y tế',
      'to-tax': 'chuyển cho cơ quan thuế',
      'to-other-unit': 'chuyển cho đơn vị quản lý thị trường khác',
      'new-facts': 'có tình tiết mới',
      'decided-by-mistake': 'quyết định nhầm',
      'ordered-by-superior': 'theo chỉ đạo của cấp trên',
      'second-review-differs': 'người xem lại độc lập nhận định khác',
      other: 'lý do khác, xem ghi chú',
    },
  },
})
