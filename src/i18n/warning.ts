// Long because it is one table of texts.
import type { Category, GoodsGroup, Trick } from '../domain.ts'
import { messages } from './messages.ts'

interface Warning {
  readonly heading: (name: string, title: string | null) => string
  readonly tricksHeading: (name: string, title: string | null) => string
  readonly intro: readonly string[]
  readonly few: (fewest: number) => string
  readonly what: string
  readonly goodsHead: string
  readonly signs: string
  readonly signsOf: Readonly<Record<Category, string>>
  readonly advice: string
  readonly adviceOn: Readonly<Partial<Record<GoodsGroup, string>>>
  readonly always: readonly string[]
  readonly report: string
  readonly reportHow: readonly string[]
  readonly tricksIntro: readonly string[]
}

/**
 * What the public is told. Nothing in it comes from a listing: counts, and these texts. Signs are what a buyer can see; the advice
 * is what sellers of such goods must be able to show.
 */
export const warningMessages = messages<Warning>({
  en: {
    heading: (name, title) => `Warning to consumers: ${title === null ? name : `${title} (${name})`}`,
    tricksHeading: (name, title) => `How sellers hide words: ${title === null ? name : `${title} (${name})`}`,
    intro: [
      'Listings on online markets, websites and social networks were read by written rules in this period. Many show the signs below. A sign is a reason to be careful; it does not mean that a seller has broken the law.',
      'No seller, shop, phone number or address is named here.',
    ],
    few: (fewest) => `fewer than ${fewest}`,
    what: 'What was seen',
    goodsHead: 'Which goods',
    signs: 'How to recognise it',
    signsOf: {
      counterfeit:
        'Counterfeit goods: the seller says “replica”, “super fake” or “1:1”, offers a known brand at a small part of its price, or offers boxes, stamps and receipts apart from the goods.',
      'ip-infringement':
        'Imitations of brands and characters: names misspelt on purpose, “in the style of”, or goods “made in our workshop” with a known mark.',
      'unclear-origin': 'Goods of unclear origin: no label, no maker, no invoice, “from a container”, sold by weight.',
      smuggled:
        'Smuggled goods: “through the small border crossing”, “carried by hand”, “no stamp”, without papers of import.',
      prohibited: 'Prohibited goods: they may not be sold at all, or only with a licence, whatever the seller says.',
      'substandard-health':
        'Health goods: promises to cure for good, “no side effects”, thanks of patients, famous people as guarantee, no registration number or one that belongs to other goods.',
      'trade-fraud':
        'Fraud: a price that changes when asked, a deposit before anything is shown, a promise to return money that nobody keeps.',
      'invoice-trading': 'Trade in invoices: invoices offered for a share of their sum, without goods.',
      'illicit-currency': 'Money and gold: exchange outside banks, notes or gold “as good as real”.',
    },
    advice: 'Before you buy',
    adviceOn: {
      medicine: 'Medicine: buy from a pharmacy; look for the registration number on the box and ask the pharmacist.',
      'functional-food':
        'Functional food: it is no medicine and cures nothing; look for the number of its registration and of its advertisement.',
      milk: 'Milk: look for the Vietnamese label, the maker, the date and the invoice; be careful with unusually low prices.',
      food: 'Food: look for the label, the maker, the date and how it was kept.',
      cosmetics:
        'Cosmetics: look for the number of the notification, the maker and the ingredients; creams mixed by hand have none.',
      alcohol: 'Alcohol: look for the stamp and the label; do not drink what has neither.',
      tobacco: 'Tobacco: goods without stamp are smuggled or fake; electronic cigarettes may not be sold.',
      'medical-device': 'Medical devices: look for the number of the notification and ask for the invoice.',
      electronics:
        'Phones and electronics: ask for the invoice and the maker’s guarantee, and check the serial number with the maker.',
      children: 'For children and toys: look for the CR mark of conformity and the age.',
      agriculture: 'For farms: buy plant protection and seed from licensed shops, with label and invoice.',
      vehicles: 'Parts: ask for the invoice and the maker’s mark; parts for brakes and helmets must carry the CR mark.',
      'watches-jewellery':
        'Watches and jewellery: ask for papers that can be checked with the maker, and weigh gold at a licensed shop.',
      fashion: 'Clothes, shoes and bags: ask for invoice and label; a brand’s own list of shops says who sells it.',
      'money-papers': 'Money and papers: change money at banks; bought invoices and papers make the buyer liable too.',
    },
    always: [
      'Pay only in ways that let you get your money back, and keep messages, receipts and pictures.',
      'Do not go on to a private chat in order to learn the price or to pay.',
      'A very low price, “today only” and words written so that no search finds them belong together.',
    ],
    report: 'If you have seen or bought such goods',
    reportHow: [
      'Keep the goods, the packaging and the messages; take pictures of the listing with its address and the date.',
      'Tell the platform by its own button, and tell the market management authority of your province or its hotline.',
      'If you feel ill after using something, stop, see a doctor and take the packaging with you.',
    ],
    tricksIntro: [
      'Sellers who do not want to be found write words so that a search misses them. Who knows how can read them. The examples are made up for this catalogue; none is taken from a listing.',
    ],
  },
  vi: {
    heading: (name, title) => `Cảnh báo tới người tiêu dùng: ${title === null ? name : `${title} (${name})`}`,
    tricksHeading: (name, title) => `Thủ đoạn giấu chữ của người bán: ${title === null ? name : `${title} (${name})`}`,
    intro: [
      'Trong kỳ này, tin rao trên sàn thương mại điện tử, trang web và mạng xã hội đã được đọc theo bộ quy tắc viết sẵn. Nhiều tin có những dấu hiệu dưới đây. Dấu hiệu là lý do để cẩn thận, không có nghĩa là người bán đã vi phạm pháp luật.',
      'Tài liệu này không nêu tên người bán, cửa hàng, số điện thoại hay địa chỉ nào.',
    ],
    few: (fewest) => `dưới ${fewest}`,
    what: 'Đã thấy những gì',
    goodsHead: 'Nhóm hàng nào',
    signs: 'Nhận biết thế nào',
    signsOf: {
      counterfeit:
        'Hàng giả: người bán tự nói “replica”, “super fake”, “1:1”; rao nhãn hiệu nổi tiếng với giá chỉ bằng một phần nhỏ; bán riêng hộp, tem, hóa đơn.',
      'ip-infringement':
        'Hàng nhái nhãn hiệu, nhân vật: cố ý viết sai tên nhãn hiệu, “kiểu dáng như”, hàng “xưởng tự làm” mang nhãn hiệu nổi tiếng.',
      'unclear-origin':
        'Hàng không rõ nguồn gốc: không nhãn, không nhà sản xuất, không hóa đơn, “hàng container”, bán theo cân.',
      smuggled: 'Hàng nhập lậu: “đi đường tiểu ngạch”, “hàng bay”, “không tem phụ”, không có giấy tờ nhập khẩu.',
      prohibited: 'Hàng cấm: không được bán, hoặc chỉ được bán khi có giấy phép, dù người bán nói gì.',
      'substandard-health':
        'Hàng liên quan sức khỏe: hứa chữa khỏi dứt điểm, “không tác dụng phụ”, lời cảm ơn của người bệnh, mượn tên người nổi tiếng, không có số đăng ký hoặc số của hàng khác.',
      'trade-fraud':
        'Gian lận: hỏi mới nói giá, giá đổi khi hỏi, đòi đặt cọc trước khi cho xem hàng, hứa hoàn tiền rồi không trả.',
      'invoice-trading': 'Mua bán hóa đơn: rao hóa đơn lấy phần trăm, không có hàng hóa.',
      'illicit-currency': 'Tiền và vàng: đổi ngoài ngân hàng, tiền hoặc vàng “y như thật”.',
    },
    advice: 'Trước khi mua',
    adviceOn: {
      medicine: 'Thuốc: mua ở nhà thuốc; xem số đăng ký trên hộp và hỏi dược sĩ.',
      'functional-food':
        'Thực phẩm chức năng: không phải là thuốc và không thay thuốc chữa bệnh; xem số đăng ký công bố và số xác nhận nội dung quảng cáo.',
      milk: 'Sữa: xem nhãn tiếng Việt, nhà sản xuất, hạn dùng, hóa đơn; cẩn thận với giá rẻ bất thường.',
      food: 'Thực phẩm: xem nhãn, nơi sản xuất, hạn dùng và cách bảo quản.',
      cosmetics: 'Mỹ phẩm: xem số công bố, nhà sản xuất, thành phần; kem tự trộn không có những thứ đó.',
      alcohol: 'Rượu, bia: xem tem và nhãn; không uống thứ không có tem, nhãn.',
      tobacco: 'Thuốc lá: hàng không tem là hàng lậu hoặc giả; thuốc lá điện tử không được bán.',
      'medical-device': 'Thiết bị y tế: xem số công bố và đòi hóa đơn.',
      electronics: 'Điện thoại, điện tử: đòi hóa đơn, bảo hành của hãng, tra số sê-ri với hãng.',
      children: 'Hàng cho trẻ em, đồ chơi: xem dấu hợp quy CR và độ tuổi.',
      agriculture: 'Vật tư nông nghiệp: mua ở cửa hàng có phép, có nhãn và hóa đơn.',
      vehicles: 'Phụ tùng: đòi hóa đơn, xem tem của hãng; mũ bảo hiểm và phụ tùng phanh phải có dấu hợp quy CR.',
      'watches-jewellery': 'Đồng hồ, trang sức: đòi giấy tờ tra được với hãng; cân, kiểm vàng ở tiệm có phép.',
      fashion:
        'Quần áo, giày dép, túi ví: đòi hóa đơn, xem nhãn; danh sách cửa hàng của chính hãng cho biết ai được bán.',
      'money-papers': 'Tiền, giấy tờ: đổi tiền ở ngân hàng; mua hóa đơn, giấy tờ thì người mua cũng chịu trách nhiệm.',
    },
    always: [
      'Chỉ trả tiền bằng cách có thể đòi lại; giữ tin nhắn, hóa đơn và ảnh.',
      'Không chuyển sang nhắn tin riêng để hỏi giá hay trả tiền.',
      'Giá quá rẻ, “chỉ hôm nay” và chữ viết lạ để không ai tìm thấy thường đi cùng nhau.',
    ],
    report: 'Nếu đã thấy hoặc đã mua',
    reportHow: [
      'Giữ lại hàng, bao bì, tin nhắn; chụp tin rao có địa chỉ trang và ngày.',
      'Báo cho nền tảng bằng nút báo cáo của họ, và báo cho cơ quan quản lý thị trường nơi gần nhất hoặc đường dây nóng.',
      'Nếu thấy khó chịu sau khi dùng, hãy ngừng dùng, đi khám và mang theo bao bì.',
    ],
    tricksIntro: [
      'Người bán không muốn bị tìm thấy viết chữ sao cho tìm kiếm bỏ sót. Biết cách thì đọc được. Các ví dụ được tự đặt cho danh mục này, không lấy từ tin rao nào.',
    ],
  },
})

/** One example of each trick, made up from “hàng giả” (counterfeit goods), a price and a number that nobody has. */
export const TRICK_EXAMPLES: Readonly<Record<Trick, string>> = {
  separators: 'h.à.n.g g-i-ả',
  invisible: 'hà·ng gi·ả (· = U+200B)',
  'borrowed-letters': 'hàng gіả (і: U+0456)',
  'styled-letters': '𝗵𝗮̀𝗻𝗴 𝗴𝗶𝗮̉',
  'digits-for-letters': 'h4ng gi4',
  'stacked-marks': 'h̶à̶n̶g̶ g̶i̶ả̶',
  'emoji-inside': 'h🌸à🌸n🌸g g🌸i🌸ả',
  'repeated-letters': 'hàaaang giảảả',
  'no-marks': 'hang gia',
  'masked-price': '1xx.000 đ',
  'picture-only': '–',
  'spelled-contact': 'không chín không không …',
}
