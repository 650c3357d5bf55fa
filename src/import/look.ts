import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { BadInput } from '../errors.ts'
import { isJson } from '../page/decode.ts'
import { type JudgeWorld, lookAt } from './judge.ts'
import { piecesOf, type Reading } from './pieces.ts'
import { sizeOf } from './run.ts'
import type { ReadKind, Trouble } from './types.ts'

/** What an import would read. */
export interface Look {
  readonly file: string
  readonly kind: ReadKind
  readonly sha256: string
  readonly size: number
  readonly damage: string | null
  readonly pages: number
  readonly listings: number
  /** The first pages: address, how many listings, and why none. */
  readonly first: readonly {
    readonly url: string
    readonly place: string | null
    readonly listings: number
    readonly why: string | null
  }[]
  readonly passed: Readonly<Record<string, number>>
  readonly troubles: number
  readonly firstTroubles: readonly Trouble[]
}

const MOST_TOLD = 50

/** Reads a file and writes nothing. */
export async function lookInto(
  {
    file,
    kind,
    ...reading
  }: Reading & {
    readonly file: string
    readonly kind: ReadKind
    readonly onBytes: (bytes: number, of: number) => void
  },
  world: JudgeWorld,
  signal: AbortSignal,
): Promise<Look> {
  const size = await sizeOf(file)
  const source = { path: file, name: basename(file), size, onBytes: (bytes: number) => reading.onBytes(bytes, size) }
  const first: Look['first'][number][] = []
  const firstTroubles: Trouble[] = []
  const passed: Record<string, number> = {}
  const counts = { pages: 0, listings: 0, troubles: 0 }
  let damage: string | null = null
  try {
    for await (const piece of piecesOf(kind, source, reading)) {
      signal.throwIfAborted()
      if ('passed' in piece) passed[piece.passed] = (passed[piece.passed] ?? 0) + 1
      else if ('trouble' in piece) {
        counts.troubles++
        if (firstTroubles.length < MOST_TOLD) firstTroubles.push(piece.trouble)
      } else if (
        'page' in piece &&
        kind !== 'saved' &&
        isJson(piece.page) &&
        !world.book.siteFor(piece.page)?.listings
      ) {
        passed['JSON that no site file reads'] = (passed['JSON that no site file reads'] ?? 0) + 1
      } else {
        counts.pages++
        const seen = 'row' in piece ? { listings: 1, why: null } : await lookAt(piece.page, world)
        counts.listings += seen.listings
        const url = 'row' in piece ? piece.url : piece.page.url
        if (first.length < MOST_TOLD) first.push({ url, place: piece.place, ...seen })
      }
    }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    damage = error.message
  }
  const sha256 = await hashOf(file)
  return { file, kind, sha256, size, damage, ...counts, first, passed, firstTroubles }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
