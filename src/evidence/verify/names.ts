import type { Entry } from 'yauzl'
import type { VerifyText } from '../../i18n/verify.ts'

const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000
const MADE_ON_UNIX = 3
const ENCRYPTED = 0x1

/** The name as UTF-8; null when it is not. */
export function nameOf(entry: Entry): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw)
  } catch {
    return null // the caller reports the entry by its printable bytes
  }
}

/** A relative path of plain parts, no matter on which system it is unpacked. */
function plainPath(name: string): boolean {
  if (/[\u0000-\u001f\u007f\\:*?"<>|]/.test(name)) return false
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part))
}

/** Two names that one folder cannot hold side by side on every system. */
export const collisionKey = (name: string): string => name.replace(/\/$/, '').normalize('NFKC').toLowerCase()

/** What makes one entry unsafe to unpack; null when nothing does. */
export function unsafe(entry: Entry, t: VerifyText): string | null {
  const name = nameOf(entry)
  if (name === null) return t.nameBytes(JSON.stringify(entry.fileNameRaw.toString('latin1')))
  if (!plainPath(name)) return t.namePath(JSON.stringify(name))
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
  const expected = name.endsWith('/') ? FOLDER : REGULAR
  if (entry.versionMadeBy >>> 8 === MADE_ON_UNIX && type !== 0 && type !== expected) return t.notPlain(name)
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return t.encrypted(name)
  return null
}
