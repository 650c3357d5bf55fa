import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Table from 'cli-table3'
import { type Spread, spread } from '../report.ts'
import { TYPESCRIPT } from '../runners.ts'
import type { Usage } from '../usage.ts'
import { fillPackStore } from './fill.ts'

const run = promisify(execFile)
const RUN = fileURLToPath(new URL('run.ts', import.meta.url))

/** What is timed, and what of a pack is in it. */
const WAYS = {
  peer: 'sha256sum of every file, then zip -0, of the pack’s own bytes unpacked',
  html: 'soi pack --no-pdf: everything but the printed report, its pictures drawn',
  pdf: 'soi pack: the report printed too',
} as const
type Way = keyof typeof WAYS

export interface PackLine {
  readonly way: string
  readonly seconds: Spread
  /** Over the peer of the same round. */
  readonly ratio: Spread
  /** Of our own process; the browser that prints has its own. Null for the peer. */
  readonly peakRssMb: number | null
}

export interface PackFigures {
  readonly captures: number
  readonly megabytes: number
  readonly lines: readonly PackLine[]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

async function packed(home: string, file: string, sweep: number, more: readonly string[]) {
  const words = ['--home', home, 'pack', '--sweep', String(sweep), '-o', file, ...more]
  const { stdout } = await run(process.execPath, ['--import', TYPESCRIPT, RUN, ...words])
  const usage: Usage = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  return usage
}

/** As an officer would without us: a list of digests, and one file of it all. Nothing is flushed to the disk. */
const PEER = 'cd "$0" && find . -type f -print0 | xargs -0 sha256sum > ../peer.sha256 && zip -q -0 -r ../peer.zip .'

/** Each way in turn, `rounds` times, each from process start to exit. Throws when a pack is not made. */
export async function comparePacks(
  { captures, rounds, pdf, small }: { captures: number; rounds: number; pdf: boolean; small: boolean },
  say: (line: string) => void,
): Promise<PackFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'soi-pack-bench-'))
  const [home, file, bag] = ['home', 'pack.zip', 'bag'].map((name) => join(folder, name)) as [string, string, string]
  const taken = new Map<Way, number[]>()
  const rss = new Map<Way, number>()
  const note = (way: Way, seconds: number) => {
    taken.set(way, [...(taken.get(way) ?? []), seconds])
    say(`  ${way}: ${seconds.toFixed(1)} s`)
  }
  const soi = async (way: 'html' | 'pdf') => {
    await rm(file, { force: true })
    const more = way === 'html' ? ['--no-pdf'] : []
    let peak = 0
    note(way, await timed(async () => ({ peakRssMb: peak } = await packed(home, file, sweep, more))))
    rss.set(way, Math.max(peak, rss.get(way) ?? 0))
  }
  say(`Filling ${captures} captures …`)
  const sweep = await fillPackStore(home, captures, small)
  try {
    for (let round = 0; round < rounds; round++) {
      await soi('html')
      if (round === 0) await run('unzip', ['-q', file, '-d', bag])
      note('peer', await timed(() => run('sh', ['-c', PEER, bag])))
      if (pdf) await soi('pdf')
      for (const name of await readdir(folder)) if (name.startsWith('peer.')) await rm(join(folder, name))
    }
    const bytes = (await stat(file)).size
    return { captures, megabytes: bytes / 1e6, lines: linesOf(taken, rss) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function linesOf(taken: ReadonlyMap<Way, readonly number[]>, rss: ReadonlyMap<Way, number>): readonly PackLine[] {
  const peer = taken.get('peer') ?? []
  return [...taken].map(([way, all]) => ({
    way: WAYS[way],
    seconds: spread(all),
    ratio: spread(all.map((seconds, i) => seconds / (peer[i] ?? Number.NaN))),
    peakRssMb: rss.get(way) ?? null,
  }))
}

const show = ({ median, min, max }: Spread): string => `${median.toFixed(2)} [${min.toFixed(2)}–${max.toFixed(2)}]`

export function packTable({ captures, megabytes, lines }: PackFigures): string {
  const out = new Table({
    head: ['way', 'seconds', '÷ peer', 'MB RSS'],
    style: { head: [], border: [], compact: true },
  })
  for (const { way, seconds, ratio, peakRssMb } of lines)
    out.push([way, show(seconds), show(ratio), peakRssMb === null ? '' : peakRssMb.toFixed(0)])
  return `${captures} captures, a pack of ${megabytes.toFixed(0)} MB\n${out.toString()}`
}
