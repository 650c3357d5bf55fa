import type { Quote, ScoreInput } from '../domain.ts'
import type { Folded } from '../normalise/fold.ts'
import { fold, quoteOf } from '../normalise/fold.ts'
import { readings } from '../normalise/readings.ts'
import type { Vocabulary } from '../normalise/vocabulary.ts'
import { disguised } from './disguised.ts'
import { scan } from './scan.ts'
import type { FieldKind } from './schema.ts'
import type { Tokens } from './tokens.ts'
import { tokenise } from './tokens.ts'
import type { CompiledTerm, TermTrie } from './trie.ts'
import { remember, stands, type Written } from './written.ts'

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
}

/** The hits of each list, in field order and order of place. */
export interface Hits {
  get(list: number): readonly Hit[] | undefined
  has(list: number): boolean
  /** Those that have hits. */
  lists(): readonly number[]
  values(): readonly (readonly Hit[])[]
}

export interface Subject {
  readonly input: ScoreInput
  readonly fields: readonly Field[]
  readonly streams: readonly Stream[]
  readonly hits: Hits
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
  const byField = fields.map((field) => streamsOf(field, trie.vocabulary))
  const byList = new Array<Hit[] | undefined>(trie.lists)
  const lists: number[] = []
  for (const streams of byField) {
    for (const hit of hitsOf(streams, trie)) {
      for (const list of hit.term.lists) {
        const found = byList[list]
        if (found) found.push(hit)
        else {
          byList[list] = [hit]
          lists.push(list)
        }
      }
    }
  }
  const hits: Hits = {
    get: (list) => byList[list],
    has: (list) => byList[list] !== undefined,
    lists: () => lists,
    values: () => byList.filter((found) => found !== undefined),
  }
  return { input, fields, streams: byField.flat(), hits }
}

/** The hits of one field's streams. What a reading says that is written so too hides nothing. */
function hitsOf(streams: readonly Stream[], trie: TermTrie): Hit[] {
  const read = streams.some(({ asWritten }) => !asWritten)
  const written: Written = new Map()
  return streams.flatMap((stream) =>
    scan(trie, stream.tokens).map(({ term, from, to, unaccented }) => {
      const own = stream.asWritten
      if (read && own && !stream.attributeName) remember(written, term.id, placeOf(stream, from, to))
      const hidden = own
        ? !stream.attributeName && disguised(stream.tokens, from, to)
        : !stands(written, term.id, placeOf(stream, from, to))
      return { term, stream, from, to, unaccented, hidden }
    }),
  )
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

/** The words of a hit; made when somebody is to see them. */
export const quoteOfHit = ({ stream, from, to }: Hit): Quote => quoteTokens(stream, from, to)

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

/** From where to where in the seller's own text. */
function placeOf({ tokens }: Stream, from: number, to: number): readonly [number, number] {
  const { folded, starts, ends } = tokens
  return [folded.starts[starts[from] ?? 0] ?? 0, folded.ends[(ends[to - 1] ?? 0) - 1] ?? 0]
}
