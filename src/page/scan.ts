import type { Page } from '../domain.ts'
import { workedOut } from '../worked-out.ts'
import { isPlainUtf8, textOf } from './decode.ts'
import { type KnownWord, knownWords } from './known-words.ts'

/**
 * A document to search without decoding it. Valid UTF-8 keeps every ASCII character as its own byte, so that markup and
 * offsets are found in the bytes themselves, one character each; what is shown or compared with words goes through `read`.
 * Decoding a page costs more than everything that is searched in it.
 */
export interface Scan {
  /** For ASCII patterns only. */
  readonly raw: string
  /** The beginning of `raw`, so many characters of it, as bytes of an encoding that keeps ASCII. */
  readonly head: (characters: number) => Uint8Array
  /** Where a word stands in `raw`, whatever its case, in order. All known words are looked for at the first question. */
  readonly places: (word: KnownWord) => readonly number[]
  /** A piece of `raw` as text. */
  readonly read: (piece: string) => string
}

/** The page ready to search; the decoded text where its bytes are anything but plain UTF-8. */
export const scanOf: (page: Page) => Scan = workedOut((page) =>
  isPlainUtf8(page) ? overBytes(page.body) : scanText(textOf(page)),
)

const scanText = (text: string): Scan => ({
  raw: text,
  head: (characters) => Buffer.from(text.slice(0, characters)),
  places: placesIn(text, () => Buffer.from(text, 'latin1')),
  read: (piece) => piece,
})

const overBytes = (bytes: Uint8Array): Scan => {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return {
    raw,
    head: (characters) => bytes.subarray(0, characters),
    places: placesIn(raw, () => bytes),
    read: (piece) => (/[\x80-\xff]/.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : piece),
  }
}

const placesIn = (raw: string, bytes: () => Uint8Array): Scan['places'] => {
  let known: ReturnType<typeof knownWords> | null = null
  return (word) => {
    known ??= knownWords(raw, bytes())
    return known[word]
  }
}
