import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Usage } from './usage.ts'

/** One program that crawls the bench shop and leaves rows. */
export interface Runner {
  readonly name: string
  readonly what: string
  command(url: string, out: string): readonly [string, ...string[]]
}

/** The loader that `soi` itself runs under, for all that are written in TypeScript. */
export const TYPESCRIPT = new URL('../../src/typescript.mjs', import.meta.url).href

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const script = (path: string) => (url: string, out: string) =>
  [process.execPath, '--import', TYPESCRIPT, here(path), url, out] as const

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

/** Usage as the runner printed it, and wall seconds from start to exit. Rejects with the runner's own words when it fails. */
export function measure(runner: Runner, url: string, out: string): Promise<Usage & { readonly wallSeconds: number }> {
  const [program, ...args] = runner.command(url, out)
  const begun = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part) => (said.out += part))
  child.stderr.on('data', (part) => (said.err += part))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const wallSeconds = (performance.now() - begun) / 1000
      const line = said.out.trim().split('\n').at(-1)
      if (code === 0 && line) resolve({ ...(JSON.parse(line) as Usage), wallSeconds })
      else reject(new Error(`${runner.name} ended with ${code}: ${said.err.slice(-2000)}`))
    })
  })
}
