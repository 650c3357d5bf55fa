import type { Instant } from '../../domain.ts'
import type { DecisionAbout } from './decisions.ts'

export const NOTICE_CHANNELS = ['portal', 'email', 'letter', 'phone', 'meeting', 'other'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/** That a platform was told of a listing: by whom, when, how. Soi itself sends nothing. */
export interface NewNotice {
  readonly about: DecisionAbout
  /** The day in Viet Nam, YYYY-MM-DD; not in the future. */
  readonly toldOn: string
  readonly channel: NoticeChannel
  /** Whom at the platform. */
  readonly recipient: string | null
  /** Number of the letter, or of the platform's ticket. */
  readonly reference: string | null
  readonly note: string | null
  readonly unit: string | null
}

export interface Notice extends Omit<NewNotice, 'about'> {
  readonly id: number
  readonly at: Instant
  readonly actor: string
  readonly sighting: number | null
  readonly site: string
  readonly key: string
}

export interface Notices {
  /** Enters it in the ledger as `notified`. `by`: who told, where that is not the store's actor. BadInput: no such listing, no such day. */
  add(notice: NewNotice, by?: string): Promise<Notice>
  /** Newest first. */
  list(page: { readonly site?: string; readonly limit: number; readonly before?: number }): Promise<readonly Notice[]>
  /** On one listing, oldest first. */
  of(site: string, key: string): Promise<readonly Notice[]>
}
