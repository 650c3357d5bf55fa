// Packs to tamper with: a plain one, and one with timestamps over the pack and over the ledger; and their ZIPs byte by byte.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as bag from '../../src/evidence/bag.ts'
import { type SigningKey, signingKey } from '../../src/evidence/key.ts'
import { centralRecord, dosTime, endRecords, localHeader, type ZipEntry } from '../../src/evidence/zip-layout.ts'
import { sha256 } from '../../src/store/canonical.ts'
import { type Stamp, stamp } from '../../src/timestamp/stamp.ts'
import { CREATED, packIn } from '../evidence/fixture.ts'
import { type Files, reseal, unpack } from '../evidence/forge.ts'
import type { TestAuthority } from '../timestamp/authority.ts'

/** One entry and where it stands in the ZIP. */
interface Place {
  readonly path: string
  readonly header: number
  readonly start: number
  readonly end: number
  /** Its row in the table of contents. */
  readonly row: number
}

export interface Sealed {
  readonly bytes: Buffer
  readonly bag: string
  readonly key: SigningKey
  /** Name in the ZIP → content. */
  readonly files: Files
  readonly places: readonly Place[]
  readonly table: number
  readonly ending: number
}

/** The same bytes as the pack's own writer makes of these files. */
export function zipOf(files: Iterable<readonly [string, Buffer]>): Buffer {
  const when = dosTime(CREATED)
  const parts: Buffer[] = []
  const rows: ZipEntry[] = []
  let offset = 0
  for (const [name, content] of files) {
    const row = { name, crc32: crc32(content), size: content.length, offset }
    const header = localHeader(row, when)
    parts.push(header, content)
    rows.push(row)
    offset += header.length + content.length
  }
  const table = Buffer.concat(rows.map((row) => centralRecord(row, when)))
  return Buffer.concat([...parts, table, endRecords(rows.length, offset, table.length)])
}

const sealedOf = (files: Files, name: string, key: SigningKey): Sealed => {
  const when = dosTime(CREATED)
  const bytes = zipOf(files)
  const places: Place[] = []
  let at = 0
  for (const [full, content] of files) {
    const start = at + 30 + Buffer.byteLength(full)
    places.push({ path: full.slice(name.length + 1), header: at, start, end: start + content.length, row: 0 })
    at = start + content.length
  }
  const table = at
  const rows = places.map((place) => {
    const row = at
    at += centralRecord({ name: `${name}/${place.path}`, crc32: 0, size: 0, offset: 0 }, when).length
    return { ...place, row }
  })
  return { bytes, bag: name, key, files, places: rows, table, ending: at }
}

/** Two sightings, as the pack's writer makes it. */
export async function plainPack(folder: string): Promise<Sealed> {
  const pack = await packIn(folder)
  const sealed = sealedOf(await unpack(pack.file), pack.bag, await signingKey(join(folder, 'keys')))
  if (!sealed.bytes.equals(await readFile(pack.file))) throw new Error('the helper does not know the layout')
  return sealed
}

const stampFiles = (stem: string, { token, chainPem, crlPem }: Stamp): readonly (readonly [string, Buffer])[] => [
  [`${stem}.tsr`, Buffer.from(token)],
  [`${stem}.chain.pem`, Buffer.from(chainPem)],
  ...(crlPem === null ? [] : [[`${stem}.crl.pem`, Buffer.from(crlPem)] as const]),
]

/** Puts the tokens of an authority over the tag manifest at the end. */
export async function stampPack(files: Files, name: string, authority: TestAuthority): Promise<Files> {
  const tags = files.get(`${name}/${bag.TAG_MANIFEST}`) ?? Buffer.alloc(0)
  const made = stampFiles('timestamps/pack-1', await stamp(tags, authority))
  const list = bag.manifestText(made.map(([path, bytes]) => ({ path, sha256: sha256(bytes), size: bytes.length })))
  const all = [...made, [bag.STAMP_MANIFEST, Buffer.from(list)] as const]
  for (const [path, bytes] of all.sort(([a], [b]) => (a < b ? -1 : 1))) files.set(`${name}/${path}`, bytes)
  return files
}

/** The plain pack with an anchor of the ledger's third entry, and a timestamp over the whole. */
export async function stampedPack(plain: Sealed, authority: TestAuthority): Promise<Sealed> {
  const files: Files = new Map(plain.files)
  const at = (path: string) => `${plain.bag}/${path}`
  const third = JSON.parse(files.get(at(bag.LEDGER))?.toString().split('\n')[2] ?? '')
  for (const [path, bytes] of stampFiles('data/timestamps/anchor-3-1', await stamp(Buffer.from(third.hash), authority)))
    files.set(at(path), bytes)
  const info = files.get(at(bag.BAG_INFO))?.toString() ?? ''
  files.set(at(bag.BAG_INFO), Buffer.from(`${info}${bag.STAMPS_STATED}: 1\n`))
  reseal(files, plain.bag, plain.key)
  return sealedOf(await stampPack(files, plain.bag, authority), plain.bag, plain.key)
}

/** A fixed sequence, so that a failure can be repeated. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
