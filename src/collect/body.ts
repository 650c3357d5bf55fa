import type { Readable } from 'node:stream'
import { FetchFailed } from '../errors.ts'

/** Enough to tell what a file is; nobody reads a listing out of a PDF or a film here. */
const OPAQUE_BYTES = 64 * 1024
const READABLE =
  /^(?:text\/|application\/(?:[\w.+-]*(?:json|xml|xhtml|javascript)|octet-stream)|multipart\/related|message\/)/i

export interface WireBody {
  readonly bytes: Uint8Array
  /** False when an opaque file was cut short. */
  readonly whole: boolean
}

/** The body as it came over the wire, opaque files only their beginning unless `opaqueToo`. Throws FetchFailed above `maxBytes`; whatever the stream throws otherwise. */
export async function readBody(
  stream: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  opaqueToo = false,
): Promise<WireBody> {
  const type = headers['content-type']
  const opaque = !opaqueToo && type !== undefined && type !== '' && !READABLE.test(type)
  const declared = Number(headers['content-length'] ?? 0)
  if (!opaque && declared > maxBytes) throw tooBig(stream, `${declared} bytes announced`, maxBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (opaque && size >= OPAQUE_BYTES) return { bytes: Buffer.concat(chunks).subarray(0, OPAQUE_BYTES), whole: false }
    if (size > maxBytes) throw tooBig(stream, `${size} bytes read so far`, maxBytes)
  }
  return { bytes: Buffer.concat(chunks, size), whole: true }
}

const tooBig = (stream: Readable, found: string, maxBytes: number): FetchFailed => {
  stream.on('error', () => undefined).destroy() // We end it ourselves: the reason is the error below.
  return new FetchFailed(`body too big: ${found}, the limit is ${maxBytes}`, { again: false })
}
