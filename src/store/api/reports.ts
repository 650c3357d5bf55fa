import type { Band, Category, GoodsGroup, Instant, Outcome, Sha256, Trick } from '../../domain.ts'
import type { DecisionReason } from '../decision-reasons.ts'
import type { DecisionVerdict } from './decisions.ts'

/** Inclusive from, exclusive to. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** What was known at one entry of the ledger: everything recorded up to it, and nothing after. */
export interface Cut {
  /** Null: the ledger held nothing yet. */
  readonly head: { readonly seq: number; readonly hash: Sha256; readonly at: Instant } | null
  /** The last moment that counts; never later than now. */
  readonly until: Instant
}

/**
 * What happened within a span, counted; all of it stands in rows that are never changed. Listings are counted once, however often
 * they were seen; one of two categories, provinces or goods counts in both.
 */
export interface SpanTally {
  readonly flagged: number
  /** By the worst band within the span. */
  readonly bands: readonly { readonly band: Band; readonly n: number }[]
  /** Days of Viet Nam that have any, YYYY-MM-DD, by the worst band of the day. */
  readonly days: readonly { readonly day: string; readonly band: Band; readonly n: number }[]
  readonly categories: readonly { readonly category: Category; readonly n: number }[]
  /** Null: neither category nor title says it. */
  readonly goods: readonly { readonly goods: GoodsGroup | null; readonly n: number }[]
  /** Of flagged listings: how the words that made rules fire were hidden. */
  readonly tricks: readonly { readonly trick: Trick; readonly n: number }[]
  /** `read`: listings read, each as often as it was read; pages that had not changed are not read again. */
  readonly sites: readonly {
    readonly site: string
    readonly read: number
    readonly flagged: number
    readonly high: number
  }[]
  /** Of flagged listings; null: the listing names none, or several. */
  readonly provinces: readonly { readonly province: string | null; readonly n: number }[]
  /** How visits ended, listings' pages and others. */
  readonly visits: readonly { readonly site: string; readonly outcome: Outcome; readonly n: number }[]
  readonly decisions: readonly {
    readonly verdict: DecisionVerdict
    readonly reason: DecisionReason
    readonly n: number
  }[]
  /** `officers`: how many different ones decided in the unit, whatever the verdict. */
  readonly units: readonly {
    readonly unit: string | null
    readonly verdict: DecisionVerdict
    readonly n: number
    readonly officers: number
  }[]
  /** Acts of telling a platform, recorded within the span. */
  readonly notices: number
}

/** A seller with flagged listings within a span. */
export interface SpanSeller {
  readonly site: string
  readonly key: string | null
  readonly name: string | null
  readonly listings: number
  /** Different days of Viet Nam with flags. */
  readonly days: number
  /** Different months of Viet Nam with flags, up to the cut: of all time. */
  readonly months: number
  /** Listings of the seller confirmed before the end of the span, by decisions that still stood then. */
  readonly confirmed: number
  /** Listings flagged within the span after a decision that confirmed one of the seller's. */
  readonly again: number
  /** Listings that were taken down and seen again. */
  readonly back: number
  /** Other sellers with flagged listings that give the same phone, account or address to write to. */
  readonly linked: number
}

/**
 * What became of listings flagged within a span, on one site. `down`, `up`, `unseen` and `notLooked` share out those that the
 * platform was told of: by the last look after that which could tell; where none could, `unseen`.
 */
export interface Compliance {
  readonly site: string
  readonly flagged: number
  readonly notified: number
  readonly down: number
  readonly up: number
  readonly unseen: number
  readonly notLooked: number
  /** Seen again after it was taken down; told of or not. */
  readonly back: number
  /** Taken down, though the platform was never told. */
  readonly downUntold: number
  /** Days from the day the platform was told to the day it was first seen gone. Null where there is none. */
  readonly medianDays: number | null
  readonly p90Days: number | null
}

export interface Reports {
  /** What was known just before an instant, or at an entry of the ledger. BadInput when there is no such entry. */
  cut(at: { readonly before: Instant } | { readonly seq: number }): Promise<Cut>
  tally(span: Span, cut: Cut): Promise<SpanTally>
  /**
   * Flagged again after a confirmed decision or back after a takedown first, then by listings; at most `most`. Without sellers
   * that only one listing speaks of.
   */
  sellers(span: Span, cut: Cut, most: number): Promise<readonly SpanSeller[]>
  /** By what was flagged, most first. */
  compliance(span: Span, cut: Cut): Promise<readonly Compliance[]>
}
