import type { Sha256 } from '../domain.ts'
import type { Compiled, CompiledNegation } from './compiled.ts'
import type { FactLists } from './facts.ts'
import type { Needs } from './needs.ts'
import type { ExcuseRule, FieldKind, LegalReference, Offence, Scoring } from './schema.ts'
import type { Hits } from './subject.ts'
import type { TermTrie } from './trie.ts'

/** Where a rule looks when it does not say. Price text and URL only by name: their words are not the seller's prose. */
export const USUAL_FIELDS: readonly FieldKind[] = [
  'title',
  'description',
  'attributes',
  'seller',
  'ocr',
  'category',
  'brand',
]

interface Loaded {
  /** First 12 hex digits of the SHA-256 of the rule's file. */
  readonly version: string
  /** Path under the rules folder, with forward slashes. */
  readonly file: string
  /** The file as it was loaded. */
  readonly text: string
  readonly when: Compiled
  readonly needs: Needs
  readonly fields: readonly FieldKind[]
  readonly active: boolean
}

export interface Rule extends Loaded {
  readonly kind: 'offence'
  readonly body: Offence
  readonly negatable: boolean
}

export interface Excusing extends Loaded {
  readonly kind: 'excuse'
  readonly body: ExcuseRule
  readonly negatable: false
}

/** Everything an assessment depends on. */
export interface Ruleset {
  /** SHA-256 over the sorted (path, SHA-256) list of every YAML file of the folder. */
  readonly hash: Sha256
  /** path → text of every file of it, to keep with the evidence. */
  readonly files: ReadonlyMap<string, string>
  /** Sorted by id; retired ones too, to explain old sightings. */
  readonly rules: readonly Rule[]
  readonly excuses: readonly Excusing[]
  /** The active ones of `rules` that the words found allow. */
  readonly wakenedBy: (hits: Hits) => readonly Rule[]
  readonly legal: ReadonlyMap<string, LegalReference>
  readonly scoring: Scoring
  readonly trie: TermTrie
  readonly negation: CompiledNegation
  readonly factLists: FactLists
}

/** A rule by id, whether it raises or lowers; null when there is none. */
export function ruleOf(ruleset: Ruleset, id: string): Rule | Excusing | null {
  return ruleset.rules.find(({ body }) => body.id === id) ?? ruleset.excuses.find(({ body }) => body.id === id) ?? null
}

/** The legal references of a rule that were in force on a day (YYYY-MM-DD, Viet Nam): neither ended, nor suspended. */
export function legalOn(ruleset: Ruleset, rule: Rule, day: string): readonly LegalReference[] {
  return rule.body.legal
    .map((id) => ruleset.legal.get(id))
    .filter((reference) => reference !== undefined)
    .filter(({ effective_from, effective_to, suspended }) => {
      const inForce = effective_from <= day && (effective_to === null || day < effective_to)
      return inForce && !suspended.some(({ from, to }) => from <= day && (to === null || day < to))
    })
}
