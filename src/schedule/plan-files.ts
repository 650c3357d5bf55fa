import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Instant, Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { parseSweep, type SweepPlan } from '../sweep/plan.ts'

/** A sweep file as it lies in its folder; the files are the truth, whoever wrote them. */
export interface PlanFile {
  /** Absolute. */
  readonly path: string
  /** Without the folder. */
  readonly file: string
  readonly text: string
  readonly sha256: Sha256
  /** When it was last changed. */
  readonly changedAt: Instant
  /** Null where it cannot be understood. */
  readonly plan: SweepPlan | null
  /** Why not, in English. */
  readonly problem: string | null
}

/** Where officers' sweep files lie. */
export const planFolder = (home: string): string => join(home, 'sweeps')

export const hashOfText = (text: string): Sha256 => createHash('sha256').update(text).digest('hex')

const isPlan = (name: string): boolean => /\.ya?ml$/.test(name) && !name.startsWith('.')

/** Path → what it held when it had that stamp: a file that has not changed is not read again. */
export type KnownPlans = Map<string, { readonly stamp: string; readonly file: PlanFile }>

async function planFile(path: string, known: KnownPlans): Promise<PlanFile | null> {
  try {
    const { mtimeMs, ctimeMs, mode, size, ino } = await stat(path)
    const stamp = [mtimeMs, ctimeMs, mode, size, ino].join(' ')
    const before = known.get(path)
    if (before?.stamp === stamp) return before.file
    const file = readPlan(path, await readFile(path, 'utf8'), new Date(mtimeMs))
    known.set(path, { stamp, file })
    return file
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null // taken away between the list and the look
    if (!UNREADABLE.includes(code ?? '')) throw error
    const changedAt = new Date(0).toISOString()
    return {
      ...{ path, file: basename(path), text: '', sha256: hashOfText(''), changedAt },
      ...{ plan: null, problem: `${path}: cannot be read: ${message}` },
    }
  }
}

/** A folder of that name, no permission, a link that leads nowhere sensible: of this file alone. */
const UNREADABLE = ['EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENOTDIR']

function readPlan(path: string, text: string, mtime: Date): PlanFile {
  const rest = { path, file: basename(path), text, sha256: hashOfText(text), changedAt: mtime.toISOString() }
  try {
    return { ...rest, plan: parseSweep(text, path), problem: null }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return { ...rest, plan: null, problem: error.message }
  }
}

/** A name stands for one sweep: of two files that say the same none is run. */
function withTwins(all: readonly PlanFile[]): readonly PlanFile[] {
  return all.map((one) => {
    const { plan } = one
    const twin = plan && all.find((other) => other !== one && other.plan?.name === plan.name)
    if (!twin) return one
    return { ...one, plan: null, problem: `${one.path}: ${twin.file} is called ${plan.name} too` }
  })
}

/** Every sweep file of a folder, by file name, those that cannot be understood too; none where there is no folder. */
export async function planFiles(folder: string, known: KnownPlans = new Map()): Promise<readonly PlanFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const read = names
    .filter(isPlan)
    .sort()
    .map((name) => planFile(join(folder, name), known))
  return withTwins((await Promise.all(read)).filter((one) => one !== null))
}

/** A file name out of a sweep's: letters without marks, so that every system and archive takes it. */
export function fileNameFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const base = plain || hashOfText(name).slice(0, 12)
  for (let n = 1; ; n++) {
    const file = n === 1 ? `${base}.yaml` : `${base}-${n}.yaml`
    if (!taken.includes(file)) return file
  }
}
