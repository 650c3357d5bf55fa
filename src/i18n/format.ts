import type { Instant } from '../domain.ts'
import { VIETNAM_ZONE } from '../vietnam-day.ts'
import type { Lang } from './messages.ts'

/** Storage is UTC; people read Vietnamese time. */
export const localTime = (at: Instant, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: VIETNAM_ZONE,
  }).format(new Date(at))

/**
 * Page text on its way to a terminal: control characters (escape sequences, newlines) and bidirectional overrides
 * would let a listing rewrite the officer's screen.
 */
export const forTerminal = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
