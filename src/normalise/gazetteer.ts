import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { parseYaml } from '../yaml.ts'
import { fold } from './fold.ts'

const FILE = 'data/reference/provinces.yaml'
const names = z.array(z.string().min(2))
const schema = z.strictObject({
  source: z.string(),
  as_of: z.string(),
  provinces: z.array(
    z.strictObject({
      name: z.string(),
      code: z.string().regex(/^\d{2}$/),
      of: z.array(z.strictObject({ name: z.string(), also: names.optional(), short: names.optional(), places: names })),
    }),
  ),
})

/** What a name stands for. */
export interface Meaning {
  /** With marks, as folded: `hòa bình`. */
  readonly marked: string
  /** Names of provinces of today; several when the name is used in several. */
  readonly provinces: ReadonlySet<string>
  readonly level: 'province' | 'place'
  /** An abbreviation: counts only where it is a whole part of an address. */
  readonly short: boolean
}

/** Words without marks and punctuation → what they may mean; provinces before places. */
export type Gazetteer = ReadonlyMap<string, readonly Meaning[]>

/** Folded words, one space apart, with and without marks. */
export function wordsOf(text: string): { readonly marked: string; readonly plain: string } {
  const folded = fold(text)
  const tidy = (words: string) => words.replace(/[^\p{L}\d]+/gu, ' ').trim()
  return { marked: tidy(folded.text), plain: tidy(folded.plain) }
}

let known: Gazetteer | null = null

/** Read once, at the first question: most commands never ask for a place. Throws BadInput when the file is mistaken. */
export function gazetteer(): Gazetteer {
  known ??= gazetteerOf(readFileSync(fileURLToPath(new URL(`../../${FILE}`, import.meta.url)), 'utf8'))
  return known
}

function gazetteerOf(text: string): Gazetteer {
  const map = new Map<string, Meaning[]>()
  const add = (name: string, province: string, kind: Pick<Meaning, 'level' | 'short'>): void => {
    const { marked, plain } = wordsOf(name)
    const others = map.get(plain) ?? []
    const same = others.find((one) => one.marked === marked && one.level === kind.level && one.short === kind.short)
    if (same) (same.provinces as Set<string>).add(province)
    else others.push({ marked, provinces: new Set([province]), ...kind })
    map.set(plain, others)
  }
  const { provinces } = parseYaml(text, FILE, schema)
  for (const { name: province, of } of provinces)
    for (const { name, also = [], short = [] } of of)
      for (const each of [name, ...also]) {
        add(each, province, { level: 'province', short: false })
        for (const abbreviation of short) add(abbreviation, province, { level: 'province', short: true })
      }
  for (const { name: province, of } of provinces)
    for (const { places } of of) for (const each of places) add(each, province, { level: 'place', short: false })
  return map
}
