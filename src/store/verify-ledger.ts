import type { Problem } from './api.ts'
import { sha256 } from './canonical.ts'
import type { Db } from './db.ts'
import { entryHash, ledgerRecords } from './ledger.ts'

const SIGHTING = /^sighting:(\d+)$/

/**
 * Walks the chain. The first wrong row is named; what stands behind it is still checked against its own
 * predecessor, so that one edit is one problem. A cut tail cannot be seen from inside: compare the head with a printed one.
 */
export const checkLedger = async (db: Db): Promise<readonly Problem[]> => {
  const problems: Problem[] = []
  let seq = 0
  let prevHash = ''
  for await (const entry of ledgerRecords(db)) {
    const subject = `ledger:${entry.seq}`
    const say = (kind: Problem['kind'], detail: string) => problems.push({ kind, subject, detail })
    if (entry.seq !== seq + 1) say('ledger', `follows ${seq}: entries between them are missing or were moved`)
    if (entry.prevHash !== prevHash) say('ledger', 'does not carry the hash of the entry before it')
    if (entryHash(entry) !== entry.hash) say('ledger', 'does not match its own hash: a field was changed')
    if (sha256(entry.body) !== entry.bodyHash)
      say('ledger-body', `the body of ${entry.subject} was changed or is missing`)
    if (entry.action === 'sighting.record' && !SIGHTING.test(entry.subject)) say('ledger', 'names no sighting')
    seq = entry.seq
    prevHash = entry.hash
  }
  return problems
}
