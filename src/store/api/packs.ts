import type { Assessment, Instant, LedgerEntry, Sha256 } from '../../domain.ts'
import type { PackItem } from '../item.ts'
import type { Reply } from './replies.ts'

/** A sweep stands for its flagged sightings. */
export type PackSelection =
  | { readonly ids: readonly number[] }
  | { readonly sweep: number }
  | { readonly caseId: number }

/** What a timestamp authority said of the ledger as it stood at entry `seq`. */
export interface PackAnchor {
  readonly seq: number
  readonly head: Sha256
  readonly authority: string
  /** TimeStampResp, DER. */
  readonly token: Uint8Array
  readonly chainPem: string
  readonly crlPem: string | null
}

/** One time that a listing was seen. */
export interface TimelinePoint {
  readonly id: number
  readonly at: Instant
  readonly title: string
  readonly priceText: string | null
  readonly score: number
  readonly band: Assessment['band']
}

/** Where a pack's contents come from: the store in production. */
export interface PackSource {
  items(): AsyncIterable<PackItem>
  /** The bytes of one exhibit as they are; throws EvidenceBroken when there are none. Who takes them holds them against the digest. */
  exhibit(sha256: Sha256): Promise<Uint8Array>
  /** The rule file as it was (YAML text) for a ruleset hash and rule id; null when it is not stored. */
  ruleText(ruleset: Sha256, rule: string): Promise<string | null>
  /** Every ledger entry, oldest first, with its canonical JSON body. */
  ledger(): AsyncIterable<LedgerEntry & { readonly body: string }>
  /**
   * RFC 3161 timestamps over heads of the ledger, oldest first: each token is over the 64 hexadecimal digits of `head` as
   * ASCII. None where no authority was ever asked.
   */
  anchors(): AsyncIterable<PackAnchor>
  /** Every time this listing was seen, oldest first; the newest `most` where there are more. */
  timeline(site: string, key: string, most: number): Promise<readonly TimelinePoint[]>
  /** What the seller answered about this listing, oldest first. */
  replies(site: string, key: string): Promise<readonly Reply[]>
}
