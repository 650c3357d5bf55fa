import type { Problem } from './api.ts'
import type { Db } from './db.ts'

/** SQLite's own checks: pages, indexes, and rows that name rows which are not there. */
export const checkDatabase = (db: Db): readonly Problem[] => {
  const integrity = db.prepare('pragma integrity_check(20)').pluck().all() as readonly string[]
  const broken = db.prepare('pragma foreign_key_check').all() as readonly {
    readonly table: string
    readonly rowid: number | null
    readonly parent: string
  }[]
  return [
    ...integrity
      .filter((line) => line !== 'ok')
      .map((detail) => ({ kind: 'database' as const, subject: 'evidence.sqlite', detail })),
    ...broken.map(({ table, rowid, parent }) => ({
      kind: 'foreign-key' as const,
      subject: rowid === null ? table : `${table}:${rowid}`,
      detail: `names a row of ${parent} that is not there`,
    })),
  ]
}
