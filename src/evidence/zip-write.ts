import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Instant, Sha256 } from '../domain.ts'
import { CannotWrite } from '../errors.ts'
import { centralRecord, dosTime, endRecords, localHeader, MAX_FILE, type ZipEntry } from './zip-layout.ts'

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

interface Added {
  readonly sha256: Sha256
  readonly size: number
}

export interface ZipWriter {
  /** Adds one file, whole or chunk by chunk; returns what a manifest needs: the digest is of the very bytes that were written. */
  add(name: string, content: Uint8Array | Chunks): Promise<Added>
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

/** Up to this size a file and its header are put together and written at one go. */
const SMALL = 65_536

/** A ZIP written front to back; only the header of what comes in chunks is filled in once its content is known. Holds one chunk in memory. */
export function zipWriter(handle: FileHandle, at: Instant): ZipWriter {
  const when = dosTime(at)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let end = 0

  async function write(bytes: Uint8Array): Promise<void> {
    await writeAll(handle, bytes, end)
    end += bytes.length
  }

  function begin(name: string): number {
    if (names.has(name)) throw new Error(`the pack would hold ${name} twice`)
    names.add(name)
    return end
  }

  function refuseLarge(name: string, size: number): void {
    if (size > MAX_FILE) throw new CannotWrite(`${name} would be larger than 4 GiB; make several smaller packs`)
  }

  async function addWhole(name: string, bytes: Uint8Array): Promise<Added> {
    const offset = begin(name)
    const size = bytes.length
    refuseLarge(name, size)
    const entry = { name, crc32: crc32(bytes), size, offset }
    const header = localHeader(entry, when)
    if (size <= SMALL) await write(Buffer.concat([header, bytes]))
    else for (const part of [header, bytes]) await write(part)
    entries.push(entry)
    return { sha256: createHash('sha256').update(bytes).digest('hex'), size }
  }

  async function addChunks(name: string, content: Chunks): Promise<Added> {
    const offset = begin(name)
    const hash = createHash('sha256')
    let crc = 0
    let size = 0
    end += localHeader({ name, crc32: 0, size: 0 }, when).length
    for await (const chunk of content) {
      size += chunk.length
      refuseLarge(name, size)
      hash.update(chunk)
      crc = crc32(chunk, crc)
      await write(chunk)
    }
    await writeAll(handle, localHeader({ name, crc32: crc, size }, when), offset)
    entries.push({ name, crc32: crc, size, offset })
    return { sha256: hash.digest('hex'), size }
  }

  async function finish() {
    const start = end
    const table = Buffer.concat(entries.map((entry) => centralRecord(entry, when)))
    await write(table)
    await write(endRecords(entries.length, start, table.length))
    return end
  }

  return {
    add: (name, content) => (content instanceof Uint8Array ? addWhole(name, content) : addChunks(name, content)),
    finish,
  }
}
