import type { Instant } from '../../domain.ts'
import type { VerifyText } from '../../i18n/verify.ts'
import {
  centralRecord,
  type DosTime,
  dosTime,
  endRecords,
  localHeader,
  MAX_FILE,
  type ZipEntry,
} from '../zip-layout.ts'
import type { Archive } from './archive.ts'
import type { Medium } from './medium.ts'
import { nameOf } from './names.ts'

const same = async (medium: Medium, expected: Buffer, position: number): Promise<boolean> =>
  (await medium.read(position, expected.length)).equals(expected)

/** The time the pack says it was made, as a ZIP writes it; null when it says none. */
function timeOf(createdAt: Instant | null): DosTime | null {
  if (createdAt === null || Number.isNaN(Date.parse(createdAt))) return null
  try {
    return dosTime(createdAt)
  } catch {
    return null // a year no ZIP can carry: reported as a difference in the file times
  }
}

/**
 * Rebuilds every byte of the wrapper from names, sizes and checksums, and compares: no gap, no prefix, no comment, no second
 * table of contents can hide anything. Returns where the first difference is; null when there is none.
 */
export async function wrapperDifference(archive: Archive, createdAt: Instant | null, t: VerifyText) {
  const { medium } = archive
  const when = timeOf(createdAt)
  if (!when) return t.timeOf
  const first = archive.entries[0]
  if (first && (first.lastModFileTime !== when.time || first.lastModFileDate !== when.date)) return t.timeOf
  const rows: ZipEntry[] = []
  let at = 0
  for (const entry of archive.entries) {
    if (entry.uncompressedSize > MAX_FILE) return t.rowOf(nameOf(entry) ?? '')
    const row = { name: nameOf(entry) ?? '', crc32: entry.crc32, size: entry.uncompressedSize, offset: at }
    const header = localHeader(row, when)
    if (!(await same(medium, header, at))) return t.localHeaderOf(row.name)
    at += header.length + row.size
    rows.push(row)
  }
  const start = at
  for (const row of rows) {
    const record = centralRecord(row, when)
    if (!(await same(medium, record, at))) return t.rowOf(row.name)
    at += record.length
  }
  const end = endRecords(rows.length, start, at - start)
  return (await same(medium, end, at)) && at + end.length === medium.size ? null : t.endOf
}
