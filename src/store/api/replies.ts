import type { Instant } from '../../domain.ts'
import type { KeptFile } from './files.ts'

export const REPLY_KINDS = ['reply', 'correction'] as const
export const REPLY_WAYS = ['letter', 'e-mail', 'phone', 'in-person', 'platform', 'other'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]
export type ReplyWay = (typeof REPLY_WAYS)[number]

export interface NewReply {
  readonly sighting: number
  readonly kind: ReplyKind
  /** The day it was received, YYYY-MM-DD in Viet Nam; never after today. */
  readonly received: string
  readonly way: ReplyWay
  /** Who answered, as they call themselves. */
  readonly sender: string
  readonly text: string
  readonly file: KeptFile | null
  readonly unit: string | null
}

/** `officer`: who received it. */
export interface Reply extends NewReply {
  readonly id: number
  readonly at: Instant
  readonly officer: string
  readonly site: string
  readonly key: string
}

export interface Replies {
  /** BadInput: no such sighting, nothing said, a day to come. */
  add(reply: NewReply, by?: string): Promise<Reply>
  /** Oldest first. */
  of(site: string, key: string): Promise<readonly Reply[]>
}
