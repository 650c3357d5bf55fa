import type { Subject } from './subject.ts'
import { weighed, wordGroups } from './tone.ts'

/**
 * Learns the weights of tone.json: for each group of words, the log-odds of standing in a violating against a legitimate
 * listing (naive Bayes with add-one smoothing; McCallum and Nigam 1998, the multi-variate Bernoulli event model). Groups
 * that one source alone uses, rare ones and those that say little are left out, so that a single author's habits do not count.
 */
export interface Weigher {
  add(subject: Subject, of: { readonly source: string; readonly violating: boolean }): void
  /** An unlabelled everyday listing: taken for legitimate at a fraction of the weight. */
  addOrdinary(subject: Subject): void
  result(): Weighed
}

interface Weighed {
  readonly violating: number
  readonly legitimate: number
  readonly ordinary: number
  /** Sorted by group. */
  readonly weights: readonly (readonly [string, number])[]
}

/** Ordinary listings are many and short: at full weight they would drown the labelled ones. */
const ORDINARY_WEIGHT = 0.1
const LEAST_LISTINGS = 4
const LEAST_SOURCES = 2
const LEAST_WEIGHT = 0.4
const ORDINARY = ' ordinary'

interface Count {
  violating: number
  legitimate: number
  readonly sources: Set<string>
}

export function weigher(): Weigher {
  const counts = new Map<string, Count>()
  const seen = { violating: 0, legitimate: 0, ordinary: 0 }
  const count = (subject: Subject, source: string, side: 'violating' | 'legitimate', weight: number) => {
    for (const group of groupsOf(subject)) {
      const known = counts.get(group) ?? { violating: 0, legitimate: 0, sources: new Set() }
      known[side] += weight
      known.sources.add(source)
      counts.set(group, known)
    }
  }
  return {
    add: (subject, { source, violating }) => {
      const side = violating ? 'violating' : 'legitimate'
      seen[side]++
      count(subject, source, side, 1)
    },
    addOrdinary: (subject) => {
      seen.ordinary++
      count(subject, ORDINARY, 'legitimate', ORDINARY_WEIGHT)
    },
    result: () => {
      const honest = seen.legitimate + seen.ordinary * ORDINARY_WEIGHT
      const odds = ({ violating, legitimate }: Count) =>
        Math.log((violating + 1) / (seen.violating + 2)) - Math.log((legitimate + 1) / (honest + 2))
      const weights = [...counts]
        .filter(([, one]) => one.violating + one.legitimate >= LEAST_LISTINGS && one.sources.size >= LEAST_SOURCES)
        .map(([group, one]) => [group, Math.round(odds(one) * 100) / 100] as const)
        .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
        .sort(([a], [b]) => (a < b ? -1 : 1))
      return { ...seen, weights }
    },
  }
}

function groupsOf(subject: Subject): ReadonlySet<string> {
  const groups = new Set<string>()
  for (const stream of weighed(subject)) for (const { group } of wordGroups(stream.tokens)) groups.add(group)
  return groups
}
