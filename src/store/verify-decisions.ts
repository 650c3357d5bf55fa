import type { Problem } from './api.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { toDecision } from './decisions.ts'
import { heldAgainst } from './told.ts'

const DECIDED = `select body from ledger where action in ('decided', 're-opened')`

/** Decisions are in the ledger word for word: rows that differ, that it does not know, or that are gone. */
export const checkDecisions = async (db: Db): Promise<readonly Problem[]> => {
  const told = new Set(db.prepare(DECIDED).pluck().all() as readonly string[])
  const rows = await db.query.selectFrom('decision').selectAll().orderBy('id').execute()
  const held = new Map(rows.map((row) => [canonical(toDecision(row)), `decision:${row.id}`]))
  return heldAgainst('decision', 'decision', held, told)
}
