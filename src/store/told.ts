import type { Problem, ProblemKind } from './api.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry } from './ledger.ts'

/**
 * Tables whose every row stands in the ledger word for word: under which action, and what `verify` calls a row that does not.
 * `as`: columns that the ledger calls otherwise than programs call such columns elsewhere.
 */
const TOLD = {
  case_change: { action: 'case.set', kind: 'case' },
  case_seller: { action: 'case.seller', kind: 'case' },
  case_attachment: { action: 'case.attach', kind: 'case' },
  allowance: { action: 'allowed', kind: 'allowance' },
  allowance_end: { action: 'allow-ended', kind: 'allowance' },
  review_draw: { action: 'drawn', kind: 'review' },
  blind_review: { action: 'reviewed', kind: 'review' },
  reply: { action: 'replied', kind: 'reply' },
  notice: { action: 'notified', kind: 'notice', as: { listing_key: 'key' } },
} as const satisfies Readonly<Record<string, Told>>

interface Told {
  readonly action: string
  readonly kind: ProblemKind
  readonly as?: Readonly<Record<string, string>>
}

type ToldTable = keyof typeof TOLD
type Row = Readonly<Record<string, string | number | null>>

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What the ledger says of a row: its columns, under the names that programs use. */
const bodyOf = (table: ToldTable, row: Row): string => {
  const { as = {} }: Told = TOLD[table]
  return canonical(Object.fromEntries(Object.entries(row).map(([name, value]) => [as[name] ?? camel(name), value])))
}

export const nextId = (db: Db, table: ToldTable): number =>
  Number(db.prepare(`select coalesce(max(id), 0) + 1 from ${table}`).pluck().get())

/** Adds a row and its entry, inside the caller's transaction. */
export const tell = (db: Db, table: ToldTable, subject: string, row: Row): void => {
  const names = Object.keys(row)
  db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`).run(
    row,
  )
  appendEntry(db, TOLD[table].action, subject, { body: bodyOf(table, row) })
}

/**
 * Rows of a table that differ from the ledger, that it does not know, or that are gone. `held`: what each row says → what `verify`
 * calls it; `told`: what the ledger recorded of such rows.
 */
export const heldAgainst = (
  kind: ProblemKind,
  table: string,
  held: ReadonlyMap<string, string>,
  told: ReadonlySet<string>,
): readonly Problem[] => {
  const unknown = [...held].filter(([body]) => !told.has(body))
  const gone = [...told].filter((body) => !held.has(body))
  return [
    ...unknown.map(([, subject]) => ({ kind, subject, detail: 'its row differs from what the ledger recorded' })),
    ...gone.map((body) => ({ kind, subject: table, detail: `the ledger has one without its row: ${body}` })),
  ]
}

const checkTable = (db: Db, table: ToldTable): readonly Problem[] => {
  const { action, kind } = TOLD[table]
  const told = new Set(db.prepare('select body from ledger where action = ?').pluck().all(action) as readonly string[])
  const rows = db.prepare(`select * from ${table}`).all() as readonly Row[]
  // The first column of each of them is its key.
  const held = new Map(rows.map((row) => [bodyOf(table, row), `${table}:${Object.values(row)[0]}`]))
  return heldAgainst(kind, table, held, told)
}

/** Rows that differ from the ledger, that it does not know, or that are gone. */
export const checkTold = async (db: Db): Promise<readonly Problem[]> =>
  (Object.keys(TOLD) as ToldTable[]).flatMap((table) => checkTable(db, table))
