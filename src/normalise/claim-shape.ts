import type { ClaimKind, ClaimReason, ClaimState } from '../domain.ts'
import { isPlaceholderSerial } from './identifiers.ts'

/** What a shape makes of a match; null where the match is no claim after all. */
export interface Judged {
  readonly value: string
  readonly state: Extract<ClaimState, 'valid form' | 'malformed' | 'placeholder'>
  readonly reason: ClaimReason | null
}

/**
 * How numbers of one kind are written, on text without marks in lower case. Patterns are bounded, so that reading stays linear.
 * `label`: the words that must stand before (or be the attribute's name); without it the number speaks for itself.
 */
export interface Shape {
  readonly kind: ClaimKind
  readonly label: RegExp | null
  /** A text without any of these cannot hold one; null where only the pattern can tell. */
  readonly hints: readonly string[] | null
  readonly number: RegExp
  readonly judge: (match: RegExpExecArray) => Judged | null
}

/** The first year in which numbers of the kind were given out; later ones are told by the day of the capture. */
const LAST_YEAR = 2039

export const valid = (value: string): Judged => ({ value, state: 'valid form', reason: null })
export const malformed = (value: string, reason: ClaimReason): Judged => ({ value, state: 'malformed', reason })
export const placeholder = (value: string): Judged => ({ value, state: 'placeholder', reason: 'serial' })

export const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

/** Two or four digits; letters (`xx`, `yyyy`) are nobody's year. */
const fullYear = (text: string): number => Number(text.length === 2 ? `20${text}` : text)

/** Judges `serial/year/…`: blanks and sample numbers first, then serials too long and years that cannot be. */
export function numbered(serial: string, year: string, since: number, most: number, write: () => string): Judged {
  const value = write()
  if (isPlaceholderSerial(serial) || !/^\d+$/.test(year)) return placeholder(value)
  if (withoutZeros(serial).length > most) return malformed(value, 'serial')
  const full = fullYear(year)
  if (year.length === 3 || full < since || full > LAST_YEAR) return malformed(value, 'year')
  return valid(value)
}
