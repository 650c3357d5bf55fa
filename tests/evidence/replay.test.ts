import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Frame } from 'playwright'
import { describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import type { Capture } from '../../src/domain.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { sha256 } from '../../src/store/canonical.ts'
import { artifact, browsing, page, place, words } from '../capture/browsing.ts'
import { picture } from '../capture/servers.ts'
import { inFolder, type Made, made, packIn, run } from './fixture.ts'
import { serveReplay } from './replay-server.ts'

/** A sighting whose page was captured so. */
async function captured(id: number, capture: Capture): Promise<Made> {
  const one = await made(id)
  const bytes = artifact(capture, 'archive')
  const exhibit = { role: 'archive', mediaType: 'application/warc', sha256: sha256(bytes), size: bytes.length }
  const { takenAt, browser, verdict, missing } = capture
  const item = {
    ...one.item,
    capture: { takenAt, browser, verdict, missing, url: capture.page.url },
    exhibits: [...one.item.exhibits, exhibit],
  }
  return { item, blobs: new Map([...one.blobs, [exhibit.sha256, bytes]]) }
}

/** What stands in the archive's files, by name. */
async function archiveOf(folder: string, captures: readonly Capture[]) {
  const pack = await packIn(folder, {}, await Promise.all(captures.map((one, i) => captured(i + 1, one))))
  await run('unzip', ['-q', pack.file, `${pack.bag}/data/archive.wacz`, '-d', folder])
  const file = join(folder, pack.bag, 'data/archive.wacz')
  await run('unzip', ['-q', file, '-d', join(folder, 'wacz')])
  return { whole: await readFile(file), read: (name: string) => readFile(join(folder, 'wacz', name)) }
}

/** The archived page inside the reader, once it is there. */
async function replayed(browser: Browser, reader: string, url: string): Promise<Frame> {
  const tab = await browser.newPage()
  await tab.goto(reader, { waitUntil: 'load' })
  for (let i = 0; i < 1_200; i++) {
    const frame = tab.frames().find((one) => one.url().includes(`mp_/${url}`))
    if (frame && (await frame.evaluate('document.readyState').catch(() => '')) === 'complete') return frame
    await tab.waitForTimeout(100)
  }
  throw new Error(`the reader shows ${tab.frames().map((frame) => frame.url())}`)
}

const hex = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Of every record that has one: which digests it states, and which its bytes have. */
async function digestsOf(warc: Buffer, of: 'block' | 'payload') {
  const parser = new WARCParser([warc], { parseHttp: of === 'payload', keepHeadersCase: true })
  const found: { type: string | null | undefined; said: string | null | undefined; is: string }[] = []
  for await (const record of parser) {
    const said = of === 'block' ? record.warcBlockDigest : record.warcPayloadDigest
    const is = hex(await record.readFully())
    if (said) found.push({ type: record.warcType, said, is })
  }
  return found
}

describe.skipIf(findBrowser(place) === null)('the archive of a pack', () => {
  const { browser, site } = browsing()
  const shop = async () =>
    site({
      '/1': page(
        `<h1>Túi xách hàng hiệu</h1>${words}<img id=tinh src=/anh.png alt=""><script>const anh=new Image();anh.id='dong';anh.src='/khac.png?v='+7;document.body.append(anh)</script>`,
        '<link rel=stylesheet href=/kieu.css>',
      ),
      '/2': page(`<h1>Giày</h1>${words}<img src=/anh.png alt="">`),
      '/anh.png': await picture('rgb(10,200,30)'),
      '/khac.png?v=7': await picture('rgb(200,10,30)'),
      '/kieu.css': (_, response) => response.writeHead(200, { 'content-type': 'text/css' }).end('h1{color:red}'),
    })

  test(
    'replays in ReplayWeb.page with its pictures and its style, and nobody is asked',
    () =>
      inFolder(async (folder) => {
        const seller = await shop()
        const captures = [await browser().capture(`${seller.url}/1`), await browser().capture(`${seller.url}/2`)]
        const { whole } = await archiveOf(folder, captures)
        const asked = [...seller.asked]
        const reader = await serveReplay(whole, `${seller.url}/1`)
        const other = await chromium.launch({
          ...{ executablePath: findBrowser(place)?.path ?? '', chromiumSandbox: false },
          args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
        })
        try {
          const frame = await replayed(other, reader.url, `${seller.url}/1`)
          const shown = `[...document.images].map(({ id, complete, naturalWidth }) => [id, complete, naturalWidth])`
          expect(await frame.evaluate(shown)).toEqual([
            ['tinh', true, 200],
            ['dong', true, 200],
          ])
          expect(await frame.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(255, 0, 0)')
          expect(await frame.evaluate(`document.querySelector('h1').innerText`)).toBe('Túi xách hàng hiệu')
          expect(seller.asked).toEqual(asked)
        } finally {
          await other.close()
          await reader.close()
        }
      }),
    240_000,
  )

  test('states the digest of every record as it is, and of every file as WACZ 1.1.1 has it', () =>
    inFolder(async (folder) => {
      const seller = await shop()
      const { read } = await archiveOf(folder, [await browser().capture(`${seller.url}/1`)])
      const warc = await read('archive/data.warc.gz')
      const blocks = await digestsOf(warc, 'block')
      const payloads = await digestsOf(warc, 'payload')
      for (const { said, is } of [...blocks, ...payloads]) expect(said).toBe(is)
      const types = new Set(blocks.map(({ type }) => type))
      // The record that says what wrote the file is the one its library gives no digest.
      expect(types).toEqual(new Set(['response', 'request', 'metadata', 'resource']))
      expect(payloads.filter(({ type }) => type === 'response')).toHaveLength(4)
      const about = JSON.parse((await read('datapackage.json')).toString())
      expect(about).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', mainPageUrl: `${seller.url}/1` })
      for (const { path, hash, bytes } of about.resources) {
        const content = await read(path)
        expect([path, content.length, hex(content)]).toEqual([path, bytes, hash])
      }
      const sealed = JSON.parse((await read('datapackage-digest.json')).toString())
      expect(sealed).toEqual({ path: 'datapackage.json', hash: hex(await read('datapackage.json')) })
    }))
})
