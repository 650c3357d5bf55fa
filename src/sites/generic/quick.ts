import type { Found } from '../../domain.ts'
import { plainText } from '../../normalise/plain-text.ts'
import type { Scan } from '../../page/scan.ts'
import { amountOf } from './amounts.ts'
import { found, type Source, tidy } from './found.ts'
import { nameKey } from './own.ts'
import { plain } from './values.ts'
import { MONEY } from './words.ts'

/** Characters after the heading in which the asked and the old price stand on every shop we have seen. */
const AFTER_HEADING = 6000
const OTHER_GOODS = /<(?:section|footer)[\s>]|class="[^"]{0,100}(?:related|upsell|tabs)/i
const STRUCK =
  /<(?:del|s|strike)[\s>]|(?:old|list|compare|regular|was|original)[-_]?price|price[-_]?(?:old|list|was|compare|regular|original)|gia-?(?:cu|goc)/gi
/** Tried in this order. */
const DESCRIBED = ['escription', 'mo-ta', 'mota', 'noi-dung', 'noidung'] as const
/** All of them: one search of the page for five words. */
const ANY_DESCRIBED = /escription|mo-?ta|noi-?dung/g
const NOT_WHOLE = /short|meta|review|related|heading|title|tab-title/i
const MAX_PART = 60_000
const MAX_TRIES = 8
/** A longer structured description is taken to be the whole. */
const SHORT_DESCRIPTION = 1500

/**
 * What structured data leaves out and the page prints: the struck-through price and the full description.
 * Reads those parts of the text alone; no document is built.
 * @param stated name, price and description of the structured data
 */
export const readParts = (
  scan: Scan,
  stated: { readonly name: string; readonly price: string; readonly description: string | null },
): Source => ({
  listPrice: listPriceIn(scan, stated.name, amountOf(stated.price)),
  description:
    stated.description !== null && stated.description.length > SHORT_DESCRIPTION
      ? null
      : fullDescription(scan, stated.description),
})

const listPriceIn = ({ raw: html, read }: Scan, name: string, price: number): Found | null => {
  const start = headingOf(html, read, name)
  const after = start === -1 ? '' : html.slice(start, start + AFTER_HEADING)
  const cut = after.search(OTHER_GOODS)
  const part = cut === -1 ? after : after.slice(0, cut)
  let tries = 0
  for (const { index } of part.matchAll(STRUCK)) {
    if (tries++ >= MAX_TRIES) break
    const element = elementAround(part, part[index] === '<' ? index + 1 : index)
    const amount = element === null ? null : MONEY.exec(textIn(read(element)).slice(0, 80))?.[0].trim()
    if (amount !== undefined && amount !== null && amountOf(amount) > price && amountOf(amount) < price * 50)
      return found(amount, 'css:h1 ~ struck-through')
  }
  return null
}

/** Where the h1 with this name opens; -1 when there is none. */
const headingOf = (html: string, read: Scan['read'], name: string): number => {
  const key = nameKey(name)
  for (const { index } of html.matchAll(/<h1[\s>]/gi)) {
    const end = html.indexOf('</h1', index)
    const cut = end === -1 ? index + 500 : Math.min(end, index + 2000)
    const text = plain(read(html.slice(html.indexOf('>', index) + 1, cut)))
    if (nameKey(text ?? '').includes(key)) return index
  }
  return -1
}

const fullDescription = (scan: Scan, known: string | null): Found | null => {
  const places = new Map<string, number[]>(DESCRIBED.map((word) => [word, []]))
  for (const { 0: word, index } of scan.raw.matchAll(ANY_DESCRIBED)) places.get(word)?.push(index)
  return [...places.values()].reduce<Found | null>(
    (best, at) => best ?? longestNamed(at.slice(0, MAX_PLACES), scan, known?.length ?? 0),
    null,
  )
}

/** The longest text of a box with a word in its class or id at one of these places, where it is longer than `least`. */
const longestNamed = (places: readonly number[], { raw: html, read }: Scan, least: number): Found | null => {
  let best: Found | null = null
  let tries = 0
  let from = 0
  for (const at of places) {
    if (at < from) continue
    if (tries >= MAX_TRIES) break
    const open = tagAround(html, at)
    const element =
      open !== -1 && isBox(html, open) && tries++ < MAX_TRIES && !inScript(html, open) ? elementAround(html, at) : null
    const words =
      element === null ? '' : textIn(read(element)).replace(/^(?:description|mô tả(?: sản phẩm)?)\s*:?\s+/i, '')
    if (words.length > (best?.text.length ?? least)) best = found(words, 'css:[class*=description]')
    if (element !== null) from = open + element.length
  }
  return best
}
const MAX_PLACES = 500

const isBox = (html: string, open: number): boolean =>
  /^<(?:div|section|article)\s/i.test(html.slice(open, open + 9)) &&
  !NOT_WHOLE.test(namesOf(html.slice(open, html.indexOf('>', open))))

/** Start of the tag in whose name, id or class this place lies; -1 when it lies elsewhere. */
const tagAround = (html: string, at: number): number => {
  const before = html.slice(Math.max(0, at - LONGEST_TAG), at)
  const open = before.lastIndexOf('<')
  if (open === -1 || before.includes('>', open)) return -1
  const inside = before.slice(open)
  return inside === '<' || /(?:id|class)\s?=\s?["'][^"']*$/i.test(inside) ? at - before.length + open : -1
}
const LONGEST_TAG = 600

/** What the class and id of an opening tag say. */
const namesOf = (tag: string): string =>
  [...tag.matchAll(/\s(?:id|class)\s?=\s?["']([^"']*)/gi)].map(([, names]) => names).join(' ')

/** The element whose opening tag holds this place, by counting tags of its name; null when it never closes or is too long. */
const elementAround = (html: string, at: number): string | null => {
  const open = tagAround(html, at)
  const name = open === -1 ? undefined : /^<([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20))?.[1]
  if (name === undefined) return null
  const tag = new RegExp(`<(/?)${name}[\\s>]`, 'gi')
  tag.lastIndex = open
  let depth = 0
  for (let hit = tag.exec(html); hit !== null && hit.index < open + MAX_PART; hit = tag.exec(html)) {
    depth += hit[1] === '/' ? -1 : 1
    if (depth === 0) return html.slice(open, hit.index)
  }
  return null
}

/** Templates for scripts look like markup and say nothing. */
const inScript = (html: string, at: number): boolean => {
  const before = html.slice(Math.max(0, at - LONGEST_TEMPLATE), at)
  return before.lastIndexOf('<script') > before.lastIndexOf('</script')
}
const LONGEST_TEMPLATE = 4000

/** Visible words of a piece of markup. */
const textIn = (markup: string): string => tidy(plainText(markup))
