import type { PageView } from '../page/view.ts'
import type { Link } from './contract.ts'

/** The sitemap that an engine keeps at a known address; asked for from the shop's front page only. */
export const sitemapOf = ({ url }: PageView, path = '/sitemap.xml'): readonly Link[] =>
  url.pathname === '/' && url.search === '' ? [{ url: url.origin + path, role: 'index', text: null }] : []

/** Choices of a select: “Đỏ / M - 350.000₫”, name and price; what asks to choose is no choice. */
export const choicesOf = (view: PageView, options: string) =>
  view.texts(options).flatMap(({ text, source }) => {
    const [, name = '', price] = /^(.*?)(?:\s[-–—]\s([^-–—]*\d[^-–—]*))?$/.exec(text) ?? []
    if (name === '' || /^-|chọn|choose|select/i.test(name)) return []
    return [{ name: { text: name, source }, price: price === undefined ? null : { text: price, source } }]
  })
