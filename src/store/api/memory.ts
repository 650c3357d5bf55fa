import type { Instant, Listing, Sha256, Validators } from '../../domain.ts'

/** What was read from a page when it last changed. */
export interface Remembered {
  readonly site: string
  readonly pageHash: Sha256 | null
  readonly at: Instant
  readonly listings: readonly Listing[]
}

export interface PageMemory {
  /** What a page may be asked by; null when it was never read under these rules, or its server gave nothing to ask by. Synchronous: it stands on the way of every request. */
  validators(url: string, rulesetHash: Sha256): (Validators & { readonly visit: number }) | null
  /** What that visit read; null when there is none. */
  read(visit: number): Promise<Remembered | null>
}

/** Which way one kind of page of one site is read, learned by reading a few both ways. */
export interface Way {
  readonly site: string
  readonly kind: 'listing' | 'index'
  readonly via: 'http' | 'browser' | 'undecided'
  readonly compared: number
  /** Of those compared, how many read the same over HTTP. */
  readonly same: number
  readonly at: Instant
}

export interface Ways {
  all(): readonly Way[]
  put(way: Omit<Way, 'at'>): Promise<void>
}
