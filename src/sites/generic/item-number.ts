import type { Found } from '../../domain.ts'
import type { Scan } from '../../page/scan.ts'
import { found } from './found.ts'

/** Five digits or more, an optional leading letter; or ten capitals and digits (ASIN). */
const IN_PATH = /(?:^|[-_./pPi])([A-Z]?\d{5,26}|(?=[A-Z]*\d)[A-Z0-9]{10})$/
const ID_PARAMETER = /^(?:p?id|product_?id|item_?id|sku|asin|goods_?id|prodid)$/i

/** The number the shop gives the goods, where the address carries it and the page's own data repeats it; null otherwise. */
export const numberInUrl = (addresses: readonly string[], { raw }: Scan): Found | null => {
  for (const address of addresses) {
    for (const number of URL.canParse(address) ? numbersOf(new URL(address)) : []) {
      if (repeated(number, raw)) return found(number, 'url')
    }
  }
  return null
}

/** The value that the page's scripts call sku again and again; null when none stands out (variants, other goods). */
export const onlySku = ({ raw, read }: Scan): Found | null => {
  const counts = new Map<string, number>()
  for (const [, value = ''] of raw.matchAll(/"sku"\s?:\s?"([^"\\]{2,40})"/g))
    counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first === undefined || (second !== undefined && first[1] <= second[1] * 2)
    ? null
    : found(read(first[0]), 'json:sku')
}

const numbersOf = (url: URL): readonly string[] => {
  const named = [...url.searchParams]
    .filter(([name, value]) => ID_PARAMETER.test(name) && /^[A-Z]?\d{4,26}$/.test(value))
    .map(([, value]) => value)
  const segments = url.pathname
    .split('/')
    .reverse()
    .map((segment) => segment.replace(/\.(?:html?|php|aspx?)$/i, ''))
  return [...named, ...segments.flatMap((segment) => IN_PATH.exec(segment)?.[1] ?? [])]
}

/** What stands before and behind a value of its own, not inside an address. */
const AROUND = [
  ['"', '"'],
  ["'", "'"],
  ['>', '<'],
  [':', ','],
  [': ', '<'],
  ['&quot;', '&quot;'],
] as const

const repeated = (number: string, html: string): boolean => {
  for (let at = html.indexOf(number); at !== -1; at = html.indexOf(number, at + 1)) {
    const end = at + number.length
    if (AROUND.some(([before, behind]) => html.endsWith(before, at) && html.startsWith(behind, end))) return true
  }
  return false
}
