import Table from 'cli-table3'
import type { Measured } from './runners.ts'

/** Runner name → one measurement per round. */
export type Rounds = ReadonlyMap<string, readonly Measured[]>

/** Product pages after which a runner's code counts as warm: V8 compiles what is used often, while it is used. */
export const WARM = 1000

const FIGURES = {
  /** Crawl alone. */
  pagesPerSecond: ({ seconds }: Measured, pages: number) => pages / seconds,
  /** From process start to exit. */
  pagesPerSecondWithStartUp: ({ wallSeconds }: Measured, pages: number) => pages / wallSeconds,
  cpuSecondsPer1000: ({ cpuSeconds }: Measured, pages: number) => (cpuSeconds / pages) * 1000,
  /** The same of the pages after the first thousand. */
  warmPagesPerSecond: ({ warm, endedAt }: Measured, pages: number) =>
    warm === null ? Number.NaN : (pages - WARM) / ((endedAt - warm.at) / 1000),
  warmCpuSecondsPer1000: ({ warm, cpuSeconds, startUpCpuSeconds }: Measured, pages: number) =>
    warm === null ? Number.NaN : ((cpuSeconds + startUpCpuSeconds - warm.cpuSeconds) / (pages - WARM)) * 1000,
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
  /** The first runner over this one, round by round. */
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
      spread(runs.flatMap((run, i) => (base[i] ? [of(figure, base[i]) / of(figure, run)] : [])))
    return { runner, figures: all((figure) => spread(runs.map((run) => of(figure, run)))), ratios: all(ratio) }
  })
}

const show = ({ median, min, max }: Spread, digits: number) =>
  Number.isNaN(median) ? '–' : `${median.toFixed(digits)} [${min.toFixed(digits)}–${max.toFixed(digits)}]`

/** The table a reader sees: medians, and `[least–greatest]`. */
export function table(shown: readonly Line[]): string {
  const first = shown[0]?.runner ?? ''
  const columns: readonly (readonly [head: string, of: (line: Line) => string])[] = [
    ['runner', ({ runner }) => runner],
    ['pages/s', ({ figures }) => show(figures.pagesPerSecond, 0)],
    [`  ${first} ÷ it`, ({ ratios }) => show(ratios.pagesPerSecond, 2)],
    ['with start-up', ({ figures }) => show(figures.pagesPerSecondWithStartUp, 0)],
    ['CPU s / 1,000 pages', ({ figures }) => show(figures.cpuSecondsPer1000, 2)],
    [`  ${first} ÷ it`, ({ ratios }) => show(ratios.cpuSecondsPer1000, 2)],
    ['start-up CPU s', ({ figures }) => show(figures.startUpCpuSeconds, 1)],
    ['peak RSS MB', ({ figures }) => show(figures.peakRssMb, 0)],
    [`pages/s from ${WARM + 1} on`, ({ figures }) => show(figures.warmPagesPerSecond, 0)],
    [`  ${first} ÷ it`, ({ ratios }) => show(ratios.warmPagesPerSecond, 2)],
    ['CPU s / 1,000 of them', ({ figures }) => show(figures.warmCpuSecondsPer1000, 2)],
    [`  ${first} ÷ it`, ({ ratios }) => show(ratios.warmCpuSecondsPer1000, 2)],
  ]
  // A runner is a column: twelve figures side by side are wider than a screen.
  const out = new Table({ style: { head: [], border: [], compact: true } })
  for (const [head, of] of columns) out.push({ [head]: shown.map(of) })
  return out.toString()
}
