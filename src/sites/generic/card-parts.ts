import type { Element } from 'domhandler'
import { childrenOf, hasToken, parentOf } from './elements.ts'
import { notesOf } from './notes.ts'

export const hasPicture = (element: Element): boolean =>
  inside(
    element,
    (one) =>
      one.name === 'img' ||
      one.name === 'picture' ||
      (BACKGROUND.test(one.attribs.style ?? '') && !isSwatch(one, element)),
  )
/** A colour behind something is no picture. */
const BACKGROUND = /background-image|background[^;]{0,200}url\(/i

/** A spot of the cloth's colour, to choose among: no picture of the goods. */
const isSwatch = (spot: Element, card: Element): boolean => {
  for (let up: Element | null = spot; up !== null && up !== card; up = parentOf(up))
    if (hasToken(up, SWATCH)) return true
  return false
}
const SWATCH = new Set(['swatch', 'swatches', 'color', 'colors', 'colour', 'colours', 'mausac'])

/** Counts of the places an element links to, leaving out actions on the goods. */
export const linksIn = (element: Element): ReadonlyMap<string, number> => {
  const notes = notesOf(element)
  notes.links ??= countLinks(element)
  return notes.links
}

const countLinks = (element: Element): ReadonlyMap<string, number> => {
  let counts: Map<string, number> | null = null
  inside(element, (one) => {
    const href = one.name === 'a' ? (one.attribs.href ?? '').trim() : ''
    if (href === '' || isAction(href) || isPicture(href)) return false
    const place = href.replace(/#.*$/, '')
    counts ??= new Map()
    counts.set(place, (counts.get(place) ?? 0) + 1)
    return false
  })
  return counts ?? NOWHERE
}
const NOWHERE: ReadonlyMap<string, number> = new Map()

/** A picture to look at larger, not a place. */
export const isPicture = (href: string): boolean => /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(href)

export const isAction = (href: string): boolean =>
  /^(?:#|javascript:|mailto:|tel:|data:|zalo:|sms:)/i.test(href) ||
  /(?:^|[?&/])(?:add[-_]to|wishlist|compare|quick-?view|cart(?!oo?n|ridge))|(?:^|[?&/=])gio-?hang\b|[?&](?:act|action|do)=(?:add|buy)/i.test(
    href,
  )

/** Depth-first search, bounded; true as soon as the test is. */
export const inside = (root: Element, test: (element: Element) => boolean): boolean => {
  const pending: Element[] = [root]
  for (let element = pending.pop(), seen = 0; element !== undefined && seen < 400; element = pending.pop(), seen++) {
    if (test(element)) return true
    const children = childrenOf(element)
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child !== undefined) pending.push(child)
    }
  }
  return false
}
