import type { Page } from '../domain.ts'
import { workedOut } from '../worked-out.ts'
import { isPlainUtf8, textOf } from './decode.ts'

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
  read: (piece) => piece,
})

const overBytes = (bytes: Uint8Array): Scan => ({
  raw: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  head: (characters) => bytes.subarray(0, characters),
  read: (piece) => (/[\x80-\xff]/.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : piece),
})
