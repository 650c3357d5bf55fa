import type { Compliance } from './api.ts'
import type { Bounds } from './bounds.ts'
import type { Db } from './db.ts'
import { type Fate, fatesOf } from './fates.ts'
import { grouped } from './grouped.ts'

/** The value that this share of them does not exceed (nearest rank); null of none. */
const percentile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null

function rowOf(site: string, fates: readonly Fate[]): Compliance {
  const told = fates.filter(({ notified }) => notified)
  const stands = (of: readonly Fate[], state: Fate['state']) => of.filter((each) => each.state === state).length
  const days = told.flatMap((each) => each.days ?? []).sort((a, b) => a - b)
  return {
    ...{ site, flagged: fates.length, notified: told.length },
    ...{ down: stands(told, 'down'), up: stands(told, 'up') },
    ...{ unseen: stands(told, 'unseen'), notLooked: stands(told, 'not-looked') },
    back: fates.filter(({ back }) => back).length,
    downUntold: stands(
      fates.filter(({ notified }) => !notified),
      'down',
    ),
    ...{ medianDays: percentile(days, 0.5), p90Days: percentile(days, 0.9) },
  }
}

/** What became of the listings flagged within the bounds, by site. */
export function compliance(db: Db, bounds: Bounds): readonly Compliance[] {
  const bySite = grouped(fatesOf(db, bounds).values(), ({ site }) => site)
  return [...bySite]
    .map(([site, fates]) => rowOf(site, fates))
    .sort((a, b) => b.flagged - a.flagged || (a.site < b.site ? -1 : 1))
}
