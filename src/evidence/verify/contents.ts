import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Sha256 } from '../../domain.ts'
import type { VerifyText } from '../../i18n/verify.ts'
import type { Archive } from './archive.ts'
import { streamOf } from './stream.ts'

/** Larger texts than this are not read into memory: no list, listing or rule comes near. */
const MAX_TEXT = 64 * 2 ** 20

/** One file as it really is. */
interface Found {
  readonly sha256: Sha256
  readonly size: number
  readonly crcFits: boolean
}

/** Everything the checks look at: digests of all files, and the texts of those they ask for. */
export interface Contents {
  readonly bag: string
  /** Sorted. */
  readonly paths: readonly string[]
  /** In the order of the ZIP. */
  readonly written: readonly string[]
  readonly found: ReadonlyMap<string, Found>
  /** path → why it could not be read. */
  readonly unreadable: ReadonlyMap<string, string>
  /** UTF-8 text; null when missing, unreadable, too large or no UTF-8. */
  readonly text: (path: string) => Promise<string | null>
  readonly bytes: (path: string) => Promise<Buffer | null>
  readonly lines: (path: string) => AsyncIterable<string>
}

async function digest(archive: Archive, path: string): Promise<Found> {
  const member = archive.files.get(path)
  if (!member) throw new Error('no such file')
  const hash = createHash('sha256')
  let crc = 0
  let size = 0
  for await (const chunk of streamOf(archive, member.entry)) {
    hash.update(chunk)
    crc = crc32(chunk, crc)
    size += chunk.length
  }
  return { sha256: hash.digest('hex'), size, crcFits: crc === member.entry.crc32 }
}

async function bytesOf(archive: Archive, path: string): Promise<Buffer | null> {
  const member = archive.files.get(path)
  if (!member || member.entry.uncompressedSize > MAX_TEXT) return null
  const chunks: Uint8Array[] = []
  for await (const chunk of streamOf(archive, member.entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function utf8(bytes: Buffer | null): string | null {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null // no UTF-8: the check that asked reports the file as malformed
  }
}

/** Split at line feeds only: a seller's text may hold other characters that count as line breaks elsewhere. */
async function* linesOf(archive: Archive, path: string): AsyncIterable<string> {
  const member = archive.files.get(path)
  if (!member) return
  let begun: Buffer[] = []
  let length = 0
  for await (const bytes of streamOf(archive, member.entry)) {
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield Buffer.concat([...begun, bytes.subarray(from, end)]).toString()
      begun = []
      length = 0
      from = end + 1
    }
    if (from < bytes.length) begun.push(bytes.subarray(from))
    length += bytes.length - from
    if (length > MAX_TEXT) break // no ledger line is that long; what was read so far is then no entry
  }
  if (begun.length) yield Buffer.concat(begun).toString()
}

/** Reads every file once, front to back, in little memory. */
export async function readContents(archive: Archive, t: VerifyText): Promise<Contents> {
  const found = new Map<string, Found>()
  const unreadable = new Map<string, string>()
  for (const path of archive.files.keys()) {
    try {
      found.set(path, await digest(archive, path))
    } catch (error) {
      unreadable.set(path, t.unreadable(path, (error as Error).message))
    }
  }
  const bytes = async (path: string) => (unreadable.has(path) ? null : bytesOf(archive, path))
  return {
    ...{ bag: archive.bag, paths: [...archive.files.keys()].sort(), written: [...archive.files.keys()] },
    ...{ found, unreadable, bytes },
    text: async (path) => utf8(await bytes(path)),
    lines: (path) => linesOf(archive, path),
  }
}
