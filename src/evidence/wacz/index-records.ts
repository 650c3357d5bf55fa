import { crc32, inflateRawSync } from 'node:zlib'
import { CDXIndexer } from 'warcio'
import { EvidenceBroken } from '../../errors.ts'

/** Name of the one WARC file in the archive, as its index calls it. */
export const WARC = 'data.warc.gz'

async function* these(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

/** A gzip member: where it stands in the file, where its content stands in what the file unpacks to. */
interface GzipMember {
  readonly offset: number
  readonly length: number
  readonly unpacked: Buffer
}

const HEAD = 10
const TAIL = 8
/** What is unpacked at a time: most records are small, pictures are not. */
const CHUNK = 65_536

/** The member that begins there. Null when its header is not the plain one (RFC 1952, no flags) or its content is damaged. */
function memberAt(file: Buffer, offset: number): GzipMember | null {
  if (file.length - offset < HEAD + TAIL || file.readUInt32BE(offset) !== 0x1f8b0800) return null
  // With `info` the engine tells how much it took; the published types leave it out.
  const { buffer: unpacked, engine } = inflateRawSync(file.subarray(offset + HEAD), {
    info: true,
    chunkSize: CHUNK,
  }) as unknown as {
    buffer: Buffer
    engine: { bytesWritten: number }
  }
  const end = offset + HEAD + engine.bytesWritten
  if (file.length < end + TAIL || file.readUInt32LE(end) !== crc32(unpacked)) return null
  return { offset, length: end + TAIL - offset, unpacked }
}

/** Every member of the file; null when it is not made of plain members from end to end. */
function membersOf(file: Buffer): readonly GzipMember[] | null {
  const members: GzipMember[] = []
  for (let at = 0; at < file.length; ) {
    const member = memberAt(file, at)
    if (!member) return null
    members.push(member)
    at += member.length
  }
  return members
}

/** CDXJ fields of a record, without the library's key and time. */
type Found = Record<string, unknown>

/** What the library finds; its own unpacking is right for any file and slow. */
const foundIn = (indexer: CDXIndexer, pieces: readonly Uint8Array[]): AsyncIterable<Found> =>
  indexer.iterIndex([{ filename: WARC, reader: these(pieces) }])

/** The same of members unpacked already: a record is where its member is. Null when a record is no member of its own. */
async function foundInMembers(indexer: CDXIndexer, members: readonly GzipMember[]): Promise<readonly Found[] | null> {
  const places = new Map<number, GzipMember>()
  let at = 0
  for (const member of members) {
    places.set(at, member)
    at += member.unpacked.length
  }
  const all: Found[] = []
  for await (const found of foundIn(
    indexer,
    members.map(({ unpacked }) => unpacked),
  )) {
    const place = places.get(Number(found['offset']))
    if (!place) return null
    all.push({ ...found, offset: place.offset, length: place.length })
  }
  return all
}

/**
 * CDXJ lines of one capture's WARC records, which stand `offset` bytes into the archive's WARC file. The lines of a library that
 * reads the records itself, so that what replays is what it found. Throws EvidenceBroken when the records cannot be read.
 */
export async function indexLines(warc: Uint8Array, offset: number, whose: string): Promise<readonly string[]> {
  const indexer = new CDXIndexer({ format: 'cdxj' })
  const lines: string[] = []
  try {
    const members = membersOf(Buffer.from(warc.buffer, warc.byteOffset, warc.byteLength))
    const found = (members && (await foundInMembers(indexer, members))) ?? foundIn(indexer, [warc])
    for await (const one of found) {
      const digest = String(one['digest'] ?? '')
      // The library leaves out which digest it is; the archive format wants it named.
      const named = /^[0-9a-f]{64}$/.test(digest) ? { digest: `sha256:${digest}` } : {}
      lines.push(indexer.serialize({ ...one, ...named, offset: Number(one['offset']) + offset }))
    }
  } catch (cause) {
    throw new EvidenceBroken(`the archive records of ${whose} cannot be read: ${(cause as Error).message}`, { cause })
  }
  return lines
}
