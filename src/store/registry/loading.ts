import type Database from 'better-sqlite3'
import type { Lock } from '../api.ts'
import { naming } from '../failures.ts'
import type { Loading, NewSnapshot, RegistryRow, Rejection } from './api.ts'
import { createRows, indexRows, rowsOf } from './tables.ts'

/** Rejections kept by line; the count is exact beyond them. */
const MOST_REJECTIONS = 10_000

/** Snapshots that are neither in force nor the one before stay as a record only; interrupted ones go altogether. */
function sweepOut(raw: Database.Database): void {
  const loading = raw.prepare(`select id from snapshot where state = 'loading'`).all() as { id: number }[]
  const old = raw
    .prepare(
      `select id from (select id, row_number() over (partition by kind order by id desc) as nth from snapshot where state = 'superseded')
       where nth > 1`,
    )
    .all() as { id: number }[]
  for (const { id } of [...loading, ...old]) raw.exec(`drop table if exists ${rowsOf(id)}`)
  for (const { id } of loading) forget(raw, id)
}

function forget(raw: Database.Database, id: number): void {
  raw.prepare('delete from rejection where snapshot = ?').run(id)
  raw.prepare('delete from snapshot where id = ?').run(id)
}

export interface LoadingContext {
  readonly raw: Database.Database
  readonly file: string
  readonly lock: Lock
  readonly actor: string
  readonly now: () => string
}

export function beginLoading({ raw, file, lock, actor, now }: LoadingContext, snapshot: NewSnapshot): Loading {
  const safely = <T>(work: () => T): T => naming(file, () => raw.transaction(work).immediate())
  // Rows that a power cut takes belong to an import that never came into force.
  naming(file, () => raw.pragma('synchronous = normal'))
  const id = safely(() => {
    sweepOut(raw)
    const { kind, source, asOf, sha256, fileName, bytes, encoding } = snapshot
    const { lastInsertRowid } = raw
      .prepare(
        `insert into snapshot (kind, source, as_of, sha256, file_name, bytes, encoding, state, imported_at, imported_by)
         values (?, ?, ?, ?, ?, ?, ?, 'loading', ?, ?)`,
      )
      .run(kind, source, asOf, sha256, fileName, bytes, encoding, now(), actor)
    raw.exec(createRows(Number(lastInsertRowid)))
    return Number(lastInsertRowid)
  })
  const counts = { rows: 0, rejected: 0 }
  const insert = raw.prepare(
    `insert into ${rowsOf(id)} (line, number, name, tax, url, record) values (?, ?, ?, ?, ?, ?)`,
  )
  const refuse = raw.prepare('insert or ignore into rejection (snapshot, line, reason) values (?, ?, ?)')
  const add = (rows: readonly RegistryRow[], rejected: readonly Rejection[]) =>
    safely(() => {
      for (const { line, number, name, tax, url, record } of rows)
        insert.run(line, number, name, tax, url, JSON.stringify(record))
      for (const [at, { line, reason }] of rejected.entries())
        if (counts.rejected + at < MOST_REJECTIONS) refuse.run(id, line, reason)
      counts.rows += rows.length
      counts.rejected += rejected.length
    })
  const complete = () => {
    for (const statement of indexRows(id)) safely(() => raw.exec(statement))
    return safely(() => {
      const duplicates = duplicatesOf(raw, id)
      raw
        .prepare('update snapshot set rows = ?, rejected = ?, duplicates = ? where id = ?')
        .run(counts.rows, counts.rejected, duplicates, id)
      return { ...counts, duplicates }
    })
  }
  const enforce = () => {
    naming(file, () => raw.pragma('synchronous = full'))
    safely(() => {
      raw.prepare(`update snapshot set state = 'superseded' where kind = ? and state = 'in force'`).run(snapshot.kind)
      raw.prepare(`update snapshot set state = 'in force' where id = ?`).run(id)
    })
    lock.release()
  }
  const abandon = () => {
    try {
      safely(() => {
        raw.exec(`drop table if exists ${rowsOf(id)}`)
        forget(raw, id)
      })
    } finally {
      lock.release() // what could not be removed now is removed by the next import
    }
  }
  return { id, add, complete, enforce, abandon }
}

const duplicatesOf = (raw: Database.Database, id: number): number => {
  const same = (column: string) =>
    (
      raw
        .prepare(
          `select coalesce(sum(n - 1), 0) as n from (select count(*) as n from ${rowsOf(id)} where ${column} <> '' group by ${column} having n > 1)`,
        )
        .get() as { n: number }
    ).n
  const numbered = raw.prepare(`select 1 from ${rowsOf(id)} where number <> '' limit 1`).get()
  return same(numbered ? 'number' : 'name')
}
