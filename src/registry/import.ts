import { basename } from 'node:path'
import { delimiterOf } from '../csv.ts'
import type { RegistryKind } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { Store } from '../store/api.ts'
import type { Loading, Registries, RegistryRow, Rejection } from '../store/registry/api.ts'
import { type Examined, examine, textOf } from './file.ts'
import { registryRows } from './rows.ts'

/** Rows in one transaction. */
const BATCH = 5_000
/** Rejections shown in a report. */
const SHOWN = 20

export interface ImportRequest {
  readonly kind: RegistryKind
  readonly file: string
  readonly source: string
  /** YYYY-MM-DD. */
  readonly asOf: string
  /** Canonical column → header. */
  readonly columns: ReadonlyMap<string, string>
  /** Per cent of rows that may be refused before the whole file is. */
  readonly maxRejected: number
  readonly onProgress: (bytes: number, of: number) => void
  readonly signal: AbortSignal
}

export interface ImportReport {
  readonly kind: RegistryKind
  readonly source: string
  readonly asOf: string
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly delimiter: string
  /** Canonical column → header, as found. */
  readonly columns: Readonly<Record<string, number>>
  readonly rows: number
  readonly rejected: number
  /** Null on a dry run, where nothing is indexed. */
  readonly duplicates: number | null
  /** The first refused rows. */
  readonly rejections: readonly Rejection[]
  readonly dryRun: boolean
}

type Taker = (rows: readonly RegistryRow[], rejected: readonly Rejection[]) => void

/** Reads the whole file and writes nothing. */
export async function tryImport(request: ImportRequest): Promise<ImportReport> {
  const examined = await examine(request.file)
  const read = await readAll(request, examined, () => undefined)
  return { ...described(request, examined), ...read, duplicates: null, dryRun: true }
}

/**
 * Loads a snapshot and puts it in force: all of it, or none. The ledger entry comes first, so that nothing is in force
 * that the ledger does not tell of; whatever fails or is killed before leaves the snapshot before in force.
 */
export async function importSnapshot(
  request: ImportRequest,
  registries: Registries,
  store: Store,
): Promise<ImportReport> {
  const examined = await examine(request.file)
  const { kind, source, asOf } = request
  const { sha256, bytes, encoding } = examined
  const fileName = basename(request.file)
  const loading = registries.begin({ kind, source, asOf, sha256, fileName, bytes, encoding })
  try {
    const read = await readAll(request, examined, loading.add)
    const { duplicates } = loading.complete()
    const report = { ...described(request, examined), ...read, duplicates, dryRun: false }
    await recorded(report, loading, store)
    return report
  } catch (error) {
    loading.abandon()
    throw error
  }
}

async function recorded(report: ImportReport, loading: Loading, store: Store): Promise<void> {
  const { rejections: _, dryRun: __, ...body } = report
  await store.ledger.append('registry.import', `registry:${report.kind}`, { ...body, snapshot: loading.id })
  loading.enforce()
}

const described = ({ kind, source, asOf, file }: ImportRequest, examined: Examined) => ({
  ...{ kind, source, asOf, fileName: basename(file), sha256: examined.sha256, bytes: examined.bytes },
  ...{ encoding: examined.encoding, delimiter: delimiterOf(examined.head) },
})

/** Every row through `take`, in batches. BadInput when there is none, or too many are refused. */
async function readAll(request: ImportRequest, examined: Examined, take: Taker) {
  const { kind, columns, file, signal, onProgress } = request
  const counts = { rows: 0, rejected: 0 }
  const rejections: Rejection[] = []
  let found: Readonly<Record<string, number>> = {}
  let rows: RegistryRow[] = []
  let refused: Rejection[] = []
  const flush = () => {
    take(rows, refused)
    rows = []
    refused = []
  }
  const text = textOf(file, examined, (bytes) => onProgress(bytes, examined.bytes))
  const delimiter = delimiterOf(examined.head)
  const onColumns = (all: ReadonlyMap<string, number>) => {
    found = Object.fromEntries(all)
  }
  for await (const read of registryRows(text, { kind, delimiter, columns, onColumns })) {
    signal.throwIfAborted()
    if ('row' in read) rows.push(read.row)
    else refused.push(read.rejected)
    if ('row' in read) counts.rows++
    else counts.rejected++
    if ('rejected' in read && rejections.length < SHOWN) rejections.push(read.rejected)
    if (rows.length + refused.length >= BATCH) flush()
  }
  flush()
  refuseBad(counts, rejections, request.maxRejected)
  return { ...counts, rejections, columns: found }
}

function refuseBad(
  { rows, rejected }: { rows: number; rejected: number },
  first: readonly Rejection[],
  most: number,
): void {
  const why = first.slice(0, 3).map(({ line, reason }) => `line ${line}: ${reason}`)
  if (rows === 0) throw new BadInput(['the file holds no row that can be used', ...why].join('; '))
  const share = (100 * rejected) / (rows + rejected)
  if (share > most)
    throw new BadInput(
      `${rejected} of ${rows + rejected} rows cannot be used (more than --max-rejected ${most} %); ${why.join('; ')}`,
    )
}
