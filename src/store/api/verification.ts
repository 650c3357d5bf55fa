import type { LedgerEntry } from '../../domain.ts'

export type ProblemKind =
  | 'database'
  | 'foreign-key'
  | 'ledger'
  | 'ledger-body'
  | 'anchor'
  | 'decision'
  | 'notice'
  | 'search'
  | 'counts'
  | 'sighting'
  | 'exhibit-row'
  | 'blob-missing'
  | 'blob-changed'
  | 'signal-row'
  | 'image-row'
  | 'ruleset'
  | 'case'
  | 'allowance'
  | 'review'
  | 'reply'
  | 'sweep'
  | 'tip'

/** `subject` names the row or file; `detail` says what differs, in English. */
export interface Problem {
  readonly kind: ProblemKind
  readonly subject: string
  readonly detail: string
}

export interface Verification {
  readonly problems: readonly Problem[]
  /**
   * `goods` of the rows for reports: those were made with another list of goods than this Soi has. `tips`: the ledger has entries of
   * their histories, and the console's file is not there.
   */
  readonly notCompared: readonly ('goods' | 'tips')[]
  readonly counts: {
    readonly sightings: number
    readonly flagged: number
    readonly exhibits: number
    readonly blobs: number
    readonly bytes: number
    readonly ledger: number
  }
  readonly head: LedgerEntry | null
}
