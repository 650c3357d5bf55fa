import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { captureTable, compareCaptures } from './capture/compare.ts'
import { measureThroughput, throughputTable } from './capture/throughput.ts'
import { faults } from './check-rows.ts'
import { consoleTable, measureConsole } from './console/measure.ts'
import { compareQueues, queueTable } from './frontier/compare.ts'
import { comparePacks, packTable } from './pack/compare.ts'
import { lines, table, WARM } from './report.ts'
import { compareRules, rulesTable } from './rules/compare.ts'
import { isThere, type Measured, measure, RUNNERS, type Runner } from './runners.ts'
import { type Shop, startShop } from './shop.ts'
import { measureStore } from './store/measure.ts'
import { storeTable } from './store/table.ts'

const HELP = `npm run bench -- crawl [--pages 6000] [--rounds 3] [--jsonld 1] [--only soi,cheerio,scrapy] [--json]
npm run bench -- frontier [--json]
npm run bench -- rules [--listings 1000] [--rounds 5] [--json]
npm run bench -- store [--listings 1000000] [--captures 50000] [--json]
npm run bench -- capture [--rounds 5] [--tabs 1] [--captures 24] [--json]
npm run bench -- pack [--captures 500] [--rounds 3] [--no-pdf] [--small] [--json]
npm run bench -- console [--listings 50000] [--captures 50000] [--seconds 60] [--clicks 50] [--sweep 0] [--json]

Crawls a shop served on this machine with Soi and with two peers, in turn, and prints medians over the rounds: of the whole
crawl, and of what follows its first thousand pages, when the code of each is warm.
  --pages N     product pages (60 to 150 KB each)
  --rounds N    runs of each
  --jsonld F    share of product pages that state a JSON-LD Product, 0 to 1
  --only A,B    these runners; ratios are of the first to each
  --json        figures as JSON on stdout

frontier fills the durable queue with 10,000 and 1,000,000 requests and takes some; the peer is Crawlee's queue in memory.

rules judges listings made here with all rules, against a loop of regular expressions and json-rules-engine, and with 150
and 1,500 rules; CPU seconds, in turn, medians over the rounds.
  --listings N  of about 500 characters; the slow peers get a part of them

store fills an evidence store with made-up listings and asks for pages of 50 anywhere in it, beside SQLite's own count(*).
  --listings N  how many (1,000,000)
  --captures N  how many of them are flagged and have the rows of a capture

console fills a store, serves it from a process of its own and clicks at Today, the queue, listings and the search, whether
the clicks before are answered or not.
  --seconds N   for how long
  --clicks N    a second
  --sweep N     beside a sweep of so many pages into the same store, which is measured alone first

capture takes one page of 45 pictures, served on this machine, into the store, against navigation, screenshot and DOM as
anybody writes them with Playwright; in turn, medians over the rounds.
  --tabs N      more than one: pages a second with so many tabs at once, against a raw loop with as many and a new page in
                a context that is kept for each; --captures pages in each round (24)

pack seals that many captures into one pack, from process start to exit, against sha256sum and zip -0 of the same bytes; in
turn, medians over the rounds. The page is one that a browser took (5,000 pixels tall), three photographs beside it.
  --captures N  how many (500)
  --no-pdf      leave the printed report out
  --small       captures without pictures and archives: what a pack of very many costs in memory`

const say = (line: string) => process.stderr.write(`${line}\n`)

const OPTIONS = {
  pages: { type: 'string', default: '6000' },
  rounds: { type: 'string' },
  jsonld: { type: 'string', default: '1' },
  only: { type: 'string', default: RUNNERS.map(({ name }) => name).join(',') },
  listings: { type: 'string' },
  captures: { type: 'string' },
  'no-pdf': { type: 'boolean', default: false },
  small: { type: 'boolean', default: false },
  seconds: { type: 'string', default: '60' },
  clicks: { type: 'string', default: '50' },
  sweep: { type: 'string', default: '0' },
  tabs: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

function chosen(only: string): readonly Runner[] {
  return only.split(',').flatMap((name) => {
    const runner = RUNNERS.find((one) => one.name === name)
    if (!runner) throw new Error(`--only ${name}: there is ${RUNNERS.map((one) => one.name).join(', ')}`)
    if (isThere(runner)) return [runner]
    say(`${name} is not on this machine and is left out`)
    return []
  })
}

/** One run of one runner; throws when it did not take every page, or took one wrongly. */
async function once(runner: Runner, shop: Shop, pages: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'soi-bench-'))
  try {
    const out = join(folder, 'rows.jsonl')
    await shop.served()
    const measured = await measure(runner, shop.url, out, shop.onWarm)
    const { products } = await shop.served()
    const wrong = faults(await readFile(out, 'utf8'), pages)
    if (products !== pages || wrong.length)
      throw new Error(
        `${runner.name} fetched ${products} of ${pages} products; ${wrong.length} faults: ${wrong.slice(0, 5).join('; ')}`,
      )
    return measured
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const needed = ({ browserPages }: Measured): string =>
  browserPages === undefined ? '' : `, ${browserPages} pages needed a browser`

async function crawl(runners: readonly Runner[], pages: number, rounds: number, jsonld: number) {
  say(`Making ${pages} pages …`)
  const shop = await startShop(pages, jsonld, WARM)
  say(`  mean ${Math.round(shop.meanBytes / 1000)} KB, ${Math.round(shop.meanGzip / 1000)} KB gzipped`)
  const taken = new Map<string, Measured[]>(runners.map(({ name }) => [name, []]))
  try {
    for (let round = 1; round <= rounds; round++)
      for (const runner of runners) {
        const measured = await once(runner, shop, pages)
        taken.get(runner.name)?.push(measured)
        say(
          `  round ${round} ${runner.name}: ${Math.round(pages / measured.seconds)} pages/s, ${measured.cpuSeconds.toFixed(1)} CPU s${needed(measured)}`,
        )
      }
  } finally {
    shop.stop()
  }
  return lines(taken, pages)
}

const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
const [what = '', ...more] = positionals
const roundsOr = (usual: number) => Number(values.rounds ?? usual)
if (
  values.help ||
  more.length > 0 ||
  !['crawl', 'frontier', 'rules', 'store', 'capture', 'pack', 'console'].includes(what)
) {
  say(HELP)
  process.exitCode = values.help ? 0 : 64
} else if (what === 'frontier') {
  const figures = await compareQueues(say)
  const shown = values.json ? JSON.stringify(Object.fromEntries(figures), null, 2) : queueTable(figures)
  process.stdout.write(`${shown}\n`)
} else if (what === 'rules') {
  const compared = await compareRules(roundsOr(5), Number(values.listings ?? '1000'), say)
  process.stdout.write(`${values.json ? JSON.stringify(compared, null, 2) : rulesTable(compared.lines)}\n`)
} else if (what === 'store') {
  const measured = await measureStore(Number(values.listings ?? '1000000'), Number(values.captures ?? '50000'), say)
  process.stdout.write(`${values.json ? JSON.stringify(measured, null, 2) : storeTable(measured)}\n`)
} else if (what === 'console') {
  const listings = Number(values.listings ?? '50000')
  const wish = { listings, captured: Math.min(listings, Number(values.captures ?? '50000')) }
  const speed = { seconds: Number(values.seconds), perSecond: Number(values.clicks) }
  const measured = await measureConsole({ ...wish, ...speed, sweepPages: Number(values.sweep) }, say)
  process.stdout.write(`${values.json ? JSON.stringify(measured, null, 2) : consoleTable(measured)}\n`)
} else if (what === 'capture' && Number(values.tabs) > 1) {
  const wish = { tabs: Number(values.tabs), pages: Number(values.captures ?? '24'), rounds: roundsOr(5) }
  const measured = await measureThroughput(wish, say)
  process.stdout.write(`${values.json ? JSON.stringify(measured, null, 2) : throughputTable(measured)}\n`)
} else if (what === 'capture') {
  const compared = await compareCaptures(roundsOr(5), say)
  process.stdout.write(`${values.json ? JSON.stringify(compared, null, 2) : captureTable(compared)}\n`)
} else if (what === 'pack') {
  const { small, 'no-pdf': noPdf } = values
  const captures = Number(values.captures ?? '500')
  const compared = await comparePacks({ captures, rounds: roundsOr(3), pdf: !noPdf, small }, say)
  process.stdout.write(`${values.json ? JSON.stringify(compared, null, 2) : packTable(compared)}\n`)
} else {
  const [pages, rounds, jsonld] = [Number(values.pages), roundsOr(3), Number(values.jsonld)]
  const runners = chosen(values.only)
  const shown = await crawl(runners, pages, rounds, jsonld)
  if (values.json) process.stdout.write(`${JSON.stringify({ pages, rounds, jsonld, lines: shown }, null, 2)}\n`)
  else process.stdout.write(`${runners.map(({ name, what }) => `${name}: ${what}`).join('\n')}\n${table(shown)}\n`)
}
