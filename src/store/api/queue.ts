import type { Band, Category, GoodsGroup } from '../../domain.ts'
import type { Standing } from './decisions.ts'
import type { SightingFilter } from './sightings.ts'

export type QueueSort = 'newest' | 'oldest' | 'score'

/** Where a page of the queue ended. `score` is of that sighting. */
export interface QueueMark {
  readonly id: number
  readonly score: number
}

export interface QueuePage extends SightingFilter {
  /**
   * Only listings that stand so; all where it is not given. `open` takes in those that wait for a second person, and
   * dismissed ones that came back with stronger signs.
   */
  readonly standing?: Standing
  readonly sort: QueueSort
  readonly limit: number
  readonly after?: QueueMark
}

/** What came in after a sighting: different flagged listings, counted. */
export interface Fresh {
  /** The newest sighting's id; 0 in an empty store. */
  readonly newest: number
  readonly bands: Readonly<Partial<Record<Band, number>>>
  readonly categories: Readonly<Partial<Record<Category, number>>>
}

/** Different flagged listings seen since a day, counted. Days are of Viet Nam, YYYY-MM-DD, only those that have any. */
export interface Overview {
  readonly days: readonly { readonly day: string; readonly band: Band; readonly n: number }[]
  readonly sites: readonly { readonly site: string; readonly n: number }[]
  readonly categories: readonly { readonly category: Category; readonly n: number }[]
  /** Null: not told. */
  readonly goods: readonly { readonly goods: GoodsGroup | null; readonly n: number }[]
  readonly provinces: readonly { readonly province: string | null; readonly n: number }[]
}
