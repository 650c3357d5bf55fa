import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio'
import type { Page } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { digestFits } from './digests.ts'
import { bodyOf, type HttpAnswer, httpAnswer, isReadable } from './http-record.ts'
import { MOST_PAGE, NOTHING_CLAIMED, type Piece, type Source } from './types.ts'

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
      yield* piecesOf(record, block, { place: `record ${number}`, at, software })
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

interface Place {
  readonly place: string
  readonly at: string
  readonly software: string | null
}

async function* piecesOf(record: WARCRecord, block: Buffer | null, here: Place): AsyncGenerator<Piece> {
  const { place } = here
  if (record.warcType !== 'response' && record.warcType !== 'resource') return
  const url = record.warcTargetURI ?? ''
  if (block === null) {
    yield { trouble: { place, problem: `${url}: larger than 50 MB, not read` } }
    return
  }
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    yield { passed: 'no web address' }
    return
  }
  const answer = record.warcType === 'resource' ? resourceOf(record, block) : httpAnswer(block)
  if (answer === null) {
    yield { trouble: { place, problem: `${url}: the record holds no HTTP answer` } }
    return
  }
  yield* answerPieces(answer, { record, block, url }, here)
}

/** A resource record holds the bytes alone. */
const resourceOf = (record: WARCRecord, wire: Uint8Array): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': record.warcContentType ?? 'application/octet-stream' },
  wire,
})

async function* answerPieces(
  answer: HttpAnswer,
  { record, block, url }: { readonly record: WARCRecord; readonly block: Buffer; readonly url: string },
  { place, at, software }: Place,
): AsyncGenerator<Piece> {
  const mime = answer.headers['content-type']?.split(';')[0]?.trim() || 'unknown'
  const problem = (what: string) => ({ trouble: { place, problem: `${url}: ${what}` } })
  if (record.warcBlockDigest && digestFits(record.warcBlockDigest, [block]) === false)
    yield problem('its digest (WARC-Block-Digest) does not match its bytes')
  let read: Awaited<ReturnType<typeof bodyOf>>
  try {
    read = await bodyOf(answer)
  } catch (error) {
    yield isReadable(answer.headers['content-type']) ? problem((error as Error).message) : { passed: mime }
    return
  }
  const { whole, body } = read
  if (record.warcPayloadDigest && digestFits(record.warcPayloadDigest, [answer.wire, whole, body]) === false)
    yield problem('its digest (WARC-Payload-Digest) does not match its bytes')
  if (!isReadable(answer.headers['content-type'])) yield { passed: mime }
  else if (answer.status >= 300 && answer.status < 400) yield { passed: 'redirect' }
  else {
    const savedAt = record.warcDate ?? null
    const page = pageOf(url, answer.status, answer.headers, body, at)
    yield { page, place, claimed: { ...NOTHING_CLAIMED, savedAt, software } }
  }
}

/** A page out of an archive: read now, whenever it is said to have been saved. */
export function pageOf(
  address: string,
  status: number | null,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  at: string,
): Page {
  const url = new URL(address)
  url.hash = ''
  const rest = { redirects: [], status, headers, body, fetchedAt: at, via: 'import', remoteAddress: null } as const
  return { requestedUrl: url.href, url: url.href, ...rest }
}
