import { createHash } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { Cron } from 'croner'
import { z } from 'zod'
import { BadInput } from '../errors.ts'
import { OCR_POLICIES } from '../images/policy.ts'
import { VIETNAM_ZONE } from '../vietnam-day.ts'
import { parseYaml } from '../yaml.ts'
import { DAYS } from './windows.ts'

const positive = z.number().positive()
const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' })

const isZone = (zone: string): boolean =>
  Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC' || ALIASES.includes(zone)
/** Names people write that Intl lists under another one. */
const ALIASES: readonly string[] = [VIETNAM_ZONE]

const checkZone = (zone: string, where: string): void => {
  if (!isZone(zone)) throw new BadInput(`${where}.time_zone: unknown time zone ${zone}, e.g. ${VIETNAM_ZONE}`)
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day such as 22:00')

const windowSchema = z
  .strictObject({
    days: z
      .array(z.enum(DAYS))
      .min(1)
      .default([...DAYS]),
    from: clock,
    /** Before `from`: the window runs past midnight, into the next day. */
    to: clock,
    time_zone: z.string().default(VIETNAM_ZONE),
  })
  .refine(({ from, to }) => from !== to, 'from and to are the same time; for the whole day write 00:00 and 24:00')

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
  /** Watch-lists by name: their addresses are targets, their words are searched on the site of their row, else on `sites`. */
  watch: z
    .array(
      z.strictObject({
        list: z.string().min(1),
        sites: z.array(z.string().min(1)).default([]),
        pages: z.int().positive().default(1),
      }),
    )
    .min(1)
    .optional(),
  limits: z
    .strictObject({
      /** Pages visited in one run. */
      visits: z.int().positive().default(1000),
      minutes: positive.default(120),
      /** Requests sent in one run, with redirects, retries and robots.txt. */
      requests: z.int().positive().optional(),
      /** Received in one run over HTTP, as on the wire. */
      megabytes: positive.optional(),
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
  /** The hours in which pages are asked for; outside them the run waits. None: always. */
  windows: z.array(windowSchema).min(1).optional(),
  /** Whether sitemaps that robots.txt names are read as well. */
  sitemaps: z.boolean().optional(),
  /** Whose pictures are fetched and read: `off`, `flagged` (a sign, a price far too low, next to no words) or `all`. */
  ocr: z.enum(OCR_POLICIES).default('flagged'),
  /** Private and loopback addresses: for an intranet mirror or the sample sites. */
  allow_private: z.boolean().default(false),
  /** Visiting what robots.txt forbids needs a reason, which is recorded. */
  ignore_robots: z.strictObject({ reason: z.string().min(10, 'must say in words why') }).optional(),
  /** The agency's own sign-in (Playwright storage state, mode 0600), used for these hosts and no other. */
  session: z.strictObject({ state: z.string().min(1), hosts: z.array(z.string().min(1)).min(1) }).optional(),
  schedule: z.strictObject({ cron: z.string(), time_zone: z.string().default(VIETNAM_ZONE) }).optional(),
})

export type SweepPlan = z.infer<typeof schema>

const { name: _, ...defaults } = schema.parse({ name: 'nameless' })
/** What stands where a file does not say it. */
export const PLAN_DEFAULTS: Omit<SweepPlan, 'name'> = defaults

/** Reads a sweep file. Throws BadInput naming file, line and key; nothing is visited before every line is understood. */
export function parseSweep(text: string, file: string): SweepPlan {
  const plan = parseYaml(text, file, schema)
  if (!plan.targets.length && !plan.keywords.length && !plan.watch)
    throw new BadInput(`${file}: nothing to visit: give targets, keywords or a watch-list`)
  if (plan.schedule) cronOf(plan.schedule, file)
  for (const { time_zone } of plan.windows ?? []) checkZone(time_zone, `${file}: windows`)
  const { session } = plan
  // A sweep may be started from anywhere: the session lies where its file says, seen from the file.
  return session ? { ...plan, session: { ...session, state: resolve(dirname(file), session.state) } } : plan
}

/** Throws BadInput when the cron line or the time zone means nothing. */
export function cronOf(schedule: NonNullable<SweepPlan['schedule']>, file: string): Cron {
  const line = `${file}: schedule`
  checkZone(schedule.time_zone, line)
  try {
    return new Cron(schedule.cron, { timezone: schedule.time_zone, paused: true })
  } catch (error) {
    throw new BadInput(`${line}.cron: ${(error as Error).message} (five fields, e.g. "0 6 * * *" for every day at 6)`)
  }
}

/** Two files with the same meaning have the same hash: an interrupted run goes on only under the plan it began with. */
export const planHash = (plan: SweepPlan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex')
