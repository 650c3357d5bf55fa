import type { SpanTally } from '../store/api.ts'

/** A period and those it is compared with; null where nothing was read, for zeros would be a claim. */
export interface Three {
  readonly now: SpanTally
  readonly before: SpanTally | null
  readonly yearAgo: SpanTally | null
}

export interface Counts {
  readonly now: number
  readonly before: number | null
  readonly yearAgo: number | null
}

/** One number of each period. */
export const measured = (three: Three, of: (tally: SpanTally) => number): Counts => ({
  now: of(three.now),
  before: three.before && of(three.before),
  yearAgo: three.yearAgo && of(three.yearAgo),
})

/** Rows of the three periods under one key, in the order in which they first stand there. Rows of one key are added up. */
export function compared<R extends object, K extends object>(
  three: Three,
  rowsOf: (tally: SpanTally) => readonly R[],
  keyOf: (row: R) => K,
  countOf: (row: R) => number,
): readonly (K & Counts)[] {
  const tallies = [three.now, three.before, three.yearAgo].flatMap((tally) => tally ?? [])
  const keys = new Map(tallies.flatMap(rowsOf).map((row) => [JSON.stringify(keyOf(row)), keyOf(row)]))
  const sums = new Map(
    tallies.map((tally) => {
      const own = new Map<string, number>()
      for (const row of rowsOf(tally)) {
        const text = JSON.stringify(keyOf(row))
        own.set(text, (own.get(text) ?? 0) + countOf(row))
      }
      return [tally, own] as const
    }),
  )
  return [...keys].map(([text, key]) => ({ ...key, ...measured(three, (tally) => sums.get(tally)?.get(text) ?? 0) }))
}
