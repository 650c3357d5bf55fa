import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { forecast } from '../../src/sweep/forecast.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { NO_SITES, newStore, plan, productPage, shelfPage, sweep } from '../faults/world.ts'

const open: TestServer[] = []
const started = async (robots: string): Promise<TestServer> => {
  const server = await serve(
    {
      '/': html(shelfPage(['/p/1', '/p/2', '/p/3'])),
      '/robots.txt': (_, response) => response.end(robots),
    },
    (request, response) => html(productPage(request.url ?? ''))(request, response),
  )
  open.push(server)
  return server
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})
const signal = new AbortController().signal

test('without an earlier run only the limits are known, and the rate the site asks for', async () => {
  const server = await started('User-agent: *\nCrawl-delay: 3\nDisallow: /kin\n')
  const targets = [`${server.url}/`, `${server.url}/kin`, 'http://no-such-shop.invalid/']
  const told = await forecast(plan(targets, { limits: { visits: 40, minutes: 60, depth: 2, pictures: 0 } }), {
    book: NO_SITES,
    store: null,
    signal,
  })
  expect(told).toMatchObject({ basis: null, minutes: 2, opensAt: null })
  expect(told.hosts).toMatchObject([
    {
      host: server.host,
      starts: 2,
      refused: 1,
      why: expect.stringMatching(/disallows \/kin/),
      visits: null,
      delayMs: 3_000,
      minutes: null,
    },
    {
      host: 'no-such-shop.invalid',
      starts: 1,
      refused: 1,
      why: expect.stringMatching(/robots\.txt cannot be reached/),
    },
  ])
  expect(server.asked).toEqual(['/robots.txt'])
})

test('after a run its visits tell how long the next one lasts', async () => {
  const server = await started('')
  const store = await newStore()
  const spec = plan([`${server.url}/`])
  const { sweep: id } = await sweep(store, spec)
  const told = await forecast(
    { ...spec, rate: { per_host_per_second: 0.1, concurrency: 1 } },
    { book: NO_SITES, store, signal },
  )
  expect(told).toMatchObject({ basis: id, hosts: [{ visits: 4, delayMs: 10_000 }] })
  expect(told.minutes).toBeCloseTo(40 / 60)
  await store.close()
})

test('the command says it before, and shows afterwards what robots.txt said', async () => {
  const server = await started('User-agent: *\nAllow: /\n')
  const home = tempHome()
  const file = join(home, '..', `plan-${process.pid}.yaml`)
  writeFileSync(
    file,
    `name: gom\ntargets: ["${server.url}/"]\nallow_private: true\nrate: {per_host_per_second: 100, concurrency: 2}\n`,
  )
  const before = await soi(home, ['sweep', 'plan', file, '--json'])
  expect(JSON.parse(before.out)).toMatchObject({ name: 'gom', basis: null, hosts: [{ host: server.host, refused: 0 }] })
  await soi(home, ['sweep', 'run', file])
  const after = await soi(home, ['--lang', 'en', 'sweep', 'plan', file])
  expect(after.out).toMatch(/Visits as in run 1/)
  const show = await soi(home, ['--lang', 'en', 'sweep', 'show', '1'])
  expect(show.out).toMatch(/rules followed .* SHA-256 [0-9a-f]{64}/)
  expect(JSON.parse((await soi(home, ['sweep', 'show', '1', '--json'])).out)).toMatchObject({
    id: 1,
    robots: [{ origin: server.url }],
  })
})
