import { open } from 'node:fs/promises'
import { constants, gunzipSync } from 'node:zlib'
import { openPromise } from 'yauzl'
import { BadInput, NoInput } from '../errors.ts'
import { looksLikeMhtml } from '../page/mhtml.ts'
import type { Kind } from './types.ts'

const HEAD = 64 * 1024

/** PNG, JPEG, WebP; null for anything else. */
export function pictureType(head: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | null {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP' ? 'image/webp' : null
}

/** The first 64 KiB of a file. NoInput when it cannot be read or is no file. */
export async function headOf(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    throw new NoInput(`${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

/** The beginning of what is packed; as it is where it is not packed or cannot be unpacked. */
function unpacked(head: Buffer): Buffer {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 32 * HEAD })
  } catch {
    return head // damaged or a bomb: the reader of saved pages says which
  }
}

async function zipKind(file: string): Promise<Kind> {
  const zip = await openPromise(file, { autoClose: false }).catch((cause: Error) => {
    throw new BadInput(`${file} is a damaged ZIP file: ${cause.message}`, { cause })
  })
  try {
    if (zip.entryCount > 100_000) throw new BadInput(`${file} holds ${zip.entryCount} files, which no web archive does`)
    for await (const { fileName } of zip.eachEntry()) {
      if (fileName === 'xl/workbook.xml') return 'xlsx'
      if (/^[^/]+\/(?:bagit\.txt|data\/pack\.json)$/.test(fileName)) return 'pack'
      if (fileName === 'datapackage.json' || fileName.startsWith('archive/')) return 'wacz'
    }
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    throw new BadInput(`${file} is a damaged or unsafe ZIP file: ${(cause as Error).message}`, { cause })
  } finally {
    zip.close()
  }
  throw new BadInput(
    `${file} is a ZIP file, and neither a pack, a WACZ nor an XLSX; unpack it and import what is inside`,
  )
}

/**
 * What a file is, by its first bytes; its name only decides between CSV, JSON lines and JSON. `table`: there is a mapping.
 * BadInput where it is nothing that can be imported.
 */
export async function kindOf(file: string, name: string, table: boolean): Promise<Kind> {
  const raw = await headOf(file)
  if (pictureType(raw)) return 'picture'
  if (raw.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return zipKind(file)
  const head = unpacked(raw)
  const start = head.toString('latin1')
  if (start.startsWith('WARC/')) return 'warc'
  const json = /^(?:\xef\xbb\xbf)?\s*[[{]/.test(start)
  if (json && /^(?:\xef\xbb\xbf)?\s*\{\s*"log"\s*:\s*\{/.test(start)) return 'har'
  if (!table) return 'saved'
  if (json) return /\.(jsonl|ndjson)$/i.test(name) || isLines(start) ? 'jsonl' : 'json'
  if (looksLikeMhtml(head) || /<(?:!doctype|html)\b/i.test(start.slice(0, 1024)))
    throw new BadInput(`${file} is a web page, not a table: import it without --map`)
  return 'csv'
}

/** Two whole objects on two lines. */
function isLines(start: string): boolean {
  const [first = '', second = ''] = start.split('\n', 2)
  return first.trimStart().startsWith('{') && first.trimEnd().endsWith('}') && second.startsWith('{')
}
