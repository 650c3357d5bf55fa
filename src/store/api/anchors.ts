import type { Instant, Sha256 } from '../../domain.ts'

/** What an authority said of one head; over the 64 hexadecimal digits of the head as ASCII. */
export interface NewAnchor {
  readonly seq: number
  readonly head: Sha256
  readonly authority: string
  /** The authority's time. */
  readonly at: Instant
  readonly token: Uint8Array
  readonly chainPem: string
  readonly crlPem: string | null
}

export interface AnchorRow {
  readonly seq: number
  readonly head: Sha256
  readonly authority: string
  readonly at: Instant
  readonly token: Sha256
  readonly chain: Sha256
  readonly crl: Sha256 | null
}

export interface Anchors {
  /** Keeps the files, then the row and its entry `anchored`. BadInput when the head is not that entry's hash. */
  add(anchor: NewAnchor): Promise<AnchorRow>
  /** Oldest first. */
  list(): Promise<readonly AnchorRow[]>
}
