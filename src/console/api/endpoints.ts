import { z } from 'zod'
import { CATEGORIES } from '../../domain.ts'
import { listingRecord, lowered, recordOf } from '../../export/json.ts'
import { buildReport } from '../../report/build.ts'
import { reportSchema } from '../../report/schema.ts'
import { reportQuery, wishedReport } from '../../report/wish.ts'
import { type Endpoint, endpoint, from, given, limit, mark, pageFrom, pageOf, to } from './endpoint.ts'
import { sweepEndpoints } from './sweeps.ts'

const instant = z.iso.datetime().describe('UTC')
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().min(1).max(300)

const listing = z.strictObject({
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
  band: z.enum(['none', 'low', 'medium', 'high']),
  flagged: z.boolean(),
  allowed: lowered.nullable().describe('what an allowance for the seller lowered; null where there was none'),
  categories: z.array(z.enum(CATEGORIES)),
})

const listings = endpoint({
  path: '/listings',
  name: 'listings',
  scope: 'listings',
  about: 'Sightings of listings with signs, newest first. A sign is a reason to look closer, not a finding.',
  query: z.strictObject({
    site: text.optional(),
    seller: text.optional().describe("the seller's key, or a part of the name"),
    band: z.enum(['none', 'low', 'medium', 'high']).optional(),
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
    return { ...page, items: page.items.map((row) => ({ ...row, categories: [...row.categories] })) }
  },
})

const oneListing = endpoint({
  path: '/listings/{id}',
  name: 'listing',
  scope: 'listings',
  about:
    'One sighting whole: what the page said, the signs with the words they rest on, and the hashes of what is kept.',
  query: z.strictObject({}),
  answer: listingRecord,
  read: async ({ world, params }) => recordOf((await world.store.sightings.get(Number(params['id']))).item),
})

const verdicts = z.enum(['confirm', 'dismiss', 'needs-more', 'refer', 'reopen'])

const sellers = endpoint({
  path: '/sellers',
  name: 'sellers',
  scope: 'sellers',
  about: 'Sellers by key or a part of the name, with what became of their listings.',
  query: z.strictObject({ q: text.describe('with or without accents'), limit }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.int(),
        site: z.string(),
        key: z.string().nullable(),
        name: z.string().nullable(),
        listings: z.int(),
        flagged: z.int().describe('listings that showed signs at least once'),
        first: instant.nullable(),
        last: instant.nullable(),
        decided: z.partialRecord(verdicts, z.int()).describe('listings by the last decision on them'),
      }),
    ),
    more: z.boolean().describe('there are more than were asked for: ask with more of the name'),
  }),
  read: async ({ world }, { q, limit: most }) => {
    const found = await world.store.sellers.find(q, most + 1)
    return { items: found.slice(0, most), more: found.length > most }
  },
})

const report = endpoint({
  path: '/reports',
  name: 'report',
  scope: 'reports',
  about: 'Counts of one period, compared with the period before and the same period of the year before.',
  query: z.strictObject(reportQuery),
  answer: reportSchema,
  read: ({ world }, wish) => buildReport(world.store.reports, wishedReport(wish)),
})

const ledger = endpoint({
  path: '/ledger',
  name: 'ledger',
  scope: 'ledger',
  about: 'The ledger, newest entry first; each entry holds the hash of the one before.',
  query: z.strictObject({
    actor: text.optional(),
    action: text.optional(),
    subject: text.optional().describe('`sighting:7`; `sighting:` stands for all'),
    ...{ from, to, limit, after: mark },
  }),
  answer: pageOf(
    z.strictObject({
      seq: z.int(),
      at: instant,
      actor: z.string(),
      action: z.string(),
      subject: z.string(),
      body: z.string().describe('canonical JSON; bodyHash is its SHA-256'),
      bodyHash: hash,
      prevHash: z.union([hash, z.literal('')]),
      hash,
    }),
  ),
  read: async ({ world }, { limit: most, after, ...filter }) => {
    const asked = { ...given({ ...filter, before: after }), limit: most + 1 }
    return pageFrom(await world.store.ledger.list(asked), most, ({ seq }) => seq)
  },
})

/** Everything under /api/v1, in the order of the OpenAPI file. */
export const ENDPOINTS: readonly Endpoint[] = [listings, oneListing, ...sweepEndpoints, sellers, report, ledger]
