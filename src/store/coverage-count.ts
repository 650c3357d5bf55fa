import type { Outcome } from '../domain.ts'
import type { Db } from './db.ts'

/** Visits of a sweep with one outcome at one site. */
export interface Tally {
  readonly site: string
  readonly outcome: Outcome
  readonly n: number
}

/** What was counted of a sweep so far. */
export interface Counted {
  /** By site and outcome. */
  readonly tallies: ReadonlyMap<string, Tally>
  /** By site, outcome and reason, of visits that were not served. */
  readonly reasons: ReadonlyMap<string, Tally & { readonly reason: string }>
  /** Host of a request → the site that its pages turned out to be of. */
  readonly sites: ReadonlyMap<number, string>
}

interface Counting extends Counted {
  upTo: number
  readonly tallies: Map<string, Tally>
  readonly reasons: Map<string, Tally & { readonly reason: string }>
  readonly sites: Map<number, string>
}

/** Of one connection, sweep by sweep; the same object however many officers act through it. */
const known = new WeakMap<Db['query'], Map<number, Counting>>()
const MOST_SWEEPS = 32
/** Reasons hold addresses and numbers: of more different ones the later are not told apart from none. */
const MOST_REASONS = 5_000

interface Row {
  readonly id: number
  readonly site: string
  readonly outcome: Outcome
  readonly reasons: string
  readonly host: number | null
}

/** Visits are only ever added: those that came since the last time are counted, and a running sweep costs what is new of it. */
export function countedOf(db: Db, sweep: number): Counted {
  const sweeps = known.get(db.query) ?? new Map<number, Counting>()
  known.set(db.query, sweeps)
  const counting = sweeps.get(sweep) ?? { upTo: 0, tallies: new Map(), reasons: new Map(), sites: new Map() }
  sweeps.delete(sweep)
  sweeps.set(sweep, counting)
  for (const oldest of sweeps.keys()) if (sweeps.size > MOST_SWEEPS) sweeps.delete(oldest)
  const added = db
    .prepare(
      `select v.id, v.site, v.outcome, v.reasons, l.host from visit v left join request r on r.id = v.request left join lane l on l.id = r.lane
      where v.sweep = ? and v.id > ? order by v.id`,
    )
    .iterate(sweep, counting.upTo) as IterableIterator<Row>
  for (const row of added) add(counting, row)
  return counting
}

function add(counting: Counting, { id, site, outcome, reasons, host }: Row): void {
  counting.upTo = id
  const key = `${site}\n${outcome}`
  counting.tallies.set(key, { site, outcome, n: (counting.tallies.get(key)?.n ?? 0) + 1 })
  if (host !== null) {
    const before = counting.sites.get(host)
    if (before === undefined || site < before) counting.sites.set(host, site)
  }
  if (outcome === 'served') return
  for (const reason of JSON.parse(reasons) as readonly string[]) {
    const own = `${key}\n${reason}`
    const n = counting.reasons.get(own)?.n ?? 0
    if (n > 0 || counting.reasons.size < MOST_REASONS) counting.reasons.set(own, { site, outcome, reason, n: n + 1 })
  }
}
