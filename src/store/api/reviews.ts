import type { Instant } from '../../domain.ts'
import type { DecisionReason } from '../decision-reasons.ts'
import type { DecisionVerdict, NewDecision } from './decisions.ts'

/** A decision that the lot chose to be judged a second time by somebody who does not see the first verdict. */
export interface Review {
  /** Of the first decision. */
  readonly decision: number
  readonly sighting: number
  readonly site: string
  readonly key: string
  readonly title: string
  readonly drawnAt: Instant
  readonly first: { readonly officer: string; readonly verdict: DecisionVerdict; readonly at: Instant }
  readonly second: {
    readonly officer: string
    readonly unit: string | null
    readonly verdict: DecisionVerdict
    readonly reason: DecisionReason
    readonly note: string | null
    readonly at: Instant
    readonly agrees: boolean
  } | null
}

export interface Reviews {
  /** The share of final dismissals, and of confirmations, that is drawn: 0–1. */
  share(): number
  setShare(share: number, by?: string): Promise<void>
  /** Waiting, oldest first, without those this officer decided on. */
  waitingFor(officer: string, most: number): Promise<readonly Review[]>
  /** The one of this listing that waits and that this officer may judge; null where there is none. */
  waitingOn(officer: string, site: string, key: string): Promise<Review | null>
  /** BadInput when that decision was not drawn. */
  get(decision: number): Promise<Review>
  /** The reviews of one listing, oldest first. */
  ofListing(site: string, key: string): Promise<readonly Review[]>
  /** Those where the two did not agree, newest first; `officer`: one of the two. */
  disagreements(filter: { readonly officer?: string }, most: number): Promise<readonly Review[]>
  /** How many were drawn, judged, and agreed. */
  figures(): Promise<{ readonly drawn: number; readonly judged: number; readonly agreed: number }>
  /** The second judgement. Where it differs and the first still stands, the listing is opened again. BadInput: not drawn, judged already, own. */
  judge(decision: number, second: Omit<NewDecision, 'about'>, by?: string): Promise<Review>
}
