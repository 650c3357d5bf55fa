import type { Quote } from '../domain.ts'
import type { Compiled, CompiledFloor } from './compiled.ts'
import { FACTS } from './facts.ts'
import { measured } from './numbers.ts'
import { fromHits, type Manner, type Matched, PLAINLY, type Scene } from './scene.ts'
import type { FactName, FieldKind } from './schema.ts'
import { quoteFolded, quoteTokens, type Subject } from './subject.ts'

/** A pattern on the folded text as written; at most five finds a field are shown. */
export function pattern(when: Extract<Compiled, { op: 'pattern' }>, scene: Scene, manner: Manner): Matched | null {
  const fields = when.in ?? manner.fields
  const quotes: Quote[] = []
  for (const { field, tokens, asWritten, attributeName } of scene.subject.streams) {
    if (!asWritten || attributeName || !fields.includes(field.kind)) continue
    const { text } = tokens.folded
    // To know whether takes a fraction of the time that it takes to know where, and less where words decide.
    if (when.signs?.some((word) => text.includes(word)) === false || !when.pattern.test(text)) continue
    const matcher = when.pattern.matcher(text)
    for (let most = 5; most > 0 && matcher.find(); most--) {
      quotes.push(quoteFolded(field, tokens.folded, matcher.start(), matcher.end()))
    }
  }
  return quotes.length > 0 ? { quotes, hidden: false, unaccented: false } : null
}

/** A price or another number of the listing within bounds; no price is not a cheap price. */
export function quantity(when: Extract<Compiled, { op: 'number' }>, { subject, checks }: Scene): Matched | null {
  const found = measured(subject, when.of, checks).filter(({ value }) => value < when.below && value > when.above)
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
export function floor(floors: readonly CompiledFloor[], { subject }: Scene, manner: Manner): Matched | null {
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

/** A named fact, worked out once per listing. */
export function fact(name: FactName, scene: Scene): Matched | null {
  let quotes = scene.facts.get(name)
  if (quotes === undefined) {
    quotes = FACTS[name](scene.subject, scene.lists, scene.checks)
    scene.facts.set(name, quotes)
  }
  return quotes && { ...PLAINLY, quotes, hidden: name === 'brand_disguised' }
}

/** An attribute whose name and value both hold the words; the value is the quote. */
export function attribute(when: Extract<Compiled, { op: 'attribute' }>, { subject }: Scene): Matched | null {
  const names = (subject.hits.get(when.key) ?? []).filter((hit) => hit.stream.attributeName)
  const values = (subject.hits.get(when.value) ?? []).filter((hit) => !hit.stream.attributeName)
  const named = new Set(names.map(({ stream }) => stream.field))
  const fit = values.filter(({ stream }) => named.has(stream.field))
  return fit.length > 0 ? fromHits(fit) : null
}
