import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { createRobots } from '../../src/collect/robots.ts'
import { serve, type TestServer } from './servers.ts'

const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})
const site = async (status: number, text: string): Promise<TestServer> => {
  const server = await serve({ '/robots.txt': (_, response) => response.writeHead(status).end(text) })
  open.push(server)
  return server
}
const robots = (override: string | null = null) => createRobots({ allowPrivate: true, override })

describe('robots.txt', () => {
  test('that disallows a path for us names the line; other paths stay open', async () => {
    const server = await site(200, 'User-agent: *\nDisallow: /tai-khoan\nAllow: /\n')
    const asked = robots()
    expect((await asked.ask(new URL(`${server.url}/tai-khoan/1`))).refusal).toMatch(
      /robots\.txt disallows \/tai-khoan\/1 \(line 2\)/,
    )
    expect((await asked.ask(new URL(`${server.url}/san-pham/1`))).refusal).toBeNull()
  })

  test('that names us applies before the one for everybody', async () => {
    const server = await site(200, 'User-agent: *\nDisallow: /\n\nUser-agent: Soi\nDisallow: /rieng\nCrawl-delay: 3\n')
    const asked = robots()
    expect(await asked.ask(new URL(`${server.url}/a`))).toEqual({ refusal: null, delayMs: 3_000 })
    expect((await asked.ask(new URL(`${server.url}/rieng`))).refusal).not.toBeNull()
  })

  test.each([404, 403, 410])('that answers %i allows everything', async (status) => {
    const server = await site(status, 'User-agent: *\nDisallow: /')
    expect((await robots().ask(new URL(`${server.url}/a`))).refusal).toBeNull()
  })

  test.each([503, 500, 429])('that answers %i disallows everything, as RFC 9309 says', async (status) => {
    const server = await site(status, '')
    expect((await robots().ask(new URL(`${server.url}/a`))).refusal).toContain(String(status))
  })

  test('that cannot be reached is a failure that says so, and is asked again later', async () => {
    const server = await serve({})
    await server.close()
    const asked = robots()
    for (let i = 0; i < 2; i += 1)
      await expect(asked.ask(new URL(`${server.url}/a`))).rejects.toMatchObject({
        name: 'FetchFailed',
        again: true,
        message: expect.stringContaining('robots.txt'),
      })
  })

  test('is asked once per host and kept with its hash', async () => {
    const text = 'User-agent: *\nDisallow: /x\n'
    const server = await site(200, text)
    const asked = robots()
    await Promise.all(['/a', '/b', '/c'].map((path) => asked.ask(new URL(server.url + path))))
    expect(server.asked).toEqual(['/robots.txt'])
    expect(asked.records()).toMatchObject([
      { origin: server.url, status: 200, decision: 'rules', sha256: createHash('sha256').update(text).digest('hex') },
    ])
  })

  test('is overridden only with a reason, which is kept', async () => {
    const server = await site(200, 'User-agent: *\nDisallow: /\n')
    const asked = robots('inspection order 12/QĐ-QLTT')
    expect((await asked.ask(new URL(`${server.url}/a`))).refusal).toBeNull()
    expect(server.asked).toEqual([])
    expect(asked.records()).toMatchObject([{ decision: 'overridden', reason: 'inspection order 12/QĐ-QLTT' }])
  })
})
