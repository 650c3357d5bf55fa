import type {
  Band,
  Category,
  Exhibit,
  Instant,
  Listing,
  Lowered,
  SeenPrice,
  Sha256,
  VerdictKind,
} from '../../domain.ts'
import type { PackItem } from '../item.ts'
import type { LedgerRecord } from './ledger.ts'
import type { Fresh, Overview, QueuePage } from './queue.ts'

export interface SightingFilter {
  readonly site?: string
  /** The seller's key or name, or a part of the name. */
  readonly seller?: string
  readonly band?: Band
  readonly category?: Category
  /** Inclusive. */
  readonly from?: Instant
  /** Exclusive. */
  readonly to?: Instant
  readonly flagged?: boolean
  readonly sweep?: number
  readonly listingKey?: string
  /** Those put into this case. */
  readonly caseId?: number
  /**
   * Every word of it stands in the listing: title, description, words in pictures, brand, attributes, seller, contacts.
   * A word typed without accents finds all its spellings; `nik*` finds what begins so. BadInput where it holds no word.
   */
  readonly search?: string
}

interface SightingPage extends SightingFilter {
  readonly limit: number
  /** The last id of the page before. */
  readonly after?: number
}

export interface SightingRow {
  readonly id: number
  readonly at: Instant
  readonly sweep: number
  readonly site: string
  readonly key: string
  readonly url: string
  readonly title: string
  readonly priceText: string | null
  readonly sellerName: string | null
  readonly verdict: VerdictKind
  readonly score: number
  readonly band: Band
  readonly flagged: boolean
  /** What an allowance lowered; null where there was none. */
  readonly allowed: Lowered | null
  readonly categories: readonly Category[]
}

/** The stored body: canonical JSON of exactly this is what the ledger's bodyHash covers. */
export interface StoredItem extends PackItem {
  readonly pageHash: Sha256
}

/** One sighting and everything that hangs on it. */
export interface StoredSighting {
  readonly item: StoredItem
  readonly exhibits: readonly (Exhibit & { readonly path: string })[]
  /** Of this sighting, and of the cases it was put into. */
  readonly ledger: readonly LedgerRecord[]
  readonly cases: readonly number[]
}

export interface Sightings {
  /** Flagged listings, each once: its newest flagged sighting. Keyset pages. */
  queue(page: QueuePage): Promise<readonly StoredItem[]>
  /** `since`: a sighting's id. */
  fresh(since: number): Promise<Fresh>
  overview(from: Instant): Promise<Overview>
  /** Different listings flagged in the sweep's own sightings: those that the queue shows of it. */
  flaggedIn(sweep: number): Promise<number>
  /** Newest first. */
  list(page: SightingPage): Promise<readonly SightingRow[]>
  /** Oldest first. */
  ids(filter: SightingFilter): Promise<readonly number[]>
  /** Bodies of these, in no order: for a few hundred at once. */
  bodies(ids: readonly number[]): readonly StoredItem[]
  /** Makes the search index again from the bodies; returns how many. Linear in the store. */
  reindex(): Promise<number>
  /** Each listing of a sweep once, however many of its pages showed it. `flagged`: its worst sighting's id, worst first. */
  ofSweep(sweep: number): Promise<{ readonly listings: number; readonly flagged: readonly number[] }>
  /** The newest sighting of each of the `most` listings that were seen last, newest first. */
  newest(most: number): AsyncIterable<StoredItem>
  /** BadInput when there is none. */
  get(id: number): Promise<StoredSighting>
  /** Dong prices of new goods among the newest `most` unflagged sightings, each listing once. */
  prices(most: number): Promise<readonly SeenPrice[]>
  /** Every stored sighting of one listing, oldest first. */
  history(site: string, key: string): Promise<readonly { readonly at: Instant; readonly listing: Listing }[]>
}
