// Long because it names every table and column of the store.
import type { GeneratedAlways } from 'kysely'
import type { Band, Category, Instant, LinkRole, Outcome, Sha256, VerdictKind } from '../domain.ts'
import type { CaseField, DecisionVerdict, ReplyKind, ReplyWay, SweepKind, SweepState } from './api.ts'
import type { DecisionReason } from './decision-reasons.ts'

/** The tables as Kysely sees them. Columns of JSON are text; booleans are 0 and 1. */
export interface Schema {
  readonly sweep: {
    readonly id: GeneratedAlways<number>
    readonly name: string
    readonly kind: SweepKind
    readonly spec_hash: Sha256
    readonly spec: string
    readonly ruleset_hash: Sha256
    readonly state: SweepState
    readonly begun_at: Instant
    readonly ended_at: Instant | null
  }
  readonly visit: {
    readonly id: GeneratedAlways<number>
    readonly sweep: number
    readonly request: number
    readonly url: string
    readonly final_url: string | null
    readonly site: string
    readonly outcome: Outcome
    readonly reasons: string
    readonly status: number | null
    readonly page_hash: Sha256 | null
    readonly at: Instant
  }
  /** All but the first five columns are computed from `body`, so that they cannot differ from it. */
  readonly sighting: {
    readonly id: number
    readonly sweep: number
    readonly visit: number
    readonly body: string
    readonly hash: Sha256
    readonly at: GeneratedAlways<Instant>
    readonly site: GeneratedAlways<string>
    readonly listing_key: GeneratedAlways<string>
    readonly url: GeneratedAlways<string>
    readonly title: GeneratedAlways<string>
    readonly price_text: GeneratedAlways<string | null>
    readonly seller_key: GeneratedAlways<string | null>
    readonly seller_name: GeneratedAlways<string | null>
    readonly verdict: GeneratedAlways<VerdictKind>
    readonly score: GeneratedAlways<number>
    readonly band: GeneratedAlways<Band>
    readonly flagged: GeneratedAlways<0 | 1>
    readonly categories: GeneratedAlways<string>
    /** JSON of what an allowance lowered; null where there was none. */
    readonly allowed: GeneratedAlways<string | null>
  }
  readonly exhibit: { readonly sha256: Sha256; readonly size: number }
  readonly sighting_exhibit: {
    readonly sighting: number
    readonly role: string
    readonly media_type: string
    readonly sha256: Sha256
  }
  readonly signal: {
    readonly sighting: number
    readonly n: number
    readonly rule: string
    readonly version: string
    readonly category: Category
    readonly strength: number
  }
  readonly image: {
    readonly id: number
    readonly sha256: Sha256
    readonly pdq: Uint8Array
    readonly quality: number
    readonly width: number
    readonly height: number
  }
  readonly sighting_image: {
    readonly sighting: number
    readonly n: number
    readonly image: number
    readonly url: string
  }
  readonly ledger: {
    readonly seq: number
    readonly at: Instant
    readonly actor: string
    readonly action: string
    readonly subject: string
    /** Null for a sighting: its body stands in `sighting`. */
    readonly body: string | null
    readonly body_hash: Sha256
    readonly prev_hash: Sha256 | ''
    readonly hash: Sha256
  }
  readonly case_file: {
    readonly id: number
    readonly title: string
    readonly created_at: Instant
    readonly created_by: string
    /** Null in cases of before units were kept, and where the maker has none. */
    readonly unit: string | null
  }
  readonly case_sighting: { readonly case_file: number; readonly sighting: number }
  readonly case_change: {
    readonly id: number
    readonly case_file: number
    readonly at: Instant
    readonly officer: string
    readonly field: CaseField
    readonly value: string | null
  }
  readonly case_seller: {
    readonly id: number
    readonly case_file: number
    readonly at: Instant
    readonly officer: string
    readonly site: string
    readonly seller_key: string | null
    readonly seller_name: string | null
  }
  readonly case_attachment: {
    readonly id: number
    readonly case_file: number
    readonly at: Instant
    readonly officer: string
    readonly name: string
    readonly media_type: string
    readonly size: number
    readonly sha256: Sha256
  }
  readonly allowance: {
    readonly id: number
    readonly at: Instant
    readonly officer: string
    readonly unit: string | null
    readonly site: string
    readonly seller_key: string | null
    readonly seller_name: string | null
    readonly reason: string
    /** Exclusive. */
    readonly until: Instant
    /** Percent. */
    readonly lowers: number
  }
  readonly allowance_end: {
    readonly allowance: number
    readonly at: Instant
    readonly officer: string
    readonly reason: string
  }
  /** `draw` and `share` are of a million: picked where the draw is below the share. */
  readonly review_draw: {
    readonly decision: number
    readonly at: Instant
    readonly officer: string
    readonly draw: number
    readonly share: number
    readonly picked: 0 | 1
  }
  readonly blind_review: {
    readonly decision: number
    readonly at: Instant
    readonly officer: string
    readonly unit: string | null
    readonly sighting: number | null
    readonly verdict: DecisionVerdict
    readonly reason: DecisionReason
    readonly note: string | null
    readonly agrees: 0 | 1
  }
  readonly reply: {
    readonly id: number
    readonly at: Instant
    readonly officer: string
    readonly unit: string | null
    readonly site: string
    readonly listing_key: string
    readonly sighting: number
    readonly kind: ReplyKind
    readonly received: string
    readonly way: ReplyWay
    readonly sender: string
    readonly text: string
    readonly file_name: string | null
    readonly media_type: string | null
    readonly size: number | null
    readonly sha256: Sha256 | null
  }
  readonly decision: {
    readonly id: number
    readonly at: Instant
    readonly officer: string
    readonly unit: string | null
    readonly verdict: DecisionVerdict
    readonly reason: DecisionReason
    readonly note: string | null
    readonly sighting: number | null
    readonly site: string
    readonly listing_key: string
    readonly title: string
    readonly seller_key: string | null
    readonly seller_name: string | null
  }
  /** Derived: who offers what, for finding sellers by a part of their name. Empty texts where a site gives none. */
  readonly seller: {
    readonly id: GeneratedAlways<number>
    readonly site: string
    readonly key: string
    readonly name: string
    readonly folded: string
  }
  /** Derived: words and facets of each sighting; `sighting_search` is what is matched. */
  readonly sighting_search: { readonly rowid: number; readonly sighting_search: string }
  readonly notice: {
    readonly id: number
    readonly at: Instant
    readonly actor: string
    readonly unit: string | null
    readonly site: string
    readonly listing_key: string
    readonly sighting: number | null
    readonly told_on: string
    readonly channel: string
    readonly recipient: string | null
    readonly reference: string | null
    readonly note: string | null
  }
  readonly anchor: {
    readonly id: GeneratedAlways<number>
    readonly seq: number
    readonly head: Sha256
    readonly authority: string
    readonly at: Instant
    readonly token: Sha256
    readonly chain: Sha256
    readonly crl: Sha256 | null
  }
  readonly ruleset: { readonly hash: Sha256 }
  readonly ruleset_file: {
    readonly ruleset: Sha256
    readonly path: string
    readonly rule: string | null
    readonly sha256: Sha256
  }
  readonly rule_text: { readonly sha256: Sha256; readonly text: string }
  readonly host: { readonly id: GeneratedAlways<number>; readonly name: string }
  /** What is asked alike of a host in a sweep. */
  readonly lane: {
    readonly id: GeneratedAlways<number>
    readonly sweep: number
    readonly host: number
    /** -1 for feeds, 0 for listings, 1 for the rest. */
    readonly priority: -1 | 0 | 1
    readonly depth: number
    readonly role: LinkRole | 'start'
    readonly via: 'http' | 'browser'
    /** Requests of state 0. Each is in one of the stretches from `head` on. */
    readonly waiting: number
    readonly head: number | null
    readonly tail: number | null
  }
  /** Requests `first` to `last`: those of them that wait have their turn before those of `next`. */
  readonly stretch: {
    readonly id: GeneratedAlways<number>
    readonly lane: number
    readonly first: number
    readonly last: number
    readonly next: number | null
  }
  readonly request: {
    readonly id: GeneratedAlways<number>
    readonly sweep: number
    readonly lane: number
    readonly key: string
    /** null: "https://" and the key. */
    readonly url: string | null
    readonly attempts: number
    /** 0 waiting, 1 leased, 2 done, 3 waiting until `not_before`. */
    readonly state: 0 | 1 | 2 | 3
    readonly run: string | null
    readonly not_before: Instant | null
    readonly reason: string | null
  }
  readonly robots_text: { readonly sha256: Sha256; readonly text: string }
  readonly robots_answer: {
    readonly id: GeneratedAlways<number>
    readonly sweep: number
    readonly origin: string
    readonly at: Instant
    readonly status: number | null
    readonly decision: string
    readonly reason: string
    readonly sha256: Sha256 | null
  }
  readonly visit_unchanged: { readonly visit: number; readonly since: number }
  readonly site_health: {
    readonly sweep: number
    readonly site: string
    readonly state: string
    readonly body: string
  }
  readonly queue_count: {
    readonly sweep: number
    readonly waiting: number
    readonly leased: number
    readonly done: number
  }
}
