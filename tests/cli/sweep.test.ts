import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { openStore } from '../../src/store/store.ts'
import { soi, tempHome } from './soi.ts'

const PRODUCTS = 60
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const product = (n: number) => `<!doctype html><html lang="vi"><title>Bình gốm số ${n}</title>
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: n === 7 ? 'Đồng hồ Rolex rep 1:1 siêu cấp, super fake' : `Bình gốm Bát Tràng số ${n}`,
  description: 'Gốm làm tay.',
  offers: { '@type': 'Offer', price: 100_000 + n, priceCurrency: 'VND' },
})}</script><h1>Bình gốm số ${n}</h1><p>Gốm làm tay, nung củi.</p></html>`

const shelf = `<!doctype html><html lang="vi"><title>Gốm</title><h1>Gốm</h1>${Array.from(
  { length: PRODUCTS },
  (_, n) =>
    `<div class="product"><a href="/p/${n}"><img src="/i/${n}.jpg">Bình gốm số ${n}</a> <span class="price">${100 + n}.000đ</span></div>`,
).join('')}</html>`

/** A shop that counts how often each page was asked for; the second half of its goods waits for `open`. */
async function shop(open: Promise<unknown> = Promise.resolve()): Promise<{ url: string; asked: Map<string, number> }> {
  const asked = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    asked.set(path, (asked.get(path) ?? 0) + 1)
    if (path === '/robots.txt') return response.writeHead(404).end()
    await sleep(30)
    const page = /^\/p\/(\d+)$/.exec(path)
    if (page && Number(page[1]) >= PRODUCTS / 2) await open
    response.writeHead(page || path === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page ? product(Number(page[1])) : shelf)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked }
}

function sweepFile(home: string, url: string, more = '', perSecond = 100): string {
  mkdirSync(dirname(home), { recursive: true })
  const file = join(dirname(home), 'gom.yaml')
  writeFileSync(
    file,
    `name: gom\ntargets: ["${url}"]\nallow_private: true\nrate: {per_host_per_second: ${perSecond}, concurrency: 2}\n${more}`,
  )
  return file
}

const recorded = async (home: string): Promise<string[]> => {
  const store = await openStore(home, { actor: 'test', readOnly: true })
  try {
    const urls: string[] = []
    const [sweep] = await store.sweeps.list()
    if (sweep) for await (const visit of store.sweeps.visits(sweep.id)) urls.push(visit.url)
    return urls
  } finally {
    await store.close()
  }
}

test('a sweep killed with SIGKILL goes on where it stopped: nothing recorded is visited again or lost', async () => {
  const { url, asked } = await shop()
  const home = tempHome()
  const file = sweepFile(home, url)
  const kill = (delay: number) =>
    soi(home, ['sweep', 'run', file], (child) => {
      const watch = setInterval(() => {
        if (asked.size > delay) child.kill('SIGKILL')
      }, 5)
      child.on('close', () => clearInterval(watch))
    })
  await kill(12)
  const afterFirst = await recorded(home)
  await kill(35)
  const afterSecond = await recorded(home)
  const ended = await soi(home, ['sweep', 'run', file, '--json'])
  expect(ended.code).toBe(ExitCode.Flagged)
  const all = await recorded(home)
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBe(PRODUCTS + 1)
  expect(all.slice(0, afterSecond.length)).toEqual(afterSecond)
  expect(afterSecond.slice(0, afterFirst.length)).toEqual(afterFirst)
  // What had been recorded before a kill was asked for once; the flagged one once more, by the browser that captured it.
  const twice = afterFirst.filter((one) => (asked.get(new URL(one).pathname) ?? 0) > 1 && !one.endsWith('/p/7'))
  expect(twice).toEqual([])
  expect(JSON.parse(ended.out)).toMatchObject({ listings: PRODUCTS, end: 'finished' })
  expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
})

test('Ctrl-C stops a sweep cleanly, and the same command goes on', async () => {
  const { url, asked } = await shop()
  const home = tempHome()
  const file = sweepFile(home, url)
  const stopped = await soi(home, ['sweep', 'run', file], (child) => {
    const watch = setInterval(() => {
      if (asked.size > 10) child.kill('SIGINT')
    }, 5)
    child.on('close', () => clearInterval(watch))
  })
  expect(stopped.code).toBe(ExitCode.Interrupted)
  const ended = await soi(home, ['sweep', 'run', file])
  expect(ended.err).toContain('Going on with run 1')
  expect((await recorded(home)).length).toBe(PRODUCTS + 1)
})

test('the same sweep does not run twice at once', async () => {
  // The first cannot end before the second has.
  let open = (): void => {}
  const { url, asked } = await shop(new Promise<void>((resolve) => (open = resolve)))
  const home = tempHome()
  const file = sweepFile(home, url)
  const first = soi(home, ['sweep', 'run', file])
  while (asked.size < 2) await sleep(5)
  const other = await soi(home, ['sweep', 'run', file])
  open()
  expect((await first).code).toBe(ExitCode.Flagged)
  expect(other.code).toBe(ExitCode.Busy)
  expect(other.err).toContain('gom')
})

test('a wrong key in a sweep file is named with its line before anything is visited', async () => {
  const { url, asked } = await shop()
  const home = tempHome()
  const { code, err } = await soi(home, ['sweep', 'run', sweepFile(home, url, 'limts: {visits: 3}\n')])
  expect(code).toBe(ExitCode.BadInput)
  expect(err).toMatch(/gom\.yaml:5: unknown key limts \(did you mean limits\?\)/)
  expect(asked.size).toBe(0)
})

test('schedule --once runs what is due, and not again before its next time', async () => {
  const { url, asked } = await shop()
  const home = tempHome()
  const file = sweepFile(home, url, 'schedule: {cron: "* * * * * *"}\n')
  await sleep(1_100)
  const once = await soi(home, ['schedule', dirname(file), '--once'])
  expect(once.code).toBe(ExitCode.Ok)
  expect(asked.get('/p/3')).toBe(1)
  const none = await soi(home, ['schedule', join(dirname(file), 'nowhere'), '--once'])
  expect(none.code).toBe(ExitCode.NoInput)
})
