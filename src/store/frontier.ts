import type { Frontier, FrontierRequest } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { Blobs } from './api.ts'
import type { Committer } from './committer.ts'
import type { Db } from './db.ts'
import { type Lease, lease } from './lease.ts'
import { recordVisit } from './record.ts'
import { addRequests, dropLeases, putBack, release, wakeDelayed } from './requests.ts'
import { forgetRun, isDead, type Run } from './runs.ts'
import { type Prepared, prepare } from './sighting-body.ts'

/** What a frontier works with; one of each per open store. */
export interface Means {
  readonly db: Db
  readonly blobs: Blobs
  readonly committer: Committer
  readonly run: Run
}

/** Gives back what processes that died had taken. */
const dropDeadLeases = (db: Db, sweep: number): void => {
  const rows = db.prepare('select distinct run from request where sweep = ? and state = 1').all(sweep)
  for (const { run } of rows as readonly { readonly run: string }[]) {
    if (!isDead(db.locks, run)) continue
    db.write('normal', () => dropLeases(db, sweep, run))
    forgetRun(db.locks, run)
  }
}

/** Leased at once and handed out from memory: a lease is a write, and dies with us anyway. */
const AHEAD = 256

/** Leases `AHEAD` requests or `wanted`, whichever is more, in a fair order. */
const refill = (db: Db, sweep: number, run: Run, from: number, wanted: number): Lease => {
  const owner = run.id()
  return db.write('normal', () => {
    wakeDelayed(db, sweep)
    const most = Math.max(wanted, AHEAD)
    const taken: FrontierRequest[] = []
    let lastHost = from
    while (taken.length < most) {
      const more = lease(db, sweep, owner, lastHost, most - taken.length)
      if (more.taken.length === 0) break
      taken.push(...more.taken)
      lastHost = more.lastHost
    }
    return { taken, lastHost }
  })
}

type Counts = Awaited<ReturnType<Frontier['counts']>>

const counts = (db: Db, sweep: number): Counts | undefined =>
  db.prepare('select waiting, leased, done from queue_count where sweep = ?').get(sweep) as Counts | undefined

/** The durable queue of one sweep. Order, leases and marks survive the process; only `record` waits for the disk. */
export const openFrontier = ({ db, blobs, committer, run }: Means, sweep: number): Frontier => {
  if (counts(db, sweep) === undefined) throw new BadInput(`there is no sweep ${sweep}`)
  dropDeadLeases(db, sweep)
  let lastHost = 0
  let ahead: readonly FrontierRequest[] = []
  return {
    add: async (requests) => db.write('normal', () => addRequests(db, sweep, requests)),
    take: async (wanted) => {
      if (wanted > ahead.length) {
        const more = refill(db, sweep, run, lastHost, wanted - ahead.length)
        lastHost = more.lastHost
        ahead = [...ahead, ...more.taken]
      }
      const taken = ahead.slice(0, Math.max(0, wanted))
      ahead = ahead.slice(taken.length)
      return taken
    },
    retry: async (request, at, reason) => db.write('normal', () => putBack(db, sweep, request.id, at, reason)),
    release: async (requests) =>
      db.write('normal', () =>
        release(
          db,
          sweep,
          requests.map(({ id }) => id),
        ),
      ),
    record: async (visit) => {
      const items: Prepared[] = []
      for (const sighting of visit.sightings) items.push(await prepare(blobs, sighting))
      return committer.submit(() => recordVisit(db, sweep, visit, items))
    },
    counts: async () => {
      const { waiting, leased, done } = counts(db, sweep) ?? { waiting: 0, leased: 0, done: 0 }
      return { waiting: waiting + ahead.length, leased: leased - ahead.length, done }
    },
  }
}
