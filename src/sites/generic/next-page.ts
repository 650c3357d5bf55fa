import type { Element } from 'domhandler'
import { isAction } from './card-parts.ts'
import { hasToken, parentOf, tokensOf } from './elements.ts'
import type { Head } from './head.ts'
import { shortText } from './texts.ts'
import type { Seen } from './visible.ts'
import { TOKENS } from './words.ts'

const NEXT =
  /^(?:next(?: page)?|trang (?:sau|tiếp|kế)(?: theo)?|tiếp(?: theo)?|sau|xem thêm|›|»|→|>|>>|⟩|older|weiter|suivant|siguiente|következő|далее)\s*[›»→>]*$/i

/** The next page of this index: rel=next, a next link, or the number after the current one. */
export const nextOf = (seen: Seen, head: Head, base: string): string | null => {
  if (head.next !== null) return head.next
  let following: { readonly number: number; readonly href: string } | null = null
  const current = pageNumber(base) ?? 1
  for (const { element } of seen.survey.spots) {
    const href = element.name === 'a' ? (element.attribs.href ?? '') : ''
    if (href === '' || isAction(href)) continue
    if (element.attribs.rel?.split(/\s+/).includes('next')) return href
    if (!isPaged(element)) continue
    const label = shortText(element, 40) || (element.attribs['aria-label'] ?? element.attribs.title ?? '')
    if (NEXT.test(label) || tokensOf(element).includes('next')) return href
    const number = /^\d{1,5}$/.test(label) ? Number(label) : null
    if (number !== null && number > current && (following === null || number < following.number))
      following = { number, href }
  }
  return following?.href ?? null
}

const isPaged = (element: Element): boolean => {
  for (let up: Element | null = element, level = 0; up !== null && level < 5; up = parentOf(up), level++) {
    if (
      hasToken(up, TOKENS.pages) ||
      (tokensOf(up).includes('page') && tokensOf(up).includes('numbers')) ||
      /pagination|phân trang/i.test(up.attribs['aria-label'] ?? '')
    )
      return true
  }
  return false
}

const pageNumber = (url: string): number | null => {
  const match =
    /[?&](?:i?page|p|pg|trang|paged)=(\d{1,5})(?:&|$)/i.exec(url) ?? /\/(?:page|trang)[/-](\d{1,5})(?:\/|$)/i.exec(url)
  return match === null ? null : Number(match[1])
}
