// longer than the rest: one closure answers the eleven questions of PageView
import type { CheerioAPI } from 'cheerio/slim'
import type { Element } from 'domhandler'
import type { Found, Page } from '../domain.ts'
import { LayoutChanged } from '../errors.ts'
import { isJson, textOf } from './decode.ts'
import { pictureCandidates } from './images.ts'
import { parseHtml } from './parse.ts'
import type { PageView } from './view.ts'
import { fold, rawText, visibleText } from './visible-text.ts'

/** What stands behind a view. */
interface Ground {
  readonly page: Page
  readonly url: URL
  readonly html: () => string
  readonly dom: () => CheerioAPI
  /** The card a section is about; null for the whole page. */
  readonly scope: Element | null
}

const grounds = new WeakMap<PageView, Ground>()

/** A view of a page that decodes and parses only when first asked. The URL must be absolute. */
export const viewOf = (page: Page): PageView => {
  const html = () => textOf(page)
  return makeView({ page, url: new URL(page.url), html, dom: once(() => parseHtml(html())), scope: null })
}

/** The parsed document behind a view; of a section, the section's element alone is its document. */
export const domOf = (view: PageView): CheerioAPI => {
  const ground = grounds.get(view)
  if (ground === undefined) throw new TypeError('domOf needs a view made by viewOf')
  return ground.scope === null ? ground.dom() : parseHtml(ground.html())
}

/** Elements within one another tell the same text again each: of hundreds around a long page no memory would hold it. */
const MOST_TIMES = 20

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const makeView = (ground: Ground): PageView => {
  const { page, url, dom, scope } = ground
  const base = once(() => baseOf(dom(), url))

  const select = (selector: string): readonly Element[] => {
    if (selector === ':scope') return scope === null ? [] : [scope]
    const found = scope === null ? dom()(selector) : dom()(scope).find(selector)
    return found.get().filter((node): node is Element => 'attribs' in node)
  }
  const found = (selector: string, read: (element: Element) => Found | null) =>
    select(selector)
      .map(read)
      .filter((one) => one !== null)
  const texts = (selector: string, without?: string) => {
    const skipped = without === undefined ? undefined : new Set(select(without))
    let left = MOST_TIMES * page.body.length
    return found(selector, (element) => {
      const text = visibleText(element, skipped)
      left -= text.length
      if (left < 0) throw new LayoutChanged(`${selector} stands within itself too deep to be read on ${url}`)
      return named(text, `css:${selector}`)
    })
  }
  const attrs = (selector: string, name: string) =>
    found(selector, (element) => named(fold(element.attribs[name] ?? ''), `css:${selector}@${name}`))
  const hrefs = (selector: string) =>
    found(selector, (element) => named(webUrl(element.attribs.href, base()), `css:${selector}@href`))
  const picture = (element: Element, selector: string): Found | null => {
    for (const { value, attribute } of pictureCandidates(element)) {
      const address = webUrl(value, base())
      if (address !== '') return { text: address, source: `css:${selector}@${attribute}` }
    }
    return null
  }

  const view: PageView = {
    page,
    url,
    get html() {
      return ground.html()
    },
    text: (selector) => exactlyOne(texts(selector), selector, url),
    maybe: (selector) => atMostOne(texts(selector), selector, url),
    texts,
    attr: (selector, name) => exactlyOne(attrs(selector, name), `${selector}@${name}`, url),
    maybeAttr: (selector, name) => atMostOne(attrs(selector, name), `${selector}@${name}`, url),
    href: (selector) => exactlyOne(hrefs(selector), `${selector}@href`, url),
    maybeHref: (selector) => atMostOne(hrefs(selector), `${selector}@href`, url),
    hrefs,
    srcs: (selector) => found(selector, (element) => picture(element, selector)),
    get isJson() {
      return scope === null && isJson(page)
    },
    data: () => parsedText(ground.html(), 'the answer', url),
    json: (selector) => parsed(exactlyOne(select(selector), selector, url), selector, url),
    sections: (selector) =>
      select(selector).map((element) => {
        const html = once(() => String(dom().html(element)))
        return makeView({ page, url, html, dom, scope: element })
      }),
  }
  grounds.set(view, ground)
  return view
}

const named = (text: string, source: string): Found | null => (text === '' ? null : { text, source })

const atMostOne = <T>(found: readonly T[], selector: string, url: URL): T | null => {
  if (found.length > 1) throw new LayoutChanged(`${selector} matches ${found.length} elements on ${url}, expected one`)
  return found[0] ?? null
}

const exactlyOne = <T>(found: readonly T[], selector: string, url: URL): T => {
  const one = atMostOne(found, selector, url)
  if (one === null) throw new LayoutChanged(`${selector} matches nothing on ${url}, expected one`)
  return one
}

const baseOf = (dom: CheerioAPI, url: URL): URL => {
  const href = dom('base[href]').first().attr('href')
  return href !== undefined && URL.canParse(href, url.href) ? new URL(href, url) : url
}

/** Absolute http(s) URL, or '' for anything else (javascript:, tel:, broken): those are no places to go. */
const webUrl = (href: string | undefined, base: URL): string => {
  const address = href?.trim() ?? ''
  if (address === '' || !URL.canParse(address, base.href)) return ''
  const url = new URL(address, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : ''
}

const parsed = (script: Element, selector: string, url: URL): unknown =>
  parsedText(rawText(script).replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, ''), selector, url)

const parsedText = (text: string, what: string, url: URL): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new LayoutChanged(`${what} on ${url} holds no valid JSON`, { cause: error })
  }
}
