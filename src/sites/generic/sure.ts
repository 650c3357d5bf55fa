import type { Scan } from '../../page/scan.ts'
import type { Source } from './found.ts'
import { nameKey } from './own.ts'
import { plain } from './values.ts'
import { ROW_LABELS } from './words.ts'

/** Where other goods or the page's foot begin: what is printed from there on is not about the page's own. */
const OTHER_GOODS =
  /<footer[\s>]|\s(?:class|id)="[^"<>]{0,100}(?:related|upsell|similar|recommend|lien-?quan|tuong-?tu|footer)/i
/** More than this between the heading and other goods is not searched: the document is parsed. */
const MAX_OWN = 60_000

/** Rows of facts, struck-through prices, boxes of sellers, codes and descriptions: each is read where it stands. */
const TELLING =
  /<(?:del|s|strike|dt|th|tr)[\s>]|line-through|\s(?:class|id)\s{0,3}=\s{0,3}["']?[^"'<>]{0,200}(?:crumb|seller|vendor|merchant|nguoi-?ban|cua-?hang|sku|product-?code|ma-?sp|\bold|list-?price|price-?list|compare|regular|original|gia-?(?:cu|goc)|detail|\bdesc\b|mo-?ta|noi-?dung|chi-?tiet)/i
/** What stands over or beside a fact, and over a description. */
const LABEL = new RegExp(
  [
    ...Object.values(ROW_LABELS).map(({ source }) => source),
    '^(?:mô tả|thông tin|chi tiết|giới thiệu|đặc điểm|product (?:desc|det|inf)|item (?:desc|det|inf)|description|details|information)',
  ].join('|'),
  'i',
)
const MAX_LABEL = 50
/** “：” in bytes of UTF-8 and as text. */
const WIDE_COLON = /\xef\xbc\x9a|：/

/**
 * Whether what the page prints about its own goods adds nothing to what structured data states: no facts, no seller, no
 * old price between its heading and other goods, no annotations and no breadcrumb but the stated one. Linear; where in doubt, no.
 */
export const isAll = (stated: Source, crumbs: number, scan: Scan): boolean => {
  if (!stated.seller?.name || !stated.availability || !stated.description) return false
  if (/itemtype=|typeof=/i.test(scan.raw) || (crumbs === 0 && /="[^"<>]{0,100}crumb/i.test(scan.raw))) return false
  const own = ownPart(scan, stated.title?.text ?? '')
  return own !== null && !TELLING.test(own) && !printsFacts(own, scan.read)
}

/** From the heading that bears the name to other goods; null when there is no such heading, or too much behind it. */
const ownPart = ({ raw, read }: Scan, name: string): string | null => {
  const start = headingOf(raw, read, name)
  if (start === -1) return null
  const after = raw.slice(start, start + MAX_OWN)
  const cut = after.search(OTHER_GOODS)
  if (cut === -1 && raw.length > start + MAX_OWN) return null
  return cut === -1 ? after : after.slice(0, cut)
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

/** A colon, or a known label, in a text that a reader sees. */
const printsFacts = (own: string, read: Scan['read']): boolean => {
  if (WIDE_COLON.test(own)) return true
  const shown = own.replace(/<(script|style)[\s>][^<]*<\/\1/gi, '<')
  return shown
    .replace(/<[^<>]*(?:>|$)/g, '\n')
    .split('\n')
    .some((text) => text.includes(':') || isLabel(read(text).trim()))
}

const isLabel = (text: string): boolean => text.length > 1 && text.length <= MAX_LABEL && LABEL.test(text)
