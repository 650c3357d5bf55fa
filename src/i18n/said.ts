import type { Lang } from './messages.ts'
import { readMessages } from './read.ts'
import { PROBLEMS } from './said-problems.ts'
import { REASONS } from './said-reasons.ts'

/** What the code writes in English, `{}` for data, and the same in Vietnamese: `{1}` is the first datum, `{1>}` one that is such a text itself. */
export type Said = readonly [en: string, vi: string]

/** A text in a text in a text: robots.txt that could not be fetched because of a failure. Deeper there is none. */
const DEEPEST = 3

/** What stands in the holes of a template; null: the text was not made from it. Takes time linear in the text. */
export function dataOf(template: string, text: string): readonly string[] | null {
  const [head = '', ...rest] = template.split('{}')
  const tail = rest.pop()
  if (tail === undefined) return text === template ? [] : null
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return null
  const data: string[] = []
  const end = text.length - tail.length
  let at = head.length
  for (const piece of rest) {
    const next = text.indexOf(piece, at)
    if (next < 0 || next + piece.length > end) return null
    data.push(text.slice(at, next))
    at = next + piece.length
  }
  return [...data, text.slice(at, end)]
}

const ALL: readonly Said[] = [...REASONS, ...PROBLEMS]

const filled = (vi: string, data: readonly string[], depth: number): string =>
  vi.replace(/\{(\d)(>?)\}/g, (_, n: string, inner: string) => {
    const datum = data[Number(n) - 1] ?? ''
    return inner === '' || depth >= DEEPEST ? datum : vietnamese(datum, depth + 1)
  })

/** Why a page holds no listing, by the code that is stored; a page's own word may be `constructor`. */
function whyNot(lang: Lang, code: string): string | undefined {
  const all = readMessages(lang).whyNot
  return Object.hasOwn(all, code) ? all[code] : undefined
}

function vietnamese(text: string, depth: number): string {
  const why = whyNot('vi', text)
  if (why !== undefined) return why
  for (const [en, vi] of ALL) {
    const data = dataOf(en, text)
    if (data !== null) return filled(vi, data, depth)
  }
  // A place before it: `limits.visits: …`, `https://shop.vn/1: …`.
  const colon = text.indexOf(': ')
  if (colon < 0 || depth >= DEEPEST) return text
  return `${text.slice(0, colon)}: ${vietnamese(text.slice(colon + 2), depth + 1)}`
}

/**
 * A text that the code wrote in English – a stored reason of a verdict, the message of an error – in the reader's language. What is
 * stored stays English: packs and ledgers of years hold it. A text of which no Vietnamese is known stands as it is.
 */
export const saidIn = (lang: Lang, text: string): string =>
  lang === 'en'
    ? (whyNot('en', text) ?? text)
    : text
        .split('\n')
        .map((line) => vietnamese(line, 0))
        .join('\n')
