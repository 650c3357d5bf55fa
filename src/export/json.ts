import { z } from 'zod'
import { CATEGORIES, type Instant } from '../domain.ts'
import { type PackItem, saidOf } from '../store/item.ts'

export const LISTINGS_FORMAT = 'soi-listings/1'

const text = z.string().nullable()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime().describe('UTC')
const money = z
  .strictObject({ amount: z.number(), currency: z.string(), text: z.string().describe('as printed') })
  .nullable()
const quote = z.strictObject({ field: z.string(), start: z.int(), end: z.int(), text: z.string() })
const rule = { rule: z.string(), version: z.string(), strength: z.number(), quotes: z.array(quote) }

/** What an allowance for the seller lowered: score and band as the signs alone have them. */
export const lowered = z.strictObject({
  ...{
    id: z.int(),
    by: z.string(),
    until: instant,
    score: z.number(),
    band: z.enum(['none', 'low', 'medium', 'high']),
  },
})

/** One sighting, as other programs get it. */
export const listingRecord = z.strictObject({
  id: z.int().describe('number of the sighting in its store'),
  at: instant.describe('when the page was read; UTC'),
  site: z.string(),
  key: z.string(),
  url: z.string(),
  title: z.string(),
  description: text,
  price: money,
  listPrice: money,
  priceMax: money,
  brand: text,
  category: text,
  sku: text,
  gtin: text,
  condition: text,
  availability: text,
  attributes: z.record(z.string(), z.string()),
  images: z.array(z.string()),
  ocrText: text.describe('text read from the pictures'),
  province: text,
  postedAt: text,
  seller: z
    .strictObject({ name: text, url: text, location: text, phoneText: text, badges: z.array(z.string()) })
    .nullable()
    .describe('as claimed on the page, unchecked'),
  contacts: z.array(z.strictObject({ kind: z.string(), value: z.string(), text: z.string(), field: z.string() })),
  score: z.number().min(0).max(100),
  band: z.enum(['none', 'low', 'medium', 'high']),
  flagged: z.boolean(),
  allowed: lowered.nullable().describe('what an allowance for the seller lowered; null where there was none'),
  categories: z.array(z.strictObject({ id: z.enum(CATEGORIES), score: z.number() })),
  signals: z
    .array(z.strictObject({ ...rule, category: z.enum(CATEGORIES) }))
    .describe('signs, never a finding of guilt'),
  excused: z.array(z.strictObject({ ...rule, lowers: z.array(z.string()) })).describe('what speaks for the seller'),
  ruleset: hash,
  claims: z
    .array(
      z.strictObject({
        kind: z.string(),
        text: z.string(),
        state: z.string(),
        source: text,
        asOf: text.describe('day of the registry snapshot'),
      }),
    )
    .describe('numbers the listing states, held against registries'),
  verdict: z.string().describe('what the server answered'),
  capturedAt: instant.nullable(),
  missing: z.array(z.string()).describe('parts of the capture that are not there; empty when whole'),
  remarks: z.array(z.string()).describe('how the capture was made, with every part there'),
  exhibits: z.array(z.strictObject({ role: z.string(), mediaType: z.string(), sha256: hash, size: z.int() })),
})

const file = z
  .strictObject({ format: z.literal(LISTINGS_FORMAT), createdAt: instant, listings: z.array(listingRecord) })
  .meta({ title: 'Listings with the signs that written rules found in them' })

export type ListingRecord = z.infer<typeof listingRecord>

/** What another program gets of one sighting: the fields of the schema and no others. */
export function recordOf(item: PackItem): ListingRecord {
  const { listing: l, assessment: a, capture } = item
  const { site, key, url, title, description, price, listPrice, priceMax, brand, category, sku, gtin } = l
  const { condition, availability, attributes, images, ocrText, province, postedAt, seller, contacts } = l
  const signs = a.signals.map(({ rule, version, category, strength, quotes }) => ({
    ...{ rule, version, category, strength, quotes: [...quotes] },
  }))
  const excuses = a.excused.map(({ rule, version, lowers, strength, quotes }) => ({
    ...{ rule, version, lowers: [...lowers], strength, quotes: [...quotes] },
  }))
  const { missing, remarks } = saidOf(item)
  return {
    ...{ id: item.id, at: item.at, site, key, url, title, description, price, listPrice, priceMax, brand, category },
    ...{ sku, gtin, condition, availability, attributes, images: [...images], ocrText, province, postedAt },
    seller: seller && {
      ...{ name: seller.name, url: seller.url, location: seller.location, phoneText: seller.phoneText },
      badges: [...seller.badges],
    },
    contacts: contacts.map((contact) => ({ ...contact })),
    ...{ score: a.score, band: a.band, flagged: a.flagged, categories: [...a.categories] },
    allowed: a.allowed ?? null,
    ...{ signals: signs, excused: excuses, ruleset: a.ruleset },
    claims: (item.checks?.claims ?? []).map(({ kind, quote: { text }, state, snapshot }) => ({
      ...{ kind, text, state, source: snapshot?.source ?? null, asOf: snapshot?.asOf ?? null },
    })),
    verdict: item.verdict.kind,
    capturedAt: capture?.takenAt ?? null,
    missing: [...missing],
    remarks: [...remarks],
    exhibits: item.exhibits.map((exhibit) => ({ ...exhibit })),
  }
}

/** listings.json, a listing a line. */
export async function* jsonText(items: AsyncIterable<PackItem>, createdAt: Instant): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(LISTINGS_FORMAT)},"createdAt":${JSON.stringify(createdAt)},"listings":[`
  let between = '\n'
  for await (const item of items) {
    yield between + JSON.stringify(recordOf(item))
    between = ',\n'
  }
  yield '\n]}\n'
}

/** listings.schema.json: JSON Schema 2020-12 of the above. */
export const listingsSchema = (): string => `${JSON.stringify(z.toJSONSchema(file), null, 1)}\n`

/** Throws a ZodError that names the place where a listings.json does not fit its schema. */
export const parseListings = (json: unknown): z.infer<typeof file> => file.parse(json)
