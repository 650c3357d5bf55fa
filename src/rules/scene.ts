import type { Checks, Quote } from '../domain.ts'
import type { FactLists } from './facts.ts'
import type { Places } from './places.ts'
import type { FactName, FieldKind } from './schema.ts'
import { type Hit, quoteOfHit, type Subject } from './subject.ts'

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
  /** What was gathered from outside the listing. */
  readonly checks: Checks
  readonly denied: (hit: Hit) => boolean
  readonly facts: Map<FactName, readonly Quote[] | null>
}

/** What the rule says for all its words. */
export interface Manner {
  readonly fields: readonly FieldKind[]
  readonly negatable: boolean
}

/** Matched, and no words to show. */
export const PLAINLY: Matched = { quotes: [], hidden: false, unaccented: false }

export const fromHits = (hits: readonly Hit[]): Matched => ({
  quotes: hits.map(quoteOfHit),
  hidden: hits.every(({ hidden }) => hidden),
  unaccented: hits.every(({ unaccented }) => unaccented),
})
