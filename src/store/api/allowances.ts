import type { Allowed, Instant } from '../../domain.ts'
import type { SellerRef } from './sellers.ts'

/** Half a year: a seller's papers and stock change, and somebody has to look again. */
export const MOST_ALLOWED_DAYS = 180

export interface Allowance extends Allowed {
  readonly unit: string | null
  readonly seller: SellerRef
  /** Null while nobody took it back; it may have expired. */
  readonly ended: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

export interface NewAllowance {
  readonly seller: SellerRef
  readonly reason: string
  /** Days from now. */
  readonly days: number
  readonly unit: string | null
}

export interface Allowances {
  /** BadInput: no reason, too long, no such seller, one that is in force already. */
  add(allowance: NewAllowance, by?: string): Promise<Allowance>
  /** BadInput: no such allowance, or it is over. */
  end(id: number, reason: string, by?: string): Promise<void>
  /** What is in force for this seller at that moment. Synchronous: it stands on the way of every listing. */
  inForce(seller: SellerRef, at: Instant): Allowance | null
  /** Newest first. */
  list(): Promise<readonly Allowance[]>
}
