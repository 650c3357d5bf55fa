import type { Quote } from '../domain.ts'
import type { Stream, Subject } from './subject.ts'
import { quoteTokens } from './subject.ts'
import type { Tokens } from './tokens.ts'

/**
 * The tone of a listing: how far its small words are those of listings that labelled data call violating (above 0) or
 * honest (below 0). Weights are log-odds, learned by `soi rules weigh` and kept in rules/tone.json, where a person reads
 * them. Tone never decides alone: rules that ask for it only support a named sign. It lowers nothing either: honest
 * sentences are easily pasted.
 */
export interface Tone {
  /** Sum of the weights of the different word groups found. */
  readonly value: number
  /** Where the weightiest of them stand. */
  readonly quotes: readonly Quote[]
}

export type ToneWeights = ReadonlyMap<string, number>

/** Longest group of words that carries a weight. */
const MOST_WORDS = 3
const SHOWN = 6

interface Place {
  readonly group: string
  readonly from: number
  readonly to: number
}

/** Groups of one to three words inside a clause, without marks, every number as `#`. */
export function* wordGroups(tokens: Tokens): Generator<Place> {
  for (let from = 0; from < tokens.count; from++) {
    let group = ''
    for (let to = from; to < Math.min(tokens.count, from + MOST_WORDS); to++) {
      if (to > from && tokens.gap[to] !== 0) break
      const word = tokens.plain[to] ?? ''
      const shown = word >= '0' && word < ':' ? '#' : word
      group = group === '' ? shown : `${group} ${shown}`
      yield { group, from, to: to + 1 }
    }
  }
}

/** Texts whose words are weighed: what the seller wrote, as written; not prices and addresses. */
export const weighed = ({ streams }: Subject): readonly Stream[] =>
  streams.filter(({ asWritten, field }) => asWritten && field.kind !== 'url' && field.kind !== 'price')

export function toneOf(subject: Subject, weights: ToneWeights): Tone {
  const found = new Map<string, { readonly weight: number; readonly stream: Stream; readonly place: Place }>()
  let value = 0
  for (const stream of weighed(subject)) {
    for (const place of wordGroups(stream.tokens)) {
      const weight = weights.get(place.group)
      if (weight === undefined || found.has(place.group)) continue
      found.set(place.group, { weight, stream, place })
      value += weight
    }
  }
  const quotes = [...found.values()]
    .filter(({ weight, stream }) => weight > 0 && !stream.attributeName)
    .sort((a, b) => b.weight - a.weight || (a.place.group < b.place.group ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ stream, place }) => quoteTokens(stream, place.from, place.to))
  return { value: Math.round(value * 100) / 100, quotes }
}
