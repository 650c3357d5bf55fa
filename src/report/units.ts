import type { SpanTally } from '../store/api.ts'
import { compared, type Three } from './compared.ts'
import type { Report } from './schema.ts'

/** In a unit of fewer officers, who decided could be told: it is counted together with those that state none. */
export const FEWEST_OFFICERS = 3

/**
 * Decisions by unit and verdict, and never by officer. A unit stands by itself only if enough officers decided in it in every
 * period in which anybody did.
 */
export function unitsOf(three: Three): Report['units'] {
  const tallies = [three.now, three.before, three.yearAgo].flatMap((tally) => tally ?? [])
  const small = new Set(
    tallies.flatMap(({ units }) => units.filter(({ officers }) => officers < FEWEST_OFFICERS).map(({ unit }) => unit)),
  )
  const rows = compared(
    three,
    ({ units }: SpanTally) => units,
    ({ unit, verdict }) => ({ unit: small.has(unit) ? null : unit, verdict }),
    ({ n }) => n,
  )
  return [...rows].sort((a, b) => Number(a.unit === null) - Number(b.unit === null))
}
