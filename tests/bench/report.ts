import Table from 'cli-table3'
import type { Usage } from './usage.ts'

export type Measured = Usage & { readonly wallSeconds: number }

/** Runner name → one measurement per round. */
export type Rounds = ReadonlyMap<string, readonly Measured[]>

const FIGURES = {
  /** Crawl alone. */
  pagesPerSecond: ({ seconds }: Measured, pages: number) => pages / seconds,
  /** From process start to exit. */
  pagesPerSecondWithStartUp: ({ wallSeconds }: Measured, pages: number) => pages / wallSeconds,
  cpuSecondsPer1000: ({ cpuSeconds }: Measured, pages: number) => (cpuSeconds / pages) * 1000,
  startUpCpuSeconds: ({ startUpCpuSeconds }: Measured) => startUpCpuSeconds,
  peakRssMb: ({ peakRssMb }: Measured) => peakRssMb,
} as const
type Figure = keyof typeof FIGURES

/** Median with the least and the greatest. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (i: number) => sorted[Math.min(sorted.length - 1, Math.max(0, i))] ?? Number.NaN
  const half = sorted.length / 2
  return { median: (at(Math.ceil(half) - 1) + at(Math.floor(half))) / 2, min: at(0), max: at(sorted.length - 1) }
}

export interface Line {
  readonly runner: string
  readonly figures: Readonly<Record<Figure, Spread>>
  /** This runner over the first one, round by round. */
  readonly ratios: Readonly<Record<Figure, Spread>>
}

/** One line per runner; ratios pair the runs of one round, so that a slow minute of the machine weighs on both. */
export function lines(rounds: Rounds, pages: number): readonly Line[] {
  const base = [...rounds.values()][0] ?? []
  const names = Object.keys(FIGURES) as Figure[]
  return [...rounds].map(([runner, runs]) => {
    const of = (figure: Figure, run: Measured) => FIGURES[figure](run, pages)
    const all = (make: (figure: Figure) => Spread) =>
      Object.fromEntries(names.map((figure) => [figure, make(figure)])) as Record<Figure, Spread>
    const ratio = (figure: Figure) =>
      spread(runs.flatMap((run, i) => (base[i] ? [of(figure, run) / of(figure, base[i])] : [])))
    return { runner, figures: all((figure) => spread(runs.map((run) => of(figure, run)))), ratios: all(ratio) }
  })
}

const show = ({ median, min, max }: Spread, digits: number) =>
  `${median.toFixed(digits)} [${min.toFixed(digits)}–${max.toFixed(digits)}]`

/** The table a reader sees: medians, and `[least–greatest]`. */
export function table(shown: readonly Line[]): string {
  const first = shown[0]?.runner ?? ''
  const head = [
    'runner',
    'pages/s',
    'pages/s with start-up',
    'CPU s / 1,000 pages',
    'start-up CPU s',
    'peak RSS MB',
    `pages/s ÷ ${first}'s`,
    `CPU ÷ ${first}'s`,
  ]
  const out = new Table({ head, style: { head: [], border: [], compact: true } })
  for (const { runner, figures, ratios } of shown)
    out.push([
      runner,
      show(figures.pagesPerSecond, 0),
      show(figures.pagesPerSecondWithStartUp, 0),
      show(figures.cpuSecondsPer1000, 2),
      show(figures.startUpCpuSeconds, 1),
      show(figures.peakRssMb, 0),
      show(ratios.pagesPerSecond, 2),
      show(ratios.cpuSecondsPer1000, 2),
    ])
  return out.toString()
}
