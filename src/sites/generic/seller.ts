import type { Element } from 'domhandler'
import type { Found, RawSeller } from '../../domain.ts'
import { visibleText } from '../../page/visible-text.ts'
import { childrenOf, describe, hasToken, tokensOf } from './elements.ts'
import { absolute, found, tidy } from './found.ts'
import { followingOf, namesOf, type Row, rowFor } from './rows.ts'
import type { Survey } from './survey.ts'
import { shortText } from './texts.ts'
import { TOKENS } from './words.ts'

const PHONE = /(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)/

/** The box that names who sells on a market place: a name beside a profile link or a seller label, with phone and place. */
export const sellerBox = (survey: Survey, rows: readonly Row[]): RawSeller | null => {
  const boxes = survey.spots
    .filter(({ element, region }) => region === 'main' && isSellerBox(element))
    .map(({ element }) => element)
  for (const box of boxes) {
    const inside = rows.filter(({ element }) => within(box, element))
    const name = rowFor(inside, 'seller')?.value ?? profileName(box)
    if (name === null || name.text.length > 100) continue
    return {
      name,
      url: profileUrl(box, survey.base),
      location: rowFor(inside, 'location')?.value ?? rowFor(rows, 'location')?.value ?? null,
      phoneText: phoneIn(inside),
      badges: [],
    }
  }
  return labelled(survey) ?? linked(survey)
}

const phoneIn = (rows: readonly Row[]): Found | null => {
  const phone = rowFor(rows, 'phone')?.value
  return phone !== undefined && PHONE.test(phone.text) ? phone : null
}

/** All that a link tells of a seller. */
const sellerAt = (link: Element, name: string, base: string): RawSeller => ({
  name: found(name, `css:${describe(link)}`),
  url: found(absolute(link.attribs.href, base), `css:${describe(link)}@href`),
  location: null,
  phoneText: null,
  badges: [],
})

/** A label alone in its box and the link to the seller's page behind it, where no class says what the box is. */
const labelled = (survey: Survey): RawSeller | null => {
  for (const { element, region } of survey.spots) {
    const label = region === 'main' ? (shortText(element, 40) ?? '').replace(/\s*[:：]$/, '') : ''
    if (label === '' || !namesOf(label).some((name) => SELLER_LABEL.test(name))) continue
    const link = followingOf(element)
    const href = link?.name === 'a' ? (link.attribs.href ?? '') : ''
    const name = link === undefined || href === '' || ACTION.test(href) ? null : shortText(link, 100)
    if (link !== undefined && name) return sellerAt(link, name, survey.base)
  }
  return null
}
const SELLER_LABEL = /^(?:người bán|nhà bán(?: hàng)?|gian hàng|(?:được )?bán bởi|seller|sold by|vendor)$/i

/** A link to the seller's page that says itself what it is; a vendor or an author may be a brand or a blogger. */
const linked = (survey: Survey): RawSeller | null => {
  for (const { element, region } of survey.spots) {
    if (region !== 'main' || element.name !== 'a' || !hasToken(element, SAYS_SO)) continue
    const href = element.attribs.href ?? ''
    const name = PROFILE.test(href) && !ACTION.test(href) ? shortText(element, 60) : null
    if (name !== null && NAMED.test(name)) return sellerAt(element, name, survey.base)
  }
  return null
}
const SAYS_SO: ReadonlySet<string> = new Set(['seller', 'nguoiban', 'nguoidang'])

/** Who is named in a row of facts, by a label that says nothing else: “Người đăng: Anh Ba”. */
export const sellerRow = (rows: readonly Row[]): RawSeller | null => {
  const row = rows.find(({ label, value }) => SAYS_SELLER.test(label) && NAMED.test(value.text))
  if (row === undefined) return null
  return {
    name: row.value,
    url: null,
    location: rowFor(rows, 'location')?.value ?? null,
    phoneText: phoneIn(rows),
    badges: [],
  }
}
const SAYS_SELLER = /^(?:người (?:bán|đăng(?: tin)?)|bán bởi|đăng bởi|seller|sold by|posted by)$/i
const NAMED = /^(?=.{2,60}$).*\p{L}/u

const isSellerBox = (element: Element): boolean => {
  if (['a', 'body', 'html', 'main', 'form', 'button', 'img', 'input'].includes(element.name)) return false
  if (!hasToken(element, TOKENS.seller) || tokensOf(element).includes('product')) return false
  return (shortText(element, 1500) ?? '').length > 2
}

const within = (outer: Element, inner: Element): boolean => {
  for (let up: Element['parent'] = inner; up !== null; up = up.parent) if (up === outer) return true
  return false
}

const PROFILE =
  /(?:^|\/)(?:u\/|@)|(?:user|seller|shop|store|vendor|profile|member|author|nguoi-ban|cua-hang|thanh-vien|merchant)/i
const ACTION = /(?:login|register|contact|message|report|follow|review|chat|policy|help|faq)/i

const profileLink = (box: Element): Element | null => {
  const pending = [box]
  for (let element = pending.pop(), seen = 0; element !== undefined && seen < 300; element = pending.pop(), seen++) {
    const href = element.attribs.href ?? ''
    if (element.name === 'a' && PROFILE.test(href) && !ACTION.test(href) && tidy(visibleText(element)).length > 1)
      return element
    pending.push(...[...childrenOf(element)].reverse())
  }
  return null
}

const profileName = (box: Element): Found | null => {
  const link = profileLink(box)
  return link === null ? null : found(visibleText(link), `css:${describe(box)} a`)
}

const profileUrl = (box: Element, base: string): Found | null =>
  found(absolute(profileLink(box)?.attribs.href, base), `css:${describe(box)} a@href`)

/** Who runs the shop, where nobody else sells in it: og:site_name, the site title, the logo's caption. */
export const siteName = (survey: Survey, og: string | null, structured: string | null): Found | null => {
  const stated = found(og, 'meta:og:site_name') ?? found(structured, 'jsonld:Organization.name')
  if (stated !== null) return stated
  for (const { element } of survey.spots.slice(0, 3000)) {
    const words = tokensOf(element)
    if (!words.includes('logo') && !(words.includes('site') && (words.includes('title') || words.includes('name'))))
      continue
    const name = logoName(element)
    if (name !== null && name.text.length < 80) return name
  }
  return null
}

const logoName = (box: Element): Found | null => {
  const pending = [box]
  for (let element = pending.shift(), seen = 0; element !== undefined && seen < 30; element = pending.shift(), seen++) {
    if (element.name === 'img') {
      const caption = tidy(element.attribs.alt || element.attribs.title || '').replace(/^logo\s+|\s+logo$/gi, '')
      if (caption.length > 1 && !/^(?:logo|image|home)$/i.test(caption))
        return found(caption, `css:${describe(box)} img@alt`)
    }
    if (element.name === 'a' || childrenOf(element).length === 0) {
      const text = tidy(visibleText(element))
      if (text.length > 1 && text.length < 60) return found(text, `css:${describe(box)}`)
    }
    pending.push(...childrenOf(element))
  }
  return null
}
