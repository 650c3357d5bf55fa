import { RE2JS } from 're2js'
import { BadInput } from '../errors.ts'
import { alternatives } from './alternatives.ts'
import type { Compiled, CompiledFloor, CompiledNear, CompiledNegation, WordsCondition } from './compiled.ts'
import { signsOf } from './pattern-signs.ts'
import type { Condition, Near, Negation, PlainUse, PriceFloor, Term } from './schema.ts'
import { trieBuilder } from './terms.ts'
import type { TrieData } from './trie.ts'

export type Lists = Readonly<Record<string, WordList>>

/** Words with what they count for without marks. */
type WordList = { readonly plain?: PlainUse | undefined; readonly terms: readonly Term[] }

/** What the words of a ruleset compile to: plain data. With it at hand the same rules are compiled without their words. */
export interface CompiledWords {
  /** Every list that was asked for → its number. */
  readonly numbers: ReadonlyMap<string, number>
  readonly trie: TrieData
}

export interface Compiler {
  condition(when: Condition, file: string): Compiled
  floors(floors: readonly PriceFloor[], file: string): void
  negation(words: Negation, file: string): CompiledNegation
  /** The number of a named lexicon list. */
  named(name: string, file: string): number
  /** All words so far. */
  words(): CompiledWords
}

export function compiler(lexicon: Lists, kept: CompiledWords | null = null): Compiler {
  const trie = trieBuilder()
  const waysOf = alternatives(trie.word)
  const numbers = new Map(kept?.numbers)
  const floors: CompiledFloor[] = []

  /** Named lists that are being filled now. */
  const open = new Set<string>()
  const fill = (number: number, { plain, terms }: WordList, file: string): void => {
    for (const term of terms) {
      const [text, use] = typeof term === 'string' ? [term, plain ?? 'phrase'] : [term.term, term.plain]
      if (text.startsWith('@')) trie.include(named(text.slice(1), file), number)
      else addWays(text, use, number, file)
    }
  }
  const addWays = (text: string, use: PlainUse, number: number, file: string): void => {
    const ways = waysOf(text)
    if (ways === null)
      throw new BadInput(`${file}: the words "${text}" have a { without its }, or too many alternatives`)
    for (const way of ways) {
      const wrong = trie.addWords(way, use, number)
      if (wrong) throw new BadInput(`${file}: the words "${way.map((word) => word.text).join(' ')}" ${wrong}`)
    }
  }
  /** One list number per name: named lists stand inside many others, and each is filled once. */
  const named = (name: string, file: string): number => {
    const found = lexicon[name]
    if (!found) throw new BadInput(`${file}: there is no word list "${name}" under rules/lexicon/`)
    if (open.has(name)) throw new BadInput(`${file}: word list "${name}" contains itself`)
    const known = numbers.get(`@${name}`)
    if (known !== undefined) return known
    const number = newNumber(`@${name}`)
    open.add(name)
    fill(number, found, file)
    open.delete(name)
    return number
  }
  const newNumber = (key: string): number => {
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  /** One list number per distinct list of words; `@name` takes in a lexicon list. */
  const list = (terms: readonly Term[], file: string): number => {
    const [only] = terms
    if (terms.length === 1 && typeof only === 'string' && only.startsWith('@')) return named(only.slice(1), file)
    const key = JSON.stringify(terms)
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = newNumber(key)
    fill(number, { terms }, file)
    return number
  }
  const condition = (when: Condition, file: string): Compiled => {
    if (when.all) {
      const parts = when.all.map((part) => condition(part, file))
      return { op: 'all', parts, order: cheapestFirst(parts) }
    }
    if (when.any) return { op: 'any', parts: when.any.map((part) => condition(part, file)) }
    if (when.not) return { op: 'not', part: condition(when.not, file) }
    if (when.words) return words(when, when.words, file)
    if (when.pattern) {
      return { op: 'pattern', pattern: pattern(when.pattern, file), signs: signsOf(when.pattern), in: when.in ?? null }
    }
    if (when.number) {
      const { of, below, above } = when.number
      return { op: 'number', of, below: below ?? Number.POSITIVE_INFINITY, above: above ?? Number.NEGATIVE_INFINITY }
    }
    if (when.floor) return { op: 'floor', floors: chosen(floors, when.floor, file) }
    if (when.fact) return { op: 'fact', fact: when.fact }
    if (when.missing) return { op: 'missing', field: when.missing }
    if (when.attribute) {
      return { op: 'attribute', key: list(when.attribute.key, file), value: list(when.attribute.value, file) }
    }
    throw new BadInput(`${file}: a condition says nothing`)
  }
  const words = (when: Condition, terms: readonly Term[], file: string): WordsCondition => ({
    op: 'words',
    list: list(terms, file),
    in: when.in ?? null,
    near: when.near ? near(when.near, file) : null,
    apart: when.apart ? near(when.apart, file) : null,
    count: when.count ?? 1,
    context: when.context ?? false,
    negatable: when.negatable ?? null,
  })
  const near = ({ words, within, side, same_clause }: Near, file: string): CompiledNear => ({
    list: list(words, file),
    within,
    side: side ?? 'either',
    sameClause: same_clause ?? false,
  })
  return {
    condition,
    floors(given, file) {
      for (const { name, brand, goods, below } of given) {
        floors.push({ name, below, brand: list(brand, file), goods: list(goods, file) })
      }
    },
    negation(given, file) {
      // Windows are part of the list's identity, so that the same words may stand in two windows.
      const sided = (side: Negation['before']) => new Map(side.map(({ window, terms }) => [list(terms, file), window]))
      return {
        before: sided(given.before),
        after: sided(given.after),
        breakers: list(given.breakers, file),
        chain: list(given.chain, file),
      }
    },
    named,
    words: () => kept ?? { numbers, trie: trie.data() },
  }
}

/** What it costs to ask; a condition of several is as dear as its dearest part. */
function cost(when: Compiled): number {
  switch (when.op) {
    case 'all':
    case 'any':
      return Math.max(...when.parts.map(cost))
    case 'not':
      return cost(when.part)
    case 'fact':
      return 2
    case 'pattern':
      return 3
    default:
      return 1
  }
}

function cheapestFirst(parts: readonly Compiled[]): readonly number[] {
  const costs = parts.map(cost)
  return parts.map((_, at) => at).sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b)
}

function pattern(source: string, file: string): RE2JS {
  try {
    return RE2JS.compile(source)
  } catch (cause) {
    throw new BadInput(`${file}: the pattern ${source} is not valid RE2 syntax: ${String(cause)}`)
  }
}

function chosen(floors: readonly CompiledFloor[], name: string, file: string): readonly CompiledFloor[] {
  const found = name === '*' ? floors : floors.filter((floor) => floor.name === name)
  if (found.length === 0) throw new BadInput(`${file}: there is no price floor "${name}" in rules/prices.yaml`)
  return found
}
