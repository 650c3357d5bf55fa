import type { Scan } from '../../page/scan.ts'
import { unescaped } from './values.ts'

/** What the head of a document says, read from its text: no DOM is built for it. */
export interface Head {
  /** meta name or property (lower-case) → content; the first of several wins. */
  readonly meta: (name: string) => string | null
  /** Every og:image. */
  readonly images: readonly string[]
  readonly title: string
  readonly canonical: string | null
  readonly next: string | null
  /** Addresses of the same page in other languages. */
  readonly twins: readonly string[]
  readonly base: string | null
}

/** Heads longer than this are body that lost its tag. */
const MAX_HEAD = 400_000
const TAG = /<(meta|link|base)\s((?:[^>"']|"[^"]{0,8000}"|'[^']{0,8000}'){0,300})>/gi
const ATTRIBUTE = /([\w:.-]{1,60})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g

export const readHead = ({ raw: html, read }: Scan): Head => {
  const end = html.indexOf('<body')
  const text = html.slice(0, end === -1 ? Math.min(html.length, MAX_HEAD) : Math.min(end, MAX_HEAD))
  const metas = new Map<string, string>()
  const links: Readonly<Record<string, string>>[] = []
  const images: string[] = []
  let base: string | null = null
  for (const [, tag = '', inner = ''] of text.matchAll(TAG)) {
    const attributes = attributesOf(inner, read)
    if (tag.toLowerCase() === 'link') links.push(attributes)
    else if (tag.toLowerCase() === 'base') base ??= attributes.href ?? null
    else keep(attributes, metas, images)
  }
  const rel = (name: string) => links.find(({ rel }) => rel?.toLowerCase().split(/\s+/).includes(name))?.href ?? null
  return {
    meta: (name) => metas.get(name) ?? null,
    images,
    title: (unescaped(read(/<title[^>]{0,200}>([^<]{0,2000})/i.exec(text)?.[1] ?? '')) ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    canonical: rel('canonical'),
    next: rel('next'),
    twins: links
      .filter(({ hreflang, href }) => hreflang !== undefined && href !== undefined)
      .map(({ href }) => href ?? ''),
    base,
  }
}

const attributesOf = (inner: string, read: Scan['read']): Readonly<Record<string, string>> => {
  const made: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of inner.matchAll(ATTRIBUTE))
    made[name.toLowerCase()] ??= unescaped(read(double ?? single ?? bare ?? '')) ?? ''
  return made
}

const keep = (attributes: Readonly<Record<string, string>>, metas: Map<string, string>, images: string[]): void => {
  const name = (attributes.property ?? attributes.name ?? '').trim().toLowerCase()
  const content = (attributes.content ?? attributes.value ?? '').trim()
  if (name === '' || content === '') return
  if (!metas.has(name)) metas.set(name, content)
  if (name === 'og:image' || name === 'og:image:secure_url') images.push(content)
}
