import type { Instant } from '../../domain.ts'

/** Different listings on which one rule spoke, and how officers decided on them. */
export interface RuleTally {
  readonly rule: string
  readonly listings: number
  /** Listings that now stand confirmed. */
  readonly confirmed: number
  /** Listings that now stand dismissed; those that wait for a second person are not among them. */
  readonly dismissed: number
}

/** The same of one month of Viet Nam (YYYY-MM): listings by the time of their sightings, decisions by theirs. */
export interface RuleMonth extends Omit<RuleTally, 'rule'> {
  readonly month: string
}

export interface RuleHits {
  /** `listings` counts sightings from then on, the decisions are of all time; only rules that have any. */
  all(from: Instant): Promise<readonly RuleTally[]>
  /** Oldest first; only months that have any. */
  months(rule: string, from: Instant): Promise<readonly RuleMonth[]>
  /** Sightings of the newest listings, newest first. */
  latest(rule: string, most: number): Promise<readonly number[]>
}
