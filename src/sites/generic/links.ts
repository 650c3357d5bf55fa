import type { Element } from 'domhandler'
import type { Link, LinkRole } from '../../domain.ts'
import { isAction, isPicture } from './card-parts.ts'
import { hasToken, parentOf } from './elements.ts'
import { absolute, absoluteUrl } from './found.ts'
import type { Head } from './head.ts'
import { isIndexUrl, isSkipped } from './link-words.ts'
import { nextOf } from './next-page.ts'
import { openingText } from './texts.ts'
import type { Seen } from './visible.ts'

const MAX_LINKS = 2000

/**
 * Links worth following from a page that shows several goods: each card's goods, the next page, other indexes.
 * Same host only; the same address once, in the most telling role.
 * @param listed addresses that structured data lists as goods
 */
export const linksOf = (seen: Seen, head: Head, base: string, listed: readonly string[]): readonly Link[] => {
  const { host } = new URL(base)
  /** Menus are printed twice and thrice. */
  const reached = new Map<string, Place | null>()
  const reach = (href: string): Place | null => {
    const known = reached.get(href)
    if (known !== undefined) return known
    const made = reachable(href, base, host)
    reached.set(href, made)
    return made
  }
  const links = new Map<string, Link>()
  const here = key(base)
  const twins = new Set(head.twins.flatMap((href) => absolute(href, base) ?? []).map(key))
  const add = (href: string | null, role: LinkRole, text: string | null): void => {
    const place = href === null ? null : reach(href)
    if (place === null || place.key === here || links.size >= MAX_LINKS || (role !== 'listing' && twins.has(place.key)))
      return
    const known = links.get(place.key)
    if (known === undefined || RANK[role] > RANK[known.role])
      links.set(place.key, { url: place.address, role, text: text === '' ? null : text })
  }
  for (const { element, hrefs, priced, pictured } of seen.cards) {
    const href = chosen(element, hrefs)
    if (priced || pictured) add(href, 'listing', openingText(element, 200))
  }
  for (const url of listed) add(url, 'listing', null)
  add(nextOf(seen, head, base), 'next', null)
  for (const { element, region } of seen.survey.spots) {
    if (element.name !== 'a' || region === 'card' || region === 'cart' || region === 'related') continue
    const href = (element.attribs.href ?? '').trim()
    if (
      href === '' ||
      isAction(href) ||
      /nofollow/.test(element.attribs.rel ?? '') ||
      'hreflang' in element.attribs ||
      isAside(element)
    )
      continue
    const place = reach(href)
    if (place !== null && isIndexUrl(place.url)) add(href, 'index', openingText(element, 100))
  }
  return [...links.values()]
}

const RANK: Readonly<Record<LinkRole, number>> = { index: 0, next: 1, listing: 2, feed: 3 }

/** Where a link leads; the address without its fragment. */
interface Place {
  readonly url: URL
  readonly address: string
  readonly key: string
}

/** For comparing: no fragment, no trailing slash, upper-case percent-encoding. */
const key = (url: string): string =>
  url
    .replace(/#.*$/, '')
    .replace(/\/(?=\?|$)/, '')
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())

/** On the page's own host; null for anything not to be followed. */
const reachable = (href: string, base: string, host: string): Place | null => {
  if (isAction(href)) return null
  const url = absoluteUrl(href, base)
  if (url === null || url.host !== host || isSkipped(url)) return null
  const address = url.href.replace(/#.*$/, '')
  return { url, address, key: key(address) }
}

/** The link of a card: around its picture, else the most used. */
const chosen = (card: Element, hrefs: readonly string[]): string | null => {
  if (hrefs.length < 2) return hrefs[0] ?? null
  const pending = [card]
  for (let element = pending.pop(), seen = 0; element !== undefined && seen < 200; element = pending.pop(), seen++) {
    const href = element.name === 'img' ? linkAround(element, card) : null
    if (href !== null && !isAction(href) && !isPicture(href)) return href
    for (let child = element.lastChild; child !== null; child = child.prev) if ('attribs' in child) pending.push(child)
  }
  return hrefs[0] ?? null
}

const linkAround = (picture: Element, card: Element): string | null => {
  for (let up: Element | null = picture; up !== null && up !== card.parent; up = parentOf(up))
    if (up.name === 'a') return up.attribs.href ?? null
  return null
}

const ASIDE = new Set([
  'language',
  'languages',
  'lang',
  'langs',
  'currency',
  'social',
  'share',
  'login',
  'account',
  'comment',
  'comments',
  'review',
  'reviews',
  'filter',
  'filters',
  'facet',
  'facets',
  'sort',
  'sorting',
  'calendar',
  'tagcloud',
  'footer',
  'copyright',
  'archives',
])

/** In a footer, a language switch, a filter panel, a calendar. */
const isAside = (element: Element): boolean => {
  for (let up: Element | null = element; up !== null; up = parentOf(up)) {
    if (up.name === 'footer') return true
    if (up.name !== 'body' && up.name !== 'html' && hasToken(up, ASIDE)) return true
  }
  return false
}
