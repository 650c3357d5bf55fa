import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl'
import type { VerifyText } from '../../i18n/verify.ts'
import type { Medium } from './medium.ts'
import { collisionKey, nameOf, unsafe } from './names.ts'

/** Where reading a stranger's ZIP stops. */
export interface Limits {
  readonly maxEntries: number
  /** Of all files unpacked, in bytes. */
  readonly maxBytes: number
  /** Largest unpacked / packed size of a file over one mebibyte. */
  readonly maxRatio: number
}
/** A case of 5,000 captures of heavy pages is some 80,000 files and 80 GB. */
export const LIMITS: Limits = { maxEntries: 200_000, maxBytes: 256 * 2 ** 30, maxRatio: 200 }
const RATIO_FROM = 2 ** 20
/** Of all names, comments and extra fields: a hundred thousand long names, and far from what fills a memory. */
const MAX_TABLE = 64 * 2 ** 20

interface Member {
  /** Inside the bag's folder. */
  readonly path: string
  readonly entry: Entry
}

/** A ZIP that is safe to read. */
export interface Archive {
  readonly zip: ZipFile
  readonly medium: Medium
  readonly bag: string
  /** Every entry in the order of the table of contents, folders too. */
  readonly entries: readonly Entry[]
  readonly files: ReadonlyMap<string, Member>
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
  let table = 0
  for await (const entry of zip.eachEntry()) {
    table += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
    if (table > MAX_TABLE) return t.tooMany(zip.entryCount, limits.maxEntries)
    entries.push(entry)
  }
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

const zipOf = async ({ fd, read, size }: Medium): Promise<ZipFile> => {
  const options = { decodeStrings: false, autoClose: false }
  return fd === null ? fromBufferPromise(await read(0, size), options) : fromFdPromise(fd, options)
}

/** Looks at a ZIP's table of contents only. A list of texts says why it must not be unpacked. */
export async function openArchive(medium: Medium, limits: Limits, t: VerifyText): Promise<Archive | readonly string[]> {
  try {
    const zip = await zipOf(medium)
    const entries = await entriesOf(zip, limits, t)
    if (typeof entries === 'string') return [entries]
    const faults = dangers(entries, medium.size, limits, t)
    if (faults.length) return faults
    const members = membersOf(entries)
    return members ? { zip, medium, entries, ...members } : [t.twoBags]
  } catch (error) {
    return [t.notZip((error as Error).message)]
  }
}
