import type { Found, RawListing } from '../../domain.ts'
import { describe } from './elements.ts'
import { found } from './found.ts'
import type { Survey } from './survey.ts'
import { shortText } from './texts.ts'

/** What a page prints of its buyers and of delivery. */
export type Proof = Pick<RawListing, 'sold' | 'rating' | 'ratings' | 'shipping'>
type Field = keyof Proof

const COUNT = '\\d[\\d.,]{0,12}\\s?(?:k|nghìn|ngàn|tr|triệu)?\\+?'
const MORE_THAN_NONE = `(?=[\\d.,]{0,12}[1-9])${COUNT}`
const RATED = '(?:lượt )?(?:đánh giá|nhận xét|reviews?(?!\\p{L})|ratings?(?!\\p{L}))'

/** “Đã bán 1,2k”, “120 đánh giá”, “4.8/5”, “Miễn phí vận chuyển”: as printed, in a short text. */
const SAID: Readonly<Record<Field, RegExp>> = {
  sold: new RegExp(
    `(?:đã bán|sold)\\s?:?\\s?${COUNT}|${COUNT}\\s?(?:đã bán|sold(?!\\p{L}| out)|lượt (?:bán|mua)(?!\\p{L}))`,
    'iu',
  ),
  ratings: new RegExp(`${MORE_THAN_NONE}\\s?${RATED}|${RATED}\\s?\\(${MORE_THAN_NONE}\\)`, 'iu'),
  rating: new RegExp(
    `(?<![\\d.,/])(?:[0-5][.,]\\d{1,2}\\s?(?:/\\s?5(?![\\d/])|trên 5(?!\\d)|out of 5(?!\\d))|[0-5][.,]\\d(?=\\s?(?:★|⭐|sao)?\\s?\\(?\\s?${COUNT}\\s?${RATED}))`,
    'iu',
  ),
  shipping:
    /(?:miễn phí|free)\s?-?\s?(?:vận chuyển|giao hàng|ship(?:ping)?)(?!\p{L})|phí (?:ship|vận chuyển|giao hàng)\s?:?\s?\d[\d.,]{0,12}\s?(?:k|đ|₫|vnd)?/iu,
}
const FIELDS = Object.keys(SAID) as readonly Field[]

/** Words that one of these must contain, so that texts without need no pattern. */
const WORDS: Readonly<Record<Field, RegExp>> = {
  sold: /đã bán|sold|lượt (?:bán|mua)/iu,
  ratings: /đánh giá|nhận xét|review|rating/iu,
  rating: /đánh giá|nhận xét|review|rating|\/\s?5|trên 5|out of 5/iu,
  shipping: /miễn phí|free|phí (?:ship|vận|giao)/iu,
}
/** The price of an auction is printed, whatever is stated. */
const BIDS = /\bbids?\b|giá (?:đấu|hiện tại)|(?:trả|đấu) giá/iu
/** Letters written as entities: what they say is known only when they are decoded. */
const ENTITY = /&(?:#|[a-z]{1,8};)/i

/** Whether a piece of text may say one of the fields that are not stated; in doubt yes. */
export const mayProve = (text: string, stated: Readonly<Partial<Proof>>): boolean => {
  const plain = text.normalize('NFC')
  return BIDS.test(plain) || FIELDS.some((field) => !stated[field] && (WORDS[field].test(plain) || ENTITY.test(plain)))
}

const MAX_TEXT = 80

/** Read from the title on, up to other goods: reviews of the page's own goods stand there. */
export const proofOf = ({ spots, spotOf, title }: Survey): Proof => {
  const proof: Record<Field, Found | null> = { sold: null, rating: null, ratings: null, shipping: null }
  const start = title === null ? null : spotOf(title)
  if (start === null) return proof
  for (const { element, region } of spots.slice(start.order + 1)) {
    if (region === 'related' || region === 'card' || element.name === 'footer') break
    const text = region === 'main' ? (shortText(element, MAX_TEXT) ?? '') : ''
    if (text === '') continue
    for (const field of FIELDS) {
      if (proof[field] !== null || !WORDS[field].test(text)) continue
      proof[field] = found(SAID[field].exec(text)?.[0], `css:${describe(element)}`)
    }
  }
  return proof
}
