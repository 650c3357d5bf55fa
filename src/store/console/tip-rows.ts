import type { Sha256 } from '../../domain.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { Tip, TipChannel, TipEntry, TipKind, TipStatus } from './tip-api.ts'

export interface TipRow {
  readonly id: number
  readonly kind: TipKind
  readonly number: number
  readonly channel: TipChannel
  readonly received_at: string
  readonly text: string
  readonly url: string | null
  readonly seller: string | null
  readonly phone: string | null
  readonly about: string | null
  readonly entered_by: string | null
  readonly due_at: string
  readonly status: TipStatus
  readonly assignee: string | null
  readonly merged_into: number | null
}

export const toTip = (row: TipRow): Tip => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  channel: row.channel,
  receivedAt: row.received_at,
  text: row.text,
  url: row.url,
  seller: row.seller,
  phone: row.phone,
  about: row.about,
  enteredBy: row.entered_by,
  dueAt: row.due_at,
  status: row.status,
  assignee: row.assignee,
  mergedInto: row.merged_into,
})

/** One row of every tip's history. */
export interface TipEntryRow extends TipEntry {
  readonly tip: number
}

/** The action and subject under which the ledger has an entry of a tip's history. */
export const TIP_ENTERED = 'tip.entry'
export const tipEntrySubject = (hash: Sha256): string => `tip-entry:${hash}`

/** What the ledger has of an entry: everything it says, with its nonce, and whose it is. */
export const tipEntryHash = (tip: number, { at, actor, action, body }: Omit<TipEntry, 'id' | 'hash'>): Sha256 =>
  sha256(canonical({ tip, at, actor, action, body }))
