import { type Listing, NO_CHECKS, type Page, type Verdict } from '../domain.ts'
import { Busy, CannotWrite, EvidenceBroken, Unavailable } from '../errors.ts'
import { normaliseListing } from '../normalise/listing.ts'
import { type Brought, inspect, sight, type World } from '../pipeline.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import { EMPTY } from '../sites/generic/found.ts'
import type { SiteBook } from '../sites/load.ts'
import { canonicalUrl } from '../sites/urls.ts'
import type { StoredItem } from '../store/api.ts'
import { handledOf } from '../sweep/visit.ts'
import { pageOf } from './archive-page.ts'
import { type Seen, siteNameOf } from './record.ts'
import type { PagePiece, RowPiece } from './types.ts'

/** What a brought page is judged with: the pipeline's world without a browser. */
export interface JudgeWorld extends Pick<World, 'examiner' | 'checks'> {
  readonly book: SiteBook
  readonly ruleset: Ruleset
}

/** The next page would meet these too; any other throw is counted against its page alone. */
const endsTheImport = (error: unknown): boolean =>
  [Busy, CannotWrite, EvidenceBroken, Unavailable].some((kind) => error instanceof kind)

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A page through the whole flow. A site file that no longer fits is said of the page. */
export async function judgePage({ page, place }: PagePiece, brought: Brought, world: JudgeWorld): Promise<Seen> {
  const site = siteNameOf(world.book, page)
  const named = place ?? 'whole'
  try {
    const seen = await inspect(page, { ...world, capture: null, pictures: null, brought })
    const { outcome, reasons, sightings } = handledOf(seen, page, [], [], [])
    return { page, place: named, site, outcome, reasons, sightings }
  } catch (error) {
    if (endsTheImport(error)) throw error
    return { page, place: named, site, outcome: 'failed', reasons: [messageOf(error)], sightings: [] }
  }
}

/** How many listings a page holds, by the same readers; the reason where it holds none. */
export async function lookAt(
  page: Page,
  world: JudgeWorld,
): Promise<{ readonly listings: number; readonly why: string | null }> {
  const unscored = { ...world, checks: async () => NO_CHECKS, capture: null, pictures: null }
  try {
    const { sightings, why } = await inspect(page, unscored)
    return { listings: sightings.length, why }
  } catch (error) {
    if (endsTheImport(error)) throw error
    return { listings: 0, why: messageOf(error) }
  }
}

const ROW: Verdict = { kind: 'served', reasons: ['a row of a data file'] }

/** A row as a page: its cells as JSON, at the listing's address. */
export const pageOfRow = ({ cells, url }: RowPiece, at: string): Page =>
  pageOf(url, null, { 'content-type': 'application/json' }, Buffer.from(JSON.stringify(cells)), at)

/** A row through normalising, checks and scoring. */
export async function judgeRow(
  piece: RowPiece,
  page: Page,
  site: string,
  brought: Brought,
  world: JudgeWorld,
): Promise<Seen> {
  const url = canonicalUrl(page.url)
  const known = world.book.siteOf(url)
  const currency = known?.currency ?? null
  const id = known?.id ?? site
  const listing = normaliseListing(piece.row, { page, site: id, key: world.book.keyOf(url), url, currency })
  const sighting = await sight(listing, page, ROW, { ...world, capture: null, pictures: null, brought })
  return { page, place: piece.place, site: id, outcome: 'served', reasons: [], sightings: [sighting] }
}

/**
 * An officer's picture. No text is read from it: its words are those of the earlier sighting it is said to show, and say so;
 * without one it has the file's name for a title.
 */
export async function judgePicture(
  { page, name, earlier }: { readonly page: Page; readonly name: string; readonly earlier: StoredItem | null },
  brought: Brought,
  world: JudgeWorld,
): Promise<Seen> {
  const url = canonicalUrl(page.url)
  const site = earlier?.listing.site ?? world.book.siteOf(url)?.id ?? 'generic'
  const raw = { ...EMPTY, title: { text: name, source: 'file:name' }, url: { text: url, source: 'officer' } }
  const own = () => normaliseListing(raw, { page, site, key: world.book.keyOf(url), url, currency: null })
  const listing = earlier ? saidBefore(earlier) : own()
  const verdict: Verdict = { kind: 'served', reasons: ['an officer’s own screenshot'] }
  const sighting = await sight(listing, page, verdict, { ...world, capture: null, pictures: null, brought })
  return { page, place: 'picture', site, outcome: 'served', reasons: [], sightings: [sighting] }
}

const saidBefore = ({ id, listing }: StoredItem): Listing => ({
  ...listing,
  provenance: Object.fromEntries(Object.keys(listing.provenance).map((field) => [field, `sighting:${id}`])),
})
