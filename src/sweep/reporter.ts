import type { Frontier, NewRequest, Visit } from '../domain.ts'
import type { SweepWorld } from './run.ts'

/** Counts what is waiting at most every half second: a count is a query. */
export function reporter({ onVisit, crawl: { log } }: SweepWorld, frontier: Frontier): (visit: Visit) => void {
  const tally = { done: 0, waiting: 0, flagged: 0 }
  let countedAt = 0
  return (visit) => {
    const flagged = visit.sightings.filter(({ assessment }) => assessment.flagged).length
    const { outcome, status, reasons, request } = visit
    log.info({ url: request.url, outcome, status, reasons, listings: visit.sightings.length, flagged }, 'visit')
    tally.done++
    tally.flagged += flagged
    onVisit?.({ url: request.url, outcome, ...tally })
    if (!onVisit || Date.now() - countedAt < 500) return
    countedAt = Date.now()
    // A failing count is a failing store, which the next record reports.
    frontier.counts().then(
      ({ waiting }) => Object.assign(tally, { waiting }),
      () => {},
    )
  }
}

export interface Budget {
  /** Counts listings that need no visit. */
  readonly met: (requests: readonly NewRequest[]) => void
  readonly fits: (request: NewRequest) => boolean
}

/** Lets through the first `most` listings, however often each is linked, and feeds until so many are known. */
export function listingBudget(most: number): Budget {
  const accepted = new Set<string>()
  return {
    met: (requests) => {
      if (most !== Number.POSITIVE_INFINITY) for (const { key } of requests) accepted.add(key)
    },
    fits: ({ role, key }) => {
      if (most === Number.POSITIVE_INFINITY) return true
      if (role === 'feed') return accepted.size < most
      return role !== 'listing' || accepted.has(key) || (accepted.size < most && accepted.add(key).size > 0)
    },
  }
}
