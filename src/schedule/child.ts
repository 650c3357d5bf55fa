import { spawn } from 'node:child_process'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ExitCode } from '../exit-codes.ts'
import { type RulesPlace, rulesWords } from '../rules/place.ts'
import { sweepLockName } from '../store/locks.ts'
import type { Planned } from './due.ts'
import type { RunEnd } from './world.ts'

const SOI = fileURLToPath(new URL('../soi.mjs', import.meta.url))
/** Visits under way are recorded in less; a run killed later than that still goes on where it stopped. */
const PATIENCE_MS = 30_000
/** A run has ended though a site was broken or nothing could be read: that is kept with the run. */
const DONE: readonly number[] = [ExitCode.Ok, ExitCode.Flagged, ExitCode.NothingRead]

export interface ChildWorld {
  readonly home: string
  readonly rulesFolder: RulesPlace
  /** Beside those that come with Soi. */
  readonly moreSites: readonly string[]
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
  const sites = world.moreSites.flatMap((each) => ['--sites', each])
  const argv = [
    SOI,
    '--home',
    world.home,
    '--lang',
    'en',
    ...rulesWords(world.rulesFolder),
    ...sites,
    'sweep',
    'run',
    path,
  ]
  try {
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', handle.fd] })
    const stop = () => {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref()
    }
    signal.addEventListener('abort', stop, { once: true })
    const code = await new Promise<number | null>((done, fail) => child.once('exit', done).once('error', fail))
    signal.removeEventListener('abort', stop)
    return endOf(code, lastLine(await readFile(said, 'utf8')))
  } finally {
    await handle.close()
  }
}
