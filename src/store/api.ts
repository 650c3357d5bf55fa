import type { Frontier, Instant } from '../domain.ts'
import type { Allowances } from './api/allowances.ts'
import type { Anchors } from './api/anchors.ts'
import type { Cases } from './api/cases.ts'
import type { Decisions } from './api/decisions.ts'
import type { Blobs, Files, Rulesets } from './api/files.ts'
import type { Images } from './api/images.ts'
import type { Ledger } from './api/ledger.ts'
import type { Likeness } from './api/likeness.ts'
import type { PageMemory, Ways } from './api/memory.ts'
import type { Notices } from './api/notices.ts'
import type { PackSelection, PackSource } from './api/packs.ts'
import type { Replies } from './api/replies.ts'
import type { Reports } from './api/reports.ts'
import type { Reviews } from './api/reviews.ts'
import type { RuleHits } from './api/rule-hits.ts'
import type { Sellers } from './api/sellers.ts'
import type { Sightings } from './api/sightings.ts'
import type { Sweeps } from './api/sweeps.ts'
import type { Verification } from './api/verification.ts'

export type * from './api/allowances.ts'
export type * from './api/anchors.ts'
export * from './api/cases.ts'
export type * from './api/decisions.ts'
export type * from './api/files.ts'
export type * from './api/images.ts'
export type * from './api/ledger.ts'
export type * from './api/likeness.ts'
export type * from './api/memory.ts'
export * from './api/notices.ts'
export type * from './api/packs.ts'
export type * from './api/queue.ts'
export * from './api/replies.ts'
export type * from './api/reports.ts'
export type * from './api/reviews.ts'
export type * from './api/rule-hits.ts'
export type * from './api/sellers.ts'
export type * from './api/sightings.ts'
export type * from './api/sweeps.ts'
export type * from './api/verification.ts'
export * from './api/visits.ts'

/** What the store promises; `openStore` in store.ts makes one. Every method may throw Busy, CannotWrite or EvidenceBroken. */
export interface Store {
  readonly home: string
  readonly sweeps: Sweeps
  /** The durable queue of one sweep; leases of processes that have died are dropped here. */
  frontier(sweep: number): Frontier
  readonly sightings: Sightings
  readonly memory: PageMemory
  readonly ways: Ways
  readonly images: Images
  readonly blobs: Blobs
  readonly files: Files
  readonly rulesets: Rulesets
  readonly ledger: Ledger
  readonly cases: Cases
  readonly decisions: Decisions
  readonly likeness: Likeness
  readonly allowances: Allowances
  readonly reviews: Reviews
  readonly replies: Replies
  readonly sellers: Sellers
  readonly notices: Notices
  readonly reports: Reports
  readonly ruleHits: RuleHits
  readonly anchors: Anchors
  /** What a pack is made of, in the order of sighting ids. BadInput when an id, a sweep or a case is not there. */
  packSource(of: PackSelection): Promise<PackSource>
  /** Re-hashes every file and row. Never repairs. Linear in what is stored. */
  verify(): Promise<Verification>
  /** Writes what is queued, gives leases back and closes. Safe to call twice. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** No file is created or changed; NoInput when there is no store yet. */
  readonly readOnly?: boolean
  /** Who stands in the ledger for what is written. One line. */
  readonly actor: string
  readonly now?: () => Instant
}
