import type { Found, Page } from '../domain.ts'

/**
 * The questions an adapter may ask of a page. Strict: none or several where one is expected is LayoutChanged, never a guess.
 * Every answer carries its source (`css:<selector>`, `css:<selector>@attr`, `json:<selector>$.path`).
 * Text is white-space-folded and trimmed; an empty text counts as absent.
 */
export interface PageView {
  readonly page: Page
  readonly url: URL
  /** The decoded document. */
  readonly html: string
  /** Exactly one element with text. */
  text(selector: string): Found
  /** None or one. */
  maybe(selector: string): Found | null
  /** All, in document order; `without`: what stands inside elements of that selector is left out, whatever it says. */
  texts(selector: string, without?: string): readonly Found[]
  /** The same with the lines kept in which a person wrote: a post's first is its heading, and prices stand one to a line. */
  lines(selector: string, without?: string): readonly Found[]
  /** Exactly one element with the attribute. */
  attr(selector: string, name: string): Found
  maybeAttr(selector: string, name: string): Found | null
  /** Absolute URL of the one href. */
  href(selector: string): Found
  maybeHref(selector: string): Found | null
  hrefs(selector: string): readonly Found[]
  /** Absolute URLs of pictures: the best of srcset, data-src (lazy), src. */
  srcs(selector: string): readonly Found[]
  /** The whole answer is JSON (a public API), not a document. */
  readonly isJson: boolean
  /** The answer parsed; LayoutChanged when it is not JSON or broken. */
  data(): unknown
  /** Parsed JSON of the one matching script element; LayoutChanged when it is absent or broken. */
  json(selector: string): unknown
  /** One view for each matching element (cards of a feed); selectors inside are relative to it. */
  sections(selector: string): readonly PageView[]
}

export { domOf, viewOf } from './cheerio-view.ts'
