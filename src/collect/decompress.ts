import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { FetchFailed } from '../errors.ts'

type Options = { maxOutputLength: number; chunkSize: number }
interface Codec {
  readonly now: (data: Uint8Array, options: Options) => Uint8Array
  readonly later: (data: Uint8Array, options: Options) => Promise<Uint8Array>
}

const gzip: Codec = { now: zlib.gunzipSync, later: promisify<Uint8Array, Options, Uint8Array>(zlib.gunzip) }
const brotli: Codec = {
  now: zlib.brotliDecompressSync,
  later: promisify<Uint8Array, Options, Uint8Array>(zlib.brotliDecompress),
}
const zlibWrapped: Codec = { now: zlib.inflateSync, later: promisify<Uint8Array, Options, Uint8Array>(zlib.inflate) }
const rawDeflate: Codec = {
  now: zlib.inflateRawSync,
  later: promisify<Uint8Array, Options, Uint8Array>(zlib.inflateRaw),
}

/** `deflate` is zlib-wrapped by the standard and raw on some servers: the first nibble of a zlib stream is 8. */
const codecFor = (name: string, data: Uint8Array): Codec | null => {
  if (name === 'gzip' || name === 'x-gzip') return gzip
  if (name === 'br') return brotli
  if (name === 'deflate') return ((data[0] ?? 0) & 0x0f) === 8 ? zlibWrapped : rawDeflate
  return null
}

/** Most pages fit into one piece of this, which saves putting sixteen together. */
const WHOLE_PAGE = 256 * 1024
const PIECE = 64 * 1024
/** A word that says less than is there costs a piece for each of these and no more, up to the limit of a body. */
const SMALLEST = 16 * 1024

/**
 * Room for the page and no more: what is left over is kept as long as the page is. The last four bytes of gzip say how long it
 * was (RFC 1952), where the server is honest.
 */
const roomFor = (codec: Codec, { buffer, byteOffset, byteLength }: Uint8Array): number => {
  if (codec !== gzip || byteLength < 18) return WHOLE_PAGE
  // One byte more: a piece that was filled is followed by a second one.
  const said = new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - 4, true) + 1
  return Math.min(Math.max(said, SMALLEST), WHOLE_PAGE)
}

/** Below this, decompressing at once is cheaper than a trip through the thread pool (measured: 0.2 ms a page). */
const SMALL = 256 * 1024

async function undo(name: string, data: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const codec = codecFor(name, data)
  if (codec === null) throw new FetchFailed(`unknown content-encoding "${name}"`, { again: false })
  const options = { maxOutputLength: maxBytes, chunkSize: data.byteLength < SMALL ? roomFor(codec, data) : PIECE }
  try {
    return data.byteLength < SMALL ? codec.now(data, options) : await codec.later(data, options)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new FetchFailed(
        `decompression bomb: ${data.byteLength} bytes of ${name} hold more than ${maxBytes} bytes; not read`,
        { again: false, cause },
      )
    throw new FetchFailed(`broken ${name} body: ${(cause as Error).message}`, { again: true, cause })
  }
}

/** The body as it was before encoding. Throws FetchFailed for unknown or broken encodings and for decompression bombs. */
export async function decompress(
  encoding: string | undefined,
  body: Uint8Array,
  maxBytes: number,
): Promise<Uint8Array> {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > 3)
    throw new FetchFailed(`${names.length} content-encodings on one body; not read`, { again: false })
  let data = body
  for (const name of names.reverse()) if (data.byteLength > 0) data = await undo(name, data, maxBytes)
  return data
}
