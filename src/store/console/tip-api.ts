import type { Instant, Sha256 } from '../../domain.ts'

/** `seller`: about who sells; `official-conduct`: about an officer, for auditors alone. */
export const TIP_KINDS = ['seller', 'official-conduct'] as const
export type TipKind = (typeof TIP_KINDS)[number]

export const TIP_CHANNELS = ['form', 'hotline', 'email', 'file'] as const
export type TipChannel = (typeof TIP_CHANNELS)[number]

/** `done`: something came of it; `rejected`: nothing in it. Both are closed. */
export const TIP_STATUSES = ['new', 'working', 'done', 'rejected'] as const
export type TipStatus = (typeof TIP_STATUSES)[number]

/** The tipster's own words; never changed. */
interface TipWords {
  readonly kind: TipKind
  readonly channel: TipChannel
  readonly receivedAt: Instant
  readonly text: string
  readonly url: string | null
  readonly seller: string | null
  readonly phone: string | null
  /** Whom a tip on official conduct is about, as the tipster named them. */
  readonly about: string | null
}

export interface Tip extends TipWords {
  readonly id: number
  /** Counted within its kind. */
  readonly number: number
  /** The officer who entered it; null where the tipster did. */
  readonly enteredBy: string | null
  readonly dueAt: Instant
  readonly status: TipStatus
  readonly assignee: string | null
  /** The id of the tip that this one was merged into. */
  readonly mergedInto: number | null
}

/** Who gave a tip, where they said so; erased when its time is over. */
interface Tipster {
  readonly name: string | null
  readonly contact: string | null
}

export interface NewTip extends TipWords {
  readonly referenceHash: Sha256
  readonly contentHash: Sha256
  readonly enteredBy: string | null
  readonly dueAt: Instant
  readonly tipster: Tipster
  /** What another tip on the same would have too. */
  readonly keys: readonly string[]
  /** The tip it is merged into at once, and what its entry says of that. */
  readonly merge: { readonly into: number; readonly body: object; readonly nonce: string } | null
}

export type TipAction =
  | 'add'
  | 'open'
  | 'status'
  | 'assign'
  | 'due'
  | 'note'
  | 'merge'
  | 'unmerge'
  | 'check'
  | 'link'
  | 'case'
  | 'erase'
  | 'exclude'

/** One entry of a tip's history; `hash` is what the ledger has of it. */
export interface TipEntry {
  readonly id: number
  readonly at: Instant
  readonly actor: string
  readonly action: TipAction
  /** Canonical JSON. */
  readonly body: string
  readonly hash: Sha256
}

/** What changes of a tip, with its entry in one transaction. */
export interface TipChange {
  readonly status?: TipStatus
  readonly assignee?: string | null
  readonly dueAt?: Instant
  readonly mergedInto?: number | null
  readonly sightings?: readonly number[]
  readonly caseId?: number
  readonly eraseTipster?: true
  /** Name of an account that the tip is about: it is closed to that officer. */
  readonly excluded?: string
}

export interface TipFilter {
  readonly kind: TipKind
  readonly status?: TipStatus
  readonly open?: boolean
  readonly assignee?: string
  /** Open and due before. */
  readonly dueBefore?: Instant
  readonly limit: number
  /** Rows to leave out before. */
  readonly offset?: number
}

export interface Tips {
  /** With its first entry. The content hash may be there already: two people may say the same. */
  add(tip: NewTip, actor: string, nonce: string): Tip
  get(id: number): Tip | null
  numbered(kind: TipKind, number: number): Tip | null
  byReference(referenceHash: Sha256): Tip | null
  hasContent(contentHash: Sha256): boolean
  /** Not merged into another; those due first come first. */
  list(filter: TipFilter): readonly Tip[]
  /** Merged into this one, oldest first. */
  mergedInto(id: number): readonly Tip[]
  /** Open tips of a kind, not merged themselves, that have one of these keys; oldest first, at most 50. */
  sharing(kind: TipKind, keys: readonly string[]): readonly { readonly tip: Tip; readonly keys: readonly string[] }[]
  tipster(id: number): Tipster | null
  /** Tips closed before, that still say who gave them. */
  erasable(before: Instant): readonly Tip[]
  sightings(id: number): readonly number[]
  cases(id: number): readonly number[]
  /** Names of accounts. */
  excluded(id: number): readonly string[]
  ofCase(caseId: number): readonly Tip[]
  /** Changes a tip and writes why, whole or not at all. */
  change(id: number, entry: { actor: string; action: TipAction; body: unknown; nonce: string }, change: TipChange): void
  history(id: number): readonly TipEntry[]
  /** Entries the ledger does not have yet. */
  unentered(): readonly TipEntry[]
  /** The ledger has it now. */
  entered(entry: number): void
  setting(name: string): string | null
  setSetting(name: string, value: string): void
}
