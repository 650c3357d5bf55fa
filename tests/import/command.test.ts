import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { aFile, aFolder, listingPage, packed, urlOf, warcInfo, warcRecord } from './files.ts'

// A test starts the command up to a dozen times; on a busy machine each start takes seconds.
vi.setConfig({ testTimeout: 240_000 })

const honest =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Áo thun cotton trơn</title><script type="application/ld+json">{"@type":"Product","@context":"https://schema.org","name":"Áo thun cotton trơn","description":"Áo thun trơn nhiều màu.","offers":{"@type":"Offer","price":"99000","priceCurrency":"VND"}}</script></head><body><h1>Áo thun cotton trơn</h1><p>99.000đ</p></body></html>'
const mhtml = (html: string, url: string) =>
  `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${url}\r\nSubject: x\r\nDate: Tue, 24 Nov 2026 03:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n------B\r\nContent-Type: text/html\r\nContent-ID: <f@x>\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ${url}\r\n\r\n${Buffer.from(html).toString('base64')}\r\n------B--\r\n`
const png = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

async function imported(home: string, ...argv: string[]) {
  const { code, out, err } = await soi(home, ['import', '--json', ...argv])
  return { code, err, ...(out === '' ? { files: [], left: [] } : JSON.parse(out)) }
}
const shown = async (home: string, id: number) => JSON.parse((await soi(home, ['show', String(id), '--json'])).out)

describe('soi import', () => {
  test('of a saved page ends in a sighting that says who, when, from what file, and what the file claims', async () => {
    const home = tempHome()
    const bytes = mhtml(listingPage(1), urlOf(1))
    const file = await aFile('trang.mhtml', bytes)
    const { code, files } = await imported(home, file)
    expect(code).toBe(ExitCode.Flagged)
    expect(files[0]).toMatchObject({
      sha256: sha256(bytes),
      pages: 1,
      listings: 1,
      flagged: [1],
      end: 'finished',
      before: null,
    })
    const { item, exhibits, ledger } = await shown(home, 1)
    expect(item).toMatchObject({
      via: 'import',
      finalUrl: urlOf(1),
      captureError: 'imported page: no screenshot was in the file',
    })
    expect(item.origin).toMatchObject({
      way: 'saved-page',
      by: 'officer',
      file: { sha256: sha256(bytes), size: bytes.length },
      claimed: { savedAt: 'Tue, 24 Nov 2026 03:00:00 -0000', software: '<Saved by Blink>' },
    })
    expect(item.at).not.toContain('2026-11-24')
    expect(exhibits.map(({ role }: { role: string }) => role)).toEqual(['page', 'imported-file'])
    expect(exhibits[1].mediaType).toBe('multipart/related')
    expect(await readFile(exhibits[1].path, 'utf8')).toBe(bytes)
    expect(ledger).toHaveLength(1)
    const pack = join(aFolder(), 'p.zip')
    expect((await soi(home, ['pack', '1', '-o', pack])).code).toBe(ExitCode.Ok)
    expect((await soi(home, ['verify', pack])).code).toBe(ExitCode.Ok)
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  })

  test('twice is said and not doubled, under another name too; --again reads it again', async () => {
    const home = tempHome()
    const file = await aFile('a.html', listingPage(1))
    const copy = join(aFolder(), 'khac.html')
    await copyFile(file, copy)
    await imported(home, file, '--url', urlOf(1))
    const second = await imported(home, copy, '--url', urlOf(1))
    expect(second.files[0]).toMatchObject({ run: 1, pages: 0, listings: 1, before: { by: 'officer' } })
    expect(second.code).toBe(ExitCode.Flagged)
    const said = await soi(home, ['import', file, '--url', urlOf(1)])
    expect(said.out).toMatch(/imported before: .* by officer, run 1/)
    expect((await imported(home, file, '--url', urlOf(1), '--again')).files[0]).toMatchObject({ run: 2, pages: 1 })
    expect((await soi(home, ['list', '--json'])).out.trim().split('\n')).toHaveLength(2)
  })

  test('of a WARC keeps the archive once, and its cookies out of every sighting', async () => {
    const home = tempHome()
    const request = warcRecord({ url: urlOf(1), type: 'request', body: 'GET / HTTP/1.1\r\nCookie: sid=secret\r\n\r\n' })
    const file = await aFile(
      'a.warc.gz',
      packed([
        warcInfo,
        request,
        warcRecord({ url: urlOf(1), body: listingPage(1) }),
        warcRecord({ url: urlOf(2), body: honest }),
      ]),
    )
    const { code, files } = await imported(home, file)
    expect({ code, pages: files[0].pages, listings: files[0].listings, flagged: files[0].flagged.length }).toEqual({
      code: ExitCode.Flagged,
      pages: 2,
      listings: 2,
      flagged: 1,
    })
    const { item, exhibits } = await shown(home, files[0].flagged[0])
    expect(item.origin).toMatchObject({
      way: 'archive',
      place: 'record 3',
      claimed: { savedAt: '2026-11-20T01:02:03Z', software: 'Archiver 1.0' },
    })
    expect(exhibits.map(({ role }: { role: string }) => role)).toEqual(['page'])
    expect(JSON.stringify(item)).not.toContain('secret')
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  })

  test('of a damaged archive says where, and keeps what stood before', async () => {
    const home = tempHome()
    const whole = Buffer.concat([
      warcRecord({ url: urlOf(1), body: listingPage(1) }),
      warcRecord({ url: urlOf(2), body: listingPage(2) }),
    ])
    const file = await aFile('a.warc', whole.subarray(0, -100))
    const { code, files } = await imported(home, file)
    expect(code).toBe(ExitCode.BadInput)
    expect(files[0]).toMatchObject({ end: 'damaged', listings: 1, flagged: [1] })
    expect(files[0].damage).toMatch(/record 2, byte 1\d{3} /)
    expect((await shown(home, 1)).item.finalUrl).toBe(urlOf(1))
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  })

  test('of a store with a stored file changed afterwards is found out', async () => {
    const home = tempHome()
    const file = await aFile('a.har', '{"log":{"entries":[]}}')
    const { files, code } = await imported(home, file)
    expect(code).toBe(ExitCode.NothingRead)
    const { sha256: hash } = files[0]
    await writeFile(join(home, 'blobs', hash.slice(0, 2), hash.slice(2)), '{"log":{"entries":[1]}}')
    const { code: broken, out } = await soi(home, ['verify', '--store'])
    expect(broken).toBe(ExitCode.EvidenceBroken)
    expect(out).toContain(hash)
  })

  test('of a folder takes every page, pairs a picture with its page, and says what it left', async () => {
    const home = tempHome()
    const folder = aFolder()
    await mkdir(join(folder, 'sub', 'a_files'), { recursive: true })
    await writeFile(
      join(folder, 'a.html'),
      listingPage(1).replace('<head>', `<head><link rel="canonical" href="${urlOf(1)}">`),
    )
    await writeFile(join(folder, 'a.png'), await png())
    await writeFile(join(folder, 'other.png'), await png())
    await writeFile(join(folder, 'sub', 'b.html'), honest)
    await writeFile(join(folder, 'sub', 'a_files', 'frame.html'), listingPage(9))
    await writeFile(join(folder, 'notes.txt'), 'gọi lại cho anh Ba')
    const { code, files, left } = await imported(home, folder)
    expect(code).toBe(ExitCode.BadInput)
    expect(files.map(({ listings }: { listings: number }) => listings)).toEqual([1, 1])
    expect(left.map(({ file }: { file: string }) => file.slice(folder.length + 1)).sort()).toEqual([
      'notes.txt',
      'other.png',
    ])
    const { item, exhibits } = await shown(home, 1)
    expect(exhibits.map(({ role }: { role: string }) => role)).toEqual(['page', 'imported-file', 'officer-screenshot'])
    expect(item.captureError).toContain('the officer’s own is attached')
  })

  test('of a picture says what it shows: an address, or an earlier sighting whose words it takes and names', async () => {
    const home = tempHome()
    await imported(home, await aFile('a.html', listingPage(1)), '--url', urlOf(1))
    const picture = await aFile('man-hinh.png', await png())
    const { code, files } = await imported(home, picture, '--of', '1')
    expect(code).toBe(ExitCode.Flagged)
    const { item, exhibits } = await shown(home, files[0].flagged[0])
    expect(item.origin).toMatchObject({ way: 'screenshot', place: 'shows sighting 1' })
    expect(new Set(Object.values(item.listing.provenance))).toEqual(new Set(['sighting:1']))
    expect(exhibits.map(({ role, mediaType }: { role: string; mediaType: string }) => [role, mediaType])).toEqual([
      ['officer-screenshot', 'image/png'],
    ])
    expect((await imported(home, picture, '--of', '1')).files[0].before).not.toBeNull()
    const other = await imported(home, picture, '--for', 'https://facebook.com/groups/1/posts/2')
    const alone = (await shown(home, other.files[0].sightings[0])).item
    expect(alone.listing).toMatchObject({
      title: expect.stringContaining('man-hinh.png'),
      description: null,
      price: null,
    })
    expect((await imported(home, picture)).left[0].why).toMatch(/--for/)
    const pack = join(aFolder(), 'p.zip')
    expect((await soi(home, ['pack', '2', '3', '-o', pack])).code).toBe(ExitCode.Ok)
    expect((await soi(home, ['verify', pack])).code).toBe(ExitCode.Ok)
  })

  test('of a data file with a mapping gives a sighting for each row, with its source and its cells', async () => {
    const home = tempHome()
    const csv = await aFile(
      'san.csv',
      'Mã,Tên sản phẩm,Giá bán,Mô tả\n7,Túi Gucci super fake 1:1,450.000,Hàng rep 1:1 full box\n8,Áo thun,90.000,Áo trơn\n9,,1,\n',
    )
    const map = await aFile(
      'map.yaml',
      'site: san-thu\nsource: Công ty Sàn Thử\ndate: 2026-11-01\nurl_template: https://san-thu.vn/p/{Mã}\ncolumns:\n  title: Tên sản phẩm\n  price: Giá bán\n  description: Mô tả\n',
    )
    const { code, files } = await imported(home, '--map', map, csv)
    expect(code).toBe(ExitCode.Flagged)
    expect(files[0]).toMatchObject({
      listings: 2,
      troubles: 1,
      firstTroubles: [{ place: 'csv:row 4', problem: 'has no title' }],
    })
    const { item, exhibits } = await shown(home, files[0].flagged[0])
    expect(item).toMatchObject({
      finalUrl: 'https://san-thu.vn/p/7',
      captureError: 'row of a data file: there is no page to capture',
    })
    expect(item.listing).toMatchObject({ site: 'san-thu', price: { amount: 450000, currency: 'VND' } })
    expect(item.origin).toMatchObject({
      way: 'data-file',
      place: 'csv:row 2',
      claimed: { source: 'Công ty Sàn Thử', date: '2026-11-01' },
    })
    expect(JSON.parse(await readFile(exhibits[0].path, 'utf8'))).toMatchObject({ Mã: '7', 'Giá bán': '450.000' })
    expect(exhibits[0].role).toBe('row')
  })

  test('--dry-run says what would be read and writes nothing', async () => {
    const home = tempHome()
    const { code, files } = await imported(home, '--dry-run', await aFile('a.html', listingPage(1)), '--url', urlOf(1))
    expect(code).toBe(ExitCode.Ok)
    expect(files[0]).toMatchObject({ pages: 1, listings: 1, first: [{ url: urlOf(1), listings: 1, why: null }] })
    expect((await soi(home, ['list'])).code).toBe(ExitCode.NoInput)
  })

  test.each([
    [['--for', 'https://a.vn/', '--of', '1', 'x.png'], ExitCode.BadInput, /exclude each other/],
    [['no-such-file.html'], ExitCode.NoInput, /no-such-file/],
    [['--map', 'no-such-map.yaml', import.meta.filename], ExitCode.NoInput, /--new-map/],
    [['--of', 'x', 'y.png'], ExitCode.BadInput, /no number/],
  ])('%j is answered with what to do', async (argv, wanted, message) => {
    const { code, err } = await soi(tempHome(), ['import', ...argv])
    expect({ code, said: message.test(err) }).toEqual({ code: wanted, said: true })
  })
})

test('a page that its site file no longer fits is counted and said, and the others are read', async () => {
  const home = tempHome()
  const sites = aFolder()
  await writeFile(
    join(sites, 'gay.ts'),
    `export default { id: 'gay', name: 'Gãy', hosts: ['gay.example.vn'], verified: 'none', verifiedBy: '', needs: 'http', currency: null, expect: { minListings: 1, filled: {} }, listing: () => { throw new TypeError('not as it was') } }\n`,
  )
  const record = (url: string) => warcRecord({ url, body: listingPage(1) })
  const file = await aFile('a.warc', Buffer.concat([record('https://gay.example.vn/1'), record(urlOf(2))]))
  const { out, code } = await soi(home, ['--sites', sites, 'import', '--json', file])
  expect(code).toBe(ExitCode.Flagged)
  expect(JSON.parse(out).files[0]).toMatchObject({ pages: 2, listings: 1, end: 'finished' })
})
