import { AsyncIterReader } from 'warcio'
import { decompress } from '../collect/decompress.ts'
import { MOST_PAGE } from './types.ts'

/** An HTTP answer as an archive holds it. */
export interface HttpAnswer {
  readonly status: number
  /** Lower-case names; without set-cookie: it may sign somebody in. */
  readonly headers: Readonly<Record<string, string>>
  /** The bytes after the head, as they went over the wire. */
  readonly wire: Uint8Array
}

/** Splits the block of a response record. Null where it is no HTTP answer. */
export function httpAnswer(block: Buffer): HttpAnswer | null {
  const end = block.indexOf('\r\n\r\n')
  const head = block.subarray(0, end < 0 ? Math.min(block.length, 65_536) : end).toString('latin1')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(statusLine)?.[1]
  if (status === undefined || end > 65_536) return null
  return {
    status: Number(status),
    headers: headersOf(lines.map(pairOf)),
    wire: end < 0 ? Buffer.alloc(0) : block.subarray(end + 4),
  }
}

const pairOf = (line: string): readonly [string, string] => {
  const colon = line.indexOf(':')
  return colon < 0 ? ['', ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

/** Joined as HTTP joins them, names in lower case. */
export function headersOf(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const headers: Record<string, string> = Object.create(null)
  for (const [name, value] of pairs) {
    const key = name.toLowerCase()
    if (key === '' || key === 'set-cookie') continue
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`
  }
  return { ...headers }
}

/** The answer's body with chunks and compression undone. Throws where either is broken or it is larger than a page. */
export async function bodyOf({
  headers,
  wire,
}: HttpAnswer): Promise<{ readonly whole: Uint8Array; readonly body: Uint8Array }> {
  const chunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '')
  // Some archivers undo the chunks and leave the header: the reader then gives the bytes as they are.
  const whole = chunked ? await new AsyncIterReader([wire], null, true).readFully() : wire
  const packed = headers['content-encoding']
  if (packed === undefined || !isPacked(whole, packed)) return { whole, body: whole }
  return { whole, body: await decompress(packed, whole, MOST_PAGE) }
}

/** Archivers also undo the compression and leave the header. Brotli has no mark; text that is plain is not packed. */
function isPacked(bytes: Uint8Array, encoding: string): boolean {
  if (/gzip/i.test(encoding)) return bytes[0] === 0x1f && bytes[1] === 0x8b
  return !/^\s*[<{[]/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))
}

/** Documents and data: what a reader of listings can read. */
export const isReadable = (contentType: string | undefined): boolean =>
  /^(?:text\/html|application\/xhtml\+xml|application\/(?:[\w.-]+\+)?json)\b/i.test(contentType?.trim() ?? '')
