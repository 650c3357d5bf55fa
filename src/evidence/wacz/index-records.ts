import { CDXIndexer } from 'warcio'
import { EvidenceBroken } from '../../errors.ts'

/** Name of the one WARC file in the archive, as its index calls it. */
export const WARC = 'data.warc.gz'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * CDXJ lines of one capture's WARC records, which stand `offset` bytes into the archive's WARC file. The lines of a library that
 * reads the records itself, so that what replays is what it found. Throws EvidenceBroken when the records cannot be read.
 */
export async function indexLines(warc: Uint8Array, offset: number, whose: string): Promise<readonly string[]> {
  const indexer = new CDXIndexer({ format: 'cdxj' })
  const lines: string[] = []
  try {
    for await (const found of indexer.iterIndex([{ filename: WARC, reader: once(warc) }])) {
      const digest = String(found['digest'] ?? '')
      // The library leaves out which digest it is; the archive format wants it named.
      const named = /^[0-9a-f]{64}$/.test(digest) ? { digest: `sha256:${digest}` } : {}
      lines.push(indexer.serialize({ ...found, ...named, offset: Number(found['offset']) + offset }))
    }
  } catch (cause) {
    throw new EvidenceBroken(`the archive records of ${whose} cannot be read: ${(cause as Error).message}`, { cause })
  }
  return lines
}
