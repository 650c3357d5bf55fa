import type { Instant } from '../../domain.ts'
import type { DecisionVerdict } from './decisions.ts'

/** One seller of one site under one name, and what became of the listings. */
export interface SellerHistory {
  readonly id: number
  readonly site: string
  readonly key: string | null
  readonly name: string | null
  readonly listings: number
  /** Listings flagged at least once. */
  readonly flagged: number
  readonly first: Instant
  readonly last: Instant
  /** Decisions on the listings, by verdict; the last of each listing counts. */
  readonly decided: Readonly<Partial<Record<DecisionVerdict, number>>>
}

export interface Sellers {
  /** By key, or a part of the name with or without accents; at most `most`, in no order of merit. */
  find(text: string, most: number): Promise<readonly SellerHistory[]>
}

/** A seller is its key on one site; where the site gives none, its name. */
export interface SellerRef {
  readonly site: string
  readonly key: string | null
  readonly name: string | null
}
