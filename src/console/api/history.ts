import { z } from 'zod'
import { CATEGORIES } from '../../domain.ts'
import type { SightingRow, StoredItem } from '../../store/api.ts'
import { changedFields } from '../changed-fields.ts'
import { diff, diffBudget } from '../diff.ts'
import { pictureOf } from '../picture.ts'
import { type Endpoint, given, hash, instant, mark, numbered, pageFrom, pageOf, reading } from './endpoint.ts'
import { BANDS } from './listings.ts'
import { ApiProblem, there } from './problem.ts'

/** Whole texts of two sightings stand in each item. */
const MOST = 50

const capture = z.strictObject({
  id: z.int().describe('number of the sighting'),
  at: instant,
  sweep: z.int(),
  pageHash: hash.describe('SHA-256 of the page as it was received'),
  priceText: z.string().nullable(),
  score: z.number(),
  band: BANDS,
  flagged: z.boolean(),
  categories: z.array(z.enum(CATEGORIES)),
  changes: z
    .array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() }))
    .nullable()
    .describe('against the sighting before; an empty text: the field was not given. null: this is the first sighting'),
})

function captureOf(row: SightingRow, before: SightingRow | undefined, bodies: ReadonlyMap<number, StoredItem>) {
  const { id: number, at, sweep, priceText, score, band, flagged } = row
  const own = bodies.get(number)
  if (!own) throw new Error(`sighting ${number} is listed and has no body`)
  const earlier = before && bodies.get(before.id)
  const changes = earlier
    ? changedFields(earlier.listing, own.listing).map(({ name, from, to }) => ({
        field: name,
        before: from,
        after: to,
      }))
    : null
  const { pageHash } = own
  return { id: number, at, sweep, pageHash, priceText, score, band, flagged, categories: [...row.categories], changes }
}

const history = reading({
  path: '/listings/{id}/history',
  name: 'history',
  scope: 'listings',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(MOST).default(20).describe('how many at most'),
    after: mark,
  }),
  answer: pageOf(capture),
  read: async ({ world: { store }, params }, { limit: most, after }) => {
    const { item } = await there(store.sightings.get(Number(params['id'])))
    const { site, key: listingKey } = item.listing
    const rows = await store.sightings.list({ site, listingKey, ...given({ after }), limit: most + 1 })
    const bodies = new Map(store.sightings.bodies(rows.map((row) => row.id)).map((each) => [each.id, each]))
    const page = pageFrom(rows, most, (row) => row.id)
    return { ...page, items: page.items.map((row, at) => captureOf(row, rows[at + 1], bodies)) }
  },
})

/** Whether both screenshots are the same bytes; `none`: one of them is not there. */
function screenshotsOf(from: StoredItem, to: StoredItem): 'same' | 'different' | 'none' {
  const [before, after] = [pictureOf(from.exhibits), pictureOf(to.exhibits)]
  if (!before || !after) return 'none'
  return before.sha256 === after.sha256 ? 'same' : 'different'
}

const differences = reading({
  path: '/listings/{id}/differences',
  name: 'differences',
  scope: 'listings',
  query: z.strictObject({
    with: numbered.describe('number of another sighting of the same listing'),
  }),
  answer: z.strictObject({
    before: z.int().describe('the earlier of the two sightings'),
    after: z.int(),
    fields: z.array(
      z.strictObject({
        field: z.string(),
        parts: z
          .array(z.strictObject({ kind: z.enum(['kept', 'removed', 'added']), text: z.string() }))
          .describe('kept and removed joined are the earlier text, kept and added the later'),
      }),
    ),
    screenshots: z.enum(['same', 'different', 'none']).describe('none: one of the two has none'),
  }),
  read: async ({ world: { store }, params }, { with: number }) => {
    const { item: one } = await there(store.sightings.get(Number(params['id'])))
    const { item: other } = await there(store.sightings.get(number))
    if (one.listing.site !== other.listing.site || one.listing.key !== other.listing.key)
      throw new ApiProblem(400, `with: sighting ${number} is of another listing`)
    const [from, to] = one.id < other.id ? [one, other] : [other, one]
    const budget = diffBudget()
    const fields = changedFields(from.listing, to.listing).map(({ name, from: was, to: is }) => ({
      field: name,
      parts: diff(was, is, budget).map(({ kind, text }) => ({ kind, text })),
    }))
    return { before: from.id, after: to.id, fields, screenshots: screenshotsOf(from, to) }
  },
})

export const historyEndpoints: readonly Endpoint[] = [history, differences]
