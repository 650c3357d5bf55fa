import type { Instant, NewRequest } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { Db } from './db.ts'
import { grouped } from './grouped.ts'
import { append, laneOf, putFirst, waitsNoLonger } from './lanes.ts'

/** Waiting, leased and done are counted as they change: counting a million rows on every question would not do. */
export const countQueue = (db: Db, sweep: number, waiting: number, leased: number, done: number): void => {
  db.prepare('update queue_count set waiting = waiting + ?, leased = leased + ?, done = done + ? where sweep = ?').run(
    waiting,
    leased,
    done,
    sweep,
  )
}

const alike = (a: NewRequest, b: NewRequest): boolean => a.role === b.role && a.depth === b.depth && a.via === b.via

/** Requests of one host under the lane of each: there are few, so that looking at all of them is faster than a name for each. */
const byLane = (requests: Group): readonly Group[] => {
  const lanes: [NewRequest, ...NewRequest[]][] = []
  for (const request of requests) {
    const lane = lanes.find(([one]) => alike(one, request))
    if (lane === undefined) lanes.push([request])
    else lane.push(request)
  }
  return lanes
}

type Group = readonly [NewRequest, ...NewRequest[]]

/** Statements by the rows they add, widest first: beginning and ending one is a good part of adding a row. */
const INSERTS = [64, 16, 4, 1].map((rows) => ({
  rows,
  sql: `insert into request (sweep, lane, key, url) values ${Array(rows).fill('(?, ?, ?, ?)').join(', ')}
    on conflict (sweep, key) do nothing`,
}))

/** Adds what is new of one lane; returns how many, and the number of the last. */
function insert(db: Db, sweep: number, lane: number, group: Group): readonly [added: number, last: number] {
  let [added, last] = [0, 0]
  let at = 0
  for (const { rows, sql } of INSERTS)
    for (; at + rows <= group.length; at += rows) {
      const values: (string | number | null)[] = []
      for (const { key, url } of group.slice(at, at + rows))
        values.push(sweep, lane, key, isPlain(key, url) ? null : url)
      const { changes, lastInsertRowid } = db.prepare(sql).run(values)
      if (changes === 0) continue
      added += changes
      last = Number(lastInsertRowid)
    }
  return [added, last]
}

/** Adds those whose key is new in the sweep, lane by lane, so that each lane gets one span of numbers. Inside a transaction. */
export const addRequests = (db: Db, sweep: number, requests: readonly NewRequest[]): number => {
  let added = 0
  for (const group of [...grouped(requests, ({ host }) => host).values()].flatMap(byLane)) {
    const lane = laneOf(db, sweep, group[0])
    const [n, last] = insert(db, sweep, lane.id, group)
    if (n > 0) append(db, lane, last - n + 1, last)
    added += n
  }
  if (added > 0) countQueue(db, sweep, added, 0, 0)
  return added
}

/** Whether the address says no more than its key. */
const isPlain = (key: string, url: string): boolean => url.length === key.length + 8 && url === `https://${key}`

const STATE_OF_KEY = 'select id, lane, state from request where sweep = ? and key = ?'

/** Marks requests done that nothing need visit any more, whether they wait already or not. Inside a transaction. */
export const coverRequests = (db: Db, sweep: number, requests: readonly NewRequest[]): void => {
  addRequests(db, sweep, requests)
  for (const { key } of requests) {
    const { id, state } = db.prepare(STATE_OF_KEY).get(sweep, key) as StateRow & { readonly id: number }
    if (state === 0 || state === 3) markDone(db, sweep, id)
  }
}

interface StateRow {
  readonly lane: number
  readonly state: 0 | 1 | 2 | 3
}

const rowOf = (db: Db, sweep: number, request: number): StateRow => {
  const row = db.prepare('select lane, state from request where id = ? and sweep = ?').get(request, sweep)
  if (row === undefined) throw new BadInput(`sweep ${sweep} has no request ${request}`)
  return row as StateRow
}

/** @throws BadInput where the request is not one of this sweep */
export const mustHave = (db: Db, sweep: number, request: number): void => {
  rowOf(db, sweep, request)
}

/** Inside a transaction. */
export const markDone = (db: Db, sweep: number, request: number): void => {
  const { lane, state } = rowOf(db, sweep, request)
  if (state === 2) return
  db.prepare('update request set state = 2, run = null, not_before = null where id = ?').run(request)
  if (state === 0) waitsNoLonger(db, lane)
  if (state === 1) countQueue(db, sweep, 0, -1, 1)
  else countQueue(db, sweep, -1, 0, 1)
}

/** Only a leased request goes back: what is done stays done. Inside a transaction. */
export const putBack = (db: Db, sweep: number, request: number, at: Instant, reason: string): void => {
  if (rowOf(db, sweep, request).state !== 1) return
  db.prepare(
    `update request set state = 3, run = null, not_before = ?, reason = ?, attempts = attempts + 1 where id = ?`,
  ).run(at, reason, request)
  countQueue(db, sweep, 1, -1, 0)
}

interface Returned {
  readonly id: number
  readonly lane: number
}

/** Each before all that waits in its lane, and the one with the lowest number first. */
const waitAgain = (db: Db, requests: readonly Returned[]): void => {
  const wait = db.prepare('update request set state = 0, run = null, not_before = null where id = ?')
  for (const { id, lane } of requests.toSorted((a, b) => b.id - a.id)) {
    wait.run(id)
    putFirst(db, lane, id)
  }
}

const giveBack = (db: Db, sweep: number, leased: readonly Returned[]): void => {
  if (leased.length === 0) return
  waitAgain(db, leased)
  countQueue(db, sweep, leased.length, -leased.length, 0)
}

const LEASED = `select id, lane from request where id in (select value from json_each(?)) and sweep = ? and state = 1`

/** Given back untried. Inside a transaction. */
export const release = (db: Db, sweep: number, requests: readonly number[]): void =>
  giveBack(db, sweep, db.prepare(LEASED).all(JSON.stringify(requests), sweep) as readonly Returned[])

const LEASED_BY = 'select id, lane from request where sweep = ? and state = 1 and run = ?'

/** Gives back the leases of one run. Inside a transaction. */
export const dropLeases = (db: Db, sweep: number, run: string): void =>
  giveBack(db, sweep, db.prepare(LEASED_BY).all(sweep, run) as readonly Returned[])

const DUE = 'select id, lane from request where sweep = ? and state = 3 and not_before <= ?'

/** Those whose time has come wait like all others. Inside a transaction. */
export const wakeDelayed = (db: Db, sweep: number): void =>
  waitAgain(db, db.prepare(DUE).all(sweep, db.now()) as readonly Returned[])
