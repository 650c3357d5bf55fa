// longer than the rest: one class answers the twelve questions of PageView
import type { Document, Element } from 'domhandler'
import type { Found, Page } from '../domain.ts'
import { LayoutChanged } from '../errors.ts'
import { isJson, textOf } from './decode.ts'
import { pictureCandidates } from './images.ts'
import { parseHtml } from './parse.ts'
import { markupOf, select } from './select.ts'
import type { PageView } from './view.ts'
import { fold, rawText, visibleLines, visibleText } from './visible-text.ts'

/** A view of a page that decodes and parses only when first asked. The URL must be absolute. */
export const viewOf = (page: Page): PageView => {
  const html = () => textOf(page)
  return new View({ page, url: new URL(page.url), html, dom: once(() => parseHtml(html())), scope: null })
}

/** The parsed document behind a view; of a section, the section's element alone is its document. */
export const domOf = (view: PageView): Document => {
  if (!(view instanceof View)) throw new TypeError('domOf needs a view made by viewOf')
  const { scope, dom, html } = view.ground
  return scope === null ? dom() : parseHtml(html())
}

/** What stands behind a view. */
interface Ground {
  readonly page: Page
  readonly url: URL
  readonly html: () => string
  readonly dom: () => Document
  /** The card a section is about; null for the whole page. */
  readonly scope: Element | null
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Elements within one another tell the same text again each: of hundreds around a long page no memory would hold it. */
const MOST_TIMES = 20

/** A class, as the accessors of an object literal are closures that its hidden class keeps, and the whole document with them. */
class View implements PageView {
  readonly page: Page
  readonly url: URL
  readonly ground: Ground
  readonly #base: () => URL

  constructor(ground: Ground) {
    this.page = ground.page
    this.url = ground.url
    this.ground = ground
    this.#base = once(() => baseOf(ground.dom(), ground.url))
  }

  get html(): string {
    return this.ground.html()
  }
  get isJson(): boolean {
    return this.ground.scope === null && isJson(this.page)
  }

  text(selector: string): Found {
    return exactlyOne(this.texts(selector), selector, this.url)
  }
  maybe(selector: string): Found | null {
    return atMostOne(this.texts(selector), selector, this.url)
  }
  texts(selector: string, without?: string): readonly Found[] {
    return this.#texts(selector, without, visibleText)
  }
  lines(selector: string, without?: string): readonly Found[] {
    return this.#texts(selector, without, visibleLines)
  }

  attr(selector: string, name: string): Found {
    return exactlyOne(this.#attrs(selector, name), `${selector}@${name}`, this.url)
  }
  maybeAttr(selector: string, name: string): Found | null {
    return atMostOne(this.#attrs(selector, name), `${selector}@${name}`, this.url)
  }

  href(selector: string): Found {
    return exactlyOne(this.hrefs(selector), `${selector}@href`, this.url)
  }
  maybeHref(selector: string): Found | null {
    return atMostOne(this.hrefs(selector), `${selector}@href`, this.url)
  }
  hrefs(selector: string): readonly Found[] {
    return this.#found(selector, ({ attribs }) => named(webUrl(attribs.href, this.#base()), `css:${selector}@href`))
  }

  srcs(selector: string): readonly Found[] {
    return this.#found(selector, (element) => {
      for (const { value, attribute } of pictureCandidates(element)) {
        const address = webUrl(value, this.#base())
        if (address !== '') return { text: address, source: `css:${selector}@${attribute}` }
      }
      return null
    })
  }

  data(): unknown {
    return parsedText(this.html, 'the answer', this.url)
  }
  json(selector: string): unknown {
    return parsed(exactlyOne(this.#select(selector), selector, this.url), selector, this.url)
  }

  sections(selector: string): readonly PageView[] {
    return this.#select(selector).map((element) => {
      const html = once(() => markupOf(element))
      return new View({ ...this.ground, html, scope: element })
    })
  }

  #select(selector: string): readonly Element[] {
    const { scope, dom } = this.ground
    if (selector === ':scope') return scope === null ? [] : [scope]
    return select(scope ?? dom(), selector)
  }
  #texts(selector: string, without: string | undefined, read: typeof visibleText): readonly Found[] {
    const skipped = without === undefined ? undefined : new Set(this.#select(without))
    let left = MOST_TIMES * this.page.body.length
    return this.#found(selector, (element) => {
      const text = read(element, skipped)
      left -= text.length
      if (left < 0) throw new LayoutChanged(`${selector} stands within itself too deep to be read on ${this.url}`)
      return named(text, `css:${selector}`)
    })
  }
  #attrs(selector: string, name: string): readonly Found[] {
    return this.#found(selector, ({ attribs }) => named(fold(attribs[name] ?? ''), `css:${selector}@${name}`))
  }
  #found(selector: string, read: (element: Element) => Found | null): readonly Found[] {
    return this.#select(selector)
      .map(read)
      .filter((one) => one !== null)
  }
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

const baseOf = (dom: Document, url: URL): URL => {
  const href = select(dom, 'base[href]')[0]?.attribs.href
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
