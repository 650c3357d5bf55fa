import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import { pino } from 'pino'
import { type CaptureBrowser, openBrowser } from '../../../src/capture/browser.ts'
import { openStore } from '../../../src/store/store.ts'
import { type Spread, spread } from '../report.ts'
import { serveListing } from './page.ts'
import { sealed } from './sealed.ts'

const root = new URL('../../..', import.meta.url).pathname

type Way = (url: string) => Promise<void>

/** Navigation, screenshot and DOM as anybody writes them with Playwright; `until` is what it waits for. */
const raw =
  (browser: CaptureBrowser, until: 'load' | 'networkidle'): Way =>
  (url) =>
    browser.tab(async (tab) => {
      await tab.goto(url, { waitUntil: until })
      await tab.screenshot({ fullPage: true })
      await tab.content()
    })

export interface CaptureLine {
  readonly way: string
  readonly milliseconds: Spread
  /** Over the raw loop that waits for a quiet network, as we do, of the same round. */
  readonly ratio: Spread
}

/** Each way in turn, `rounds` times, one page at a time; a first round of all is thrown away. Throws when a capture is not whole. */
export async function compareCaptures(rounds: number, say: (line: string) => void): Promise<readonly CaptureLine[]> {
  const home = await mkdtemp(join(tmpdir(), 'soi-bench-'))
  const site = await serveListing()
  const options = { chromium: null, root, allowPrivate: true, userAgent: 'Soi/bench', log: pino({ level: 'silent' }) }
  const [browser, printing] = [await openBrowser(options), await openBrowser({ ...options, print: true })]
  const store = await openStore(home, { actor: 'bench' })
  const ways: readonly (readonly [string, Way])[] = [
    ['raw, until the network is quiet', raw(browser, 'networkidle')],
    ['raw, until loaded', raw(browser, 'load')],
    ['soi, sealed in the store', sealed(browser, store)],
    ['soi, printed too', sealed(printing, store)],
  ]
  const taken = new Map<string, number[]>(ways.map(([name]) => [name, []]))
  try {
    for (let round = 0; round <= rounds; round++)
      for (const [name, way] of ways) {
        const begun = performance.now()
        await way(`${site.url}/${round}`)
        if (round > 0) taken.get(name)?.push(performance.now() - begun)
        say(`  round ${round} ${name}: ${Math.round(performance.now() - begun)} ms`)
      }
  } finally {
    await Promise.all([browser.close(), printing.close(), site.close(), store.close()])
    await rm(home, { recursive: true, force: true })
  }
  const base = taken.get(ways[0]?.[0] ?? '') ?? []
  return [...taken].map(([way, all]) => ({
    way,
    milliseconds: spread(all),
    ratio: spread(all.map((ms, i) => ms / (base[i] ?? Number.NaN))),
  }))
}

const show = ({ median, min, max }: Spread, digits: number): string =>
  `${median.toFixed(digits)} [${min.toFixed(digits)}–${max.toFixed(digits)}]`

export function captureTable(lines: readonly CaptureLine[]): string {
  const out = new Table({ head: ['way', 'ms a page', '÷ raw'], style: { head: [], border: [], compact: true } })
  for (const { way, milliseconds, ratio } of lines) out.push([way, show(milliseconds, 0), show(ratio, 2)])
  return out.toString()
}
