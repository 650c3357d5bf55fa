import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import PQueue from 'p-queue'
import { pino } from 'pino'
import { chromium } from 'playwright'
import { openBrowser } from '../../../src/capture/browser.ts'
import { browserPath } from '../../../src/capture/launch.ts'
import { openStore } from '../../../src/store/store.ts'
import { type Spread, spread } from '../report.ts'
import { serveListing } from './page.ts'
import { sealed } from './sealed.ts'

const root = new URL('../../..', import.meta.url).pathname

/** Takes one page of the address. */
type Take = (url: string) => Promise<void>

/** A browser as anybody starts it: a new page for each address, in one context that is kept; whole pages as PNG. */
async function rawLoop(): Promise<{ readonly take: Take; close(): Promise<void> }> {
  const browser = await chromium.launch({ executablePath: browserPath({ chromium: null, root }) })
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
  const take = async (url: string): Promise<void> => {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load' })
    await page.screenshot({ fullPage: true })
    await page.close()
  }
  return { take, close: () => browser.close() }
}

export interface ThroughputLine {
  readonly way: string
  readonly perSecond: Spread
  /** Over the raw loop of the same round. */
  readonly ratio: Spread
}

/** Captures a second with so many tabs at once, each way in turn; a first round of all is thrown away. */
export async function measureThroughput(
  { tabs, pages, rounds }: { readonly tabs: number; readonly pages: number; readonly rounds: number },
  say: (line: string) => void,
): Promise<readonly ThroughputLine[]> {
  const home = await mkdtemp(join(tmpdir(), 'soi-bench-'))
  const site = await serveListing()
  const raw = await rawLoop()
  const options = { chromium: null, root, allowPrivate: true, userAgent: 'Soi/bench', log: pino({ level: 'silent' }) }
  const browser = await openBrowser({ ...options, tabs })
  const store = await openStore(home, { actor: 'bench' })
  const ways: readonly (readonly [string, Take])[] = [
    ['raw, until loaded, whole page as PNG', raw.take],
    ['soi, sealed in the store', sealed(browser, store)],
  ]
  const taken = new Map<string, number[]>(ways.map(([name]) => [name, []]))
  try {
    for (let round = 0; round <= rounds; round++)
      for (const [name, take] of ways) {
        const queue = new PQueue({ concurrency: tabs })
        const begun = performance.now()
        await Promise.all(Array.from({ length: pages }, (_, n) => queue.add(() => take(`${site.url}/${round}-${n}`))))
        const perSecond = (pages * 1000) / (performance.now() - begun)
        if (round > 0) taken.get(name)?.push(perSecond)
        say(`  round ${round} ${name}: ${perSecond.toFixed(2)} a second`)
      }
  } finally {
    await Promise.all([raw.close(), browser.close(), site.close(), store.close()])
    await rm(home, { recursive: true, force: true })
  }
  const base = taken.get(ways[0]?.[0] ?? '') ?? []
  return [...taken].map(([way, all]) => ({
    way,
    perSecond: spread(all),
    ratio: spread(all.map((rate, i) => rate / (base[i] ?? Number.NaN))),
  }))
}

const show = ({ median, min, max }: Spread): string => `${median.toFixed(2)} [${min.toFixed(2)}–${max.toFixed(2)}]`

export function throughputTable(lines: readonly ThroughputLine[]): string {
  const out = new Table({ head: ['way', 'pages a second', '÷ raw'], style: { head: [], border: [], compact: true } })
  for (const { way, perSecond, ratio } of lines) out.push([way, show(perSecond), show(ratio)])
  return out.toString()
}
