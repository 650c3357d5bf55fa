import type { FrontierRequest } from '../domain.ts'
import type { Db } from './db.ts'
import { takeFrom, waitingLanes } from './lanes.ts'
import { countQueue } from './requests.ts'

const NEXT_HOST = 'select host from lane where sweep = ? and waiting > 0 and host > ? order by host limit 1'
/** Hosts of which a feed is under way, or waits for its time. From the lanes: most sweeps have few of feeds, or none. */
const FEEDING = `select host from lane l where sweep = ? and priority = -1 and
  (exists (select 1 from request r where r.sweep = l.sweep and r.state = 1 and r.lane = l.id)
    or exists (select 1 from request r where r.sweep = l.sweep and r.state = 3 and r.lane = l.id))`
const LEASE = 'update request set state = 1, run = ? where id in (select value from json_each(?))'

interface Host {
  readonly id: number
  readonly name: string
}

/** Up to `most` hosts that have something waiting. Skips through the index: what waits behind a host costs nothing. */
const hostsAfter = (db: Db, sweep: number, from: number, most: number): readonly Host[] => {
  const next = db.prepare(NEXT_HOST).pluck()
  const name = db.prepare('select name from host where id = ?').pluck()
  const hosts: Host[] = []
  let at = from
  while (hosts.length < most) {
    const id = next.get(sweep, at) as number | undefined
    if (id === undefined) return hosts
    hosts.push({ id, name: name.get(id) as string })
    at = id
  }
  return hosts
}

/** From the host behind `after` on, then round the circle. */
const hostsInTurn = (db: Db, sweep: number, after: number, most: number): readonly Host[] => {
  const ahead = hostsAfter(db, sweep, after, most)
  const round = hostsAfter(db, sweep, 0, most - ahead.length).filter(({ id }) => id <= after)
  return [...ahead, ...round]
}

/** A host's feeds come before all else of it, and until they are done nothing else of it is leased: what they give whole need not be visited. */
const ofHost = (db: Db, sweep: number, host: Host, wanted: number, feeding: boolean): readonly FrontierRequest[] => {
  const lanes = waitingLanes(db, sweep, host.id)
  const feeds = lanes.filter(({ role }) => role === 'feed')
  const taken: FrontierRequest[] = []
  for (const lane of feeds.length > 0 || feeding ? feeds : lanes) {
    if (taken.length === wanted) break
    const { role, depth, via } = lane
    for (const row of takeFrom(db, lane, wanted - taken.length))
      taken.push({ ...row, host: host.name, role, depth, via })
  }
  return taken
}

export interface Lease {
  readonly taken: readonly FrontierRequest[]
  /** The host that had the last turn; 0 before the first. */
  readonly lastHost: number
}

/**
 * Leases up to `wanted`, the same share of every host in turn, listings first within a host. Inside a transaction. May lease
 * fewer although more wait; none only when none wait but behind feeds.
 */
export const lease = (db: Db, sweep: number, run: string, after: number, wanted: number): Lease => {
  const feeding = new Set(db.prepare(FEEDING).pluck().all(sweep) as readonly number[])
  const hosts = hostsInTurn(db, sweep, after, wanted)
  const share = (i: number) => Math.floor((wanted + hosts.length - 1 - i) / hosts.length)
  const perHost = hosts.map((host, i) => ofHost(db, sweep, host, share(i), feeding.has(host.id)))
  const longest = perHost.reduce((most, rows) => Math.max(most, rows.length), 0)
  const taken = Array.from({ length: longest }, (_, i) => perHost.flatMap((rows) => rows.slice(i, i + 1))).flat()
  if (taken.length > 0) {
    db.prepare(LEASE).run(run, JSON.stringify(taken.map((request) => request.id)))
    countQueue(db, sweep, -taken.length, taken.length, 0)
  }
  return { taken, lastHost: hosts.at(-1)?.id ?? after }
}
