/** Addresses that lead to no goods, by the words of their path and query. */

const FILE = /\.(?:jpe?g|png|webp|gif|svg|ico|pdf|zip|rar|docx?|xlsx?|mp[34]|css|js|json|xml|txt|rss|atom)$/i
/** Whole path segments or query values of pages every shop has besides its goods. */
const SKIPPED =
  /^(?:log-?in|logout|sign-?in|sign-?up|register|account|my-account|tai-khoan|dang-nhap|dang-ky|cart|gio-hang|checkout|thanh-toan|wishlist|compare|so-sanh|yeu-thich|forgot.*|password|wp-admin|wp-login\.php|wp-json|xmlrpc\.php|feed|rss|item_add|send_friend|send-friend|mark|recover|voucher|returns?|affiliate|giohang|thanhtoan|dathang|dangnhap|dangky)(?:\.(?:php|aspx?|html?))?$/i
/** Likewise, but only when the link is not a card's: goods may carry such words. */
const NOT_INDEX =
  /^(?:about|about-us|contact|contact-us|lien-he|gioi-thieu|policy|policies|terms|privacy|faq|help|support|ho-tro|blogs?|news|tin-tuc|bai-viet|articles?|posts?|author|authors|careers?|tuyen-dung|newsletter|language|currency|reviews?|stores?-?locator|he-thong-cua-hang|khuyen-mai|downloads?|gift|events?|user|users|profile|uncategorized|lienhe|gioithieu|tintuc|baiviet|huongdan|bang-gia|banggia|pricing|noi-quy|quy-dinh)(?:\.(?:php|aspx?|html?))?$|^(?:chinh-sach|dieu-khoan|huong-dan|quy-dinh|quy-che|bao-mat|terms|privacy|returns?|shipping|delivery|about|contact|payment|warranty|bao-hanh|hello-world|sample-page)(?:-.*)?$/i
/** Query parameters that only reorder, filter or decorate an index. */
const VIEW_PARAMETER =
  /^(?:sort.*|.*sort|order.*|.*order(?:type)?|dir|limit|per_?page|view|mode|display|layout|show.*|.*showas|min.*|max.*|price.*|filter.*|.*filter.*|facet.*|rating|colou?r|size|brand|add.*|action|lang|language|currency|locale|replytocom|share|print|tag|utm_.*|fbclid|gclid|ref|token|session.*|sid|sPriceM.*|bPic|alert|hl)$/i
const CALENDAR = /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])(?:\/\d{1,2})?\/?$/

const words = (url: URL): readonly string[] => {
  const segments = url.pathname.split('/').filter(Boolean)
  return url.search === ''
    ? segments
    : [...segments, ...[...url.searchParams.values()].flatMap((value) => value.split(/[/.]/))]
}

const parameters = (url: URL): readonly string[] => (url.search === '' ? [] : [...url.searchParams.keys()])

/** Never followed, whatever the link looks like. */
export const isSkipped = (url: URL): boolean =>
  FILE.test(url.pathname) ||
  words(url).some((word) => SKIPPED.test(word)) ||
  parameters(url).some((name) => /^add[-_]to|^replytocom$|^currency$|^lang(?:uage)?$/i.test(name))

/** May be another index: no page of words, no other view of one, no archive by date. */
export const isIndexUrl = (url: URL): boolean =>
  !CALENDAR.test(url.pathname) &&
  !words(url).some((word) => NOT_INDEX.test(word)) &&
  !parameters(url).some((name) => VIEW_PARAMETER.test(name))
