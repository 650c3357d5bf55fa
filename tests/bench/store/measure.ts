import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildReport } from '../../../src/report/build.ts'
import { wishedReport } from '../../../src/report/wish.ts'
import { openStore, type SightingFilter, type Store } from '../../../src/store/store.ts'
import { randomFrom } from '../random.ts'
import { spread } from '../report.ts'
import { fillStore } from './fill.ts'

/** Milliseconds by the clock. */
export interface StoreFigure {
  readonly what: string
  readonly median: number
  readonly worst: number
  readonly times: number
}

export interface StoreFigures {
  readonly listings: number
  readonly captured: number
  readonly fillSeconds: number
  readonly bytesPerListing: number
  readonly searchBytesPerListing: number
  readonly figures: readonly StoreFigure[]
}

const PAGE = 50
const ROUNDS = 15

const QUESTIONS: readonly (readonly [string, SightingFilter])[] = [
  ['list, all', {}],
  ['list, flagged', { flagged: true }],
  ['filter: site', { site: 'cho-3' }],
  ['filter: band', { band: 'medium', flagged: true }],
  ['filter: category', { category: 'smuggled', flagged: true }],
  ['filter: site, band and category', { site: 'cho-5', band: 'high', category: 'counterfeit' }],
  ['filter: seller, part of the name', { seller: 'hoa binh 77' }],
  ['filter: seller, a part of all names', { seller: 'shop' }],
  ['filter: one week', { from: '2026-03-02T17:00:00.000Z', to: '2026-03-09T17:00:00.000Z' }],
  ['filter: since a day, site', { from: '2026-05-01T00:00:00.000Z', site: 'cho-1', flagged: true }],
  ['search: two common words', { search: 'giay nike' }],
  ['search: with accents, flagged', { search: 'giày nike', flagged: true }],
  ['search: a rare word', { search: 'ma12345' }],
  ['search: rare and common', { search: 'ma12345 giay' }],
  ['search: beginning of a word', { search: 'ma1234*' }],
  ['search: nothing there', { search: 'khongcotunay' }],
]

const timed = async (what: string, times: number, once: (n: number) => unknown): Promise<StoreFigure> => {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const begun = performance.now()
    await once(n)
    took.push(performance.now() - begun)
  }
  const { median, max } = spread(took)
  return { what, median, worst: max, times }
}

/** Each question at pages begun anywhere in the store, the first page among them. */
async function ask(store: Store, listings: number): Promise<readonly StoreFigure[]> {
  const random = randomFrom(7)
  const starts = [undefined, ...Array.from({ length: ROUNDS - 1 }, () => 1 + Math.floor(random() * listings))]
  const figures: StoreFigure[] = []
  for (const [what, filter] of QUESTIONS)
    figures.push(
      await timed(what, starts.length, (n) => {
        const after = starts[n]
        return store.sightings.list({ ...filter, limit: PAGE, ...(after === undefined ? {} : { after }) })
      }),
    )
  figures.push(await timed('history of a seller', ROUNDS, (n) => store.sellers.find(`hoa binh ${n + 100}`, 1)))
  figures.push(
    await timed('ledger, newest entries of an action', ROUNDS, () =>
      store.ledger.list({ action: 'sighting.record', limit: PAGE }),
    ),
  )
  return [...figures, ...(await counts(store))]
}

/** What Today and the reports count; the store was filled over the year before July 2026. */
async function counts(store: Store): Promise<readonly StoreFigure[]> {
  const report = (wish: Parameters<typeof wishedReport>[0]) => buildReport(store.reports, wishedReport(wish))
  return [
    await timed('today: new since the last visit', ROUNDS, () => store.sightings.fresh(0)),
    await timed('today: charts of thirty days', ROUNDS, () => store.sightings.overview('2026-06-01T00:00:00.000Z')),
    await timed('today: charts of a year', ROUNDS, () => store.sightings.overview('2025-07-01T00:00:00.000Z')),
    await timed('report: a month', 5, () => report({ month: '2026-06' })),
    await timed('report: a year', 3, () => report({ from: '2025-07-01', to: '2026-06-30' })),
  ]
}

/** Fills a store and asks it; the folder is removed afterwards. */
export async function measureStore(
  listings: number,
  captured: number,
  say: (line: string) => void,
): Promise<StoreFigures> {
  const home = await mkdtemp(join(tmpdir(), 'soi-store-bench-'))
  try {
    say(`Filling ${listings.toLocaleString('en')} listings, ${captured.toLocaleString('en')} of them with a capture …`)
    const filled = await fillStore(home, listings, captured)
    say('Asking …')
    const store = await openStore(home, { actor: 'bench', readOnly: true })
    try {
      const counted = await timed('SQLite: count(*)', ROUNDS, filled.count)
      return { listings, captured, ...filled.figures(), figures: [counted, ...(await ask(store, listings))] }
    } finally {
      filled.close()
      await store.close()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
