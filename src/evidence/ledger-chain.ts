import type { LedgerEntry, Sha256 } from '../domain.ts'
import { sha256 } from '../store/canonical.ts'

/** An entry as the store gives it. */
export type FullEntry = LedgerEntry & { readonly body: string }
/** An entry as a pack carries it: without its body where that is about somebody else's listing. The chain needs its hash only. */
export type LinkedEntry = LedgerEntry & { readonly body: string | null }

/** Where a chain stands after some entries. */
export interface ChainState {
  readonly entries: number
  readonly head: Sha256 | ''
}

export const EMPTY_CHAIN: ChainState = { entries: 0, head: '' }

export type ChainFault = 'order' | 'body' | 'previous' | 'hash' | 'newline'

/** The hash of one entry: seven lines, each field as written. */
export const entryHash = (e: Omit<LedgerEntry, 'hash'>): Sha256 =>
  sha256(`${e.prevHash}\n${e.seq}\n${e.at}\n${e.actor}\n${e.action}\n${e.subject}\n${e.bodyHash}`)

/** An officer in a working copy. */
const PSEUDONYM = /^▇▇▇ #[1-9]\d{0,8}$/

/**
 * What is wrong with the entry that follows `state`; null when it fits. Sequence numbers start at 1 and leave no gap.
 * `workingCopy`: the hash of an entry whose officer stands under a pseudonym cannot be made again; only its links are held.
 */
export function faultOf(state: ChainState, entry: LinkedEntry, workingCopy = false): ChainFault | null {
  if (entry.seq !== state.entries + 1) return 'order'
  // A line break inside a field would let two different entries share one hash.
  if (/[\r\n]/.test(entry.at + entry.actor + entry.action + entry.subject)) return 'newline'
  if (entry.body !== null && sha256(entry.body) !== entry.bodyHash) return 'body'
  if (entry.prevHash !== state.head) return 'previous'
  if (workingCopy && PSEUDONYM.test(entry.actor)) return null
  return entryHash(entry) === entry.hash ? null : 'hash'
}

export const following = (state: ChainState, entry: LedgerEntry): ChainState => ({
  entries: state.entries + 1,
  head: entry.hash,
})

/** One line of ledger.jsonl: the entry, and its body (or null) as the exact text that was hashed. */
export const ledgerLine = (entry: LinkedEntry): string => {
  const { seq, at, actor, action, subject, bodyHash, prevHash, hash, body } = entry
  return `${JSON.stringify({ seq, at, actor, action, subject, bodyHash, prevHash, hash, body })}\n`
}
