import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sha256 } from '../domain.ts'
import { EvidenceBroken } from '../errors.ts'
import type { Blobs } from './api.ts'
import { sha256 } from './canonical.ts'
import { named } from './failures.ts'

/** A temporary file this old belongs to a process that died: no blob takes that long to write. */
const STALE_MS = 10 * 60_000

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

/** Null when there is no such file. */
const absent = (error: unknown): null => {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeDurably = async (file: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> => {
  const handle = await open(file, 'wx')
  try {
    if (bytes instanceof Uint8Array) await handle.writeFile(bytes)
    else for await (const chunk of bytes) await handle.writeFile(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** SHA-256 and size of a file, read in parts. */
export const digestOf = async (file: string): Promise<{ readonly sha256: Sha256; readonly size: number }> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Uint8Array)
    size += (chunk as Uint8Array).byteLength
  }
  return { sha256: hash.digest('hex'), size }
}

/** Content-addressed files: `<home>/blobs/ab/cdef…`. A name appears only when all its bytes are on the disk. */
export const openBlobs = (home: string): Blobs => {
  const folder = join(home, 'blobs')
  const path = (hash: Sha256) => join(folder, hash.slice(0, 2), hash.slice(2))

  const place = async (content: Uint8Array | AsyncIterable<Uint8Array>, name: () => Sha256): Promise<void> => {
    const temporary = join(folder, 'tmp', randomUUID())
    try {
      await writeDurably(temporary, content)
      const target = path(name())
      const made = await mkdir(dirname(target), { recursive: true })
      await rename(temporary, target)
      await syncFolder(dirname(target))
      if (made !== undefined) await syncFolder(folder)
    } catch (error) {
      await rm(temporary, { force: true })
      throw named(error, folder)
    }
  }

  const unchecked = async (hash: Sha256): Promise<Uint8Array> => {
    const bytes = await readFile(path(hash)).catch(absent)
    if (bytes === null) throw new EvidenceBroken(`${path(hash)} is missing; restore it from a backup`)
    return bytes
  }

  return {
    path,
    put: async (bytes) => {
      const hash = sha256(bytes)
      const there = await stat(path(hash)).catch(absent)
      if (there?.size !== bytes.byteLength) await place(bytes, () => hash)
      return hash
    },
    putStream: async (content) => {
      const hash = createHash('sha256')
      let size = 0
      let known = ''
      async function* counted() {
        for await (const chunk of content) {
          hash.update(chunk)
          size += chunk.byteLength
          yield chunk
        }
      }
      await place(counted(), () => {
        known = hash.digest('hex')
        return known
      })
      return { sha256: known, size }
    },
    unchecked,
    read: async (hash) => {
      const bytes = await unchecked(hash)
      if (sha256(bytes) !== hash)
        throw new EvidenceBroken(`${path(hash)} was changed after it was stored; restore it from a backup`)
      return bytes
    },
  }
}

/** Removes what writers that died have left. Another process may be doing the same. */
export const removeStaleTemporaries = async (home: string, olderThanMs = STALE_MS): Promise<void> => {
  const folder = join(home, 'blobs', 'tmp')
  const limit = Date.now() - olderThanMs
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    const there = await stat(file).catch(absent)
    if (there !== null && there.mtimeMs < limit) await rm(file, { force: true })
  }
}
