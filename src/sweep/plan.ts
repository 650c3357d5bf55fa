import { createHash } from 'node:crypto'
import { Cron } from 'croner'
import { z } from 'zod'
import { BadInput } from '../errors.ts'
import { OCR_POLICIES } from '../images/policy.ts'
import { parseYaml } from '../yaml.ts'

const positive = z.number().positive()
const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' })

const isZone = (zone: string): boolean =>
  Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC' || ALIASES.includes(zone)
/** Names people write that Intl lists under another one. */
const ALIASES = ['Asia/Ho_Chi_Minh']

const schema = z.strictObject({
  /** Names the sweep: two runs of one name never overlap. */
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u, 'must be 1–80 letters, digits, spaces, dots, dashes'),
  targets: z.array(webUrl).default([]),
  keywords: z
    .array(
      z.strictObject({
        site: z.string(),
        words: z.array(z.string().min(1)).min(1),
        pages: z.int().positive().default(1),
      }),
    )
    .default([]),
  limits: z
    .strictObject({
      /** Pages visited in one run. */
      visits: z.int().positive().default(1000),
      minutes: positive.default(120),
      /** Steps from a target through category pages; listings found there are always followed. */
      depth: z.int().min(0).max(10).default(2),
      /** Pictures looked at in one run. */
      pictures: z.int().min(0).default(500),
    })
    .prefault({}),
  rate: z
    .strictObject({
      per_host_per_second: positive.max(100).default(1),
      concurrency: z.int().positive().max(64).default(4),
    })
    .prefault({}),
  /** Whose pictures are fetched and read: `off`, `flagged` (a sign, a price far too low, next to no words) or `all`. */
  ocr: z.enum(OCR_POLICIES).default('flagged'),
  /** Private and loopback addresses: for an intranet mirror or the sample sites. */
  allow_private: z.boolean().default(false),
  /** Visiting what robots.txt forbids needs a reason, which is recorded. */
  ignore_robots: z.strictObject({ reason: z.string().min(10, 'must say in words why') }).optional(),
  schedule: z.strictObject({ cron: z.string(), time_zone: z.string().default('Asia/Ho_Chi_Minh') }).optional(),
})

export type SweepPlan = z.infer<typeof schema>

/** Reads a sweep file. Throws BadInput naming file, line and key; nothing is visited before every line is understood. */
export function parseSweep(text: string, file: string): SweepPlan {
  const plan = parseYaml(text, file, schema)
  if (!plan.targets.length && !plan.keywords.length)
    throw new BadInput(`${file}: nothing to visit: give targets or keywords`)
  if (plan.schedule) cronOf(plan.schedule, file)
  return plan
}

/** Throws BadInput when the cron line or the time zone means nothing. */
export function cronOf(schedule: NonNullable<SweepPlan['schedule']>, file: string): Cron {
  const line = `${file}: schedule`
  if (!isZone(schedule.time_zone))
    throw new BadInput(`${line}.time_zone: unknown time zone ${schedule.time_zone}, e.g. Asia/Ho_Chi_Minh`)
  try {
    return new Cron(schedule.cron, { timezone: schedule.time_zone, paused: true })
  } catch (error) {
    throw new BadInput(`${line}.cron: ${(error as Error).message} (five fields, e.g. "0 6 * * *" for every day at 6)`)
  }
}

/** Two files with the same meaning have the same hash: an interrupted run goes on only under the plan it began with. */
export const planHash = (plan: SweepPlan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex')
