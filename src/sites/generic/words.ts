import { perPage } from './memory.ts'
import { moneyNear } from './money-near.ts'

/**
 * The vocabulary of shop pages, Vietnamese and the languages shop software ships in. Whole tokens of class and id
 * names, or short visible labels. Every pattern is linear: alternations of literals, bounded repeats.
 */
const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Tokens of class and id names. */
export const TOKENS = {
  price: set(
    'price prices pricing gia giaban giatien cost amount prijs prix preis precio prezzo preco cena pret currency money ca kaina hinta',
  ),
  now: set(
    'new now current sale special final our actual selling promo ban discounted today active main primary deal buy',
  ),
  old: set(
    'old was before regular original origin secondary discounts thitruong giacu giagoc compare retail rrp msrp uvp strike striked strikethrough struck crossed cu goc niemyet del line through previous recommended reference rec ancien barre alt normal crossedout oldprice listprice normalprice undiscounted saving savings save discount reduction percent off',
  ),
  noPrice: set(
    'shipping delivery ship installment installments instalment tra gop coupon voucher points point reward credit month monthly saving savings save discount tax perunit baseprice ppu cashback finance financing total subtotal threshold filter range slider addon addons warranty comment comments binhluan',
  ),
  cart: set('cart minicart basket giohang checkout bag wishlist favourites favorites'),
  related: set(
    'related similar upsell upsells crosssell cross recommend recommended recommendation recommendations recommends suggest suggestion suggestions suggested viewed recently recent lienquan tuongtu goiy daxem sponsored bestseller bestsellers alsobought also carousel-products together bundle bundles accessories accessory cungloai other-products sims',
  ),
  /** What others say of the goods, and what a writer says under everything: prices there are of something else. */
  aside: set('comment comments binhluan signature postsignature chuky'),
  chrome: set(
    'footer navbar navigation menu topbar breadcrumb breadcrumbs megamenu cookie cookies newsletter modal tooltip',
  ),
  stock: set(
    'stock availability available tonkho tinhtrang instock outofstock avail inventory lagerstand disponibilita disponibilite soldout',
  ),
  gallery: set(
    'gallery galleries slider carousel swiper slick photos photo images image zoom magnific thumbs thumbnails thumbnail fotorama main media picture pictures pics anh hinh album owl lightgallery fancybox preview cover',
  ),
  describe: set(
    'description desc describe mota noidung chitiet details detail entry content productdescription overview information body',
  ),
  seller: set(
    'seller vendor merchant publisher shop store nguoiban nguoidang cuahang owner poster author contact profile supplier dealer advertiser user',
  ),
  crumbs: set('breadcrumb breadcrumbs crumb crumbs bread duongdan pathway'),
  pages: set('pagination pager pages paging paginate pagenumbers numbers phantrang paginator nav-links'),
} as const

/** Headings over other goods than the page's own. */
export const RELATED_HEADING =
  /related|similar|you (?:may|might)|also (?:like|bought|viewed)|recommend|recently viewed|customers who|frequently bought|more from|other (?:products|items|listings|ads)|liên quan|tương tự|có thể (?:bạn|quan tâm)|cùng (?:loại|danh mục|người bán|shop)|(?:đã|vừa|mới) xem|xem gần đây|gợi ý|bán chạy|sản phẩm khác|tin (?:khác|rao|đăng)|mua kèm|thường được mua|ähnliche|das könnte|kunden|similaires|aimerez|potrebbe|correlati|también|relacionad/i

/** A price said in words instead of a number. */
export const PRICE_WORDS =
  /^(?:giá\s*[:：]?\s*)?(?:liên hệ|lh|call|contact us|thỏa thuận|thoả thuận|thương lượng|ib(?:ox)?|inbox|miễn phí|free|check with seller|price on request|giá liên hệ|đang cập nhật)(?:\s|$|[!.,:])/i

/** “-26%” beside a price. */
export const PERCENT_OFF = /[-–−]\s?(\d{1,2})\s?%/

export const OUT_OF_STOCK =
  /out of stock|sold out|currently unavailable|no longer available|not available|hết hàng|tạm hết|ngừng kinh doanh|đã bán(?!\s?:?\s?\d)|ngừng bán|nicht (?:auf lager|verfügbar|vorrätig)|ausverkauft|rupture|indisponible|esaurito|non disponibile|agotado|sin stock|no disponible|esgotado|indispon[ií]vel|niedostępn|vyprod[aá]n|uitverkocht|нет в наличии|распродан|無庫存|缺貨|售完|품절|stoc epuizat|razprodano|nije dostup/i
export const IN_STOCK =
  /in[ -]stock|^available|còn hàng|sẵn hàng|có hàng|có sẵn|auf lager|lieferbar|vorrätig|verfügbar|en stock|disponib|dispon[ií]vel|dostępn|skladem|na sklade|op voorraad|в наличии|in magazzino|na zalogi|na zalihi|dostupn|in stoc|ready to ship|varastossa|laos/i
/** Sold out for good. */
export const DISCONTINUED = /ngừng (?:kinh doanh|sản xuất|bán)|discontinued/i
export const PRE_ORDER = /pre-?order|đặt trước|back-?order|sắp về hàng|hàng sắp về|vorbestell|précommande/i
/** What a button says that puts the goods in a basket. */
export const BUY =
  /add to (?:cart|basket|bag|trolley)|buy (?:it )?now|mua (?:ngay|hàng)|thêm vào giỏ|cho vào giỏ|chọn mua|đặt (?:mua|hàng)|in den (?:warenkorb|einkaufswagen)|ajouter au panier|aggiungi al carrello|acquista|añadir al carrito|agregar al carro|comprar|do koszyka|do košíka|do košíku|dodaj v košarico|u košaricu|în coș|adauga in cos|add to order|place (?:your )?bid|in winkelwagen|купить|в корзину|加入購物車|立即購買|放入購物車|장바구니|구매하기|ostoskoriin|lisa ostukorvi|הוסף לסל|أضف إلى/i

/** Labels in rows of facts → the field they fill. */
export const ROW_LABELS = {
  sku: /^(?:sku|asin|mã (?:sản phẩm|sp|hàng|số)|mã|product (?:code|id|number|no\.?)|item (?:no\.?|number|code|id|#)|article (?:no\.?|number)|art(?:ikel)?\.?-?\s?(?:nr|nummer|no)\.?|ref(?:erence|\.|erenz|erencia)?|référence|codice(?: prodotto| articolo)?|c[oó]digo(?: de producto)?|kód(?: produktu| tovaru)?|šifra(?: izdelka)?|post id|ad id|listing (?:id|no\.?)|mã tin|anzeigennummer|catalogue? (?:no\.?|number)|bestell-?\s?(?:nr\.?|nummer)|ebay (?:item number|artikelnummer)|tootekood|indeks|nr (?:ref|katalogowy)\.?|商品編號|상품번호|артикул|код товара)$/i,
  model: /^(?:(?:item )?model (?:no\.?|number)|model|mã model|mẫu mã)$/i,
  brand:
    /^(?:brand(?: name)?|thương hiệu|nhãn hiệu|hãng(?: sản xuất)?|nhà sản xuất|marke|marque|marca|značka|producent|proizvođač|proizvajalec|manufacturer|hersteller|fabricant|merk|бренд|производитель)$/i,
  gtin: /^(?:gtin(?:-?1[234])?|ean(?:-?13)?|upc|barcode|mã vạch|isbn(?:-?1[03])?)$/i,
  availability:
    /^(?:availability|tình trạng(?: kho| hàng)?|kho(?: hàng)?|stock(?: status)?|trạng thái|verfügbarkeit|disponibilit[àéy]|disponibilidad|dostupnosť|dostupnost)$/i,
  condition: /^(?:condition|item condition|tình trạng(?: máy| sản phẩm)?|độ mới|zustand|état|stato|estado)$/i,
  seller:
    /^(?:seller|sold by|vendor|người bán|người đăng|bán bởi|cung cấp bởi|nhà cung cấp|cửa hàng|shop|name|tên|họ tên|liên hệ|store|verkäufer|vendu par|venduto da|contact(?: name)?|publisher)$/i,
  phone: /^(?:phone|điện thoại|sđt|số điện thoại|tel\.?|telephone|hotline|mobile|di động|zalo|liên hệ)$/i,
  location: /^(?:location|địa chỉ|khu vực|địa điểm|nơi bán|address|city|vị trí|gửi từ|standort|ubicación)$/i,
  postedAt:
    /^(?:published(?: date)?|posted(?: on)?|ngày đăng|đăng (?:ngày|lúc)|date (?:posted|added|listed)|listed|cập nhật)$/i,
  listPrice:
    /^(?:giá (?:cũ|gốc|niêm yết|thị trường|hãng|trước đây|chưa giảm)|(?:old|list|regular|original|market) price|rrp|msrp|uvp)$/i,
  price:
    /^(?:price|our price|giá(?: bán| tiền| km| khuyến m[ãạ]i| ưu đãi| mới| hiện tại)?|sale price|preis|prix|prezzo|precio|preço|cena|цена)$/i,
} as const

/** Currency signs, codes and abbreviations as printed beside a number. */
const SIGN =
  '₫|đ(?:ồng)?|vnđ|vnd|us\\$|nt\\$|hk\\$|r\\$|au\\$|ca\\$|c\\$|\\$|€|£|¥|￥|₩|₹|₽|₺|฿|₪|₱|zł|kč|lei|ron|rs\\.?|pkr|inr|rp|idr|rm|chf|kn|hrk|kr\\.?|sek|dkk|nok|eur(?:o)?|usd|gbp|aud|cad|pln|czk|ars|brl|clp|ft|huf|лв|руб\\.?|р\\.|грн|byn|元|円|원|ر\\.س|sar|aed|twd|krw|jpy|cny|thb|sgd|myr|php|try|tl|\\bbgn|\\busd'
/** The same one by one, as they are printed. */
const SIGNS = SIGN.replace('đ(?:ồng)?', 'đ|đồng')
  .replace('eur(?:o)?', 'eur|euro')
  .split('|')
  .map((sign) => sign.replace(/\\b|\?$/g, '').replaceAll('\\', ''))
/** For the quick look: their letters, and what else they begin or end with. */
const SIGN_WORDS = new Set(SIGNS.map((sign) => sign.replace(/[^\p{L}]/gu, '')))
const SIGN_MARKS = new Set(SIGNS.flatMap((sign) => (/^\p{L}+$/u.test(sign) ? [] : [...sign.replace(/^[a-z]+/, '')])))
const NUMBER = "\\d{1,15}(?:[.,\\s'’\u00a0\u202f]\\d{1,6}){0,5}"
export const ALL_MONEY = new RegExp(
  `(?:(?:^|[^\\p{L}])(?:${SIGN})\\s{0,3}${NUMBER}|${NUMBER}(?:,-{1,2}|,–)?\\s{0,3}(?:${SIGN})(?![\\p{L}]))`,
  'giu',
)

/** From just before the first digit on: a sign and three spaces fit before it. Most texts have no digit and need no pattern. */
const fromNumber = (text: string, before: number): string => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) return at <= before ? text : text.slice(at - before)
  }
  return ''
}
const BEFORE_NUMBER = 12

/** A price as most Vietnamese shops print it, alone in its element: told at once, and what the long pattern finds in it too. */
const PLAIN_MONEY = /^\d{1,3}(?:[.,]\d{3}){1,3} ?(?:₫|đ|VND|VNĐ|vnđ|vnd)$/

/** The same among other words: where it stands, the long pattern finds something too. */
const PLAIN_INSIDE = /\d[.,]\d{3} ?(?:₫|đ|VND|VNĐ|vnđ|vnd)(?!\p{L})/u

/** Readers ask of the same text again and again, and the pattern is the slowest of all. */
const answered = perPage<readonly RegExpExecArray[]>()

const moneyIn = (text: string): readonly RegExpExecArray[] => {
  const part = fromNumber(text, BEFORE_NUMBER)
  if (part === '') return []
  const known = answered.get(part)
  if (known !== undefined) return known
  const plain = PLAIN_MONEY.exec(part)
  if (plain !== null) return [plain]
  if (!moneyNear(part, SIGN_WORDS, SIGN_MARKS)) return []
  const found: RegExpExecArray[] = []
  // matchAll would make a new pattern each time.
  ALL_MONEY.lastIndex = 0
  for (let hit = ALL_MONEY.exec(part); hit !== null; hit = ALL_MONEY.exec(part)) found.push(hit)
  answered.set(part, found)
  return found
}

/** A number with a currency on either side. */
export const MONEY = {
  test: (text: string): boolean => PLAIN_INSIDE.test(text) || moneyIn(text).length > 0,
  exec: (text: string): RegExpExecArray | null => moneyIn(text)[0] ?? null,
  all: moneyIn,
}

/** A number with a Vietnamese unit: 350k, 1tr2, 2 triệu. */
const SHORT_PATTERN = /(?:^|\s)\d{1,4}(?:[.,]\d{1,3})?\s{0,2}(?:k|tr|triệu|nghìn|ngàn|tỷ|củ)\d{0,3}(?![\p{L}\d])/iu
export const SHORT_MONEY = {
  test: (text: string): boolean => SHORT_PATTERN.test(fromNumber(text, 1)),
  exec: (text: string): RegExpExecArray | null => SHORT_PATTERN.exec(fromNumber(text, 1)),
}
export const BARE_NUMBER = new RegExp(`^${NUMBER}(?:,-{1,2}|,–)?$`)
