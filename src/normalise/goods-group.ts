import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { GOODS_GROUPS, type GoodsGroup, type Listing, type Sha256 } from '../domain.ts'
import { parseYaml } from '../yaml.ts'
import { fold } from './fold.ts'

const FILE = 'data/reference/goods-groups.yaml'
const names = z.array(z.string().min(2))
const schema = z.strictObject({
  source: z.string(),
  as_of: z.string(),
  groups: z.record(z.enum(GOODS_GROUPS), names),
  none: names,
})

/** Longer texts are read up to here. */
const LONGEST = 300
/** Behind that many words a title speaks of what comes with the goods: `… kèm hóa đơn VAT`. */
const TITLE_WORDS = 8
const WORD = /[\p{L}\d]+/gu

type Told = GoodsGroup | 'none'

interface Names {
  /** Words joined by blanks → what they name; with marks, and without. */
  readonly marked: ReadonlyMap<string, Told>
  readonly plain: ReadonlyMap<string, Told>
  readonly longest: number
}

interface Words {
  readonly marked: readonly string[]
  readonly plain: readonly string[]
}

function wordsOf(text: string): Words {
  const { text: marked, plain } = fold(text.slice(0, LONGEST).replaceAll('_', ' '))
  const spans = [...marked.matchAll(WORD)].map(({ 0: word, index }) => [index, index + word.length] as const)
  return {
    marked: spans.map(([from, to]) => marked.slice(from, to)),
    plain: spans.map(([from, to]) => plain.slice(from, to)),
  }
}

let bytes: Buffer | null = null
let loaded: Names | null = null

/** The file is read once, when a store or the first listing asks. */
function read(): Buffer {
  bytes ??= readFileSync(fileURLToPath(new URL(`../../${FILE}`, import.meta.url)))
  return bytes
}

/** Parsed for the first listing: every command that opens a store needs its digest, few need its names. */
function known(): Names {
  if (loaded) return loaded
  const { groups, none } = parseYaml(read().toString(), FILE, schema)
  const marked = new Map<string, Told>()
  const plain = new Map<string, Told>()
  let longest = 1
  const add = (name: string, told: Told) => {
    const words = wordsOf(name)
    marked.set(words.marked.join(' '), told)
    if (words.plain.length > 1) plain.set(words.plain.join(' '), told)
    longest = Math.max(longest, words.plain.length)
  }
  for (const group of GOODS_GROUPS) for (const name of groups[group]) add(name, group)
  for (const name of none) add(name, 'none')
  loaded = { marked, plain, longest }
  return loaded
}

/** Which list of goods this process tells goods by: the SHA-256 of its file. */
export const goodsListDigest = (): Sha256 => createHash('sha256').update(read()).digest('hex')

/** What a text names, in its order: at each place the longest name. */
function namedIn(text: string, most: number): readonly Told[] {
  const { marked, plain, longest } = known()
  const words = wordsOf(text)
  // A text with marks means what it says: `sơn` is paint there, and no lipstick.
  const unmarked = words.marked.every((word, i) => word === words.plain[i])
  const found: Told[] = []
  for (let at = 0; at < Math.min(most, words.marked.length); ) {
    let length = Math.min(longest, words.marked.length - at)
    let told: Told | undefined
    for (; length > 0 && told === undefined; length--)
      told =
        marked.get(words.marked.slice(at, at + length).join(' ')) ??
        (unmarked ? plain.get(words.plain.slice(at, at + length).join(' ')) : undefined)
    if (told !== undefined) found.push(told)
    at += told === undefined ? 1 : length + 1
  }
  return found
}

/**
 * What kind of goods a listing offers. Its category says it where it names one group and no other; otherwise the first goods
 * that its title names. Null: not told, and nothing is guessed.
 */
export function goodsGroupOf({ title, category }: Pick<Listing, 'title' | 'category'>): GoodsGroup | null {
  const [first, ...others] = namedIn(category ?? '', LONGEST).filter((each) => each !== 'none')
  if (first !== undefined && others.every((each) => each === first)) return first
  const told = namedIn(title, TITLE_WORDS)[0] ?? 'none'
  return told === 'none' ? null : told
}
