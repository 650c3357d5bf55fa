import type { Quote } from '../domain.ts'
import type { Compiled, CompiledFloor, WordsCondition } from './compile.ts'
import type { FactLists } from './facts.ts'
import { FACTS } from './facts.ts'
import { measured } from './numbers.ts'
import type { Places } from './places.ts'
import { neighbour } from './places.ts'
import type { FactName, FieldKind } from './schema.ts'
import type { Hit, Subject } from './subject.ts'
import { quoteFolded, quoteTokens } from './subject.ts'

/** Null: did not match. Otherwise the words that made it match, in the seller's own characters. */
export interface Matched {
  readonly quotes: readonly Quote[]
  /** Matched only by undoing hidden wording. */
  readonly hidden: boolean
  /** Matched only on text written without marks. */
  readonly unaccented: boolean
}

/** What matching needs beside the condition. */
export interface Scene {
  readonly subject: Subject
  /** Where the hits of a list stand; made once per list. */
  readonly places: (list: number) => Places
  readonly lists: FactLists
  readonly denied: (hit: Hit) => boolean
  readonly facts: Map<FactName, readonly Quote[] | null>
}

/** What the rule says for all its words. */
export interface Manner {
  readonly fields: readonly FieldKind[]
  readonly negatable: boolean
}

const PLAINLY: Matched = { quotes: [], hidden: false, unaccented: false }

export function match(when: Compiled, scene: Scene, manner: Manner): Matched | null {
  switch (when.op) {
    case 'all': {
      const parts: Matched[] = []
      for (const part of when.parts) {
        const matched = match(part, scene, manner)
        if (!matched) return null
        parts.push(matched)
      }
      return together(parts, 'some')
    }
    case 'any': {
      const parts = when.parts.map((part) => match(part, scene, manner)).filter((part) => part !== null)
      return parts.length > 0 ? together(parts, 'every') : null
    }
    case 'not':
      return match(when.part, scene, { ...manner, negatable: false }) ? null : PLAINLY
    case 'words':
      return words(when, scene, manner)
    case 'pattern':
      return pattern(when, scene, manner)
    case 'number':
      return quantity(when, scene)
    case 'floor':
      return floor(when.floors, scene, manner)
    case 'fact':
      return fact(when.fact, scene)
    case 'missing':
      return scene.subject.fields.some(({ kind }) => kind === when.field) ? null : PLAINLY
    case 'attribute':
      return attribute(when, scene)
  }
}

function together(parts: readonly Matched[], how: 'some' | 'every'): Matched {
  const telling = parts.filter(({ quotes }) => quotes.length > 0)
  if (telling.length === 0) return PLAINLY
  return {
    quotes: telling.flatMap(({ quotes }) => quotes),
    hidden: telling[how](({ hidden }) => hidden),
    unaccented: telling[how](({ unaccented }) => unaccented),
  }
}

const fromHits = (hits: readonly Hit[]): Matched => ({
  quotes: hits.map(({ quote }) => quote),
  hidden: hits.every(({ hidden }) => hidden),
  unaccented: hits.every(({ unaccented }) => unaccented),
})

function words(when: WordsCondition, scene: Scene, manner: Manner): Matched | null {
  const fields = when.in ?? manner.fields
  const negatable = when.negatable ?? manner.negatable
  const usable = (hit: Hit) =>
    !hit.stream.attributeName && fields.includes(hit.stream.field.kind) && !(negatable && scene.denied(hit))
  let hits = (scene.subject.hits.get(when.list) ?? []).filter(usable)
  const { near, apart } = when
  if (hits.length > 0 && apart) {
    const others = scene.places(apart.list)
    hits = hits.filter((hit) => !neighbour(hit, others, apart.within, true, () => true))
  }
  if (hits.length > 0 && near) {
    const others = scene.places(near.list)
    const pairs = hits.flatMap((hit) => {
      const other = neighbour(hit, others, near.within, false, usable)
      return other ? [hit, other] : []
    })
    hits = [...new Set(pairs)]
  }
  if (hits.length === 0) return null
  const distinct = when.count > 1 ? new Set(hits.map(({ term }) => term.marked.join(' '))).size : 1
  if (distinct < when.count) return null
  return when.context ? PLAINLY : fromHits(hits)
}

function pattern(when: Extract<Compiled, { op: 'pattern' }>, scene: Scene, manner: Manner): Matched | null {
  const fields = when.in ?? manner.fields
  const quotes: Quote[] = []
  for (const { field, tokens, asWritten, attributeName } of scene.subject.streams) {
    if (!asWritten || attributeName || !fields.includes(field.kind)) continue
    const matcher = when.pattern.matcher(tokens.folded.text)
    for (let most = 5; most > 0 && matcher.find(); most--) {
      quotes.push(quoteFolded(field, tokens.folded, matcher.start(), matcher.end()))
    }
  }
  return quotes.length > 0 ? { quotes, hidden: false, unaccented: false } : null
}

function quantity(when: Extract<Compiled, { op: 'number' }>, { subject }: Scene): Matched | null {
  const found = measured(subject, when.of).filter(({ value }) => value < when.below && value > when.above)
  if (found.length === 0) return null
  const quotes = found.flatMap(({ stream, from, to }) =>
    stream ? [quoteTokens(stream, from, to)] : priceQuote(subject),
  )
  return { ...PLAINLY, quotes }
}

function priceQuote({ input }: Subject): Quote[] {
  const text = input.price_text
  return text ? [{ field: 'price_text', start: 0, end: text.length, text }] : []
}

/** A named brand's goods offered far below what they ever cost new. A price of 1 to 999 dong is a placeholder, not a price. */
function floor(floors: readonly CompiledFloor[], { subject }: Scene, manner: Manner): Matched | null {
  const price = subject.input.price_vnd
  if (price === null || price < 1000) return null
  const names = (list: number, kinds: readonly FieldKind[]) =>
    (subject.hits.get(list) ?? []).filter((hit) => !hit.stream.attributeName && kinds.includes(hit.stream.field.kind))
  for (const { brand, goods, below } of floors) {
    if (price >= below) continue
    const brands = names(brand, ['title', 'brand'])
    const things = names(goods, ['title'])
    if (brands.length > 0 && things.length > 0) {
      const named = fromHits([...brands, ...things].filter((hit) => manner.fields.includes(hit.stream.field.kind)))
      return { ...named, quotes: [...named.quotes, ...priceQuote(subject)] }
    }
  }
  return null
}

function fact(name: FactName, scene: Scene): Matched | null {
  let quotes = scene.facts.get(name)
  if (quotes === undefined) {
    quotes = FACTS[name](scene.subject, scene.lists)
    scene.facts.set(name, quotes)
  }
  return quotes && { ...PLAINLY, quotes, hidden: name === 'brand_disguised' }
}

/** An attribute whose name and value both hold the words; the value is the quote. */
function attribute(when: Extract<Compiled, { op: 'attribute' }>, { subject }: Scene): Matched | null {
  const names = (subject.hits.get(when.key) ?? []).filter((hit) => hit.stream.attributeName)
  const values = (subject.hits.get(when.value) ?? []).filter((hit) => !hit.stream.attributeName)
  const fit = values.filter((value) => names.some((name) => name.stream.field === value.stream.field))
  return fit.length > 0 ? fromHits(fit) : null
}
