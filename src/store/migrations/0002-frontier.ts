import { type Kysely, sql } from 'kysely'

/**
 * Hosts as numbers and no foreign keys here: the queue is working state, not evidence, and a million rows go through it.
 * Partial indexes: a request leaves each of them when its state changes, so that they stay as small as the queue.
 */
const STATEMENTS = [
  `create table host (id integer primary key, name text not null unique) strict`,
  `create table request (
    id integer primary key, sweep integer not null, key text not null, url text not null,
    host integer not null, role text not null, depth integer not null, via text not null,
    attempts integer not null default 0, state integer not null default 0, priority integer not null,
    run text, not_before text, reason text) strict`,
  `create unique index request_key on request (sweep, key)`,
  `create index request_waiting on request (sweep, host, priority, id) where state = 0`,
  `create index request_delayed on request (sweep, not_before) where state = 3`,
  `create index request_leased on request (sweep, run) where state = 1`,
  `create table queue_count (
    sweep integer primary key references sweep (id), waiting integer not null default 0,
    leased integer not null default 0, done integer not null default 0) strict`,
]

export const frontier = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
