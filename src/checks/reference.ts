import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BadInput, NoInput } from '../errors.ts'
import { trieBuilder } from '../rules/terms.ts'
import { type TermTrie, trieOf } from '../rules/trie.ts'
import { parseYaml } from '../yaml.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
const provenance = { source: z.string().min(1), as_of: day, confidence: z.enum(['H', 'M', 'L']) }
const terms = z.array(z.string().min(1)).min(1)

const priceFile = z.strictObject({
  prices: z.array(
    z
      .strictObject({
        id,
        brand: terms,
        goods: terms,
        not: terms.optional(),
        low: z.int().min(1000),
        high: z.int(),
        ...provenance,
      })
      .refine(({ low, high }) => low <= high, '"low" is above "high"'),
  ),
})
const sellerFile = z.strictObject({
  sellers: z.array(z.strictObject({ name: z.string().min(1), at: z.string().min(3), brands: terms, ...provenance })),
})

export type PriceRow = z.infer<typeof priceFile>['prices'][number]
export type AuthorisedSeller = z.infer<typeof sellerFile>['sellers'][number]

/** Brand, goods, not. */
export const LISTS_PER_ROW = 3

/** The small reviewed lists under data/reference/. */
export interface Reference {
  readonly prices: readonly PriceRow[]
  readonly sellers: readonly AuthorisedSeller[]
  /** Words of all rows; the lists of row n are 3n (brand), 3n + 1 (goods) and 3n + 2 (not). */
  readonly trie: TermTrie
  /** List of every brand of every row. */
  readonly brands: number
}

/** Reads `prices.yaml` and `authorised.yaml` of a folder; BadInput names file, line and key. */
export async function loadReference(folder: string): Promise<Reference> {
  const read = (name: string) =>
    readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
      throw new NoInput(`${join(folder, name)} cannot be read: ${String(cause)}`)
    })
  return referenceOf(await read('prices.yaml'), await read('authorised.yaml'))
}

/** The same from file contents. */
export function referenceOf(priceText: string, sellerText: string): Reference {
  const { prices } = parseYaml(priceText, 'data/reference/prices.yaml', priceFile)
  const { sellers } = parseYaml(sellerText, 'data/reference/authorised.yaml', sellerFile)
  const ids = prices.map((row) => row.id)
  const twice = ids.find((each, at) => ids.indexOf(each) !== at)
  if (twice) throw new BadInput(`data/reference/prices.yaml: the id ${twice} stands twice`)
  const trie = trieBuilder()
  const brands = prices.length * LISTS_PER_ROW
  for (const [at, row] of prices.entries()) {
    for (const word of row.brand) trie.add(word, 'safe', brands)
    for (const [k, words] of [row.brand, row.goods, row.not ?? []].entries()) {
      for (const word of words) {
        const wrong = trie.add(word, 'text', at * LISTS_PER_ROW + k)
        if (wrong) throw new BadInput(`data/reference/prices.yaml: ${row.id}: "${word}" ${wrong}`)
      }
    }
  }
  return { prices, sellers, trie: trieOf(trie.data()), brands }
}
