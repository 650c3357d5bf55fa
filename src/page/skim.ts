import { parseHtml } from './parse.ts'
import type { Scan } from './scan.ts'
import { textIn } from './select.ts'
import { fold } from './visible-text.ts'

// Reading a document as a string, without building a DOM: every function here is one forward pass.

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'title', 'textarea', 'select', 'iframe'])
/** Tags longer than this hold inlined data; the attributes we ask for stand at the front. */
const TAG_HEAD = 2048

/** About the first `limit` characters that a reader would see, white space folded, entities decoded. */
export const openingText = (html: string, limit: number): string => {
  const parts: string[] = []
  let gathered = 0
  for (let at = 0; at < html.length && gathered < limit; ) {
    const tag = html.indexOf('<', at)
    const text = fold(html.slice(at, tag === -1 ? Math.min(html.length, at + limit * 4) : tag))
    if (text !== '') parts.push(text)
    gathered += text.length
    if (tag === -1) break
    at = afterMarkup(html, tag)
  }
  return decodeEntities(parts.join(' ').slice(0, limit))
}

/** Where reading goes on after the comment, the tag or the whole silent element that starts at `start`. */
const afterMarkup = (html: string, start: number): number => {
  if (html.startsWith('<!--', start)) return after(html.indexOf('-->', start + 4), 3)
  const name = /^<([a-z][a-z0-9-]*)/i.exec(html.slice(start, start + 32))?.[1]?.toLowerCase()
  if (name === undefined && !/^<[/!?]/.test(html.slice(start, start + 2))) return start + 1
  const end = after(html.indexOf('>', start), 1)
  if (name === undefined || !SILENT.has(name) || html[end - 2] === '/') return end
  return after(indexOfClose(html, name, end), 0)
}

/** indexOf says -1 at the end of the document: nothing more to read. */
const after = (index: number, length: number): number => (index === -1 ? Number.POSITIVE_INFINITY : index + length)

const indexOfClose = (html: string, name: string, from: number): number => {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? -1
}

/** Text of the first elements of one name, tags stripped; empty ones are passed over. */
export const elementTexts = (scan: Scan, name: string, atMost: number): readonly string[] =>
  textsAt(scan, openings(scan.raw, name), name, atMost)

/** The same of the headings of the first two ranks. */
export const headingTexts = (scan: Scan, atMost: number): readonly string[] => {
  const { raw, places } = scan
  const opening = (at: number): boolean => /[\s/>]/.test(raw.charAt(at + 3))
  const found = [...places('<h1'), ...places('<h2')].filter(opening).sort((a, b) => a - b)
  return textsAt(scan, found, 'h[12]', atMost)
}

const textsAt = (
  { raw: html, read }: Scan,
  places: Iterable<number>,
  name: string,
  atMost: number,
): readonly string[] => {
  const texts: string[] = []
  for (const at of places) {
    const start = html.indexOf('>', at) + 1
    if (start === 0) break
    const inner = html.slice(start, start + TAG_HEAD)
    const content = read(inner.slice(0, Math.max(0, indexOfClose(inner, name, 0))))
    const text = name === 'title' ? decodeEntities(fold(content)) : openingText(content, 500)
    if (text !== '' && texts.push(text) >= atMost) break
  }
  return texts
}

function* openings(html: string, name: string): Generator<number> {
  const open = new RegExp(`<${name}[\\s/>]`, 'gi')
  for (let match = open.exec(html); match !== null; match = open.exec(html)) yield match.index
}

/** Attributes of every tag of one name, lower-case names, entities decoded. */
export function* tagAttributes(html: string, name: string): Generator<Readonly<Record<string, string>>> {
  for (const at of openings(html, name)) {
    const end = html.indexOf('>', at)
    if (end === -1) return
    yield attributesOf(html.slice(at, Math.min(end, at + TAG_HEAD)))
  }
}

const attributesOf = (tag: string): Readonly<Record<string, string>> => {
  const attributes: Record<string, string> = Object.create(null)
  const pair = /(?<![a-z:_-])([a-z:_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
  for (const [, name = '', double, single, bare] of tag.matchAll(pair))
    attributes[name.toLowerCase()] ??= decodeEntities(double ?? single ?? bare ?? '')
  return attributes
}

/** Every `<script type="application/ld+json">`, in order, as written. */
export function* jsonLdTexts(html: string): Generator<string> {
  for (let at = html.indexOf('ld+json'); at !== -1; at = html.indexOf('ld+json', at)) {
    const start = html.indexOf('>', at) + 1
    if (start === 0) return
    const end = indexOfClose(html, 'script', start)
    if (isScriptTag(html, at)) yield html.slice(start, end === -1 ? html.length : end)
    if (end === -1) return
    at = end
  }
}

const isScriptTag = (html: string, at: number): boolean =>
  /<script\b[^<>]*$/i.test(html.slice(Math.max(0, at - 300), at))

const decodeEntities = (text: string): string =>
  text.includes('&') ? fold(textIn(parseHtml(text.replaceAll('<', '&lt;')))) : text
