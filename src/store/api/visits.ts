import type { Instant, LinkRole, Outcome, Sha256 } from '../../domain.ts'

/** The first reason of a visit whose page its site file no longer fits: what counts them. */
export const LAYOUT_CHANGED = 'the site file no longer fits the page'

/** How one site's URLs ended. `asked` is the sum of all outcomes; those still waiting count as not reached. */
export interface CoverageRow {
  /** Adapter id; the host name where no URL of that host was visited. */
  readonly site: string
  readonly asked: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** The most frequent reasons of each outcome other than `served`, at most three. */
  readonly reasons: Readonly<Partial<Record<Outcome, readonly string[]>>>
}

export interface VisitRow {
  readonly id: number
  readonly url: string
  readonly finalUrl: string | null
  readonly site: string
  readonly outcome: Outcome
  readonly reasons: readonly string[]
  readonly status: number | null
  readonly pageHash: Sha256 | null
  readonly at: Instant
  readonly sightings: readonly number[]
}

/** What one sweep read of one site: what its health is judged by. */
export interface SiteTally {
  /** Different listings, those on pages that had not changed among them. */
  readonly listings: number
  /** field → how many of them have it. */
  readonly filled: Readonly<Record<string, number>>
  /** Pages read that are not one listing. */
  readonly indexes: number
  /** Pages that the site file no longer fits. */
  readonly layoutChanged: number
}

/** One listing as a sweep saw it. */
export interface SeenListing {
  readonly site: string
  readonly key: string
  /** The fullest sighting. */
  readonly sighting: number
  readonly url: string
  readonly title: string
  /** That sighting is of the listing's own page, not of a list that shows it. */
  readonly own: boolean
  /** Keys of the requests that showed it. */
  readonly pages: readonly string[]
}

/** One page that a sweep asked for; `outcome` null: it did not come to it. */
export interface AskedPage {
  readonly key: string
  readonly host: string
  readonly role: LinkRole | 'start'
  readonly outcome: Outcome | null
}
