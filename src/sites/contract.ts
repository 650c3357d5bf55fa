import type { Found, Link, RawListing } from '../domain.ts'
import type { PageView } from '../page/view.ts'

/** What an adapter states differently from the generic reader; fields it leaves out are the generic reader's. */
export type RawDifference = { readonly [K in keyof RawListing]?: RawListing[K] }

/** What a healthy crawl of the site yields; below it a sweep says broken, not quiet. */
export interface Expectation {
  /** Fewest listings one sweep of a working site finds. */
  readonly minListings: number
  /** field → least share of listings that have it, 0–1. */
  readonly filled: Readonly<Record<string, number>>
}

/** What shop software is recognised by. */
export interface Made {
  /** The first 64 KB of the document: for ASCII patterns only, as it may be undecoded. */
  readonly html: string
  /** Whether one of the site's marks stands in it. */
  readonly marked: boolean
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly url: URL
}

/** One site: a plain object of small functions, pure, given a page that is already here. */
export interface Site {
  readonly id: string
  readonly name: string
  /**
   * Host names; `*.example.vn` covers sub-domains too, `example.vn/shop` only that part of a host that is otherwise
   * another site's. Ports are ignored. None for shop software, see `recognises`.
   */
  readonly hosts: readonly string[]
  /** What this file was checked against: a recording of the real site, a documented shape, or nothing. */
  readonly verified: 'recording' | 'shape' | 'none'
  /** Date and source of that check. */
  readonly verifiedBy: string
  /** `browser` where the server sends an empty shell. */
  readonly needs: 'http' | 'browser'
  /** Currency of a bare number on this site. */
  readonly currency: string | null
  readonly expect: Expectation

  /**
   * Shop or forum software that runs on any host: whether it made this page. Asked of pages of hosts that no site claims;
   * such a site names no `key` (the canonical URL is the identity), since a URL alone does not say what software answers.
   * Where it is left out, one of the `marks` is enough.
   */
  recognises?(made: Made): boolean
  /** ASCII strings of four characters and more that software leaves in the first 64 KB of its documents. */
  readonly marks?: readonly string[]
  /** Reads what several makes have in common: asked only when none of them knows the page. */
  readonly fallback?: true
  /** Stable id of the listing the URL names, from raw ids; null when the URL is no listing. */
  key?(url: URL): string | null
  /** URL of page `page` (from 1) of the search for `query`. */
  searchUrl?(query: string, page: number): string
  /** One listing page: the differences from the generic reader. Throws LayoutChanged where the page no longer fits. */
  listing?(view: PageView): RawDifference
  /**
   * A page that shows several whole listings (a feed of posts, an answer of the site's own API); each needs `url` and `title`.
   * Null where this page is none: then it is read as one page, with `listing`. JSON is only ever read here.
   */
  listings?(view: PageView): readonly RawDifference[] | null
  /**
   * Links worth following. Replaces what the generic reader found, which it is given (none on a feed). Not asked of a
   * listing's own page. Role `feed` is for public data whose answers `listings` reads: it is visited before all else.
   */
  links?(view: PageView, found: readonly Link[]): readonly Link[]
  /** Words that on this site mean removed, blocked or login wall, beyond the general ones. */
  readonly signs?: Readonly<Partial<Record<'removed' | 'blocked' | 'login-wall', readonly (string | RegExp)[]>>>
}

/** Identity with a type: the only thing an adapter file needs to import. */
export const defineSite = (site: Site): Site => site

export { nodesWith } from './embedded-json.ts'
export { choicesOf, sitemapOf } from './engine.ts'
export { addressAt, goodsLinks, withParameter } from './goods-links.ts'
export {
  attributesFrom,
  differing,
  eachOnce,
  flagAt,
  foundAt,
  joined,
  momentAt,
  type Spot,
  spotAt,
  spotsAt,
  spotsWith,
  textAt,
  textsAt,
  valueAt,
} from './json-path.ts'
export { fromMinor } from './minor-units.ts'
export { isProductsPath, nextProducts, productsFeed, readProducts, withoutCollection } from './products-json.ts'
export { assignedJson, parseLenient, present, scriptJson, scriptsWith, sellerOf, stated, statesOf } from './state.ts'
export { type ThreadMarks, threadLinks, threadOf } from './thread.ts'
export type { Found, Link, PageView }
