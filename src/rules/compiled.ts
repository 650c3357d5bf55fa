import type { RE2JS } from 're2js'
import type { FactName, FieldKind, QuantityName } from './schema.ts'

/** A condition with its words resolved to list numbers: what match.ts walks. */
export type Compiled =
  | {
      readonly op: 'all'
      readonly parts: readonly Compiled[]
      /** Part numbers, those that are cheap to ask first. */
      readonly order: readonly number[]
    }
  | { readonly op: 'any'; readonly parts: readonly Compiled[] }
  | { readonly op: 'not'; readonly part: Compiled }
  | WordsCondition
  | {
      readonly op: 'pattern'
      readonly pattern: RE2JS
      /** A text that holds none of these holds no match; null where every text is to be asked. */
      readonly signs: readonly string[] | null
      readonly in: readonly FieldKind[] | null
    }
  | { readonly op: 'number'; readonly of: QuantityName; readonly below: number; readonly above: number }
  | { readonly op: 'floor'; readonly floors: readonly CompiledFloor[] }
  | { readonly op: 'fact'; readonly fact: FactName }
  | { readonly op: 'missing'; readonly field: FieldKind }
  | { readonly op: 'attribute'; readonly key: number; readonly value: number }

export interface WordsCondition {
  readonly op: 'words'
  readonly list: number
  readonly in: readonly FieldKind[] | null
  readonly near: CompiledNear | null
  readonly apart: CompiledNear | null
  readonly count: number
  readonly context: boolean
  /** Null: as the rule says. */
  readonly negatable: boolean | null
}

export interface CompiledNear {
  readonly list: number
  readonly within: number
  readonly side: 'before' | 'after' | 'either'
  readonly sameClause: boolean
}

export interface CompiledFloor {
  readonly name: string
  readonly brand: number
  readonly goods: number
  readonly below: number
}

/** Words that turn what follows or precedes into a denial, a promise or a report; see rules/negation.yaml. */
export interface CompiledNegation {
  /** List number → window in words. */
  readonly before: ReadonlyMap<number, number>
  readonly after: ReadonlyMap<number, number>
  readonly breakers: number
  readonly chain: number
}
