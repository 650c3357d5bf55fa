import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ExitCode } from '../exit-codes.ts'
import { type SoiGround, soiChild, soiWords } from '../soi-child.ts'
import { sweepLockName } from '../store/locks.ts'
import type { Planned } from './due.ts'
import type { RunEnd } from './world.ts'

/** A run has ended though a site was broken or nothing could be read: that is kept with the run. */
const DONE: readonly number[] = [ExitCode.Ok, ExitCode.Flagged, ExitCode.NothingRead]

export interface ChildWorld extends Omit<SoiGround, 'lang'> {
  readonly home: string
}

const endOf = (code: number | null, why: string): RunEnd => {
  if (code !== null && DONE.includes(code)) return { kind: 'done' }
  if (code === ExitCode.Busy) return { kind: 'busy' }
  if (code === null || code === ExitCode.Interrupted) return { kind: 'cut off' }
  return { kind: 'failed', why: why || `ended with code ${code}` }
}

const lastLine = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .at(-1)
    ?.slice(0, 500) ?? ''

/**
 * Runs a sweep in a process of its own, so that whoever began it does not stall. What it says goes to a file, not to a
 * pipe: when its parent is killed the run goes on to its end, and the next scheduler finds it ended.
 */
export async function runInChild({ path, plan }: Planned, world: ChildWorld, signal: AbortSignal): Promise<RunEnd> {
  if (signal.aborted) return { kind: 'cut off' }
  const folder = join(world.home, 'logs')
  await mkdir(folder, { recursive: true })
  const said = join(folder, `${sweepLockName(plan.name)}.txt`)
  const handle = await open(said, 'w')
  const words = ['--home', world.home, ...soiWords({ ...world, lang: 'en' }), 'sweep', 'run', path]
  try {
    const code = await soiChild(words, { signal, stdio: ['ignore', 'ignore', handle.fd] }).ended
    return endOf(code, lastLine(await readFile(said, 'utf8')))
  } finally {
    await handle.close()
  }
}
