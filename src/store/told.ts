import type { Problem, ProblemKind } from './api.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry } from './ledger.ts'

/** Tables whose every row stands in the ledger word for word: under which action, and what `verify` calls a row that does not. */
const TOLD = {
  case_change: { action: 'case.set', kind: 'case' },
  case_seller: { action: 'case.seller', kind: 'case' },
  case_attachment: { action: 'case.attach', kind: 'case' },
  allowance: { action: 'allowed', kind: 'allowance' },
  allowance_end: { action: 'allow-ended', kind: 'allowance' },
  review_draw: { action: 'drawn', kind: 'review' },
  blind_review: { action: 'reviewed', kind: 'review' },
  reply: { action: 'replied', kind: 'reply' },
} as const satisfies Readonly<Record<string, { readonly action: string; readonly kind: ProblemKind }>>

type ToldTable = keyof typeof TOLD
type Row = Readonly<Record<string, string | number | null>>

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What the ledger says of a row: its columns, under the names that programs use. */
const bodyOf = (row: Row): string =>
  canonical(Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])))

export const nextId = (db: Db, table: ToldTable): number =>
  Number(db.prepare(`select coalesce(max(id), 0) + 1 from ${table}`).pluck().get())

/** Adds a row and its entry, inside the caller's transaction. */
export const tell = (db: Db, table: ToldTable, subject: string, row: Row): void => {
  const names = Object.keys(row)
  db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`).run(
    row,
  )
  appendEntry(db, TOLD[table].action, subject, { body: bodyOf(row) })
}

const checkTable = (db: Db, table: ToldTable): readonly Problem[] => {
  const { action, kind } = TOLD[table]
  const told = new Set(db.prepare('select body from ledger where action = ?').pluck().all(action) as readonly string[])
  const held = new Set((db.prepare(`select * from ${table}`).all() as readonly Row[]).map(bodyOf))
  const problem = (detail: string): Problem => ({ kind, subject: table, detail })
  return [
    ...[...held].flatMap((body) =>
      told.has(body) ? [] : [problem(`a row differs from what the ledger recorded: ${body}`)],
    ),
    ...[...told].flatMap((body) => (held.has(body) ? [] : [problem(`the ledger has one without its row: ${body}`)])),
  ]
}

/** Rows that differ from the ledger, that it does not know, or that are gone. */
export const checkTold = async (db: Db): Promise<readonly Problem[]> =>
  (Object.keys(TOLD) as ToldTable[]).flatMap((table) => checkTable(db, table))
