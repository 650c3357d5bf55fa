/** What a forger can do to a pack: unpack it, change it, pack it again, even sign it again with a key of their own. */
import { open, rm, writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'
import * as bag from '../../src/evidence/bag.ts'
import type { SigningKey } from '../../src/evidence/key.ts'
import { type Verification, verifyPack } from '../../src/evidence/verify/verify.ts'
import { centralRecord, dosTime, endRecords, localHeader } from '../../src/evidence/zip-layout.ts'
import { zipWriter } from '../../src/evidence/zip-write.ts'
import { CHECKS, type CheckId } from '../../src/i18n/verify.ts'
import { sha256 } from '../../src/store/canonical.ts'
import { CREATED } from './fixture.ts'

export type Files = Map<string, Buffer>

export async function entriesOf(file: string): Promise<Entry[]> {
  const zip = await openPromise(file)
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

/** name in the ZIP → content. */
export async function unpack(file: string): Promise<Files> {
  const zip = await openPromise(file, { autoClose: false })
  const files: Files = new Map()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  zip.close()
  return files
}

/** Writes them with the pack's own writer, so that only the change itself can give the forger away. */
export async function repack(file: string, files: Iterable<readonly [string, Buffer]>): Promise<string> {
  await rm(file, { force: true })
  const handle = await open(file, 'w')
  const zip = zipWriter(handle, CREATED)
  for (const [name, content] of files) await zip.add(name, [content])
  await zip.finish()
  await handle.close()
  return file
}

/** A ZIP of `count` tiny files, each holding its number. */
export function manyFiles(count: number): Buffer {
  const when = dosTime(CREATED)
  const parts: Buffer[] = []
  const rows: Buffer[] = []
  let offset = 0
  for (let i = 0; i < count; i++) {
    const content = Buffer.from(String(i))
    const entry = { name: `bag/${i}`, crc32: crc32(content), size: content.length, offset }
    const header = localHeader(entry, when)
    parts.push(header, content)
    rows.push(centralRecord(entry, when))
    offset += header.length + content.length
  }
  const table = Buffer.concat(rows)
  return Buffer.concat([...parts, table, endRecords(count, offset, table.length)])
}

/** Makes manifests, order, Payload-Oxum and signature fit the files again; what was in the ZIP beside them is left out. */
export function reseal(files: Files, name: string, key: SigningKey): Files {
  const at = (path: string) => `${name}/${path}`
  const listed = (paths: readonly string[]) =>
    paths.map((path) => {
      const content = files.get(at(path)) ?? Buffer.alloc(0)
      return { path, sha256: sha256(content), size: content.length }
    })
  const payload = listed(
    [...files.keys()].map((path) => path.slice(name.length + 1)).filter((path) => path.startsWith('data/')),
  )
  const info = (files.get(at(bag.BAG_INFO)) ?? '')
    .toString()
    .replace(/Payload-Oxum: .*/, `Payload-Oxum: ${bag.payloadOxum(payload)}`)
    .replace(/Soi-Order-SHA256: .*/, `Soi-Order-SHA256: ${bag.orderDigest(payload.map(({ path }) => path))}`)
  files.set(at(bag.BAG_INFO), Buffer.from(info))
  files.set(at(bag.MANIFEST), Buffer.from(bag.manifestText(payload)))
  files.set(at(bag.PUBLIC_KEY), Buffer.from(key.publicPem))
  const tags = Buffer.from(bag.manifestText(listed(bag.TAG_FILES)))
  files.set(at(bag.TAG_MANIFEST), tags)
  files.set(at(bag.SIGNATURE), Buffer.from(key.sign(tags)))
  const ordered = [...payload.map(({ path }) => path), ...bag.TAG_ORDER].map(
    (path) => [at(path), files.get(at(path)) ?? Buffer.alloc(0)] as const,
  )
  files.clear()
  for (const [path, content] of ordered) files.set(path, content)
  return files
}

export const failed = (result: Verification): readonly CheckId[] =>
  CHECKS.filter((id) => result.checks.some((check) => check.id === id && check.ok === false))

export const detailOf = (result: Verification, id: CheckId): string =>
  result.checks.find((check) => check.id === id)?.detail ?? ''

/** Verifies changed bytes under a name of their own. */
export async function verifyBytes(file: string, bytes: Uint8Array, key?: string): Promise<Verification> {
  await writeFile(file, bytes)
  return verifyPack(file, { lang: 'en', ...(key === undefined ? {} : { key }) })
}
