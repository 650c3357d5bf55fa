import { type Kysely, sql } from 'kysely'
import { appendOnly } from './0010-casework.ts'

/** Sellers on the allow-list, decisions drawn for a second look, what sellers answered; all of it stands in the ledger too. */
const TABLES = [
  `alter table sighting add column allowed text as (body -> '$.assessment.allowed')`,
  `create table allowance (
    id integer primary key, at text not null, officer text not null, unit text, site text not null, seller_key text,
    seller_name text, reason text not null, until text not null, lowers integer not null) strict`,
  `create index allowance_key on allowance (site, seller_key)`,
  `create index allowance_name on allowance (site, seller_name)`,
  `create table allowance_end (
    allowance integer primary key references allowance (id), at text not null, officer text not null,
    reason text not null) strict`,
  `create table review_draw (
    decision integer primary key references decision (id), at text not null, officer text not null, draw integer not null,
    share integer not null, picked integer not null) strict`,
  `create index review_draw_picked on review_draw (picked, decision)`,
  `create table blind_review (
    decision integer primary key references review_draw (decision), at text not null, officer text not null, unit text,
    sighting integer, verdict text not null, reason text not null, note text, agrees integer not null) strict`,
  `create index blind_review_agrees on blind_review (agrees, decision)`,
  `create table reply (
    id integer primary key, at text not null, officer text not null, unit text, site text not null,
    listing_key text not null, sighting integer not null references sighting (id), kind text not null,
    received text not null, way text not null, sender text not null, text text not null, file_name text,
    media_type text, size integer, sha256 text references exhibit (sha256)) strict`,
  `create index reply_listing on reply (site, listing_key, id)`,
]

export const review = {
  up: async (kysely: Kysely<unknown>): Promise<void> => {
    const triggers = [
      ...['allowance', 'reply'].flatMap((table) => appendOnly(table)),
      ...appendOnly('allowance_end', 'allowance'),
      ...['review_draw', 'blind_review'].flatMap((table) => appendOnly(table, 'decision')),
    ]
    for (const statement of [...TABLES, ...triggers]) await sql.raw(statement).execute(kysely)
  },
}
