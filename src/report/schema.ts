import { z } from 'zod'
import { CATEGORIES, OUTCOMES } from '../domain.ts'

export const REPORT_FORMAT = 'soi-report/1'

const instant = z.iso.datetime().describe('UTC')
const span = z.strictObject({ from: instant.describe('UTC; inclusive'), to: instant.describe('UTC; exclusive') })
const verdict = z.enum(['confirm', 'dismiss', 'needs-more', 'refer', 'reopen'])

/** A count beside those it is compared with. Null: nothing at all was read in that period, which is not the same as 0. */
const COMPARED = { now: z.int(), before: z.int().nullable(), yearAgo: z.int().nullable() }

export const MEASURES = [
  'flagged',
  'flagged-high',
  'read',
  'visits',
  'served',
  'removed',
  'blocked',
  'not-seen',
  'decisions',
  'confirmed',
  'dismissed',
] as const

/** Signs, coverage and decisions of one period, in counts. Nothing in it depends on when or by whom it is made. */
export const reportSchema = z
  .strictObject({
    format: z.literal(REPORT_FORMAT),
    name: z.string(),
    period: span,
    before: span.describe('the period directly before'),
    yearAgo: span.describe('the same period of the year before'),
    head: z
      .strictObject({ seq: z.int(), hash: z.string(), at: instant })
      .nullable()
      .describe('the newest entry of the ledger before the end of the period'),
    totals: z.array(z.strictObject({ measure: z.enum(MEASURES), ...COMPARED })),
    violations: z.array(z.strictObject({ category: z.enum(CATEGORIES), ...COMPARED })),
    bands: z.array(z.strictObject({ band: z.enum(['high', 'medium', 'low', 'none']), ...COMPARED })),
    platforms: z.array(z.strictObject({ site: z.string(), read: z.int(), high: z.int(), ...COMPARED })),
    provinces: z.array(z.strictObject({ province: z.string().nullable(), ...COMPARED })),
    sellers: z.array(
      z.strictObject({
        site: z.string(),
        key: z.string().nullable(),
        name: z.string().nullable(),
        listings: z.int().describe('flagged within the period'),
        days: z.int(),
        confirmed: z.int().describe('listings whose confirmation stood at the end of the period'),
        again: z.int().describe('listings flagged after the first of these confirmations'),
      }),
    ),
    coverage: z.array(
      z.strictObject({
        site: z.string(),
        visits: z.int(),
        outcomes: z.strictObject(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, z.int()]))),
      }),
    ),
    decisions: z.array(z.strictObject({ verdict, reason: z.string(), ...COMPARED })),
    units: z.array(z.strictObject({ unit: z.string().nullable(), verdict, ...COMPARED })),
  })
  .meta({ title: 'What written rules found in listings within a period: signs, never findings' })

export type Report = z.infer<typeof reportSchema>
export type Measure = (typeof MEASURES)[number]
