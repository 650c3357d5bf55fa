import type { KnownWord } from '../../page/known-words.ts'
import type { Scan } from '../../page/scan.ts'
import type { Source } from './found.ts'
import { nameKey } from './own.ts'
import { mayProve } from './proof.ts'
import { namesOf } from './rows.ts'
import { plain } from './values.ts'
import { PERCENT_OFF, ROW_LABELS } from './words.ts'

/** Where other goods or the page's foot begin: what is printed from there on is not about the page's own. */
const OTHER_GOODS =
  /<footer[\s>]|\s(?:class|id)="[^"<>]{0,100}(?:related|upsell|similar|recommend|lien-?quan|tuong-?tu|footer)/i
/** More than this before other goods is not searched: the document is parsed. */
const MAX_OWN = 60_000

/** Rows of facts, struck-through prices, boxes of sellers, codes and descriptions: each is read where it stands. */
const TELLING =
  /<(?:del|s|strike|dt|th|tr)[\s>]|line-through|\s(?:class|id|data-test(?:-?id)?|data-qa(?:-qualifier)?)\s{0,3}=\s{0,3}["']?[^"'<>]{0,200}(?:crumb|seller|vendor|merchant|nguoi-?ban|cua-?hang|sku|(?:product|item|article|catalog(?:ue)?)[-_]?(?:code|ref|number|no\b)|ma-?sp|ma-?san-?pham|\bold|list-?price|price-?list|compare|regular|original|normal-?price|gia-?(?:cu|goc)|detail|\bdesc\b|mo-?ta|noi-?dung|chi-?tiet)/i
/** What stands over or beside a fact, and over a description. */
const LABEL = new RegExp(
  [
    ...Object.values(ROW_LABELS).map(({ source }) => source),
    '^(?:mô tả|thông tin|chi tiết|giới thiệu|đặc điểm|product (?:desc|det|inf)|item (?:desc|det|inf)|description|details|information)',
  ].join('|'),
  'i',
)
const MAX_LABEL = 50
/** “：” too, in bytes of UTF-8 and as text. */
const COLON = /:|&#58;|&#x3a;|&colon;|\xef\xbc\x9a|：|&#65306;|&#xff1a;/i

/**
 * Whether what the page prints before other goods begin adds nothing but pictures to what structured data states: no facts,
 * no seller, no old price, no description of its own, no annotations, no breadcrumb but the stated one. Linear; in doubt, no.
 */
export const isAll = (stated: Source, crumbs: number, scan: Scan): boolean => {
  if (!stated.seller?.name || !stated.availability || !stated.description) return false
  const says = (word: KnownWord) => scan.places(word).length > 0
  if (says('itemtype=') || says('typeof=') || (crumbs === 0 && says('crumb'))) return false
  const own = ownPart(scan, stated.title?.text ?? '')
  return (
    own !== null && !TELLING.test(own.all) && !printsFacts(own.all, scan.read) && !proves(own.after, stated, scan.read)
  )
}

/** From the body's start to other goods behind the heading that bears the name; null without such a heading, or when too long. */
const ownPart = ({ raw, read }: Scan, name: string): { readonly all: string; readonly after: string } | null => {
  const body = Math.max(0, raw.indexOf('<body'))
  const heading = headingOf(raw, read, name)
  if (heading < body) return null
  const cut = raw.slice(heading, body + MAX_OWN).search(OTHER_GOODS)
  if (cut === -1 && raw.length > body + MAX_OWN) return null
  const end = cut === -1 ? raw.length : heading + cut
  return { all: raw.slice(body, end), after: raw.slice(heading, end) }
}

const headingOf = (raw: string, read: Scan['read'], name: string): number => {
  const key = nameKey(name)
  for (let at = raw.indexOf('<h1'); at !== -1; at = raw.indexOf('<h1', at + 3)) {
    const end = raw.indexOf('</h1', at)
    const text = end === -1 || end > at + 2000 ? '' : plain(read(raw.slice(raw.indexOf('>', at) + 1, end)))
    if (nameKey(text ?? '').includes(key)) return at
  }
  return -1
}

/** A colon, a known label, or by how much a price is reduced, in a text that a reader sees. */
const printsFacts = (own: string, read: Scan['read']): boolean =>
  textsOf(own).some((text) => COLON.test(text) || isReduction(text, read) || isLabel(read(text).trim()))

const isReduction = (text: string, read: Scan['read']): boolean => text.includes('%') && PERCENT_OFF.test(read(text))

/** Numbers sold, ratings or delivery that are not stated, in a text behind the heading. */
const proves = (own: string, stated: Source, read: Scan['read']): boolean =>
  textsOf(own).some((text) => text.length > 2 && mayProve(read(text), stated))

const textsOf = (own: string): readonly string[] =>
  own
    .replace(/<(script|style)[\s>][^<]*<\/\1/gi, '<')
    .replace(/<[^<>]*(?:>|$)/g, '\n')
    .split('\n')

const isLabel = (text: string): boolean =>
  text.length > 1 && text.length <= MAX_LABEL && namesOf(text).some((name) => LABEL.test(name))
