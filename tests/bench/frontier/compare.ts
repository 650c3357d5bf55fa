import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Table from 'cli-table3'
import { TYPESCRIPT } from '../runners.ts'
import type { QueueFigures } from './figures.ts'

/** One queue, filled and partly emptied in a process of its own. */
interface Trial {
  readonly name: string
  readonly script: string
  readonly count: number
  readonly takes: number
}

/** Few and many of ours, and as many of the peer's as it takes in a few seconds. */
const TRIALS: readonly Trial[] = [
  { name: 'soi, 10,000', script: 'soi-queue.ts', count: 10_000, takes: 10_000 },
  { name: 'soi, 1,000,000', script: 'soi-queue.ts', count: 1_000_000, takes: 100_000 },
  { name: 'Crawlee RequestQueue in memory, 10,000', script: 'crawlee-queue.ts', count: 10_000, takes: 5_000 },
]

const run = promisify(execFile)

/** Figures of each trial, one after the other. Rejects with the child's own words when one fails. */
export async function compareQueues(say: (line: string) => void): Promise<ReadonlyMap<string, QueueFigures>> {
  const figures = new Map<string, QueueFigures>()
  for (const { name, script, count, takes } of TRIALS) {
    say(`${name} …`)
    const file = fileURLToPath(new URL(script, import.meta.url))
    const { stdout } = await run(process.execPath, [TYPESCRIPT, file, String(count), String(takes)])
    figures.set(name, JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  }
  return figures
}

/** Rates by the clock and by CPU second; the peer keeps nothing on disk. */
export function queueTable(figures: ReadonlyMap<string, QueueFigures>): string {
  const head = ['queue', 'adds/s', 'adds/CPU s', 'last ÷ first tenth', 'takes/s', 'takes/CPU s', 'MB grown']
  const out = new Table({ head, style: { head: [], border: [], compact: true } })
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  for (const [name, one] of figures)
    out.push([
      name,
      whole(one.addsPerSecond),
      whole(one.addsPerCpuSecond),
      one.lastOverFirst.toFixed(2),
      whole(one.takesPerSecond),
      whole(one.takesPerCpuSecond),
      one.grownMb.toFixed(0),
    ])
  return out.toString()
}
