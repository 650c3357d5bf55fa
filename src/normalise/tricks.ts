import { type Assessment, type Listing, TRICKS, type Trick } from '../domain.ts'
import { fold } from './fold.ts'
import { couldBeSyllable } from './syllables.ts'

/** Quotes are words or sentences; what stands behind this is another quote's. */
const LONGEST = 400

const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff]/u
const SEPARATED = /\p{L}[.\-_*/|·•~+][ ]?\p{L}[.\-_*/|·•~+][ ]?\p{L}/u
const SPACED = /(?:^|\s)\p{L}\p{M}*(?:\s+\p{L}\p{M}*){3,}(?:\s|$)/u
const BORROWED = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u
/** Mathematical, full-width, circled, squared and small-capital letters. */
const STYLED =
  /[\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\u{1f110}-\u{1f189}\u{1f1e6}-\u{1f1ff}\u1d00-\u1d2b\u0250-\u02af]/u
const DIGIT_INSIDE = /\p{L}[0134578@$!€£]+\p{L}/u
const STACKED = /\p{M}{3}|[\u0332-\u0338\u20d0-\u20f0]/u
const EMOJI_INSIDE = /\p{L}\p{Extended_Pictographic}[\ufe0f\u200d]?\p{L}/u
const MASKED = /\d[.,]?x{1,3}|x{2,3}\s?(?:k|tr)/iu
const LETTERS = /[\p{L}\d]+/gu

/** The same letter three times and more. */
function repeats(text: string): boolean {
  for (let at = 2; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === text[at - 1] && letter === text[at - 2] && /\p{L}/u.test(letter)) return true
  }
  return false
}

/** Several syllables, all without the marks that Vietnamese has, and such as a marked word has. */
function unmarked(text: string): boolean {
  const folded = fold(text)
  if (folded.text !== folded.plain) return false
  const words = [...folded.plain.matchAll(LETTERS)].map(([word]) => word)
  return words.length > 1 && words.every((word) => !/\d/.test(word) && couldBeSyllable(word))
}

const OF_WORDS: Readonly<Partial<Record<Trick, (text: string) => boolean>>> = {
  separators: (text) => SEPARATED.test(text) || SPACED.test(text),
  invisible: (text) => INVISIBLE.test(text),
  'borrowed-letters': (text) => BORROWED.test(text),
  'styled-letters': (text) => STYLED.test(text),
  'digits-for-letters': (text) => DIGIT_INSIDE.test(text),
  'stacked-marks': (text) => STACKED.test(text.normalize('NFC')),
  'emoji-inside': (text) => EMOJI_INSIDE.test(text),
  'repeated-letters': repeats,
  'no-marks': unmarked,
}

type Told = {
  readonly listing: Pick<Listing, 'contacts'>
  readonly assessment: Pick<Assessment, 'signals'>
}

/**
 * How the words that made rules fire were hidden, told from those words alone: a trick elsewhere in the listing hid nothing. In
 * the order of TRICKS.
 */
export function tricksIn({ listing: { contacts }, assessment: { signals } }: Told): readonly Trick[] {
  const quotes = signals.flatMap((signal) => signal.quotes)
  const words = quotes.filter(({ field }) => field !== 'price_text').map(({ text }) => text.slice(0, LONGEST))
  const found = new Set<Trick>()
  for (const [trick, shows] of Object.entries(OF_WORDS) as [Trick, (text: string) => boolean][])
    if (words.some(shows)) found.add(trick)
  if (quotes.some(({ field, text }) => field === 'price_text' && MASKED.test(text))) found.add('masked-price')
  if (quotes.length > 0 && quotes.every(({ field }) => field === 'ocr_text')) found.add('picture-only')
  if (contacts.some(({ kind, text }) => kind === 'phone' && /\p{L}{3}/u.test(text))) found.add('spelled-contact')
  return TRICKS.filter((trick) => found.has(trick))
}
