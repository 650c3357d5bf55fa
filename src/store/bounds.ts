import type { Cut, Span } from './api.ts'
import type { Db } from './db.ts'

/** A span, and what was known of it. `seq` 0 where the ledger held nothing. */
export interface Bounds extends Span {
  readonly until: string
  readonly seq: number
}

export const boundsOf = (span: Span, { head, until }: Cut): Bounds => ({ ...span, until, seq: head?.seq ?? 0 })

/** Flagged sightings of the span that were in the ledger by then. */
export const FLAGS_IN = `from flag where at >= :from and at < :to and seq <= :seq`
/** What a run wrote that began later was not known then, whatever time its pages bear. */
export const KNOWN = `at <= :until and sweep in (select id from sweep where begun_at <= :until)`
export const IN_SPAN = `at >= :from and at < :to`

/** Rows of a text prepared once. */
export const all = <T>(db: Db, text: string, values: object) => db.prepare(text).all(values) as readonly T[]
