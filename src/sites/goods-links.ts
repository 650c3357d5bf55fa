import type { Link } from '../domain.ts'
import type { PageView } from '../page/view.ts'

/** An address as data state it, absolute or not; null for what is none. */
export const addressAt = (stated: string | undefined, base: string): URL | null =>
  stated !== undefined && URL.canParse(stated, base) ? new URL(stated, base) : null

/** The same address with one parameter set. */
export const withParameter = (url: URL, name: string, value: string | number): string => {
  const changed = new URL(url)
  changed.searchParams.set(name, String(value))
  return changed.href
}

/**
 * Links of an index of a site whose URLs say what they are: each listing once, under the first of its addresses, then the
 * next page where this one has goods, then further indexes. None on a listing's own page: related goods lead astray.
 * @param goods addresses that the page's data states beside its anchors
 * @param isIndex whether a link leads to a category or shop
 */
export const goodsLinks = (
  view: PageView,
  key: (url: URL) => string | null,
  rest: { readonly goods?: readonly string[]; readonly next: string | null; readonly isIndex?: (url: URL) => boolean },
): readonly Link[] => {
  if (!view.isJson && key(view.url) !== null) return []
  const anchors = view.isJson ? [] : view.hrefs('a[href]').map(({ text }) => text)
  const links = new Map<string, Link>()
  for (const url of [...(rest.goods ?? []), ...anchors]) {
    const named = key(new URL(url))
    if (named !== null && !links.has(named)) links.set(named, { url, role: 'listing', text: null })
  }
  const next: readonly Link[] =
    rest.next === null || links.size === 0 ? [] : [{ url: rest.next, role: 'next', text: null }]
  const bare = anchors.map((url) => new URL(url)).filter((url) => rest.isIndex?.(url))
  const indexes = new Set(bare.map(({ origin, pathname }) => origin + pathname)) // what follows says where the click was
  indexes.delete(view.url.origin + view.url.pathname)
  return [...links.values(), ...next, ...[...indexes].map((url): Link => ({ url, role: 'index', text: null }))]
}
