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
  /** By the clock, from process start to exit. */
  readonly seconds: Spread
  /** User and system time, that of the browser and of other programs started with it: what a busy machine does not change much. */
  readonly cpuSeconds: Spread
  /** Over the peer of the same round. */
  readonly ratio: Spread
  readonly cpuRatio: Spread
  /** Of our own process; the browser that prints has its own. Null for the peer. */
  readonly peakRssMb: number | null
}

export interface PackFigures {
  readonly captures: number
  readonly megabytes: number
  readonly lines: readonly PackLine[]
}

interface Took {
  readonly seconds: number
  readonly cpuSeconds: number
}

/** The shell tells what a program and all that it waited for took. */
const TIME = 'TIMEFORMAT="%R %U %S"; time "$@"'

async function timed(program: string, words: readonly string[]): Promise<Took & { readonly said: string }> {
  const { stdout, stderr } = await run('bash', ['-c', TIME, 'bash', program, ...words])
  const [seconds = 0, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { seconds, cpuSeconds: user + system, said: stdout }
}

const packed = (home: string, file: string, sweep: number, more: readonly string[]) =>
  timed(process.execPath, [
    ...[TYPESCRIPT, RUN],
    ...['--home', home, 'pack', '--sweep', String(sweep), '-o', file, ...more],
  ])

/** As an officer would without us: a list of digests, and one file of it all. Nothing is flushed to the disk. */
const PEER = 'cd "$0" && find . -type f -print0 | xargs -0 sha256sum > ../peer.sha256 && zip -q -0 -r ../peer.zip .'

/** Each way in turn, `rounds` times, each from process start to exit. Throws when a pack is not made. */
export async function comparePacks(
  { captures, rounds, pdf, small }: { captures: number; rounds: number; pdf: boolean; small: boolean },
  say: (line: string) => void,
): Promise<PackFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'soi-pack-bench-'))
  const [home, file, bag] = ['home', 'pack.zip', 'bag'].map((name) => join(folder, name)) as [string, string, string]
  const taken = new Map<Way, Took[]>()
  const rss = new Map<Way, number>()
  const note = (way: Way, took: Took) => {
    taken.set(way, [...(taken.get(way) ?? []), took])
    say(`  ${way}: ${took.seconds.toFixed(1)} s, ${took.cpuSeconds.toFixed(1)} CPU s`)
  }
  const soi = async (way: 'html' | 'pdf') => {
    await rm(file, { force: true })
    const took = await packed(home, file, sweep, way === 'html' ? ['--no-pdf'] : [])
    note(way, took)
    const usage: Usage = JSON.parse(took.said.trim().split('\n').at(-1) ?? '')
    rss.set(way, Math.max(usage.peakRssMb, rss.get(way) ?? 0))
  }
  say(`Filling ${captures} captures …`)
  const sweep = await fillPackStore(home, captures, small)
  try {
    for (let round = 0; round < rounds; round++) {
      await soi('html')
      if (round === 0) await run('unzip', ['-q', file, '-d', bag])
      note('peer', await timed('sh', ['-c', PEER, bag]))
      if (pdf) await soi('pdf')
      for (const name of await readdir(folder)) if (name.startsWith('peer.')) await rm(join(folder, name))
    }
    const bytes = (await stat(file)).size
    return { captures, megabytes: bytes / 1e6, lines: linesOf(taken, rss) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function linesOf(taken: ReadonlyMap<Way, readonly Took[]>, rss: ReadonlyMap<Way, number>): readonly PackLine[] {
  const peer = taken.get('peer') ?? []
  const spreads = (all: readonly Took[], of: keyof Took) => ({
    took: spread(all.map((one) => one[of])),
    ratio: spread(all.map((one, i) => one[of] / (peer[i]?.[of] ?? Number.NaN))),
  })
  return [...taken].map(([way, all]) => {
    const [clock, cpu] = [spreads(all, 'seconds'), spreads(all, 'cpuSeconds')]
    return {
      ...{ way: WAYS[way], seconds: clock.took, ratio: clock.ratio, cpuSeconds: cpu.took, cpuRatio: cpu.ratio },
      peakRssMb: rss.get(way) ?? null,
    }
  })
}

const show = ({ median, min, max }: Spread): string => `${median.toFixed(2)} [${min.toFixed(2)}–${max.toFixed(2)}]`

export function packTable({ captures, megabytes, lines }: PackFigures): string {
  const head = ['way', 'seconds', '÷ peer', 'CPU s', '÷ peer', 'MB RSS']
  const out = new Table({ head, style: { head: [], border: [], compact: true } })
  for (const { way, seconds, ratio, cpuSeconds, cpuRatio, peakRssMb } of lines)
    out.push([way, ...[seconds, ratio, cpuSeconds, cpuRatio].map(show), peakRssMb === null ? '' : peakRssMb.toFixed(0)])
  return `${captures} captures, a pack of ${megabytes.toFixed(0)} MB\n${out.toString()}`
}
