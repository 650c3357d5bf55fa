import { BadInput } from '../errors.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import type { Lang } from '../i18n/messages.ts'
import { pictureType } from '../images/decode.ts'
import type { Blobs, KeptFile } from '../store/api.ts'

/** A letter of some dozen scanned pages; more belongs into a ZIP of its own, or a pack. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024
const LONGEST_NAME = 120

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, text.length)).toString('latin1') === text

/** Control characters but tab, line feed and carriage return stand in no text; half a character neither. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 11 || byte === 12))
    return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false // bytes of something else: the caller says which kinds are kept
  }
}

/** What the bytes are, whatever they are called; null for what is not kept. Markup is plain text here: it is never shown as a page. */
export function fileType(bytes: Uint8Array): string | null {
  const picture = pictureType(bytes)
  if (picture) return picture
  if (startsWith(bytes, '%PDF-')) return 'application/pdf'
  // Word and Excel files of today are ZIP archives, and nothing here opens them.
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'application/zip'
  return isText(bytes) ? 'text/plain' : null
}

/** The name without folders and control characters; `file` where nothing is left. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{C}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME) || 'file'

/** Keeps a file that an officer brings, bounded and typed by its own bytes. BadInput, in the officer's language, for what is not taken. */
export async function keepFile(blobs: Blobs, name: string, bytes: Uint8Array, lang: Lang): Promise<KeptFile> {
  const t = caseworkMessages(lang)
  if (bytes.byteLength === 0) throw new BadInput(t.emptyFile)
  if (bytes.byteLength > MOST_FILE_BYTES) throw new BadInput(t.tooBig('10 MB'))
  const mediaType = fileType(bytes)
  if (mediaType === null) throw new BadInput(t.badType)
  return { name: plainName(name), mediaType, size: bytes.byteLength, sha256: await blobs.put(bytes) }
}
