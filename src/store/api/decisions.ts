import type { Instant } from '../../domain.ts'
import type { DecisionReason } from '../decision-reasons.ts'

/** `reopen` takes the decision before back: nothing is ever undone, it is decided again. */
export type DecisionVerdict = 'confirm' | 'dismiss' | 'needs-more' | 'refer' | 'reopen'

/** A decision is about a listing; a sighting stands for the listing it is of. */
export type DecisionAbout = { readonly sighting: number } | { readonly site: string; readonly key: string }

export interface NewDecision {
  readonly about: DecisionAbout
  readonly verdict: DecisionVerdict
  /** One of those that go with the verdict. */
  readonly reason: DecisionReason
  /** Needed where the reason is `other`. */
  readonly note: string | null
  readonly unit: string | null
}

/**
 * How a listing stands: `open` without a decision or taken up again; `pending` where it was ever in the high band and one
 * officer alone dismissed it; else the last verdict.
 */
export type Standing = 'open' | 'pending' | Exclude<DecisionVerdict, 'reopen'>

export interface Decision {
  readonly id: number
  readonly at: Instant
  readonly officer: string
  readonly unit: string | null
  readonly verdict: DecisionVerdict
  readonly reason: DecisionReason
  readonly note: string | null
  readonly sighting: number | null
  readonly site: string
  readonly key: string
  /** As the listing stood when it was decided. */
  readonly title: string
  readonly sellerKey: string | null
  readonly sellerName: string | null
}

export interface DecisionFilter {
  readonly officer?: string
  /** The seller's key, or a part of the name, with or without accents. */
  readonly seller?: string
  readonly verdict?: DecisionVerdict
  readonly from?: Instant
  readonly to?: Instant
}

/** One officer who dismissed several listings of one seller. */
export interface Repeated {
  readonly officer: string
  readonly site: string
  readonly sellerKey: string | null
  readonly sellerName: string | null
  readonly listings: number
  readonly dismissals: number
  readonly first: Instant
  readonly last: Instant
}

/** A flagged listing that somebody looked at, and that nobody decided after that. */
export interface LeftOpen {
  readonly actor: string
  readonly sighting: number
  readonly site: string
  readonly title: string
  readonly views: number
  readonly last: Instant
}

export interface Decisions {
  /** `by`: who decides, where that is not the store's actor. BadInput: no such listing, a reason that does not go with the verdict, no note where one is needed. */
  add(decision: NewDecision, by?: string): Promise<Decision>
  /** The same of several at once: all of them, or none. */
  addAll(decisions: readonly NewDecision[], by?: string): Promise<readonly Decision[]>
  standing(site: string, key: string): Promise<Standing>
  /** Newest first. */
  list(page: DecisionFilter & { readonly limit: number; readonly before?: number }): Promise<readonly Decision[]>
  /** Every decision on a listing, oldest first; the last one stands. */
  of(about: DecisionAbout): Promise<readonly Decision[]>
  /** Officers who dismissed at least two listings of one seller, the most first. */
  repeated(filter: Pick<DecisionFilter, 'officer' | 'seller'>): Promise<readonly Repeated[]>
  /** Newest first. */
  leftOpen(filter: Pick<DecisionFilter, 'officer'>, most: number): Promise<readonly LeftOpen[]>
}
