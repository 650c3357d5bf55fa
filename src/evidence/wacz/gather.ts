import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Sha256 } from '../../domain.ts'
import type { Summary, Survey } from '../survey.ts'
import { indexLines } from './index-records.ts'

/** The records of one capture, as they will be read once more. */
export interface Part {
  /** The first sighting that has them. */
  readonly sighting: number
  readonly sha256: Sha256
  readonly crc32: number
}

/** What one archive will hold: all that must be known before its first byte is written. */
export interface Volume {
  /** From 1. */
  readonly number: number
  readonly parts: readonly Part[]
  readonly size: number
  readonly crc32: number
  readonly sha256: Sha256
  /** Of its index, not in order. */
  readonly lines: readonly string[]
  /** Sightings whose pages it shows. */
  readonly pages: readonly Summary[]
}

/** Bytes of records in one archive: a ZIP of this kind holds files of less than 4 GiB, and a reader is quicker with less. */
const MOST_BYTES = 2_000_000_000

const emptyVolume = () => ({ parts: [] as Part[], size: 0, crc: 0, hash: createHash('sha256'), lines: [] as string[] })

/** Takes each capture's records once, while they are in memory for the pack: listings of one page share them. */
export function archiveGatherer({ summaries }: Pick<Survey, 'summaries'>, mostBytes = MOST_BYTES) {
  const seen = new Set<Sha256>()
  let number = 0
  let open = emptyVolume()

  /** What was taken since the last one; null when there is none. */
  function close(): Volume | null {
    const { parts, size, crc, hash, lines } = open
    if (!parts.length) return null
    const digests = new Set(parts.map(({ sha256 }) => sha256))
    const pages = summaries.filter(({ archive }) => archive && digests.has(archive.sha256))
    number += 1
    open = emptyVolume()
    return { number, parts, size, crc32: crc, sha256: hash.digest('hex'), lines, pages }
  }

  return {
    close,
    /** Throws EvidenceBroken when the records cannot be read. Returns an archive that is full before these. */
    async take(sighting: number, sha256: Sha256, bytes: Uint8Array): Promise<Volume | null> {
      if (seen.has(sha256)) return null
      seen.add(sha256)
      const full = open.size + bytes.length > mostBytes ? close() : null
      for (const line of await indexLines(bytes, open.size, `sighting ${sighting}`)) open.lines.push(line)
      open.hash.update(bytes)
      open.crc = crc32(bytes, open.crc)
      open.size += bytes.length
      open.parts.push({ sighting, sha256, crc32: crc32(bytes) })
      return full
    },
  }
}

export type ArchiveGatherer = ReturnType<typeof archiveGatherer>
