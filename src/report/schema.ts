import { z } from 'zod'
import { CATEGORIES, GOODS_GROUPS, OUTCOMES, TRICKS } from '../domain.ts'

export const REPORT_FORMAT = 'soi-report/2'

const instant = z.iso.datetime().describe('UTC')
const span = z.strictObject({ from: instant.describe('UTC; inclusive'), to: instant.describe('UTC; exclusive') })
const verdict = z.enum(['confirm', 'dismiss', 'needs-more', 'refer', 'reopen'])
const band = z.enum(['high', 'medium', 'low', 'none'])
const days = z.int().nullable().describe('days; null where there is none')

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
  'notified',
] as const

/** Signs, coverage and decisions of one period, in counts. Nothing in it depends on when or by whom it is made. */
export const reportSchema = z
  .strictObject({
    format: z.literal(REPORT_FORMAT),
    name: z.string(),
    title: z.string().nullable().describe('what the period is called, where somebody named it'),
    period: span,
    before: span.describe('the period directly before'),
    yearAgo: span.describe('the same period of the year before'),
    until: instant.describe('the last moment that counts: nothing recorded later is in it'),
    head: z
      .strictObject({ seq: z.int(), hash: z.string(), at: instant })
      .nullable()
      .describe('the newest entry of the ledger that counts'),
    totals: z.array(z.strictObject({ measure: z.enum(MEASURES), ...COMPARED })),
    days: z
      .array(z.strictObject({ day: z.iso.date(), band, n: z.int() }))
      .describe('flagged listings by day of Viet Nam'),
    violations: z.array(z.strictObject({ category: z.enum(CATEGORIES), ...COMPARED })),
    goods: z
      .array(z.strictObject({ goods: z.enum(GOODS_GROUPS).nullable(), ...COMPARED }))
      .describe('null: neither category nor title tells it'),
    bands: z.array(z.strictObject({ band, ...COMPARED })),
    platforms: z.array(z.strictObject({ site: z.string(), read: z.int(), high: z.int(), ...COMPARED })),
    provinces: z.array(z.strictObject({ province: z.string().nullable(), ...COMPARED })),
    compliance: z
      .array(
        z.strictObject({
          site: z.string(),
          flagged: z.int().describe('listings flagged within the period'),
          notified: z.int().describe('of these, those that the platform was told of'),
          down: z.int().describe('told of, and gone when last seen'),
          up: z.int().describe('told of, and there when last seen'),
          unseen: z.int().describe('told of, and every look after that was blocked or failed: neither up nor down'),
          notLooked: z.int().describe('told of, and not looked at since'),
          back: z.int().describe('seen again after it was gone, told of or not'),
          downUntold: z.int().describe('gone, though the platform was not told'),
          medianDays: days,
          p90Days: days,
        }),
      )
      .describe('days run from the day the platform was told to the day the listing was first seen gone'),
    sellers: z.array(
      z.strictObject({
        site: z.string(),
        key: z.string().nullable(),
        name: z.string().nullable(),
        listings: z.int().describe('flagged within the period'),
        days: z.int(),
        months: z.int().describe('different months with flags, of all time up to `until`'),
        confirmed: z.int().describe('listings whose confirmation stood at the end of the period'),
        again: z.int().describe('listings flagged after the first of these confirmations'),
        back: z.int().describe('listings that were gone and came back'),
        linked: z.int().describe('other flagged sellers that give the same phone or account'),
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
    units: z
      .array(z.strictObject({ unit: z.string().nullable(), verdict, ...COMPARED }))
      .describe('null: no unit stated, or one in which so few officers decided that they could be told apart'),
    tricks: z.array(z.strictObject({ trick: z.enum(TRICKS), ...COMPARED })),
  })
  .meta({ title: 'What written rules found in listings within a period: signs, never findings' })

export type Report = z.infer<typeof reportSchema>
export type Measure = (typeof MEASURES)[number]
