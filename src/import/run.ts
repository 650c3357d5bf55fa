import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Instant, Sha256 } from '../domain.ts'
import { NoInput } from '../errors.ts'
import { isJson } from '../page/decode.ts'
import { looksLikeMhtml } from '../page/mhtml.ts'
import type { Store, Sweep } from '../store/api.ts'
import { headOf } from './kinds.ts'
import { savedPage } from './saved.ts'
import { emptyTally, type ImportRequest, type ImportWorld, readInto, type Tally } from './take.ts'
import type { Kind, Source, Trouble } from './types.ts'

export interface ImportReport {
  readonly file: string
  readonly kind: Kind
  readonly sha256: Sha256
  readonly size: number
  /** The run that holds what was read. */
  readonly run: number
  /** When and by whom this very file was imported before: then nothing was read now. */
  readonly before: { readonly at: Instant; readonly by: string } | null
  readonly end: 'finished' | 'interrupted' | 'damaged'
  /** Where and how it is damaged. */
  readonly damage: string | null
  readonly pages: number
  readonly listings: number
  /** One sighting of each flagged listing, worst first. */
  readonly flagged: readonly number[]
  /** Every sighting recorded, oldest first; at most a thousand. */
  readonly sightings: readonly number[]
  /** What is in the file beside pages: kind → how many. */
  readonly passed: Readonly<Record<string, number>>
  readonly troubles: number
  /** The first of them. */
  readonly firstTroubles: readonly Trouble[]
}

const MOST_NAMED = 1_000
const MEDIA: Readonly<Record<Exclude<ImportRequest['kind'], 'saved'>, string>> = {
  warc: 'application/warc',
  wacz: 'application/wacz',
  har: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  jsonl: 'application/jsonl',
}

async function mediaTypeOf({ kind, file }: ImportRequest): Promise<string> {
  if (kind !== 'saved') return MEDIA[kind]
  const head = await headOf(file)
  if (head[0] === 0x1f && head[1] === 0x8b) return 'application/gzip'
  if (looksLikeMhtml(head)) return 'multipart/related'
  return isJson({ body: head, headers: {} }) ? 'application/json' : 'text/html'
}

/** Size of a file. NoInput where it is none. */
export async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((cause: Error) => {
    throw new NoInput(`${file} cannot be read: ${cause.message}`, { cause })
  })
  if (!found.isFile()) throw new NoInput(`${file} is no file`)
  return found.size
}

/** A file to be read where it lies. */
export const sourceAt = async (file: string, onBytes: Source['onBytes'] = () => undefined): Promise<Source> => ({
  ...{ path: file, name: basename(file), size: await sizeOf(file), onBytes },
})

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>
  } catch (cause) {
    throw new NoInput(`${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

/** A file into the store as it came, before anything of it is read. */
export async function bring(file: string, mediaType: string, store: Store) {
  await sizeOf(file)
  const { sha256, size } = await store.blobs.putStream(bytesOf(file))
  return store.files.bring({ sha256, size, name: basename(file), mediaType })
}

/**
 * Imports one file: keeps it as it came, reads its pages or rows, and records each as a visit of a run of its own. A file
 * that was imported before is told, not doubled; an interrupted import goes on where it stopped. A damaged file keeps what
 * was read before the damage, and the report says where that is. Throws NoInput, CannotWrite, Busy.
 */
export async function importFile(request: ImportRequest, world: ImportWorld): Promise<ImportReport> {
  const { store } = world
  // What is no page at all is refused before anything is kept of it.
  if (request.kind === 'saved') await savedPage(await sourceAt(request.file), request.url, world.now())
  const brought = await bring(request.file, await mediaTypeOf(request), store)
  const spec = { file: brought.sha256, url: request.url, mapping: request.mapping?.sha256 ?? null }
  const specHash = createHash('sha256').update(JSON.stringify(spec)).digest('hex')
  const lock = store.sweeps.lock(`import ${brought.sha256}`)
  try {
    const earlier = request.again ? null : await store.sweeps.newestOf(specHash)
    if (earlier && (earlier.state === 'finished' || earlier.state === 'broken')) {
      const before = { at: earlier.begunAt, by: byOf(earlier) }
      return await reported(request, brought, earlier.id, { ...emptyTally(), before, end: 'finished' }, store)
    }
    const run = earlier?.id ?? (await begin(request, { specHash, spec }, brought, world))
    const tally = await readInto(run, request, brought, world)
    await store.sweeps.end(run, tally.end === 'damaged' ? 'broken' : tally.end)
    return await reported(request, brought, run, tally, store)
  } finally {
    lock.release()
  }
}

/** Who imported, as the run says. */
export const byOf = ({ spec }: Sweep): string =>
  typeof spec === 'object' && spec !== null && 'by' in spec ? String(spec.by) : '?'

async function begin(
  { mapping }: ImportRequest,
  { specHash, spec }: { readonly specHash: Sha256; readonly spec: object },
  { name }: { readonly name: string },
  { store, ruleset, operator, now }: ImportWorld,
): Promise<number> {
  await store.rulesets.keep(ruleset.hash, ruleset.files)
  const facts = mapping ? { mapping: mapping.rules } : {}
  const whole = { import: { ...spec, name, ...facts }, by: operator, at: now() }
  return store.sweeps.begin({ name: `import ${name}`, kind: 'check', specHash, spec: whole, rulesetHash: ruleset.hash })
}

async function reported(
  { file, kind }: ImportRequest,
  { sha256, size }: { readonly sha256: Sha256; readonly size: number },
  run: number,
  tally: Tally,
  store: Store,
): Promise<ImportReport> {
  const sightings = (await store.sightings.ids({ sweep: run })).slice(0, MOST_NAMED)
  return { file, kind, sha256, size, run, ...(await store.sightings.ofSweep(run)), sightings, ...tally }
}
