import type { Band, Category, ContactKind, Outcome } from '../domain.ts'
import { messages } from './messages.ts'

/** The names of things that appear in several places: categories, bands, outcomes, fields, kinds of contact. */
interface Terms {
  readonly category: Readonly<Record<Category, string>>
  readonly band: Readonly<Record<Band, string>>
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly contact: Readonly<Record<ContactKind, string>>
  readonly field: Readonly<Record<string, string>>
}

export const terms = messages<Terms>({
  en: {
    category: {
      counterfeit: 'counterfeit goods',
      'ip-infringement': 'intellectual property infringement',
      'unclear-origin': 'goods of unclear origin',
      smuggled: 'smuggled goods',
      prohibited: 'prohibited goods',
      'substandard-health': 'unsafe or falsely advertised health goods',
      'trade-fraud': 'trade fraud',
      'invoice-trading': 'trade in invoices',
      'illicit-currency': 'illicit currency or gold',
    },
    band: { none: 'none', low: 'low', medium: 'medium', high: 'high' },
    outcome: {
      served: 'served',
      removed: 'removed',
      blocked: 'blocked',
      'not-a-listing': 'no listing',
      'login-wall': 'login wall',
      'consent-wall': 'consent wall',
      'geo-different': 'other region',
      'empty-shell': 'empty shell',
      failed: 'failed',
      'not-reached': 'not reached',
    },
    contact: {
      phone: 'phone',
      zalo: 'Zalo',
      facebook: 'Facebook',
      telegram: 'Telegram',
      email: 'e-mail',
      'bank-account': 'bank account',
      'account-holder': 'account holder',
      'tax-code': 'tax code',
      website: 'website',
      address: 'address',
    },
    field: {
      title: 'title',
      description: 'description',
      brand: 'brand',
      category: 'category',
      price_text: 'price',
      ocr_text: 'words in the picture',
      province: 'province',
      'seller.name': "seller's name",
      'seller.url': "seller's page",
      'seller.location': "seller's location",
      'seller.phone_text': "seller's phone",
      'seller.badges': "seller's badges",
      url: 'address of the page',
    },
  },
  vi: {
    category: {
      counterfeit: 'hàng giả',
      'ip-infringement': 'xâm phạm sở hữu trí tuệ',
      'unclear-origin': 'hàng không rõ nguồn gốc, xuất xứ',
      smuggled: 'hàng nhập lậu',
      prohibited: 'hàng cấm',
      'substandard-health': 'hàng sức khỏe kém chất lượng, quảng cáo sai',
      'trade-fraud': 'gian lận thương mại',
      'invoice-trading': 'mua bán hóa đơn',
      'illicit-currency': 'vàng, ngoại tệ trái phép',
    },
    band: { none: 'không', low: 'thấp', medium: 'vừa', high: 'cao' },
    outcome: {
      served: 'đọc được',
      removed: 'đã gỡ',
      blocked: 'bị chặn',
      'not-a-listing': 'không phải tin',
      'login-wall': 'đòi đăng nhập',
      'consent-wall': 'đòi chấp thuận',
      'geo-different': 'khác vùng',
      'empty-shell': 'trang rỗng',
      failed: 'lỗi',
      'not-reached': 'chưa tới',
    },
    contact: {
      phone: 'điện thoại',
      zalo: 'Zalo',
      facebook: 'Facebook',
      telegram: 'Telegram',
      email: 'thư điện tử',
      'bank-account': 'tài khoản ngân hàng',
      'account-holder': 'chủ tài khoản',
      'tax-code': 'mã số thuế',
      website: 'trang web',
      address: 'địa chỉ',
    },
    field: {
      title: 'tiêu đề',
      description: 'mô tả',
      brand: 'thương hiệu',
      category: 'danh mục',
      price_text: 'giá',
      ocr_text: 'chữ trong ảnh',
      province: 'tỉnh, thành phố',
      'seller.name': 'tên người bán',
      'seller.url': 'trang người bán',
      'seller.location': 'nơi bán',
      'seller.phone_text': 'số điện thoại người bán',
      'seller.badges': 'huy hiệu người bán',
      url: 'địa chỉ trang',
    },
  },
})

/** `attributes.xuất xứ` → "xuất xứ"; other fields by their name. */
export const fieldName = (field: string, names: Terms['field']): string =>
  names[field] ?? (field.startsWith('attributes.') ? field.slice('attributes.'.length) : field)
