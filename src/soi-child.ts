import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type RulesPlace, rulesWords } from './rules/place.ts'

const SOI = fileURLToPath(new URL('./soi.mjs', import.meta.url))
/** Visits under way are recorded in less; a run killed later than that still goes on where it stopped. */
const PATIENCE_MS = 30_000

/** What a process of its own has to be told to judge and read as this one does. */
export interface SoiGround {
  readonly lang: 'vi' | 'en'
  readonly rulesFolder: RulesPlace
  /** The first is Soi's own, which every process has. */
  readonly siteFolders: readonly string[]
}

export const soiWords = ({ lang, rulesFolder, siteFolders }: SoiGround): readonly string[] => [
  ...['--lang', lang, ...rulesWords(rulesFolder)],
  ...siteFolders.slice(1).flatMap((folder) => ['--sites', folder]),
]

interface SoiChild {
  readonly child: ChildProcess
  /** Its exit code once it is gone and its pipes are closed; null when a signal ended it. Rejects when it cannot be started. */
  readonly ended: Promise<number | null>
}

/** `soi` in a process of its own. When `signal` is aborted, or was already, it is asked to stop, and killed when it does not. */
export function soiChild(
  words: readonly string[],
  { signal, stdio }: { readonly signal: AbortSignal; readonly stdio: StdioOptions },
): SoiChild {
  const child = spawn(process.execPath, [SOI, ...words], { stdio })
  return { child, ended: endOf(child, signal) }
}

async function endOf(child: ChildProcess, signal: AbortSignal): Promise<number | null> {
  let killing: NodeJS.Timeout | undefined
  const stop = () => {
    child.kill('SIGTERM')
    killing = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref()
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (signal.aborted) stop()
    return await new Promise<number | null>((done, fail) => child.once('close', done).once('error', fail))
  } finally {
    signal.removeEventListener('abort', stop)
    clearTimeout(killing)
  }
}
