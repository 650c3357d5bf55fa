import type { Quote, ScoreInput } from '../domain.ts'
import type { Folded } from '../normalise/fold.ts'
import { fold, quoteOf } from '../normalise/fold.ts'
import { readings } from '../normalise/readings.ts'
import type { Vocabulary } from '../normalise/vocabulary.ts'
import type { FieldKind } from './schema.ts'
import type { CompiledTerm, TermTrie } from './terms.ts'
import { scan } from './terms.ts'
import type { Tokens } from './tokens.ts'
import { disguised, tokenise } from './tokens.ts'

/** One text of the listing, as the seller wrote it. */
export interface Field {
  /** Path in ScoreInput: `title`, `seller.name`, `attributes.<key>` … */
  readonly path: string
  readonly kind: FieldKind
  readonly text: string
  readonly order: number
}

/** One way of reading one field: as written, or with hidden wording undone. */
export interface Stream {
  readonly field: Field
  readonly tokens: Tokens
  readonly asWritten: boolean
  /** Reads the name of an attribute, not its value: tells what the value is about and is never quoted. */
  readonly attributeName: boolean
}

export interface Hit {
  readonly term: CompiledTerm
  readonly stream: Stream
  readonly from: number
  readonly to: number
  readonly unaccented: boolean
  /** Found only by undoing separators, look-alike letters, digits for letters … */
  readonly hidden: boolean
  readonly quote: Quote
}

export interface Subject {
  readonly input: ScoreInput
  readonly fields: readonly Field[]
  readonly streams: readonly Stream[]
  /** List number → hits, in field order and order of place. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>
}

/** Every text of the listing that a rule may look at, in the order quotes are shown. */
function fieldsOf(input: ScoreInput): Field[] {
  const fields: Field[] = []
  const add = (path: string, kind: FieldKind, text: string | null | undefined) => {
    if (text) fields.push({ path, kind, text, order: fields.length })
  }
  add('title', 'title', input.title)
  add('description', 'description', input.description)
  // By name, so that the order in which a page or the store gives them changes nothing.
  const attributes = Object.entries(input.attributes).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [key, value] of attributes) add(`attributes.${key}`, 'attributes', value)
  add('ocr_text', 'ocr', input.ocr_text)
  add('seller.name', 'seller', input.seller?.name)
  for (const [at, badge] of (input.seller?.badges ?? []).entries()) add(`seller.badges.${at}`, 'seller', badge)
  add('brand', 'brand', input.brand)
  add('category', 'category', input.category)
  add('price_text', 'price', input.price_text)
  add('url', 'url', input.url)
  return fields
}

/** Folds, reads and scans every field once; all rules then only look hits up. */
export function subjectOf(input: ScoreInput, trie: TermTrie): Subject {
  const fields = fieldsOf(input)
  const streams = fields.flatMap((field) => streamsOf(field, trie.vocabulary))
  const hits = new Map<number, Hit[]>()
  const asWritten = new Map<string, number[]>()
  for (const stream of streams) {
    for (const { term, from, to, unaccented } of scan(trie, stream.tokens)) {
      const quote = quoteTokens(stream, from, to)
      const hidden =
        !echoes(asWritten, stream, term.id, quote) &&
        (!stream.asWritten || (!stream.attributeName && disguised(stream.tokens, from, to)))
      const hit: Hit = { term, stream, from, to, unaccented, hidden, quote }
      for (const list of term.lists) {
        const found = hits.get(list)
        if (found) found.push(hit)
        else hits.set(list, [hit])
      }
    }
  }
  return { input, fields, streams, hits }
}

function streamsOf(field: Field, vocabulary: Vocabulary): Stream[] {
  const folded = fold(field.text)
  const written = tokenise(folded, field.text)
  const streams: Stream[] = [{ field, tokens: written, asWritten: true, attributeName: false }]
  if (field.kind === 'url' || field.kind === 'price') return streams
  for (const reading of readings(field.text, folded, vocabulary)) {
    streams.push({ field, tokens: tokenise(reading, field.text, written), asWritten: false, attributeName: false })
  }
  if (field.kind === 'attributes') {
    const name = field.path.slice('attributes.'.length)
    streams.push({ field, tokens: tokenise(fold(name), name), asWritten: true, attributeName: true })
  }
  return streams
}

/** Where the tokens stand in the seller's own text; for an attribute's name, its whole value. */
export function quoteTokens(stream: Stream, from: number, to: number): Quote {
  const { field, tokens } = stream
  if (stream.attributeName) return { field: field.path, start: 0, end: field.text.length, text: field.text }
  return quoteFolded(field, tokens.folded, tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0)
}

export function quoteFolded(field: Field, folded: Folded, from: number, to: number): Quote {
  const { start, end, text } = quoteOf(field.text, folded, from, to)
  return { field: field.path, start, end, text }
}

/** True when the same term was already found as written at the same place, so that the reading adds nothing. */
function echoes(seen: Map<string, number[]>, stream: Stream, term: number, quote: Quote): boolean {
  const key = `${term} ${stream.field.order}`
  const places = seen.get(key) ?? []
  if (stream.asWritten) {
    places.push(quote.start, quote.end)
    seen.set(key, places)
    return false
  }
  for (let at = 0; at < places.length; at += 2) {
    if (quote.start < (places[at + 1] ?? 0) && quote.end > (places[at] ?? 0)) return true
  }
  return false
}
