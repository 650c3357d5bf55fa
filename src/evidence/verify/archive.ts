import { open } from 'node:fs/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { NoInput } from '../../errors.ts'
import type { VerifyText } from '../../i18n/verify.ts'
import { collisionKey, nameOf, unsafe } from './names.ts'

/** Where reading a stranger's ZIP stops. */
export interface Limits {
  readonly maxEntries: number
  /** Of all files unpacked, in bytes. */
  readonly maxBytes: number
  /** Largest unpacked / packed size of a file over one mebibyte. */
  readonly maxRatio: number
}
export const LIMITS: Limits = { maxEntries: 100_000, maxBytes: 64 * 2 ** 30, maxRatio: 200 }
const RATIO_FROM = 2 ** 20

interface Member {
  /** Inside the bag's folder. */
  readonly path: string
  readonly entry: Entry
}

/** A ZIP that is safe to read. */
export interface Archive {
  readonly zip: ZipFile
  readonly bytes: number
  readonly bag: string
  /** Every entry in the order of the table of contents, folders too. */
  readonly entries: readonly Entry[]
  readonly files: ReadonlyMap<string, Member>
}

/** A file that is not there, or is no file, is the caller's mistake; everything else about it is a finding. */
async function sizeOf(file: string, t: VerifyText): Promise<number> {
  try {
    const handle = await open(file)
    try {
      const stats = await handle.stat()
      if (stats.isFile()) return stats.size
    } finally {
      await handle.close()
    }
  } catch (cause) {
    throw new NoInput(t.noFile(file, (cause as Error).message), { cause })
  }
  throw new NoInput(t.noFile(file, 'EISDIR'))
}

function dangers(entries: readonly Entry[], bytes: number, limits: Limits, t: VerifyText): string[] {
  const seen = new Set<string>()
  const found: string[] = []
  let unpacked = 0
  let packed = 0
  for (const entry of entries) {
    const danger = unsafe(entry, t)
    if (danger) found.push(danger)
    const name = nameOf(entry) ?? ''
    if (name !== '' && seen.has(collisionKey(name))) found.push(t.nameTwice(name))
    seen.add(collisionKey(name))
    unpacked += entry.uncompressedSize
    packed += entry.compressedSize
    if (entry.uncompressedSize > Math.max(RATIO_FROM, entry.compressedSize * limits.maxRatio)) found.push(t.bomb(name))
  }
  if (unpacked > limits.maxBytes) found.push(t.tooBig(limits.maxBytes))
  if (packed > bytes) found.push(t.overlap)
  return found
}

async function entriesOf(zip: ZipFile, limits: Limits, t: VerifyText): Promise<Entry[] | string> {
  if (zip.entryCount === 0) return t.empty
  if (zip.entryCount > limits.maxEntries) return t.tooMany(zip.entryCount, limits.maxEntries)
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

function membersOf(entries: readonly Entry[]): Pick<Archive, 'bag' | 'files'> | null {
  const files = new Map<string, Member>()
  const bags = new Set<string>()
  for (const entry of entries) {
    const name = nameOf(entry) ?? ''
    const slash = name.indexOf('/')
    if (slash < 0) return null
    bags.add(name.slice(0, slash))
    if (!name.endsWith('/')) files.set(name.slice(slash + 1), { path: name.slice(slash + 1), entry })
  }
  const [bag, ...others] = bags
  return bag === undefined || others.length ? null : { bag, files }
}

/** Opens a ZIP and looks at its table of contents only. A list of texts says why it must not be unpacked. Throws NoInput. */
export async function openArchive(file: string, limits: Limits, t: VerifyText): Promise<Archive | readonly string[]> {
  const bytes = await sizeOf(file, t)
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(file, { decodeStrings: false, autoClose: false })
    const entries = await entriesOf(zip, limits, t)
    const faults = typeof entries === 'string' ? [entries] : dangers(entries, bytes, limits, t)
    const members = typeof entries === 'string' ? null : membersOf(entries)
    if (!faults.length && typeof entries !== 'string' && members) return { zip, bytes, entries, ...members }
    zip.close()
    return faults.length ? faults : [t.twoBags]
  } catch (error) {
    zip?.close()
    return [t.notZip((error as Error).message)]
  }
}
