import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { card, html, shopPage } from './page.ts'

const folder = mkdtempSync(join(tmpdir(), 'soi-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const soi = async (...args: readonly string[]) => {
  const out: string[] = []
  const err: string[] = []
  const world = {
    env: { SOI_HOME: folder },
    stdin: Readable.from([]),
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    signal: new AbortController().signal,
    terminal: false,
  }
  const code = await run(['--lang', 'en', 'read', ...args], world)
  return { code, out, err: err.join('\n') }
}

describe('soi read', () => {
  test('prints one line of JSON for the listing of a saved page', async () => {
    const { code, out } = await soi(file('ao.html', shopPage()), '--url', 'https://cua-hang.example/ao-khoac')
    expect(code).toBe(ExitCode.Ok)
    expect(out).toHaveLength(1)
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      url: 'https://cua-hang.example/ao-khoac',
      title: 'Áo khoác gió hai lớp',
      price: { amount: 450000, currency: 'VND' },
      list_price: { amount: 650000, currency: 'VND' },
      seller: { name: 'Cửa hàng Mây' },
    })
  })

  test('--for-score prints what scoring takes', async () => {
    const { out } = await soi(file('ao.html', shopPage()), '--url', 'https://cua-hang.example/ao-khoac', '--for-score')
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      title: 'Áo khoác gió hai lớp',
      price_vnd: 450000,
      price_text: '450.000₫',
    })
  })

  test('a page that is no listing prints nothing on stdout and says why on stderr', async () => {
    const cards = ['a', 'b', 'c'].map((name) => card(name, `Áo ${name}`, '100.000₫')).join('')
    const { code, out, err } = await soi(
      file('ds.html', html('<title>Áo</title>', `<h1>Áo</h1><ul>${cards}</ul>`)),
      '--url',
      'https://cua-hang.example/ao',
    )
    expect([code, out]).toEqual([ExitCode.NotAListing, []])
    expect(err).toContain('several goods')
  })

  test('a file that is not there is told from a page without a listing', async () => {
    const { code, out, err } = await soi(join(folder, 'khong-co.html'))
    expect([code, out]).toEqual([ExitCode.NoInput, []])
    expect(err).toContain('khong-co.html')
  })

  test('a URL is fetched; a removed listing is not read', async () => {
    const server = createServer((request, response) => {
      const gone = request.url === '/het'
      response.writeHead(gone ? 410 : 200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(gone ? html('<title>Gone</title>', '<h1>Tin đã bị gỡ</h1>') : shopPage())
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const read = await soi(`${base}/ao`, '--allow-private')
      expect([read.code, JSON.parse(read.out[0] ?? '').url]).toEqual([ExitCode.Ok, `${base}/ao`])
      expect((await soi(`${base}/het`, '--allow-private')).code).toBe(ExitCode.NothingRead)
      expect((await soi(`${base}/ao`)).code).toBe(ExitCode.NothingRead)
    } finally {
      await new Promise((done) => server.close(done))
    }
  })
})
