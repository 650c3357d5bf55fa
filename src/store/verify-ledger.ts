import type { Blobs, Problem } from './api.ts'
import { checkChain } from './chain-check.ts'
import type { Db } from './db.ts'

/** What `soi ledger verify` finds, as problems of the store. */
export const checkLedger = async (db: Db, blobs: Blobs): Promise<readonly Problem[]> => {
  const { faults } = await checkChain(db, blobs, null)
  return faults.map(({ seq, kind, detail }) => ({
    kind: kind === 'body' ? 'ledger-body' : kind === 'anchor' ? 'anchor' : 'ledger',
    subject: `ledger:${seq}`,
    detail,
  }))
}
