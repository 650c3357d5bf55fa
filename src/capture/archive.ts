// Longer than a file of ours is: the records of an exchange and what is left out of them belong side by side.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { WARCRecord, type WARCRecordOpts, WARCSerializer } from 'warcio'
import type { Artifact, Instant } from '../domain.ts'
import type { Answer, Exchange } from './exchange.ts'

/** Headers that would sign in whoever reads them; a record says that they were there. */
const SECRET = new Set(['authorization', 'cookie', 'proxy-authorization', 'set-cookie', 'set-cookie2', 'x-csrf-token'])
/** True of the bytes on the wire, not of those in the record. */
const OF_THE_WIRE = new Set(['content-encoding', 'content-length', 'transfer-encoding'])

export const ARCHIVE_TYPE = 'application/warc'

/** What was made of the page and goes into its archive too. */
export interface Made {
  /** `urn:fullPage:https://…`, as other programs that archive pages name it. */
  readonly url: string
  readonly artifact: Pick<Artifact, 'mediaType' | 'bytes'>
}

export interface ArchiveInfo {
  readonly software: string
  readonly at: Instant
}

const packed = promisify(gzip)

/** Already packed: packing again costs time and saves nothing. */
const isPacked = (type: string): boolean =>
  /^(?:image\/(?!svg|bmp)|video\/|audio\/|font\/woff|application\/(?:zip|gzip|pdf))/.test(type)

/** Digests by Node: those that the library brings are WebAssembly, made anew for each record. */
class Serializer extends WARCSerializer {
  override newHasher(): ReturnType<WARCSerializer['newHasher']> {
    const hash = createHash('sha256')
    const hasher = { update: (data: Uint8Array) => hash.update(data), digest: () => hash.digest('hex') }
    // Of what a hasher can do, the library asks for these two.
    return Promise.resolve(hasher as unknown as Awaited<ReturnType<WARCSerializer['newHasher']>>)
  }
}

/** One gzip member for each record, so that a reader can begin at any of them. Digests are SHA-256, written as hexadecimal. */
async function member(options: WARCRecordOpts, content: Uint8Array, type: string): Promise<Uint8Array> {
  const record = WARCRecord.create({ warcVersion: 'WARC/1.1', keepHeadersCase: true, ...options }, [content])
  const bytes = await new Serializer(record, {
    gzip: false,
    digest: { algo: 'sha-256', prefix: 'sha256:' },
  }).readFully()
  return packed(bytes, { level: isPacked(type) ? 0 : 6 })
}

/** The records of each exchange: answer, request, and what else is known of it. */
export const exchangeRecords = async (exchanges: readonly Exchange[]): Promise<readonly Uint8Array[]> =>
  (await Promise.all(exchanges.map(recordsOf))).flat()

/** WARC 1.1: with what it was made, the records of the exchanges, and what was made of the page. */
export async function archiveOf(
  exchanges: readonly Uint8Array[],
  made: readonly Made[],
  { software, at }: ArchiveInfo,
): Promise<Uint8Array> {
  const info = fields({
    software,
    format: 'WARC File Format 1.1',
    conformsTo: WARC_STANDARD,
    'http-header-secrets': 'left out',
  })
  const head = await member({ type: 'warcinfo', date: at, warcHeaders: FIELDS }, info, 'text/plain')
  const own = made.map(({ url, artifact: { mediaType, bytes } }) =>
    member({ type: 'resource', url, date: at, warcHeaders: { 'Content-Type': mediaType } }, bytes, mediaType),
  )
  return Buffer.concat([head, ...exchanges, ...(await Promise.all(own))])
}

const WARC_STANDARD = 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'
const FIELDS = { 'Content-Type': 'application/warc-fields' }

/** A line each; null and empty ones are left out. A value from a page cannot begin a line of its own. */
const fields = (values: Readonly<Record<string, string | number | null>>): Uint8Array =>
  Buffer.from(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => `${name}: ${oneLine(String(value))}\r\n`)
      .join(''),
  )

const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ')

type Headers = Exchange['headers']

const kept = (headers: Headers): [string, string][] =>
  headers
    .filter(([name]) => !SECRET.has(name.toLowerCase()) && !name.startsWith(':'))
    .map(([name, value]) => [name, oneLine(value)])

const leftOut = (headers: Headers): readonly string[] =>
  [...new Set(headers.map(([name]) => name.toLowerCase()))].filter((name) => SECRET.has(name))

async function recordsOf(exchange: Exchange): Promise<readonly Uint8Array[]> {
  const { url, at, method, remoteAddress, answer } = exchange
  const target = new URL(url)
  const ip: Record<string, string> = remoteAddress ? { 'WARC-IP-Address': remoteAddress } : {}
  const id = `<urn:uuid:${crypto.randomUUID()}>`
  const asked = member(
    {
      ...{ type: 'request', url, date: at, httpHeaders: requestHeaders(exchange, target.host) },
      statusline: `${method} ${target.pathname}${target.search} HTTP/1.1`,
      warcHeaders: answer ? { ...ip, 'WARC-Concurrent-To': id } : ip,
    },
    new Uint8Array(),
    'text/plain',
  )
  const known = member(
    { type: 'metadata', url, date: at, warcHeaders: answer ? { ...FIELDS, 'WARC-Refers-To': id } : FIELDS },
    knownOf(exchange),
    'text/plain',
  )
  if (answer === null) return Promise.all([asked, known])
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const answered = member(
    {
      ...{ type: 'response', url, date: at, httpHeaders: answerHeaders(answer) },
      statusline: `HTTP/1.1 ${answer.status} ${oneLine(answer.statusText)}`.trimEnd(),
      warcHeaders: {
        ...ip,
        'WARC-Record-ID': id,
        ...(answer.body === null ? { 'WARC-Truncated': 'unspecified' } : {}),
      },
    },
    answer.body ?? new Uint8Array(),
    type,
  )
  return Promise.all([answered, asked, known])
}

/** What was sent along is not there: its length is no longer true. */
const requestHeaders = ({ headers }: Exchange, host: string): [string, string][] => [
  ['Host', host],
  ...restated(headers).filter(([name]) => name.toLowerCase() !== 'host'),
]

const restated = (headers: Headers): [string, string][] =>
  kept(headers).map(([name, value]) => [OF_THE_WIRE.has(name.toLowerCase()) ? `x-orig-${name}` : name, value])

/** The body stands in the record as the browser unpacked it: its headers say so, and what they said before. */
const answerHeaders = ({ headers, body }: Answer): [string, string][] => [
  ...restated(headers),
  ['Content-Length', String(body?.byteLength ?? 0)],
]

const knownOf = ({ kind, from, sent, headers, answer, failure }: Exchange): Uint8Array =>
  fields({
    kind,
    via: from,
    protocol: answer?.protocol ?? null,
    'tls-protocol': answer?.tls?.protocol ?? null,
    'tls-subject': answer?.tls?.subject ?? null,
    'tls-issuer': answer?.tls?.issuer ?? null,
    'tls-valid-from': answer?.tls?.validFrom ?? null,
    'tls-valid-to': answer?.tls?.validTo ?? null,
    'left-out-of-request': leftOut(headers).join(', '),
    'left-out-of-answer': leftOut(answer?.headers ?? []).join(', '),
    'request-body-bytes-left-out': sent || null,
    'body-left-out': answer?.left ?? null,
    failure: failure?.why ?? null,
    refused: failure?.refused ? 'by the proxy of the program that took this' : null,
  })
