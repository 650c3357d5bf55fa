import type { Band, Category, Instant, ScoreInput, Sha256 } from '../domain.ts'
import type { ExampleFailure } from '../rules/examples.ts'
import type { Explanation } from '../rules/explain.ts'
import type { Finding } from '../rules/overview.ts'
import type { FieldKind, Fragment, LegalReference } from '../rules/schema.ts'
import type { RuleMonth, RuleTally } from '../store/api.ts'

/** What crosses between the thread that holds the rules and the one that serves: plain data only. */

interface Both {
  readonly vi: string
  readonly en: string
}

/** One rule to read; `lowers` stands where it excuses, `category` where it raises. */
export interface BookRule {
  readonly id: string
  readonly version: string
  /** Path under the rules folder. */
  readonly file: string
  readonly title: Both
  readonly why: Both
  readonly innocent: Both
  readonly falsePositives: readonly string[]
  readonly strength: number
  readonly category: Category | null
  readonly group: string | null
  readonly lowers: readonly (Category | '*')[]
  readonly legal: readonly string[]
  readonly fields: readonly FieldKind[]
  readonly active: boolean
  readonly examples: {
    readonly fires: readonly Fragment[]
    readonly quiet: readonly Fragment[]
    readonly obfuscated: readonly Fragment[]
  }
}

export interface BookFile {
  readonly path: string
  readonly text: string
  readonly sha256: Sha256
  /** The home's own file stands for, or beside, those that come with Soi. */
  readonly own: boolean
  /** What comes with Soi; null for a file that only this home has. */
  readonly packaged: string | null
}

/** The rules in force as they are read, without what compiles them. */
export interface RuleBook {
  readonly hash: Sha256
  readonly flagAt: number
  /** By id; those that excuse follow those that raise. */
  readonly rules: readonly BookRule[]
  readonly legal: readonly LegalReference[]
  readonly files: readonly BookFile[]
}

/** One file of the rules as it is proposed. */
export interface Proposal {
  readonly path: string
  readonly text: string
}

/** What a proposal would be as part of the rules; it loads. */
export interface Looked {
  readonly before: Sha256
  readonly after: Sha256
  /** Examples, of any rule, that would not behave as their file says. */
  readonly failures: readonly ExampleFailure[]
  /** What is not as it should be in the set and was not there before. */
  readonly findings: readonly Finding[]
}

/** One listing on which a proposal changes the outcome. */
export interface Moved {
  readonly sighting: number
  readonly site: string
  readonly title: string
  readonly from: { readonly score: number; readonly band: Band }
  readonly to: { readonly score: number; readonly band: Band }
}

/** What a proposal does to listings that were seen: the rules in force and the proposed ones, each on all of them. */
export interface Effect {
  /** Listings judged twice. */
  readonly listings: number
  /** When the oldest of them was seen; null without any. */
  readonly since: Instant | null
  readonly flagged: { readonly before: number; readonly after: number }
  /** Newly flagged, the highest first; only the first of many. */
  readonly flag: readonly Moved[]
  readonly flagCount: number
  /** No longer flagged. */
  readonly unflag: readonly Moved[]
  readonly unflagCount: number
  /** Flagged as before, in another band. */
  readonly otherBand: number
  /** Another score, same band. */
  readonly otherScore: number
}

/** One text by the rules in force. */
export interface Tried {
  readonly input: ScoreInput
  readonly explanation: Explanation
}

export interface RuleHistory {
  readonly months: readonly RuleMonth[]
  /** Newest listings on which the rule spoke. */
  readonly latest: readonly Omit<Moved, 'from'>[]
}

/** What the thread that holds the rules can be asked, and what it answers. */
export interface Calls {
  /** Null where the asker knows it already. `fresh`: as the disk has it now, not as it had it a moment ago. */
  readonly book: {
    readonly ask: { readonly known: Sha256 | null; readonly fresh: boolean }
    readonly answer: RuleBook | null
  }
  /** The text of a new rule to fill in. BadInput when the id is taken or the path is none of a rule. */
  readonly scaffold: { readonly ask: string; readonly answer: Proposal }
  readonly try: { readonly ask: ScoreInput; readonly answer: Tried }
  readonly look: { readonly ask: Proposal; readonly answer: Looked }
  readonly effect: { readonly ask: { readonly proposal: Proposal; readonly last: number }; readonly answer: Effect }
  readonly tallies: { readonly ask: Instant; readonly answer: readonly RuleTally[] }
  readonly history: {
    readonly ask: { readonly rule: string; readonly from: Instant }
    readonly answer: RuleHistory
  }
}
export type CallName = keyof Calls
