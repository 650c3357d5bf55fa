import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio'
import { BadInput } from '../errors.ts'
import { MOST_PAGE, type Piece, type Source } from './types.ts'
import { piecesOfRecord } from './warc-record.ts'

/** No record's own head comes near. */
const MOST_HEAD = 256 * 1024

/** The pages of a WARC file, packed or not. BadInput where it is damaged; what came before has been given already. */
export async function* warcPieces(source: Source, at: string): AsyncGenerator<Piece> {
  const file = createReadStream(source.path)
  file.on('data', () => source.onBytes(file.bytesRead))
  file.pause()
  try {
    yield* warcRecords(file, source.name, at)
  } finally {
    file.destroy()
  }
}

/** Unpacks where the first bytes say so: each record, or the whole, may be packed. */
async function* plain(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const from = bytes[Symbol.asyncIterator]()
  const first = await from.next()
  if (first.done) return
  const all = (async function* () {
    yield first.value
    for (let next = await from.next(); !next.done; next = await from.next()) yield next.value
  })()
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* all
  const { Readable } = await import('node:stream')
  const packed = Readable.from(all)
  const gunzip = createGunzip()
  packed.on('error', (error) => gunzip.destroy(error))
  try {
    yield* packed.pipe(gunzip) as AsyncIterable<Uint8Array>
  } finally {
    packed.destroy()
    gunzip.destroy()
  }
}

/** The pages of the records that a stream of WARC bytes holds. `name` stands in messages and places. */
export async function* warcRecords(bytes: AsyncIterable<Uint8Array>, name: string, at: string): AsyncGenerator<Piece> {
  let number = 0
  const heads = { read: 0 }
  async function* counted() {
    for await (const chunk of plain(bytes)) {
      heads.read += chunk.length
      if (heads.read > MOST_HEAD + chunk.length) throw new BadInput('the head of the record does not end')
      yield chunk
    }
  }
  const parser = new WARCParser(new AsyncIterReader(counted(), null), { parseHttp: false })
  let software: string | null = null
  try {
    for (;;) {
      heads.read = 0
      const record = await parser.parse()
      if (record === null) return
      number++
      if (!/^WARC\/\d/.test(record.warcHeaders.statusline)) throw new BadInput('no record begins here')
      const block = await blockOf(record, () => {
        heads.read = 0
      })
      if (record.warcType === 'warcinfo') software = infoSoftware(block)
      yield* piecesOfRecord(record, block, { place: `record ${number}`, at, software })
    }
  } catch (cause) {
    const where = number === 0 ? 'at its beginning' : `at or after record ${number}, byte ${parser.offset} (unpacked)`
    throw new BadInput(`${name} is damaged ${where}: ${(cause as Error).message}`, { cause })
  }
}

/** The whole block of a record; null where it is too large to be a page. Throws where the file ends inside it. */
async function blockOf(record: WARCRecord, onChunk: () => void): Promise<Buffer | null> {
  const length = record.warcContentLength
  if (!/^\d{1,15}$/.test(record.warcHeader('Content-Length') ?? ''))
    throw new Error('the record does not say how long it is')
  const kept = length <= MOST_PAGE && ['response', 'resource', 'warcinfo'].includes(record.warcType)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record.reader) {
    onChunk()
    size += chunk.length
    if (kept) chunks.push(chunk)
  }
  record.consumed = 'raw'
  if (size !== length) throw new Error(`the file ends after ${size} of the record's ${length} bytes`)
  return kept ? Buffer.concat(chunks) : null
}

const infoSoftware = (block: Buffer | null): string | null =>
  /^software:\s*([^\r\n]{1,200})/im.exec(block?.subarray(0, 8192).toString('utf8') ?? '')?.[1]?.trim() || null
