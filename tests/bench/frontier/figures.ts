import type { NewRequest } from '../../../src/domain.ts'

/** Requests handed over at once. */
export const BATCH = 1_000
const HOSTS = 50

/** `count` requests, different from those of any other `from`, spread over 50 hosts. */
export const requestsFrom = (from: number, count: number): readonly NewRequest[] =>
  Array.from({ length: count }, (_, i) => {
    const host = `shop-${(from + i) % HOSTS}.example.vn`
    const key = `${host}/san-pham/hang-mau-${from + i}`
    return { url: `https://${key}`, key, host, role: 'listing', depth: 1, via: 'http' }
  })

/** What a queue did. */
export interface QueueFigures {
  readonly addsPerSecond: number
  /** User and system time: steadier than the clock on a machine that does other things. */
  readonly addsPerCpuSecond: number
  /** Rate of the last tenth over the rate of the first, by CPU. */
  readonly lastOverFirst: number
  readonly takesPerSecond: number
  readonly takesPerCpuSecond: number
  /** MB more than before the first request. */
  readonly grownMb: number
}

interface Span {
  readonly wallMs: number
  readonly cpuMs: number
}

const rssMb = (): number => process.memoryUsage.rss() / 1024 / 1024

/** Times what is done to a queue; making the requests is not counted. */
export function measured(count: number, takes: number) {
  const before = rssMb()
  const adds: Span[] = []
  const gets: Span[] = []
  const timed = async <T>(spans: Span[], work: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const used = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(used)
    spans.push({ wallMs: performance.now() - begun, cpuMs: (user + system) / 1000 })
    return result
  }
  return {
    adding: (work: () => Promise<unknown>) => timed(adds, work),
    taking: <T>(work: () => Promise<T>) => timed(gets, work),
    print: (): void => {
      const tenth = Math.max(1, Math.floor(adds.length / 10))
      const sum = (some: readonly Span[], of: keyof Span) => some.reduce((all, span) => all + span[of], 0)
      const figures: QueueFigures = {
        addsPerSecond: (count / sum(adds, 'wallMs')) * 1000,
        addsPerCpuSecond: (count / sum(adds, 'cpuMs')) * 1000,
        lastOverFirst: sum(adds.slice(0, tenth), 'cpuMs') / sum(adds.slice(-tenth), 'cpuMs'),
        takesPerSecond: (takes / sum(gets, 'wallMs')) * 1000,
        takesPerCpuSecond: (takes / sum(gets, 'cpuMs')) * 1000,
        grownMb: rssMb() - before,
      }
      process.stdout.write(`${JSON.stringify(figures)}\n`)
    },
  }
}
