import type { Instant } from '../domain.ts'
import { centralRecord, dosTime, endRecords, localHeader, type ZipEntry } from './zip-layout.ts'
import type { Chunks } from './zip-write.ts'

/** A file whose size and checksum are known before it is read. */
export interface Member {
  readonly name: string
  readonly size: number
  readonly crc32: number
  readonly content: () => Chunks
}

/** The bytes of a ZIP of such files, front to back: nothing is written twice and nothing is put aside. */
export async function* zipChunks(members: Iterable<Member>, at: Instant): AsyncGenerator<Uint8Array> {
  const when = dosTime(at)
  const entries: ZipEntry[] = []
  let offset = 0
  for (const { name, size, crc32, content } of members) {
    const header = localHeader({ name, crc32, size }, when)
    yield header
    yield* content()
    entries.push({ name, crc32, size, offset })
    offset += header.length + size
  }
  const table = Buffer.concat(entries.map((entry) => centralRecord(entry, when)))
  yield table
  yield endRecords(entries.length, offset, table.length)
}
