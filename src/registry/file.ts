import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { BadInput, NoInput } from '../errors.ts'
import { charsetOfBytes } from '../page/decode.ts'

/** Bytes that show what a file is written in. */
const SAMPLE = 1 << 20

/** The first bytes of xlsx (zip) and xls. */
const SPREADSHEETS = [Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]

export interface Examined {
  readonly sha256: string
  readonly bytes: number
  /** A label that TextDecoder knows. */
  readonly encoding: string
  /** The first line, decoded: what the delimiter is told by. */
  readonly head: string
}

/** Reads a file once: its hash, its size and what it is written in. NoInput, or BadInput for a spreadsheet that is no CSV. */
export async function examine(file: string): Promise<Examined> {
  const hash = createHash('sha256')
  const strict = new TextDecoder('utf-8', { fatal: true })
  const sample: Buffer[] = []
  let bytes = 0
  let utf8 = true
  let foreign = false
  for await (const chunk of bytesOf(file)) {
    hash.update(chunk)
    // A table may hold its first Vietnamese letter far from its beginning: that part tells too.
    const first: boolean = !foreign && !isAscii(chunk)
    if (bytes < SAMPLE || first) sample.push(chunk)
    foreign ||= first
    utf8 &&= decodes(strict, chunk, true)
    bytes += chunk.length
  }
  utf8 &&= decodes(strict, Buffer.alloc(0), false)
  const seen = Buffer.concat(sample)
  if (SPREADSHEETS.some((magic) => seen.subarray(0, magic.length).equals(magic)))
    throw new BadInput(`${file} is a spreadsheet file; open it and save it as CSV UTF-8 first`)
  const guess = charsetOfBytes(seen, null)
  const encoding = utf8 && !guess.startsWith('utf-16') ? 'utf-8' : guess
  const head = new TextDecoder(encoding).decode(seen.subarray(0, 16_384)).split(/\r\n|\n|\r/)[0] ?? ''
  return { sha256: hash.digest('hex'), bytes, encoding, head }
}

function isAscii(chunk: Buffer): boolean {
  for (const byte of chunk) if (byte > 127) return false
  return true
}

function decodes(decoder: TextDecoder, chunk: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream })
    return true
  } catch {
    return false // not UTF-8: another encoding is tried, and named in the report
  }
}

/** The file as text, in parts. BadInput when it is no longer the file that was examined. `onBytes`: how much was read so far. */
export async function* textOf(
  file: string,
  examined: Examined,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const decoder = new TextDecoder(examined.encoding)
  let bytes = 0
  for await (const chunk of bytesOf(file)) {
    hash.update(chunk)
    bytes += chunk.length
    onBytes(bytes)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
  if (hash.digest('hex') !== examined.sha256)
    throw new BadInput(`${file} was changed while it was read; import it again`)
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>
  } catch (cause) {
    throw new NoInput(`${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}
