import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { hashPassword } from '../../../src/console/auth/password.ts'
import { openConsole } from '../../../src/store/console/console.ts'
import { randomFrom } from '../random.ts'
import { measure, RUNNERS, TYPESCRIPT } from '../runners.ts'
import { type Shop, startShop } from '../shop.ts'
import { fillStore } from '../store/fill.ts'

/** What officers click, and the milliseconds until the page was there whole. */
export interface ClickFigure {
  readonly what: string
  readonly clicks: number
  readonly median: number
  readonly p95: number
  readonly worst: number
}

export interface ConsoleFigures {
  readonly listings: number
  readonly captured: number
  readonly seconds: number
  readonly perSecond: number
  readonly clicks: number
  /** Anything but a whole page with 200. */
  readonly errors: number
  /** CPU seconds of the server while it was clicked at. */
  readonly cpuSeconds: number
  /** Null where no sweep ran beside the clicks. */
  readonly sweep: SweepFigures | null
  readonly figures: readonly ClickFigure[]
}

/** A sweep into the same store as fast as it goes, alone and with the clicks beside it; pages a second. */
export interface SweepFigures {
  readonly pages: number
  readonly alone: number
  readonly beside: number
}

export interface ConsoleWish {
  readonly listings: number
  /** Pages of the sweep beside the clicks; 0 for none. */
  readonly sweepPages: number
  readonly captured: number
  readonly seconds: number
  readonly perSecond: number
}

const NAME = 'bench'
const PASSWORD = 'mật khẩu để đo'

async function makeOfficer(home: string): Promise<void> {
  const store = openConsole(home, { now: () => new Date().toISOString() })
  const officer = { name: NAME, displayName: 'Bench', role: 'analyst', unit: 'QLTT-00', createdBy: 'bench' } as const
  store.accounts.setPassword(store.accounts.create(officer).id, await hashPassword(PASSWORD))
  store.close()
}

/** A console in a process of its own, as officers have it. */
async function startServer(home: string) {
  const file = fileURLToPath(new URL('./run-console.ts', import.meta.url))
  const child = fork(TYPESCRIPT, [file, home])
  const said = <T>() => new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)))
  const { url } = await said<{ url: string }>()
  const cpu = async (): Promise<number> => {
    const answer = said<{ cpuSeconds: number }>()
    child.send('cpu')
    return (await answer).cpuSeconds
  }
  return { url, cpu, stop: () => child.kill() }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ name: NAME, password: PASSWORD }),
    redirect: 'manual',
  })
  const [cookie = ''] = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (!cookie) throw new Error(`signing in failed: ${answer.status}`)
  return cookie
}

type Page = readonly [what: string, path: (n: number) => string]

const SEARCHES = ['giày nike', 'giay nike', 'túi da', 'ma12*', 'đồng hồ nam', 'khongcotunay']

const pages = (flagged: readonly number[], random: () => number): readonly Page[] => [
  ['Today', () => '/'],
  ['Queue', () => '/queue'],
  ['Queue, newest, one category', () => '/queue?sort=newest&category=smuggled'],
  ['Listing', () => `/listings/${flagged[Math.floor(random() * flagged.length)]}`],
  ['Search', (n) => `/queue?search=${encodeURIComponent(SEARCHES[n % SEARCHES.length] ?? '')}`],
]

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Clicks come when they come, whether the ones before are answered or not: a slow server is not spared. */
async function click(
  url: string,
  asked: readonly Page[],
  { seconds, perSecond }: Pick<ConsoleWish, 'seconds' | 'perSecond'>,
  goesOn: () => boolean,
) {
  const cookie = await signIn(url)
  const took = new Map<string, number[]>(asked.map(([what]) => [what, []]))
  let errors = 0
  const one = async ([what, path]: Page, n: number): Promise<void> => {
    const begun = performance.now()
    const answer = await fetch(url + path(n), { headers: { cookie }, redirect: 'manual' }).catch(() => null)
    const text = await answer?.text().catch(() => null)
    if (answer?.status !== 200 || !text?.endsWith('</html>\n')) errors++
    took.get(what)?.push(performance.now() - begun)
  }
  // Once before it counts: what is counted once a minute is counted then.
  for (const page of asked) await one(page, 0)
  for (const times of took.values()) times.length = 0
  const begun = performance.now()
  const under: Promise<void>[] = []
  for (let n = 0; n < seconds * perSecond || goesOn(); n++) {
    await sleep(Math.max(0, begun + (n * 1000) / perSecond - performance.now()))
    const page = asked[n % asked.length]
    if (page) under.push(one(page, n))
  }
  await Promise.all(under)
  return { took, errors }
}

/** Sweeps the shop into the store under `home`, as fast as it goes; pages a second. `host`: one that leads to this machine. */
async function sweep({ url, served }: Shop, host: string, home: string, pages: number): Promise<number> {
  const soi = RUNNERS.find(({ name }) => name === 'soi')
  if (!soi) throw new Error('there is no runner of our own')
  const command = (to: string, out: string) => [...soi.command(to, out), home] as const
  const { seconds } = await measure({ ...soi, command }, url.replace('127.0.0.1', host), join(home, `${host}.jsonl`))
  const { products } = await served()
  if (products !== pages) throw new Error(`the sweep of ${host} took ${products} of ${pages} pages`)
  return pages / seconds
}

/** Clicks, beside a sweep where one is wished for, which was measured alone before. */
async function clickBeside(url: string, home: string, wish: ConsoleWish, say: (line: string) => void) {
  const asked = pages(flaggedOf(wish), randomFrom(3))
  if (wish.sweepPages === 0) return { ...(await click(url, asked, wish, () => false)), sweep: null }
  say(`Making ${wish.sweepPages} pages to sweep …`)
  const shop = await startShop(wish.sweepPages, 1)
  try {
    say('Sweeping alone …')
    const alone = await sweep(shop, '127.0.0.1', home, wish.sweepPages)
    say('Sweeping, and clicking until it is done …')
    let runs = true
    const second = sweep(shop, 'localhost', home, wish.sweepPages).finally(() => {
      runs = false
    })
    const [clicked, beside] = await Promise.all([click(url, asked, wish, () => runs), second])
    return { ...clicked, sweep: { pages: wish.sweepPages, alone, beside } }
  } finally {
    shop.stop()
  }
}

/** The flagged listings of the filled store: which those are follows from how it is filled. */
const flaggedOf = ({ listings, captured }: ConsoleWish): readonly number[] => {
  const all: number[] = []
  for (let id = 1; id <= listings; id++)
    if (Math.floor((id * captured) / listings) > Math.floor(((id - 1) * captured) / listings)) all.push(id)
  return all
}

/** Fills a store, serves it, clicks at it; the folder is removed afterwards. */
export async function measureConsole(wish: ConsoleWish, say: (line: string) => void): Promise<ConsoleFigures> {
  const home = await mkdtemp(join(tmpdir(), 'soi-console-bench-'))
  try {
    say(`Filling ${wish.listings.toLocaleString('en')} listings …`)
    const filled = await fillStore(home, wish.listings, wish.captured)
    filled.close()
    await makeOfficer(home)
    const server = await startServer(home)
    try {
      say(`Clicking ${wish.perSecond} times a second for ${wish.seconds} s …`)
      const before = await server.cpu()
      const { took, errors, sweep } = await clickBeside(server.url, home, wish, say)
      const figures = [...took].map(([what, times]) => {
        const sorted = [...times].sort((a, b) => a - b)
        return { what, clicks: sorted.length, median: at(sorted, 0.5), p95: at(sorted, 0.95), worst: at(sorted, 1) }
      })
      const clicks = figures.reduce((sum, each) => sum + each.clicks, 0)
      return { ...wish, clicks, errors, cpuSeconds: (await server.cpu()) - before, sweep, figures }
    } finally {
      server.stop()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

export function consoleTable({
  listings,
  clicks,
  errors,
  cpuSeconds,
  perSecond,
  sweep,
  figures,
}: ConsoleFigures): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`
  const rows = figures.map(
    ({ what, clicks: n, median, p95, worst }) =>
      `${what.padEnd(30)} ${String(n).padStart(6)} ${ms(median).padStart(9)} ${ms(p95).padStart(9)} ${ms(worst).padStart(9)}`,
  )
  return [
    `${listings.toLocaleString('en')} listings; ${clicks} clicks, ${perSecond} a second, ${errors} errors; ${cpuSeconds.toFixed(1)} CPU s of the server`,
    `${'page'.padEnd(30)} ${'clicks'.padStart(6)} ${'median'.padStart(9)} ${'95th'.padStart(9)} ${'worst'.padStart(9)}`,
    ...rows,
    ...(sweep ? [besideLine(sweep)] : []),
  ].join('\n')
}

const besideLine = ({ pages: swept, alone, beside }: SweepFigures): string =>
  `sweep of ${swept} pages into the same store: ${alone.toFixed(0)} pages/s alone, ${beside.toFixed(0)} beside the clicks (${(100 * (1 - beside / alone)).toFixed(0)} % slower)`
