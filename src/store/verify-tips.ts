import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { EvidenceBroken } from '../errors.ts'
import type { Problem, TipsCheck } from './api.ts'
import { TIP_ENTERED, type TipEntryRow, tipEntryHash, tipEntrySubject } from './console/tip-rows.ts'
import type { Db } from './db.ts'
import { naming } from './failures.ts'

const ROWS = `select id, tip, at, actor, action, body, hash,
    id <= (select coalesce(max(entry), 0) from tip_entered) as entered from tip_entry order by id`

interface Row extends TipEntryRow {
  /** The console was told that the ledger has it. */
  readonly entered: 0 | 1
}

/** Hash of each entry of a tip's history that reached the ledger → where it did first. */
const toldOf = (db: Db): ReadonlyMap<string, number> => {
  const rows = db
    .prepare('select subject, min(seq) as seq from ledger where action = ? group by subject order by seq')
    .all(TIP_ENTERED) as readonly { readonly subject: string; readonly seq: number }[]
  return new Map(rows.map(({ subject, seq }) => [subject, seq]))
}

/** The console's file is another program's at work: read as it is, never prepared or made. */
function rowsIn(file: string): readonly Row[] {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const there = raw.prepare(`select 1 from sqlite_master where type = 'table' and name = 'tip_entry'`).get()
    return there === undefined ? [] : (raw.prepare(ROWS).all() as readonly Row[])
  } finally {
    raw.close()
  }
}

const fault = (subject: string, detail: string): Problem => ({ kind: 'tip', subject, detail })

/** The rows as they stand in the ledger, in its order. The newest may not have reached it yet, unless others are gone. */
function heldAgainst(rows: readonly Row[], told: ReadonlyMap<string, number>, isTold: (subject: string) => boolean) {
  const faults: Problem[] = []
  const held = new Set<string>()
  let waiting: Problem[] = []
  let last = 0
  for (const row of rows) {
    const subject = tipEntrySubject(row.hash)
    const seq = told.get(subject)
    held.add(subject)
    if (row.hash !== tipEntryHash(row.tip, row))
      faults.push(fault(`tip_entry:${row.id}`, 'its row is not what its hash was made of'))
    else if (seq === undefined) {
      const unknown = fault(`tip_entry:${row.id}`, 'the ledger does not know its row')
      if (row.entered === 0) waiting.push(unknown)
      else if (!isTold(subject)) faults.push(unknown)
    }
    if (seq === undefined) continue
    if (seq < last) faults.push(fault(`tip_entry:${row.id}`, 'its row stands behind one that the ledger has after it'))
    faults.push(...waiting)
    waiting = []
    last = Math.max(last, seq)
  }
  const gone = [...told].filter(([subject]) => !held.has(subject))
  const lost = gone.map(([, seq]) =>
    fault(`ledger:${seq}`, 'the ledger has an entry of the history of a tip without its row'),
  )
  return [...faults, ...(lost.length > 0 ? waiting : []), ...lost]
}

const fileOf = (db: Db): string => join(db.home, 'console.sqlite')

/** The ledger has entries of the histories of tips, and the file that keeps them is not there: in a copy of the evidence alone. */
export const tipsAreElsewhere = (db: Db): boolean =>
  !existsSync(fileOf(db)) && db.prepare('select 1 from ledger where action = ? limit 1').get(TIP_ENTERED) !== undefined

/**
 * Every entry of every tip's history, held against the ledger, which has the hash of each: rows that were changed, moved, put in
 * between or taken away. Who gave a tip is erased when its time is over and is no part of its history.
 */
export function verifyTips(db: Db): TipsCheck {
  // The ledger first: what is added while this runs is then a row that it does not know yet, and no row that is gone.
  const told = toldOf(db)
  const counts = { recorded: told.size, compared: true }
  const file = fileOf(db)
  if (!existsSync(file)) return { ...counts, entries: 0, compared: false, problems: [] }
  try {
    const rows = naming(file, () => rowsIn(file))
    const lately = db.prepare('select 1 from ledger where subject = ? and action = ? limit 1')
    const isTold = (subject: string) => lately.get(subject, TIP_ENTERED) !== undefined
    return { ...counts, entries: rows.length, problems: heldAgainst(rows, told, isTold) }
  } catch (error) {
    if (error instanceof EvidenceBroken)
      return { ...counts, entries: 0, problems: [fault('console.sqlite', error.message)] }
    throw error
  }
}

export const checkTips = (db: Db): readonly Problem[] => verifyTips(db).problems
