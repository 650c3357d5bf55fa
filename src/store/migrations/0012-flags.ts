import { type Kysely, type Migration, sql } from 'kysely'
import type { Db } from '../db.ts'
import { fillFlags } from '../flags-fill.ts'
import { FLAG_TABLES } from '../flags-tables.ts'

/** That a platform was told of a listing: a person's act, so evidence. `told_on`: the day of it in Viet Nam. */
const NOTICE = [
  `create table notice (
    id integer primary key, at text not null, actor text not null, unit text, site text not null, listing_key text not null,
    sighting integer references sighting (id), told_on text not null, channel text not null, recipient text, reference text,
    note text) strict`,
  `create index notice_listing on notice (site, listing_key)`,
]

/** What reports count over a span of time. */
const INDEXES = [
  `create index visit_at on visit (at, site, outcome, sweep)`,
  `create index sighting_at on sighting (at, site, sweep)`,
  `create index ledger_at on ledger (at, seq)`,
]

const trigger = (name: string, when: string) =>
  `create trigger notice_${name} before ${when} begin select raise(abort, 'notice is append-only'); end`

/** `db` is the connection that is migrated: what follows from the rows already there is filled in the same transaction. */
export const flags = (db: Pick<Db, 'prepare'>): Migration => ({
  up: async (kysely: Kysely<unknown>): Promise<void> => {
    const triggers = [
      trigger('no_update', 'update on notice'),
      trigger('no_delete', 'delete on notice'),
      trigger('no_replace', 'insert on notice when exists (select 1 from notice where id = new.id)'),
    ]
    const tables = FLAG_TABLES.map(({ create }) => create('main'))
    const indexes = FLAG_TABLES.flatMap(({ indexes: own }) => own)
    for (const statement of [...NOTICE, ...triggers, ...tables, ...indexes, ...INDEXES])
      await sql.raw(statement).execute(kysely)
    fillFlags(db, 'main')
  },
})
