import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Instant, Sha256 } from '../domain.ts'
import { CannotWrite } from '../errors.ts'
import { centralRecord, dosTime, endRecords, localHeader, MAX_FILE, type ZipEntry } from './zip-layout.ts'

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface ZipWriter {
  /** Adds one file, chunk by chunk; returns what a manifest needs. */
  add(name: string, content: Chunks): Promise<{ readonly sha256: Sha256; readonly size: number }>
  /** Writes the table of contents; returns the size of the whole. */
  finish(): Promise<number>
}

/** FileHandle.write may write less than asked. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** A ZIP written front to back; only each file's own header is filled in once its content is known. Holds one chunk in memory. */
export function zipWriter(handle: FileHandle, at: Instant): ZipWriter {
  const when = dosTime(at)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let end = 0

  async function add(name: string, content: Chunks) {
    if (names.has(name)) throw new Error(`the pack would hold ${name} twice`)
    names.add(name)
    const offset = end
    const hash = createHash('sha256')
    let crc = 0
    let size = 0
    end += localHeader({ name, crc32: 0, size: 0 }, when).length
    for await (const chunk of content) {
      size += chunk.length
      if (size > MAX_FILE) throw new CannotWrite(`${name} would be larger than 4 GiB; make several smaller packs`)
      hash.update(chunk)
      crc = crc32(chunk, crc)
      await writeAll(handle, chunk, end)
      end += chunk.length
    }
    await writeAll(handle, localHeader({ name, crc32: crc, size }, when), offset)
    entries.push({ name, crc32: crc, size, offset })
    return { sha256: hash.digest('hex'), size }
  }

  async function finish() {
    const table = Buffer.concat(entries.map((entry) => centralRecord(entry, when)))
    await writeAll(handle, table, end)
    const tail = endRecords(entries.length, end, table.length)
    await writeAll(handle, tail, end + table.length)
    return end + table.length + tail.length
  }

  return { add, finish }
}
