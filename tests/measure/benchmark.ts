import { join } from 'node:path'
import type { Listing } from '../../src/domain.ts'
import { jsonLines, pageOf, unzipped } from './recorded.ts'
import { genericListing } from './shop.ts'

const FIELDS = ['price', 'availability', 'sku'] as const
type Field = (typeof FIELDS)[number]

/** What the listing says in the benchmark's own terms: a decimal number, InStock or OutOfStock, the number as printed. */
const SAID: Readonly<Record<Field, (listing: Listing) => string | null>> = {
  price: ({ price }) => (price === null ? null : String(price.amount)),
  availability: ({ availability }) =>
    availability === null ? null : availability === 'InStock' || availability === 'PreOrder' ? 'InStock' : 'OutOfStock',
  sku: ({ sku }) => sku,
}

const alike = (field: Field, said: string, accepted: string): boolean =>
  field === 'price' ? Number(said) === Number(accepted) : said.trim() === accepted.trim()

/** Precision and recall together, per attribute, as the public benchmark scores: a page's value is in the accepted list or not. */
export const benchmark = (folder: string) => {
  const counts: Record<Field, { hits: number; said: number; wanted: number }> = {
    price: zero(),
    availability: zero(),
    sku: zero(),
  }
  const misses: string[] = []
  const rows = jsonLines(join(folder, 'expected.jsonl'))
  let listings = 0
  let spent = 0
  for (const row of rows) {
    const page = pageOf(String(row.url), unzipped(join(folder, String(row.file))))
    const start = performance.now()
    const listing = genericListing(page)
    spent += performance.now() - start
    if (listing !== null) listings++
    else misses.push(`benchmark: no listing at ${page.url}`)
    for (const field of FIELDS) {
      const said = listing === null ? null : SAID[field](listing)
      const accepted = (row[field] ?? null) as readonly string[] | null
      const hit = said !== null && accepted?.some((one) => alike(field, said, one))
      if (said !== null) counts[field].said++
      if (accepted !== null) counts[field].wanted++
      if (hit) counts[field].hits++
      else if (said !== null || accepted !== null)
        misses.push(
          `benchmark ${field}: said ${said} (${listing?.provenance[field]}), wanted ${JSON.stringify(accepted)} at ${page.url}`,
        )
    }
  }
  const f1 = Object.fromEntries(
    FIELDS.map((field) => [field, (2 * counts[field].hits) / Math.max(1, counts[field].said + counts[field].wanted)]),
  )
  return { f1, pages: rows.length, listings, msPerPage: spent / rows.length, misses }
}

const zero = () => ({ hits: 0, said: 0, wanted: 0 })
