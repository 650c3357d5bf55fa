import { createHash } from 'node:crypto'
import type { Entry } from 'yauzl'
import { z } from 'zod'
import { BadInput } from '../errors.ts'
import type { Piece, Source } from './types.ts'
import { warcRecords } from './warc.ts'
import { openZip, type SafeZip } from './zip.ts'

/** A list of files is small. */
const MOST_LIST = 16 * 2 ** 20

/** datapackage.json of WACZ 1.1, as far as it is used. */
const packageShape = z.object({
  software: z.string().nullish(),
  created: z.string().nullish(),
  resources: z.array(z.object({ path: z.string(), hash: z.string().nullish() })).default([]),
})

/** The pages of every WARC inside a WACZ, and whether its files are what its own list says. */
export async function* waczPieces(source: Source, at: string): AsyncGenerator<Piece> {
  const zip = await openZip(source.path, source.name)
  try {
    const stated = await statedHashes(zip)
    if (stated === null)
      yield {
        trouble: {
          place: 'datapackage.json',
          problem: 'missing or unreadable: no file of the archive can be checked against it',
        },
      }
    const warcs = zip.entries.filter(({ fileName }) => /^archive\/.*\.warc(?:\.gz)?$/i.test(fileName))
    if (warcs.length === 0) throw new BadInput(`${source.name} holds no archive/*.warc file`)
    const all = warcs.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
    let done = 0
    for (const entry of warcs) {
      yield* oneWarc(zip, entry, stated?.get(entry.fileName) ?? null, at)
      done += entry.compressedSize
      source.onBytes(Math.round((source.size * done) / Math.max(1, all)))
    }
  } finally {
    zip.close()
  }
}

/** path → digest; null where there is no such list. */
async function statedHashes(zip: SafeZip): Promise<ReadonlyMap<string, string> | null> {
  const entry = zip.entries.find(({ fileName }) => fileName === 'datapackage.json')
  if (!entry || entry.uncompressedSize > MOST_LIST) return null
  const chunks: Uint8Array[] = []
  for await (const chunk of await zip.read(entry)) chunks.push(chunk)
  const found = packageShape.safeParse(parsed(Buffer.concat(chunks).toString('utf8'))).data
  return found ? new Map(found.resources.flatMap(({ path, hash }) => (hash ? [[path, hash] as const] : []))) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // reported by the caller as unreadable
  }
}

async function* oneWarc(zip: SafeZip, entry: Entry, stated: string | null, at: string): AsyncGenerator<Piece> {
  const hash = createHash('sha256')
  const bytes = await zip.read(entry)
  async function* hashed() {
    for await (const chunk of bytes) {
      hash.update(chunk)
      yield chunk
    }
  }
  for await (const piece of warcRecords(hashed(), entry.fileName, at)) yield placed(piece, entry.fileName)
  if (stated === null) return
  const digest = `sha256:${hash.digest('hex')}`
  if (stated.toLowerCase() !== digest)
    yield { trouble: { place: entry.fileName, problem: `datapackage.json says ${stated}, its bytes are ${digest}` } }
}

const placed = (piece: Piece, file: string): Piece => {
  if ('page' in piece) return { ...piece, place: `${file}, ${piece.place}` }
  if ('trouble' in piece) return { trouble: { ...piece.trouble, place: `${file}, ${piece.trouble.place}` } }
  return piece
}
