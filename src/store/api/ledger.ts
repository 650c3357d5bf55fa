import type { Instant, LedgerEntry, Sha256 } from '../../domain.ts'
import type { Problem } from './verification.ts'

export interface LedgerRecord extends LedgerEntry {
  /** Canonical JSON. */
  readonly body: string
}

export interface Ledger {
  /** Null while it is empty. */
  head(): Promise<LedgerEntry | null>
  /** Every action that stands in it, sorted. */
  actions(): Promise<readonly string[]>
  /** Oldest first. */
  entries(): AsyncIterable<LedgerRecord>
  /** Newest first. */
  list(page: LedgerPage): Promise<readonly LedgerRecord[]>
  /** BadInput when there is none. */
  get(seq: number): Promise<LedgerRecord>
  /**
   * Walks the chain and holds it against the timestamps that were kept of it. `head`: a head that was printed or packed
   * earlier and must be found in it.
   */
  check(head?: Sha256): Promise<ChainCheck>
  /** Holds the histories of tips, which the console keeps, against what the ledger has of them. */
  checkTips(): Promise<TipsCheck>
  /** `subject` is `kind:id`. Action and subject are one line each. `by`: who did it, where that is not the store's actor. */
  append(action: string, subject: string, body: unknown, by?: string): Promise<LedgerEntry>
  /** The same, unless an entry of that action is about that subject already: null then, however many processes are at it. */
  appendOnce(action: string, subject: string, body: unknown, by?: string): Promise<LedgerEntry | null>
  /** Enters `setting-changed` when the value is another than the last entered; null otherwise. */
  setting(name: string, value: unknown): Promise<LedgerEntry | null>
  /** Enters `looked`: a list was seen. The same look within an hour is entered once; null otherwise. */
  looked(list: string, body: unknown): Promise<LedgerEntry | null>
}

export interface LedgerFilter {
  readonly actor?: string
  readonly action?: string
  /** `sighting:7`; `sighting:` stands for all sightings. */
  readonly subject?: string
  /** Inclusive. */
  readonly from?: Instant
  /** Exclusive. */
  readonly to?: Instant
}

export interface LedgerPage extends LedgerFilter {
  readonly limit: number
  /** The last sequence number of the page before. */
  readonly before?: number
}

export type ChainFaultKind =
  | 'changed'
  | 'missing'
  | 'moved'
  | 'chain'
  | 'body'
  | 'clock'
  | 'cut'
  | 'rewritten'
  | 'anchor'

/** `seq`: the first row at which it shows. `detail` in English. */
export interface ChainFault {
  readonly seq: number
  readonly kind: ChainFaultKind
  readonly detail: string
}

export interface ChainCheck {
  /** In the order of the rows: the first is the first wrong row. */
  readonly faults: readonly ChainFault[]
  readonly entries: number
  readonly head: LedgerEntry | null
  /**
   * The newest entry under a timestamp that holds: where no fault is, nothing up to it can have been changed since.
   * `root`: SHA-256 of the certificate it leads to, to be compared with what the authority publishes.
   */
  readonly anchored: {
    readonly seq: number
    readonly at: Instant
    readonly authority: string
    readonly root: Sha256 | null
  } | null
  /** How often the clock of the machine was put back, as recorded. */
  readonly clockSteps: number
}

/** Entries of the histories of tips: rows that the console keeps, each of whose hashes the ledger has. */
export interface TipsCheck {
  readonly entries: number
  /** Those that the ledger has. */
  readonly recorded: number
  /** False: the console's file is not there, as in a copy of the evidence alone. */
  readonly compared: boolean
  readonly problems: readonly Problem[]
}
