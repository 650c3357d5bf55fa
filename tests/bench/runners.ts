import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Shop } from './shop.ts'
import type { Usage } from './usage.ts'

/** One program that crawls the bench shop and leaves rows. */
export interface Runner {
  readonly name: string
  readonly what: string
  command(url: string, out: string): readonly [string, ...string[]]
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** What runs all that are written in TypeScript, as `soi` itself is run. */
export const TYPESCRIPT = here('../../src/typescript.mjs')
const script = (path: string) => (url: string, out: string) =>
  [process.execPath, TYPESCRIPT, here(path), url, out] as const

export const RUNNERS: readonly Runner[] = [
  { name: 'soi', what: 'collect, read, score, store (SQLite); robots.txt obeyed', command: script('soi-run.ts') },
  {
    name: 'cheerio',
    what: 'Crawlee CheerioCrawler in memory, title and price to JSON lines; robots.txt not asked for',
    command: script('peers/cheerio-crawler.ts'),
  },
  {
    name: 'scrapy',
    what: 'Scrapy, 32 at once, no cookies, the same fields to JSON lines; robots.txt not asked for',
    command: (url, out) => [
      'scrapy',
      'runspider',
      here('peers/scrapy_spider.py'),
      '-a',
      `url=${url}`,
      '-o',
      `${out}:jsonlines`,
    ],
  },
]

/** Whether the runner's program is on this machine; those written in TypeScript always are. */
export const isThere = ({ command }: Runner): boolean => spawnSync(command('', '')[0], ['version']).error === undefined

/** Usage as the runner printed it, what it had used when it was warm, and wall seconds from start to exit. */
export type Measured = Usage & {
  readonly wallSeconds: number
  /** When its code was warm, and the CPU seconds it had used by then, start-up too; null where the system does not tell. */
  readonly warm: { readonly at: number; readonly cpuSeconds: number } | null
}

/** Rejects with the runner's own words when it fails. */
export function measure(
  runner: Runner,
  url: string,
  out: string,
  onWarm: Shop['onWarm'] = () => undefined,
): Promise<Measured> {
  const [program, ...args] = runner.command(url, out)
  const begun = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part) => (said.out += part))
  child.stderr.on('data', (part) => (said.err += part))
  let warm: Measured['warm'] = null
  onWarm((at) => {
    const cpuSeconds = cpuOf(child.pid ?? 0)
    warm = cpuSeconds === null ? null : { at, cpuSeconds }
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const wallSeconds = (performance.now() - begun) / 1000
      const line = said.out.trim().split('\n').at(-1)
      if (code === 0 && line) resolve({ ...(JSON.parse(line) as Usage), wallSeconds, warm })
      else reject(new Error(`${runner.name} ended with ${code}: ${said.err.slice(-2000)}`))
    })
  })
}

/** Ticks of a second in /proc: `getconf CLK_TCK` is 100 wherever Node runs. */
const TICKS = 100

/** User and system seconds of another process, all its threads: proc(5), fields 14 and 15 of `stat`. Null beside Linux. */
function cpuOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return null // no such folder: what is known when the runner ends must do
  }
}
