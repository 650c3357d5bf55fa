import type { Instant, NewRequest } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { Db } from './db.ts'

/** Waiting, leased and done are counted as they change: counting a million rows on every question would not do. */
export const countQueue = (db: Db, sweep: number, waiting: number, leased: number, done: number): void => {
  db.prepare('update queue_count set waiting = waiting + ?, leased = leased + ?, done = done + ? where sweep = ?').run(
    waiting,
    leased,
    done,
    sweep,
  )
}

const hostNumber = (db: Db, name: string): number => {
  db.prepare('insert into host (name) values (?) on conflict do nothing').run(name)
  return db.prepare('select id from host where name = ?').pluck().get(name) as number
}

const INSERT = `insert into request (sweep, key, url, host, role, depth, via, priority)
  values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (sweep, key) do nothing`

/** Adds those whose key is new in the sweep. Inside a transaction: one statement a row is faster than JSON to SQLite. */
export const addRequests = (db: Db, sweep: number, requests: readonly NewRequest[]): number => {
  const insert = db.prepare(INSERT)
  const hosts = new Map<string, number>()
  let added = 0
  for (const { key, url, host, role, depth, via } of requests) {
    const number = hosts.get(host) ?? hostNumber(db, host)
    hosts.set(host, number)
    added += insert.run(sweep, key, url, number, role, depth, via, priorityOf(role)).changes
  }
  if (added > 0) countQueue(db, sweep, added, 0, 0)
  return added
}

const priorityOf = (role: NewRequest['role']): -1 | 0 | 1 => (role === 'feed' ? -1 : role === 'listing' ? 0 : 1)

const STATE = 'select id, state from request where sweep = ? and key = ?'

/** Marks requests done that nothing need visit any more, whether they wait already or not. Inside a transaction. */
export const coverRequests = (db: Db, sweep: number, requests: readonly NewRequest[]): void => {
  addRequests(db, sweep, requests)
  for (const { key } of requests) {
    const { id, state } = db.prepare(STATE).get(sweep, key) as StateRow & { readonly id: number }
    if (state === 0 || state === 3) markDone(db, sweep, id)
  }
}

interface StateRow {
  readonly state: 0 | 1 | 2 | 3
}

/** @throws BadInput where the request is not one of this sweep */
export const stateOf = (db: Db, sweep: number, request: number): StateRow['state'] => {
  const row = db.prepare('select state from request where id = ? and sweep = ?').get(request, sweep)
  if (row === undefined) throw new BadInput(`sweep ${sweep} has no request ${request}`)
  return (row as StateRow).state
}

/** Inside a transaction. */
export const markDone = (db: Db, sweep: number, request: number): void => {
  const state = stateOf(db, sweep, request)
  if (state === 2) return
  db.prepare('update request set state = 2, run = null, not_before = null where id = ?').run(request)
  if (state === 1) countQueue(db, sweep, 0, -1, 1)
  else countQueue(db, sweep, -1, 0, 1)
}

/** Only a leased request goes back: what is done stays done. Inside a transaction. */
export const putBack = (db: Db, sweep: number, request: number, at: Instant, reason: string): void => {
  if (stateOf(db, sweep, request) !== 1) return
  db.prepare(
    `update request set state = 3, run = null, not_before = ?, reason = ?, attempts = attempts + 1 where id = ?`,
  ).run(at, reason, request)
  countQueue(db, sweep, 1, -1, 0)
}

/** Given back untried. Inside a transaction. */
export const release = (db: Db, sweep: number, requests: readonly number[]): void => {
  const free = db.prepare('update request set state = 0, run = null where id = ? and sweep = ? and state = 1')
  const freed = requests.reduce((sum, id) => sum + free.run(id, sweep).changes, 0)
  if (freed > 0) countQueue(db, sweep, freed, -freed, 0)
}

/** Those whose time has come wait like all others. Inside a transaction. */
export const wakeDelayed = (db: Db, sweep: number): void => {
  db.prepare('update request set state = 0, not_before = null where sweep = ? and state = 3 and not_before <= ?').run(
    sweep,
    db.now(),
  )
}

/** Gives back the leases of one run. Inside a transaction. */
export const dropLeases = (db: Db, sweep: number, run: string): void => {
  const { changes } = db
    .prepare('update request set state = 0, run = null where sweep = ? and state = 1 and run = ?')
    .run(sweep, run)
  if (changes > 0) countQueue(db, sweep, changes, -changes, 0)
}
