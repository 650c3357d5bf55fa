import type { Entry } from 'yauzl'
import type { Archive } from './archive.ts'

const CHUNK = 2 ** 20
const LOCAL_HEADER = 30
const LOCAL_SIGNATURE = 0x04034b50

/**
 * The content of one file, in chunks of at most a mebibyte. What is stored as it is, as a pack stores everything, is read
 * straight from its place; the rest through the library's own stream. Throws for a file that does not stand where the table says.
 */
export async function* streamOf({ zip, medium }: Archive, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0 || entry.compressedSize !== entry.uncompressedSize) {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    return
  }
  const header = await medium.read(entry.relativeOffsetOfLocalHeader, LOCAL_HEADER)
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== LOCAL_SIGNATURE)
    throw new Error('no header of the file')
  const start = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
  const end = start + entry.uncompressedSize
  if (end > medium.size) throw new Error('the file goes on past the end of the ZIP')
  for (let at = start; at < end; at += CHUNK) {
    const chunk = await medium.read(at, Math.min(CHUNK, end - at))
    if (chunk.length === 0) throw new Error('the ZIP ends in the midst of the file')
    yield chunk
  }
}
