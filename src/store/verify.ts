import { EvidenceBroken } from '../errors.ts'
import type { Blobs, Problem, Verification } from './api.ts'
import type { Db } from './db.ts'
import { named } from './failures.ts'
import { checkFlags, flagsAreOfToday } from './flags-fill.ts'
import { ledgerHead } from './ledger.ts'
import { checkTold } from './told.ts'
import { checkBlobs } from './verify-blobs.ts'
import { checkDatabase } from './verify-database.ts'
import { checkDecisions } from './verify-decisions.ts'
import { checkDerived } from './verify-derived.ts'
import { checkLedger } from './verify-ledger.ts'
import { checkSearch } from './verify-search.ts'
import { checkSightings } from './verify-sightings.ts'
import { checkTips, tipsAreElsewhere } from './verify-tips.ts'

const counted = async (db: Db): Promise<Verification['counts']> => {
  const n = (sql: string) => Number(db.prepare(sql).pluck().get())
  return {
    sightings: n('select count(*) from sighting'),
    flagged: n('select count(*) from sighting where flagged = 1'),
    exhibits: n('select count(*) from sighting_exhibit'),
    blobs: n('select count(*) from exhibit'),
    bytes: n('select coalesce(sum(size), 0) from exhibit'),
    ledger: n('select count(*) from ledger'),
  }
}

/**
 * What SQLite cannot read (a torn page, a body that is no JSON) stops a check, and is itself the finding. Rows that an earlier
 * check named (`faulty`) may be of any shape: what cannot be made of them is a finding too, and otherwise a defect of ours.
 */
const attempt = async (
  db: Db,
  faulty: boolean,
  check: () => MaybePromise<readonly Problem[]>,
): Promise<readonly Problem[]> => {
  try {
    return await check()
  } catch (error) {
    const known = named(error, db.file)
    const unreadable = known instanceof EvidenceBroken || (known instanceof Error && known.name === 'SqliteError')
    if (!(unreadable || (faulty && known instanceof TypeError))) throw known
    return [{ kind: 'database', subject: 'evidence.sqlite', detail: known.message }]
  }
}
type MaybePromise<T> = T | Promise<T>

/** Everything that can be checked without a key or the network. */
export const verifyStore = async (db: Db, blobs: Blobs): Promise<Verification> => {
  const checks = [
    checkDatabase,
    checkLedger,
    checkSightings,
    checkDerived,
    checkDecisions,
    checkTold,
    checkSearch,
    checkFlags,
    checkBlobs,
    checkTips,
  ]
  const problems: Problem[] = []
  for (const check of checks) problems.push(...(await attempt(db, problems.length > 0, () => check(db, blobs))))
  const notCompared = [
    ...(flagsAreOfToday(db) ? [] : (['goods'] as const)),
    ...(tipsAreElsewhere(db) ? (['tips'] as const) : []),
  ]
  return { problems, notCompared, counts: await counted(db), head: await ledgerHead(db) }
}
