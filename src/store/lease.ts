import type { FrontierRequest } from '../domain.ts'
import type { Db } from './db.ts'
import { countQueue } from './requests.ts'

const NEXT_HOST = `select host from request where sweep = ? and state = 0 and host > ? order by host limit 1`
const OF_HOST = `select r.id, r.url, h.name as host, r.role, r.depth, r.via, r.attempts
  from request r join host h on h.id = r.host
  where r.sweep = ? and r.state = 0 and r.host = ? order by r.priority, r.id limit ?`
/** Hosts of which a feed is under way, or waits for its time. */
const FEEDING = `select host from request where sweep = ? and state = 1 and role = 'feed'
  union select host from request where sweep = ? and state = 3 and role = 'feed'`
const LEASE = `update request set state = 1, run = ? where id in (select value from json_each(?))`

/** Up to `most` hosts that have something waiting. Skips through the index: what waits behind a host costs nothing. */
const hostsAfter = (db: Db, sweep: number, from: number, most: number): readonly number[] => {
  const statement = db.prepare(NEXT_HOST)
  const hosts: number[] = []
  let at = from
  while (hosts.length < most) {
    const row = statement.get(sweep, at) as { readonly host: number } | undefined
    if (row === undefined) return hosts
    hosts.push(row.host)
    at = row.host
  }
  return hosts
}

/** From the host behind `after` on, then round the circle. */
const hostsInTurn = (db: Db, sweep: number, after: number, most: number): readonly number[] => {
  const ahead = hostsAfter(db, sweep, after, most)
  const round = hostsAfter(db, sweep, 0, most - ahead.length).filter((host) => host <= after)
  return [...ahead, ...round]
}

export interface Lease {
  readonly taken: readonly FrontierRequest[]
  /** The host that had the last turn; 0 before the first. */
  readonly lastHost: number
}

/**
 * Leases up to `wanted`, the same share of every host in turn, listings first within a host. Inside a transaction.
 * A host's feeds come before all else of it, and until they are done nothing else of it is leased: what they give whole
 * need not be visited. May lease fewer although more wait; none only when none wait but behind feeds.
 */
export const lease = (db: Db, sweep: number, run: string, after: number, wanted: number): Lease => {
  const feeding = new Set(db.prepare(FEEDING).pluck().all(sweep, sweep) as readonly number[])
  const hosts = hostsInTurn(db, sweep, after, wanted)
  const share = (i: number) => Math.floor((wanted + hosts.length - 1 - i) / hosts.length)
  const perHost = hosts.map((host, i) => {
    const rows = db.prepare(OF_HOST).all(sweep, host, share(i)) as FrontierRequest[]
    const feeds = rows.filter(({ role }) => role === 'feed')
    return feeds.length > 0 || feeding.has(host) ? feeds : rows
  })
  const longest = perHost.reduce((most, rows) => Math.max(most, rows.length), 0)
  const taken = Array.from({ length: longest }, (_, i) => perHost.flatMap((rows) => rows.slice(i, i + 1))).flat()
  if (taken.length > 0) {
    db.prepare(LEASE).run(run, JSON.stringify(taken.map((request) => request.id)))
    countQueue(db, sweep, -taken.length, taken.length, 0)
  }
  return { taken, lastHost: hosts.at(-1) ?? after }
}
