import { isAscii, isUtf8, transcode } from 'node:buffer'
import { getEncoding } from 'encoding-sniffer'
import type { Page } from '../domain.ts'
import { workedOut } from '../worked-out.ts'

/** WHATWG looks at 1,024 bytes; shops put their meta tag behind long comments and preloads. */
const SNIFFED_BYTES = 8192
const UNKNOWN = 'unknown'

/** The document as text. Bytes decide where a header or meta tag lies; windows-1258 comes out as NFC. Never throws. */
export const textOf: (page: Page) => string = workedOut((page) =>
  isPlainUtf8(page) ? fromUtf8(page.body) : decodeBytes(page.body, page.headers['content-type'] ?? null),
)

/** As TextDecoder reads valid UTF-8 without a BOM, in a third of its time. */
const fromUtf8 = (bytes: Uint8Array): string =>
  isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    : transcode(bytes, 'utf8', 'utf16le').toString('utf16le')

/** Declared as JSON, or undeclared (or as a script, as shops do) and beginning like it. */
export const isJson = ({ body, headers }: Pick<Page, 'body' | 'headers'>): boolean => {
  const mime = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (mime !== '' && !/^(?:text\/(?:html|plain)|(?:text|application)\/javascript)$/.test(mime))
    return /[/+]json$/.test(mime)
  const start = Buffer.from(body.subarray(0, 64)).toString('latin1')
  return /^(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[[{"\]\d])/.test(start)
}

/** True where the text is the bytes read as UTF-8, nothing replaced and nothing stripped. */
export const isPlainUtf8 = ({ body, headers }: Page): boolean =>
  bomOf(body) === null && obviousUtf8(body, headerCharset(headers['content-type'] ?? null)) !== null

/** @param contentType value of a Content-Type header, or null */
export const decodeBytes = (bytes: Uint8Array, contentType: string | null): string =>
  decodeAs(bytes, charsetOfBytes(bytes, contentType))

/** What the bytes are written in, as a label that TextDecoder knows. */
export const charsetOfBytes = (bytes: Uint8Array, contentType: string | null): string => {
  const header = headerCharset(contentType)
  return bomOf(bytes) ?? obviousUtf8(bytes, header) ?? charsetOf(bytes, header ?? sniffedCharset(bytes))
}

/** Nearly every page: valid UTF-8, and no header that names an East Asian or two-byte charset. */
const obviousUtf8 = (bytes: Uint8Array, header: string | null): string | null => {
  if (header !== null && header !== 'utf-8' && !isSingleByte(header)) return null
  return isUtf8(bytes) && !bytes.subarray(0, SNIFFED_BYTES).includes(0) ? 'utf-8' : null
}

const bomOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** A header that names no charset we know counts as silent. */
const headerCharset = (contentType: string | null): string | null =>
  canonicalLabel(/charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1])

/** Meta tag or XML prolog. */
const sniffedCharset = (bytes: Uint8Array): string => {
  const sniffed = getEncoding(bytes.subarray(0, SNIFFED_BYTES), { maxBytes: SNIFFED_BYTES, defaultEncoding: UNKNOWN })
  return canonicalLabel(sniffed) ?? UNKNOWN
}

const canonicalLabel = (label: string | undefined): string | null => {
  if (label === undefined) return null
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return null // a charset nobody knows is as good as none
    throw error
  }
}

const isSingleByte = (charset: string) => /^(windows-|iso-8859-|koi8|macintosh|x-mac|ibm866|us-ascii)/.test(charset)

const charsetOf = (bytes: Uint8Array, declared: string): string => {
  const claim = declared.startsWith('utf-16') && !bytes.subarray(0, SNIFFED_BYTES).includes(0) ? 'utf-8' : declared
  if (claim === 'utf-8' || claim === UNKNOWN || isSingleByte(claim)) {
    if (isUtf8(bytes)) return zeroesSayUtf16(bytes) ?? 'utf-8'
    const utf16 = zeroesSayUtf16(bytes)
    if (utf16 !== null) return utf16
    if (isMostlyUtf8(bytes)) return 'utf-8'
    if (claim === 'utf-8' || claim === UNKNOWN || claim === 'windows-1252') return legacyCharset(bytes)
  }
  return claim
}

/** UTF-16 without a BOM: in markup every other byte is zero. */
const zeroesSayUtf16 = (bytes: Uint8Array): string | null => {
  const head = bytes.subarray(0, SNIFFED_BYTES)
  const zeroes: [even: number, odd: number] = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeroes[(index & 1) as 0 | 1]++
  })
  if (zeroes[1] > head.length / 4 && zeroes[0] < zeroes[1] / 8) return 'utf-16le'
  if (zeroes[0] > head.length / 4 && zeroes[1] < zeroes[0] / 8) return 'utf-16be'
  return null
}

/** A truncated or slightly broken UTF-8 page is still UTF-8: whole sequences outnumber broken bytes ten to one. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1 << 20))
  const broken = count(text, /\ufffd/g)
  const whole = count(text, /[^\x00-\x7f\ufffd]/g)
  return whole > broken * 10
}

/** windows-1258 writes Vietnamese tones as combining marks; they compose only where the text really is Vietnamese. */
const legacyCharset = (bytes: Uint8Array): string => {
  const text = decodeAs(bytes.subarray(0, 1 << 18), 'windows-1258')
  const composed = count(text, /[\u1ea0-\u1ef9]/g)
  const orphaned = count(text, /[\u0300\u0301\u0303\u0309\u0323]/g)
  return composed >= 2 && composed > orphaned * 4 ? 'windows-1258' : 'windows-1252'
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Code points of 0x80–0x9F in windows-1252 (WHATWG index); Node 20 decodes them as C1 controls. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const decodeAs = (bytes: Uint8Array, charset: string): string => {
  const text = new TextDecoder(charset).decode(bytes)
  if (charset === 'windows-1258') return text.normalize('NFC')
  if (charset !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (c) => CP1252[c.charCodeAt(0) - 0x80] ?? c)
}
