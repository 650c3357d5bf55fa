import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { newHome } from './sample.ts'

/** A copy of a home after someone with the file and no respect for triggers has been at it. */
export const tampered = async (home: string, tamper: (db: Database.Database) => void): Promise<string> => {
  const folder = join(await newHome(), 'home')
  await cp(home, folder, { recursive: true })
  const db = new Database(join(folder, 'evidence.sqlite'))
  db.pragma('foreign_keys = off')
  const triggers = db.prepare(`select name, sql, tbl_name from sqlite_master where type = 'trigger'`).all() as {
    name: string
    tbl_name: string
    sql: string
  }[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  tamper(db)
  const there = db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all()
  for (const { sql, tbl_name } of triggers) if (there.includes(tbl_name)) db.exec(sql)
  db.close()
  return folder
}

/** What a store has since reports count in rows of their own. */
export function withoutFlags(db: Database.Database): void {
  for (const table of ['notice', 'flagged_listing', 'flagged_url', 'flag', 'flag_contact', 'look', 'flags_made_with'])
    db.exec(`drop table ${table}`)
  for (const index of ['visit_at', 'sighting_at', 'ledger_at']) db.exec(`drop index ${index}`)
}

/** The queue as it was before requests had lanes: an address, a host, a role in each row, and an index of what waits. */
export function withoutLanes(db: Database.Database): void {
  db.exec(`
    create table request_before (
      id integer primary key, sweep integer not null, key text not null, url text not null,
      host integer not null, role text not null, depth integer not null, via text not null,
      attempts integer not null default 0, state integer not null default 0, priority integer not null,
      run text, not_before text, reason text) strict;
    insert into request_before
      select r.id, r.sweep, r.key, coalesce(r.url, 'https://' || r.key), l.host, l.role, l.depth, l.via,
        r.attempts, r.state, l.priority, r.run, r.not_before, r.reason
      from request r join lane l on l.id = r.lane;
    drop table request; drop table stretch; drop table lane;
    alter table request_before rename to request;
    create unique index request_key on request (sweep, key);
    create index request_waiting on request (sweep, host, priority, id) where state = 0;
    create index request_delayed on request (sweep, not_before) where state = 3;
    create index request_leased on request (sweep, run) where state = 1;`)
}
