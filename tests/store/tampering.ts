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
