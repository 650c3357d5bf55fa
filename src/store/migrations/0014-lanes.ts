import { type Kysely, sql } from 'kysely'

/**
 * What waits at a host no longer has an index entry for each request, which cost as much as the request itself: a lane holds
 * what is asked alike of a host in a sweep, and what waits of it is a chain of stretches, each a span of request numbers, in
 * which some may be under way or done. An address that is its key with "https://" before it is not written twice.
 */
const STATEMENTS = [
  `create table lane (
    id integer primary key, sweep integer not null, host integer not null, priority integer not null, depth integer not null,
    role text not null, via text not null, waiting integer not null default 0, head integer, tail integer) strict`,
  `create table stretch (
    id integer primary key, lane integer not null, first integer not null, last integer not null, next integer) strict`,
  `alter table request rename to request_before`,
  ...['key', 'waiting', 'delayed', 'leased'].map((name) => `drop index request_${name}`),
  `create table request (
    id integer primary key, sweep integer not null, lane integer not null, key text not null, url text,
    attempts integer not null default 0, state integer not null default 0, run text, not_before text, reason text) strict`,
  `create unique index lane_alike on lane (sweep, host, role, depth, via)`,
  `insert into lane (sweep, host, priority, depth, role, via)
    select sweep, host, priority, depth, role, via from request_before group by sweep, host, role, depth, via order by min(id)`,
  `insert into request (id, sweep, lane, key, url, attempts, state, run, not_before, reason)
    select r.id, r.sweep, l.id, r.key, nullif(r.url, 'https://' || r.key), r.attempts, r.state, r.run, r.not_before, r.reason
    from request_before r join lane l on l.sweep = r.sweep and l.host = r.host and l.role = r.role and l.depth = r.depth
      and l.via = r.via order by r.id`,
  `drop table request_before`,
  `create unique index request_key on request (sweep, key)`,
  `create index request_delayed on request (sweep, not_before) where state = 3`,
  `create index request_leased on request (sweep, run) where state = 1`,
  `insert into stretch (lane, first, last)
    select lane, min(id), max(id) from
      (select id, lane, id - row_number() over (partition by lane order by id) as stretch from request where state = 0)
    group by lane, stretch order by lane, min(id)`,
  `update stretch set next = id + 1 where lane = (select n.lane from stretch n where n.id = stretch.id + 1)`,
  `update lane set head = s.head, tail = s.tail, waiting = s.waiting from
    (select lane, min(id) as head, max(id) as tail, sum(last - first + 1) as waiting from stretch group by lane) s
    where s.lane = lane.id`,
  // on the priority, not the role: a statement that binds a role would be prepared anew each time it is bound
  `create index lane_feeds on lane (sweep) where priority = -1`,
  `create index lane_waiting on lane (sweep, host) where waiting > 0`,
]

export const lanes = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
