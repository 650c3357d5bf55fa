import type { FrontierRequest, NewRequest } from '../domain.ts'
import type { Db } from './db.ts'

/** What is asked alike of a host in a sweep. */
export type Alike = Pick<NewRequest, 'host' | 'role' | 'depth' | 'via'>

/** A lane and where its chain of stretches ends. */
export interface Lane {
  readonly id: number
  readonly tail: number | null
  /** The last request of `tail`. */
  readonly last: number | null
}

const FIND = `select l.id, l.tail, s.last from host h join lane l on l.host = h.id left join stretch s on s.id = l.tail
  where h.name = ? and l.sweep = ? and l.role = ? and l.depth = ? and l.via = ?`

const priorityOf = (role: NewRequest['role']): -1 | 0 | 1 => (role === 'feed' ? -1 : role === 'listing' ? 0 : 1)

/** The lane of such requests, made where there is none. Inside a transaction. */
export const laneOf = (db: Db, sweep: number, { host, role, depth, via }: Alike): Lane => {
  const known = db.prepare(FIND).get(host, sweep, role, depth, via) as Lane | undefined
  if (known !== undefined) return known
  db.prepare('insert into host (name) values (?) on conflict do nothing').run(host)
  const { lastInsertRowid } = db
    .prepare(
      `insert into lane (sweep, host, priority, role, depth, via)
      values (?, (select id from host where name = ?), ?, ?, ?, ?)`,
    )
    .run(sweep, host, priorityOf(role), role, depth, via)
  return { id: Number(lastInsertRowid), tail: null, last: null }
}

const NEW_STRETCH = 'insert into stretch (lane, first, last, next) values (?, ?, ?, ?)'

/** Lets requests `first` to `last` wait, all of them new and of this lane, behind what waits there. Inside a transaction. */
export const append = (db: Db, lane: Lane, first: number, last: number): void => {
  const more = last - first + 1
  if (lane.last === first - 1) {
    db.prepare('update stretch set last = ? where id = ?').run(last, lane.tail)
    db.prepare('update lane set waiting = waiting + ? where id = ?').run(more, lane.id)
    return
  }
  const added = Number(db.prepare(NEW_STRETCH).run(lane.id, first, last, null).lastInsertRowid)
  if (lane.tail !== null) db.prepare('update stretch set next = ? where id = ?').run(added, lane.tail)
  db.prepare('update lane set head = coalesce(head, ?), tail = ?, waiting = waiting + ? where id = ?').run(
    added,
    added,
    more,
    lane.id,
  )
}

/** Lets one that was taken wait again, before all that waits in its lane. Inside a transaction. */
export const putFirst = (db: Db, lane: number, request: number): void => {
  const { head, first } = db
    .prepare('select l.head, s.first from lane l left join stretch s on s.id = l.head where l.id = ?')
    .get(lane) as { readonly head: number | null; readonly first: number | null }
  if (first === request + 1) {
    db.prepare('update stretch set first = ? where id = ?').run(request, head)
    db.prepare('update lane set waiting = waiting + 1 where id = ?').run(lane)
    return
  }
  const added = Number(db.prepare(NEW_STRETCH).run(lane, request, request, head).lastInsertRowid)
  db.prepare('update lane set head = ?, tail = coalesce(tail, ?), waiting = waiting + 1 where id = ?').run(
    added,
    added,
    lane,
  )
}

/** One that waits there no longer has to: whoever comes to it in its stretch passes it over. Inside a transaction. */
export const waitsNoLonger = (db: Db, lane: number): void => {
  db.prepare('update lane set waiting = waiting - 1 where id = ?').run(lane)
}

/** A lane in which something waits. */
export interface Waiting extends Omit<Alike, 'host'> {
  readonly id: number
  readonly head: number | null
}

const WAITING = `select id, head, role, depth, via from lane where sweep = ? and host = ? and waiting > 0
  order by priority, depth, id`

/** Where something waits at a host: feeds first, then listings, then the rest; what is nearer to a start before what is farther. */
export const waitingLanes = (db: Db, sweep: number, host: number): readonly Waiting[] =>
  db.prepare(WAITING).all(sweep, host) as readonly Waiting[]

interface Stretch {
  readonly id: number
  readonly first: number
  readonly last: number
  readonly next: number | null
}

type Taken = Pick<FrontierRequest, 'id' | 'url' | 'attempts'>

const OF_STRETCH = `select id, coalesce(url, 'https://' || key) as url, attempts from request
  where id between ? and ? and state = 0 order by id limit ?`

/** Takes up to `wanted` out of the chain of a lane; the caller changes their state in the same transaction. */
export const takeFrom = (db: Db, { id, head }: Pick<Waiting, 'id' | 'head'>, wanted: number): readonly Taken[] => {
  const taken: Taken[] = []
  let at = head
  while (at !== null && taken.length < wanted) {
    const { first, last, next } = db.prepare('select * from stretch where id = ?').get(at) as Stretch
    const rows = db.prepare(OF_STRETCH).all(first, last, wanted - taken.length) as readonly Taken[]
    taken.push(...rows)
    const upTo = taken.length < wanted ? last : (rows.at(-1)?.id ?? last)
    if (upTo < last) {
      db.prepare('update stretch set first = ? where id = ?').run(upTo + 1, at)
      break
    }
    db.prepare('delete from stretch where id = ?').run(at)
    at = next
  }
  db.prepare(
    'update lane set head = :at, tail = iif(:at is null, null, tail), waiting = waiting - :n where id = :id',
  ).run({
    at,
    n: taken.length,
    id,
  })
  return taken
}
