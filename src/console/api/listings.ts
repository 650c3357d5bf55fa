import { z } from 'zod'
import { CATEGORIES } from '../../domain.ts'
import { listingRecord, recordOf } from '../../export/json.ts'
import type { SightingRow } from '../../store/api.ts'
import { standingFor } from '../blind.ts'
import { asDecider } from '../decider.ts'
import { type Endpoint, from, given, instant, limit, mark, pageFrom, pageOf, reading, text, to } from './endpoint.ts'
import { there } from './problem.ts'

export const BANDS = z.enum(['none', 'low', 'medium', 'high'])

export const listing = z.strictObject({
  id: z.int().describe('number of the sighting; it never changes'),
  at: instant,
  sweep: z.int(),
  site: z.string(),
  key: z.string().describe('of the listing on its site'),
  url: z.string(),
  title: z.string(),
  priceText: z.string().nullable(),
  sellerName: z.string().nullable(),
  verdict: z.string(),
  score: z.number(),
  band: BANDS,
  flagged: z.boolean(),
  categories: z.array(z.enum(CATEGORIES)),
})

export const rowOf = (row: SightingRow): z.input<typeof listing> => {
  const { id, at, sweep, site, key, url, title, priceText, sellerName, verdict, score, band, flagged } = row
  const categories = [...row.categories]
  return { id, at, sweep, site, key, url, title, priceText, sellerName, verdict, score, band, flagged, categories }
}

const listings = reading({
  path: '/listings',
  name: 'listings',
  scope: 'listings',
  query: z.strictObject({
    site: text.optional(),
    seller: text.optional().describe("the seller's key, or a part of the name"),
    band: BANDS.optional(),
    category: z.enum(CATEGORIES).optional(),
    ...{ from, to },
    sweep: mark.describe('number of a sweep'),
    search: text.optional().describe('words that all stand in the listing, with or without accents'),
    all: z.enum(['true', 'false']).default('false').describe('true: those without signs too'),
    ...{ limit, after: mark },
  }),
  answer: pageOf(listing),
  read: async ({ world }, { all, limit: most, ...filter }) => {
    const flagged = all === 'true' ? {} : { flagged: true }
    const found = await world.store.sightings.list({ ...given(filter), ...flagged, limit: most + 1 })
    const page = pageFrom(found, most, ({ id }) => id)
    return { ...page, items: page.items.map(rowOf) }
  },
})

const one = reading({
  path: '/listings/{id}',
  name: 'listing',
  scope: 'listings',
  query: z.strictObject({}),
  answer: listingRecord,
  read: async ({ world, params }) => recordOf((await there(world.store.sightings.get(Number(params['id'])))).item),
})

const standing = reading({
  path: '/listings/{id}/standing',
  name: 'standing',
  scope: 'listings',
  query: z.strictObject({}),
  answer: z.strictObject({
    site: z.string(),
    key: z.string(),
    standing: z
      .enum(['open', 'pending', 'confirm', 'dismiss', 'needs-more', 'refer'])
      .describe('open too where the account of the token is to judge the listing blind'),
    cases: z.array(z.int()).describe('cases this sighting was put into'),
  }),
  read: async ({ world: { store }, program, params }) => {
    const { item, cases } = await there(store.sightings.get(Number(params['id'])))
    const { site, key } = item.listing
    const eyes = { store, decider: asDecider(program.account) }
    return { site, key, standing: await standingFor(eyes, { site, key }), cases: [...cases] }
  },
})

export const listingEndpoints: readonly Endpoint[] = [listings, one, standing]
