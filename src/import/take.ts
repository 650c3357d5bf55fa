import type { Exhibit, Instant, Page, Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { isJson } from '../page/decode.ts'
import type { BroughtFile, Store } from '../store/api.ts'
import { type JudgeWorld, judgePage, judgeRow, pageOfRow } from './judge.ts'
import { type OriginOf, originsOf } from './origins.ts'
import { piecesOf } from './pieces.ts'
import { openRecorder, type Recorder } from './record.ts'
import type { Mapping } from './table/mapping.ts'
import type { Claimed, PagePiece, Piece, ReadKind, RowPiece, Source, Trouble } from './types.ts'

const MOST_TOLD = 50

export interface ImportWorld extends JudgeWorld {
  readonly store: Store
  /** Who imports. */
  readonly operator: string
  /** `Soi 0.1.0` */
  readonly software: string
  readonly now: () => Instant
  readonly signal: AbortSignal
}

export interface ImportRequest {
  readonly file: string
  readonly kind: ReadKind
  /** The address a saved page came from, as the officer says. */
  readonly url: string | null
  readonly mapping: { readonly rules: Mapping; readonly sha256: Sha256 } | null
  /** Officer's own pictures of what the file shows, stored already. */
  readonly pictures: readonly Exhibit[]
  /** Read it again although it was imported before: under today's rules and site files. */
  readonly again: boolean
  readonly onBytes: (bytes: number, of: number) => void
}

/** What came of reading a file; changed while it is read. */
export interface Tally {
  end: 'finished' | 'interrupted' | 'damaged'
  damage: string | null
  before: { readonly at: Instant; readonly by: string } | null
  pages: number
  troubles: number
  readonly firstTroubles: Trouble[]
  readonly passed: Record<string, number>
}

export const emptyTally = (): Tally => ({
  ...{ end: 'finished', damage: null, before: null, pages: 0, troubles: 0, firstTroubles: [], passed: {} },
})

/** Reads a file that is in the store, and records what it holds in a run. Damage ends it; what came before stays recorded. */
export async function readInto(
  run: number,
  request: ImportRequest,
  file: BroughtFile,
  world: ImportWorld,
): Promise<Tally> {
  const tally = emptyTally()
  const at = world.now()
  const onBytes = (bytes: number) => request.onBytes(bytes, file.size)
  const source: Source = { path: world.store.blobs.path(file.sha256), name: file.name, size: file.size, onBytes }
  const recorder = await openRecorder(world.store.frontier(run))
  const originOf = originsOf(request, file, at, world)
  const mapping = request.mapping?.rules ?? null
  try {
    for await (const piece of piecesOf(request.kind, source, { at, url: request.url, mapping })) {
      if (world.signal.aborted) {
        tally.end = 'interrupted'
        break
      }
      await take(piece, { tally, recorder, at, request, originOf, world })
    }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    tally.end = 'damaged'
    tally.damage = error.message
  } finally {
    await recorder.flush()
  }
  return tally
}

interface Taking {
  readonly tally: Tally
  readonly recorder: Recorder
  readonly at: Instant
  readonly request: ImportRequest
  readonly originOf: OriginOf
  readonly world: ImportWorld
}

async function take(piece: Piece, { tally, recorder, at, request, originOf, world }: Taking): Promise<void> {
  if ('passed' in piece) {
    tally.passed[piece.passed] = (tally.passed[piece.passed] ?? 0) + 1
    return
  }
  if ('trouble' in piece) {
    tally.troubles++
    if (tally.firstTroubles.length < MOST_TOLD) tally.firstTroubles.push(piece.trouble)
    return
  }
  const page = 'row' in piece ? pageOfRow(piece, at) : piece.page
  if (request.kind !== 'saved' && 'page' in piece && isUnread(page, world)) {
    tally.passed[NO_READER] = (tally.passed[NO_READER] ?? 0) + 1
    return
  }
  const place = piece.place ?? 'whole'
  if (!(await recorder.wanted(page, place))) return
  tally.pages++
  const seen =
    'row' in piece ? await rowSeen(piece, page, request, originOf, world) : await pageSeen(piece, originOf, world)
  await recorder.record(seen)
}

const NO_READER = 'JSON that no site file reads'

/** An archive holds the answers of counters and advertisers too; JSON is only ever read by a site file. */
const isUnread = (page: Page, { book }: ImportWorld): boolean => isJson(page) && !book.siteFor(page)?.listings

const pageSeen = async (piece: PagePiece, originOf: OriginOf, world: ImportWorld) =>
  judgePage(piece, originOf(piece.place, piece.claimed), world)

const rowSeen = async (
  piece: RowPiece,
  page: Page,
  { mapping }: ImportRequest,
  originOf: OriginOf,
  world: ImportWorld,
) => {
  const { site = 'table', source = null, date = null } = mapping?.rules ?? {}
  const claimed: Claimed = { savedAt: null, software: null, source, date }
  return judgeRow(piece, page, site, originOf(piece.place, claimed), world)
}
