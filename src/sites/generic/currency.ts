import type { Found, RawListing } from '../../domain.ts'
import { found, tidy } from './found.ts'
import type { Seen } from './visible.ts'
import { MONEY, SHORT_MONEY } from './words.ts'

/** Letters that of all languages written in Latin script only Vietnamese has. */
const VIETNAMESE = /[ảẵặẳằắẩẫậấầẻẽẹếềểễệỉịỏọốồổỗộơớờởỡợủụưứừửữựỷỹỵ]/giu
const ENOUGH = 3

/** The currency of a price that is printed without one: a sign printed elsewhere on the page, or dong on a Vietnamese page. */
export const currencyOf = ({ price, title, description }: RawListing, seen: Seen | null): Found | null => {
  if (price === null || MONEY.test(price.text) || SHORT_MONEY.test(price.text)) return null
  const sign = seen === null ? null : signOnPage(seen)
  if (sign !== null) return sign
  const words = `${title?.text ?? ''} ${description?.text ?? ''}`.slice(0, 5000).normalize('NFC')
  return (words.match(VIETNAMESE)?.length ?? 0) >= ENOUGH ? { text: 'VND', source: 'inferred:vietnamese-text' } : null
}

const signOnPage = ({ survey, fields }: Seen): Found | null => {
  if (fields.price && MONEY.test(fields.price.text)) return fields.price
  for (const { element, region } of survey.spots) {
    if (region === 'chrome' || region === 'cart') continue
    for (const child of element.children) {
      if (child.type !== 'text' || child.data.length > 60) continue
      const amount = MONEY.exec(tidy(child.data))?.[0]
      if (amount !== undefined) return found(amount, 'css:body (sign beside another amount)')
    }
  }
  return null
}
