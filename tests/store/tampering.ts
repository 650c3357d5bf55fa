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
  const triggers = db.prepare(`select name, tbl_name, sql from sqlite_master where type = 'trigger'`).all() as {
    name: string
    tbl_name: string
    sql: string
  }[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  tamper(db)
  const left = new Set(db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all())
  for (const { tbl_name, sql } of triggers) if (left.has(tbl_name)) db.exec(sql)
  db.close()
  return folder
}
