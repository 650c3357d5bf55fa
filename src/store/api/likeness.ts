import type { ContactKind, Listing } from '../../domain.ts'
import type { SightingRow } from './sightings.ts'

export interface Likeness {
  /** Sightings whose listing gives this contact, newest first. */
  contact(kind: ContactKind, value: string, most: number): Promise<readonly number[]>
  /** Sightings whose title and description are nearly the same, the newest `most` looked at; `share` of word triples in common, 0–1. */
  text(listing: Listing, most: number): Promise<readonly { readonly sighting: number; readonly share: number }[]>
  /** What a list shows of these sightings; those that are not there are left out. */
  rows(ids: readonly number[]): Promise<readonly SightingRow[]>
}
