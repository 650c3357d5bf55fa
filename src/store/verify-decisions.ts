import type { Problem } from './api.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { toDecision } from './decisions.ts'

const DECIDED = `select body from ledger where action in ('decided', 're-opened')`

/** Decisions are in the ledger word for word: rows that differ, that it does not know, or that are gone. */
export const checkDecisions = async (db: Db): Promise<readonly Problem[]> => {
  const told = new Set(db.prepare(DECIDED).pluck().all() as readonly string[])
  const rows = await db.query.selectFrom('decision').selectAll().orderBy('id').execute()
  const held = new Map(rows.map((row) => [canonical(toDecision(row)), `decision:${row.id}`]))
  const problem = (subject: string, detail: string): Problem => ({ kind: 'decision', subject, detail })
  return [
    ...[...held].flatMap(([body, subject]) =>
      told.has(body) ? [] : [problem(subject, 'its row differs from what the ledger recorded')],
    ),
    ...[...told].flatMap((body) =>
      held.has(body) ? [] : [problem('decision', `the ledger has one without its row: ${body}`)],
    ),
  ]
}
