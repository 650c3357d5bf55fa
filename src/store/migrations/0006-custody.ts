import { type Kysely, sql } from 'kysely'

/** What people decided, and what timestamp authorities said of the ledger's head. Both stand in the ledger too. */
const TABLES = [
  `create table decision (
    id integer primary key, at text not null, officer text not null, unit text, verdict text not null,
    reason text not null, note text, sighting integer references sighting (id), site text not null,
    listing_key text not null, title text not null, seller_key text, seller_name text) strict`,
  `create index decision_listing on decision (site, listing_key)`,
  `create index decision_officer on decision (officer, id)`,
  `create table anchor (
    id integer primary key, seq integer not null references ledger (seq), head text not null, authority text not null,
    at text not null, token text not null references exhibit (sha256), chain text not null references exhibit (sha256),
    crl text references exhibit (sha256)) strict`,
  `create index ledger_action on ledger (action, seq)`,
  `create index ledger_actor on ledger (actor, seq)`,
]

const trigger = (table: string, name: string, when: string) =>
  `create trigger ${table}_${name} before ${when} begin select raise(abort, '${table} is append-only'); end`

export const custody = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const triggers = ['decision', 'anchor'].flatMap((table) => [
      trigger(table, 'no_update', `update on ${table}`),
      trigger(table, 'no_delete', `delete on ${table}`),
      trigger(table, 'no_replace', `insert on ${table} when exists (select 1 from ${table} where id = new.id)`),
    ])
    for (const statement of [...TABLES, ...triggers]) await sql.raw(statement).execute(db)
  },
}
