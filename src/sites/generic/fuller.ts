import { plainText } from '../../normalise/plain-text.ts'
import type { Scan } from '../../page/scan.ts'
import { tidy } from './found.ts'

/** Tried in this order. */
const DESCRIBED = ['escription', 'mo-ta', 'mota', 'noi-dung', 'noidung'] as const
const NOT_WHOLE = /short|meta|review|related|heading|title|tab-title/i
const MAX_PART = 60_000
const MAX_TRIES = 8

/**
 * Whether the page prints a description clearly longer than the stated one, in a box that is called so.
 * Reads those parts of the text alone; no document is built.
 */
export const saysMore = (scan: Scan, stated: string): boolean => {
  const least = stated.length * CLEARLY
  return DESCRIBED.some((word) => {
    const asWritten = scan.places(word).filter((at) => scan.raw.startsWith(word, at))
    return hasLonger(asWritten.slice(0, MAX_PLACES), scan, least)
  })
}
/** As reconcile.ts weighs two descriptions. */
const CLEARLY = 1.2

/** Whether a box with a word in its class or id at one of these places holds a text longer than `least`. */
const hasLonger = (places: readonly number[], { raw: html, read }: Scan, least: number): boolean => {
  let tries = 0
  let from = 0
  for (const at of places) {
    if (at < from) continue
    if (tries >= MAX_TRIES) break
    const open = tagAround(html, at)
    const element =
      open !== -1 && isBox(html, open) && tries++ < MAX_TRIES && !inScript(html, open) ? elementAround(html, at) : null
    if (element !== null && textIn(read(element)).length > least) return true
    if (element !== null) from = open + element.length
  }
  return false
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
