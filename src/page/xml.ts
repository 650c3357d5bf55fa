import type { Page } from '../domain.ts'
import { textOf } from './decode.ts'

/** One step through an XML document. Text is as written: entities of CDATA are none, those of other text are not decoded. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly raw: boolean }

const HEAD = 4096
const BEGINNING = /^\s*<(?:\?xml|!--|urlset|sitemapindex|rss|feed|rdf:RDF)/
/** What stands before the root: a prolog, instructions, comments, a document type. */
const BEFORE_ROOT = /^(?:\s|<\?[^<>]{0,500}\?>|<!--(?:(?!-->)[\s\S]){0,2000}-->|<![^<>]{0,500}>)*/

/** Name of the document's root element where it is XML of some kind; null for HTML and all else. Cheap for HTML. */
export const xmlRoot = ({ body }: Page): string | null => {
  const head = Buffer.from(body.subarray(0, HEAD))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  if (!BEGINNING.test(head)) return null
  return /^<([A-Za-z][\w:.-]{0,60})/.exec(head.slice(BEFORE_ROOT.exec(head)?.[0].length ?? 0))?.[1] ?? null
}

const TAG = /^<(\/?)([A-Za-z][\w:.-]{0,100})((?:[^<>"']|"[^"<]{0,8000}"|'[^'<]{0,8000}'){0,200})>/
const LONGEST_TAG = 20_000

/** Tags and texts in order, in one pass; what is no tag is passed over. No tree: depth costs nothing. */
export function* xmlEvents(page: Page): Generator<XmlEvent> {
  const xml = textOf(page)
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at)
    const text = xml.slice(at, next === -1 ? xml.length : next)
    if (text.trim() !== '') yield { kind: 'text', text, raw: false }
    if (next === -1) return
    if (xml.startsWith('<![CDATA[', next)) {
      at = endOf(xml, ']]>', next)
      yield { kind: 'text', text: xml.slice(next + 9, Math.max(next + 9, at - 3)), raw: true }
    } else if (xml.startsWith('<!--', next)) at = endOf(xml, '-->', next)
    else {
      const tag = TAG.exec(xml.slice(next, next + LONGEST_TAG))
      at = tag === null ? next + 1 : next + tag[0].length
      if (tag !== null) yield tagOf(tag)
    }
  }
}

const tagOf = ([, slash, name = '', rest = '']: RegExpExecArray): XmlEvent =>
  slash === '/'
    ? { kind: 'close', name }
    : { kind: 'open', name, attributes: rest.replace(/\/$/, ''), empty: rest.endsWith('/') }

const endOf = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from)
  return at === -1 ? xml.length : at + mark.length
}
