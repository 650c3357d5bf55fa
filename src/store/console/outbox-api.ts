import type { Instant } from '../../domain.ts'

/** Something that happened, to be told through one channel. */
export interface NewNotice {
  readonly channel: string
  readonly event: string
  /** What it is about; told once for each channel. */
  readonly key: string
  /** JSON of what the message says. */
  readonly body: string
  readonly dueAt: Instant
}

export interface Notice extends NewNotice {
  readonly id: number
  readonly madeAt: Instant
  readonly delivery: string | null
}

/** `failed`: given up after the last try; an administrator may try again. */
export type DeliveryState = 'waiting' | 'sent' | 'failed'

/** One message; its id goes with it, so that a receiver tells a repetition. */
export interface Delivery {
  readonly id: string
  readonly channel: string
  readonly madeAt: Instant
  readonly state: DeliveryState
  readonly tries: number
  readonly nextAt: Instant
  readonly sentAt: Instant | null
  /** Why the last try failed; never an address or a secret. */
  readonly problem: string | null
  readonly notices: readonly Notice[]
}

export interface Outbox {
  mark(name: string): string | null
  /** Notices and how far was looked, in one transaction; those told before are left. Returns how many are new. */
  put(notices: readonly NewNotice[], marks: Readonly<Record<string, string>>): number
  /** Binds what is due for a channel into one message, at most `most`; null where nothing is. */
  bundle(channel: string, id: string, most: number): string | null
  /** Takes a waiting message whose time has come, for `heldMs`; null where there is none. Nobody else gets it meanwhile. */
  take(channels: readonly string[], heldMs: number): Delivery | null
  sent(id: string): void
  /** `nextAt` null: given up. */
  failed(id: string, problem: string, nextAt: Instant | null): void
  /** False where it had not been given up. */
  retry(id: string): boolean
  /** Newest first. */
  list(page: { readonly state?: DeliveryState; readonly limit: number }): readonly Delivery[]
  /** Not yet bound into a message, those due first; at most `limit`. */
  waiting(limit: number): readonly Notice[]
  counts(): Readonly<Record<DeliveryState | 'unbound', number>>
}
