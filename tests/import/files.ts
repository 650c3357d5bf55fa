import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { zipWriter } from '../../src/evidence/zip-write.ts'
import type { Mapping } from '../../src/import/table/mapping.ts'
import type { Piece, Source } from '../../src/import/types.ts'

export const AT = '2026-11-25T03:04:05.678Z'
const folder = mkdtempSync(join(tmpdir(), 'soi-import-'))
let made = 0

/** A file of these bytes under a name of its own folder-free choice. */
export async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, `${++made}-${name}`)
  await writeFile(file, content)
  return file
}

/** A folder that is empty. */
export const aFolder = (): string => mkdtempSync(join(folder, 'folder-'))

export const sourceOf = (path: string, size: number, name = 'file'): Source => ({
  path,
  name,
  size,
  onBytes: () => undefined,
})

/** One listing whose own words say what it is. */
export const listingPage = (n: number, title = `Đồng hồ Rolex replica 1:1 số ${n}`): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"${title}","description":"Hàng super fake 1:1, full box, giống auth 99%.","sku":"DH${n}","offers":{"@type":"Offer","price":"1500000","priceCurrency":"VND","seller":{"@type":"Organization","name":"Shop Đồng Hồ"}}}</script>
</head><body><h1>${title}</h1><p>1.500.000đ</p><p>Hàng super fake 1:1, full box, giống auth 99%.</p></body></html>`

export const urlOf = (n: number): string => `https://shop.example.vn/dong-ho-${n}.html`

export interface RecordWish {
  readonly url: string
  readonly type?: 'response' | 'request' | 'warcinfo' | 'resource'
  readonly head?: string
  readonly body: string | Uint8Array
  /** Said of the block instead of its true digest. */
  readonly digest?: string
}

/** One WARC 1.1 record. */
export function warcRecord({ url, type = 'response', head, body, digest }: RecordWish): Buffer {
  const http =
    type === 'response'
      ? (head ?? 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: sid=secret')
      : ''
  const block = Buffer.concat([Buffer.from(http === '' ? '' : `${http}\r\n\r\n`), Buffer.from(body)])
  const sha1 = createHash('sha1').update(block).digest('hex')
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2026-11-20T01:02:03Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(block.length).padStart(12, '0')}>`,
    `WARC-Block-Digest: ${digest ?? `sha1:${sha1}`}`,
    `Content-Type: ${type === 'response' ? 'application/http; msgtype=response' : type === 'warcinfo' ? 'application/warc-fields' : 'text/html'}`,
    `Content-Length: ${block.length}`,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}

export const warcInfo = warcRecord({
  url: 'urn:x',
  type: 'warcinfo',
  body: 'software: Archiver 1.0\r\nformat: WARC File Format 1.1\r\n',
})

/** Each record packed by itself, as archivers do. */
export const packed = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)))

/** A ZIP of these files. */
export async function aZip(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const file = join(folder, `${++made}-${name}`)
  const handle = await open(file, 'w')
  const zip = zipWriter(handle, AT)
  for (const [path, content] of Object.entries(files)) await zip.add(path, [Buffer.from(content)])
  await zip.finish()
  await handle.close()
  return file
}

/** A ZIP of one packed file (PKWARE APPNOTE 4.3), for bombs: packs of ours are never packed. */
export function deflatedZip(name: string, content: Uint8Array): Buffer {
  const data = deflateRawSync(content)
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(crc32(content), 0)
  sizes.writeUInt32LE(data.length, 4)
  sizes.writeUInt32LE(content.length, 8)
  const lengths = Buffer.from([name.length, 0, 0, 0])
  const versionFlagsMethodTime = Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 33, 0])
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    versionFlagsMethodTime,
    sizes,
    lengths,
    Buffer.from(name),
    data,
  ])
  const rest = Buffer.alloc(16)
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    versionFlagsMethodTime,
    sizes,
    lengths.subarray(0, 2),
    rest,
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

export async function gather(
  pieces: AsyncIterable<Piece>,
): Promise<{ readonly pieces: readonly Piece[]; readonly error: string | null }> {
  const all: Piece[] = []
  try {
    for await (const piece of pieces) all.push(piece)
    return { pieces: all, error: null }
  } catch (error) {
    return { pieces: all, error: (error as Error).message }
  }
}

export const pagesOf = (pieces: readonly Piece[]) => pieces.flatMap((piece) => ('page' in piece ? [piece] : []))
export const troublesOf = (pieces: readonly Piece[]) =>
  pieces.flatMap((piece) => ('trouble' in piece ? [piece.trouble] : []))
export const rowsOf = (pieces: readonly Piece[]) => pieces.flatMap((piece) => ('row' in piece ? [piece] : []))

export const aMapping = (over: Partial<Mapping> = {}): Mapping => ({
  ...{ site: 'san-thu', source: 'Sàn Thử', date: '2026-11-01', header_row: 1, currency: 'VND' },
  ...{ columns: { url: 'Link', title: 'Tên sản phẩm', price: 'Giá bán' }, attributes: {}, constants: {} },
  ...over,
})
