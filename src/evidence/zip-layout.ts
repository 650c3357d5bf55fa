/**
 * The exact bytes of a pack's ZIP wrapper (PKWARE APPNOTE 4.3). One description serves the writer and the verifier, so that
 * every byte outside the files' own content has one allowed value. Files are stored, not deflated: a file then has one
 * possible form, nothing can inflate into a bomb, and pictures, which are most of a pack, would not shrink anyway.
 */
import type { Instant } from '../domain.ts'
import { vietnamClock } from '../vietnam-day.ts'

export interface ZipEntry {
  readonly name: string
  readonly crc32: number
  readonly size: number
  /** Of the local header, from the start of the file. */
  readonly offset: number
}

/** Time and date words of MS-DOS. */
export interface DosTime {
  readonly time: number
  readonly date: number
}

const UTF8_NAMES = 0x0800
const STORED = 0
const PLAIN = 10
const ZIP64 = 45
const MADE_ON_UNIX = (3 << 8) | ZIP64
const REGULAR_FILE_0644 = 0o100644 * 0x10000
const MAX_32 = 0xffff_ffff
const MAX_16 = 0xffff

/** One file's content must stay below this; the archive may grow beyond. */
export const MAX_FILE = MAX_32 - 1

/** The wall-clock time in Vietnam, for ZIP times have no zone; to two seconds (the format's own precision), years 1980 to 2107. */
export function dosTime(at: Instant): DosTime {
  const d = vietnamClock(at)
  const year = d.getUTCFullYear()
  if (!(year >= 1980 && year <= 2107)) throw new RangeError(`a ZIP cannot carry the time ${at}`)
  return {
    time: (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate(),
  }
}

const LITTLE = { 2: 'writeUInt16LE', 4: 'writeUInt32LE' } as const

/** Little-endian fields, [bytes, value] each. */
function fields(parts: readonly (readonly [2 | 4 | 8, number])[]): Buffer {
  const buffer = Buffer.alloc(parts.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of parts) {
    if (width === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer[LITTLE[width]](value, at)
    at += width
  }
  return buffer
}

/** Before each file's content. */
export function localHeader(entry: Omit<ZipEntry, 'offset'>, when: DosTime): Buffer {
  const name = Buffer.from(entry.name)
  // biome-ignore format: rows of the standard's table
  const head = fields([
    [4, 0x04034b50], [2, PLAIN], [2, UTF8_NAMES], [2, STORED], [2, when.time], [2, when.date],
    [4, entry.crc32], [4, entry.size], [4, entry.size], [2, name.length], [2, 0],
  ])
  return Buffer.concat([head, name])
}

/** One row of the table of contents at the end; offsets past 4 GiB go into a ZIP64 field. */
export function centralRecord(entry: ZipEntry, when: DosTime): Buffer {
  const name = Buffer.from(entry.name)
  const far = entry.offset >= MAX_32
  const extra = far
    ? fields([
        [2, 0x0001],
        [2, 8],
        [8, entry.offset],
      ])
    : Buffer.alloc(0)
  // biome-ignore format: rows of the standard's table
  const head = fields([
    [4, 0x02014b50], [2, MADE_ON_UNIX], [2, far ? ZIP64 : PLAIN], [2, UTF8_NAMES], [2, STORED], [2, when.time], [2, when.date],
    [4, entry.crc32], [4, entry.size], [4, entry.size], [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0],
    [4, REGULAR_FILE_0644], [4, far ? MAX_32 : entry.offset],
  ])
  return Buffer.concat([head, name, extra])
}

/** The very end: where the table of contents stands; with the ZIP64 records only when the plain one cannot say it. */
export function endRecords(count: number, start: number, size: number): Buffer {
  const needs64 = count >= MAX_16 || start >= MAX_32 || size >= MAX_32
  // biome-ignore format: rows of the standard's table
  const plain = fields([
    [4, 0x06054b50], [2, 0], [2, 0], [2, Math.min(count, MAX_16)], [2, Math.min(count, MAX_16)],
    [4, Math.min(size, MAX_32)], [4, Math.min(start, MAX_32)], [2, 0],
  ])
  if (!needs64) return plain
  // biome-ignore format: rows of the standard's table
  const big = fields([
    [4, 0x06064b50], [8, 44], [2, MADE_ON_UNIX], [2, ZIP64], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, start],
    [4, 0x07064b50], [4, 0], [8, start + size], [4, 1],
  ])
  return Buffer.concat([big, plain])
}
