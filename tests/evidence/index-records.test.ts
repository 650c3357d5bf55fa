import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CDXIndexer, WARCRecord, WARCSerializer } from 'warcio'
import type { Summary } from '../../src/evidence/survey.ts'
import { archiveGatherer } from '../../src/evidence/wacz/gather.ts'
import { indexLines, WARC } from '../../src/evidence/wacz/index-records.ts'

const DATE = '2026-11-20T17:30:04.000Z'

async function record(type: 'response' | 'request' | 'resource', url: string, body: string): Promise<Buffer> {
  const http = type === 'resource' ? {} : { httpHeaders: { 'Content-Type': 'text/html' }, statusline: LINES[type] }
  const made = WARCRecord.create({ url, date: DATE, type, warcVersion: 'WARC/1.1', ...http }, [Buffer.from(body)])
  return gzipSync(await WARCSerializer.serialize(made, { gzip: false }))
}
const LINES = { response: 'HTTP/1.1 200 OK', request: 'GET / HTTP/1.1' } as const

/** As the library finds them by itself. */
async function byLibrary(warc: Uint8Array): Promise<readonly string[]> {
  const indexer = new CDXIndexer({ format: 'cdxj' })
  const lines: string[] = []
  const reader = (async function* () {
    yield warc
  })()
  for await (const found of indexer.iterIndex([{ filename: WARC, reader }])) {
    const digest = String(found['digest'] ?? '')
    const named = /^[0-9a-f]{64}$/.test(digest) ? { digest: `sha256:${digest}` } : {}
    lines.push(indexer.serialize({ ...found, ...named }))
  }
  return lines
}

const some = async () => [
  await record('response', 'https://shop.example/1', '<h1>Giày</h1>'),
  await record('request', 'https://shop.example/1', ''),
  await record('resource', 'urn:fullPage:https://shop.example/1', 'x'.repeat(200_000)),
  await record('response', 'https://shop.example/anh.png', 'not really a picture'),
]

test('an index made of members unpacked beforehand is the one the library makes by itself', async () => {
  const warc = Buffer.concat(await some())
  const lines = await indexLines(warc, 0, 'x')
  expect(lines).toHaveLength(3)
  expect(lines).toEqual(await byLibrary(warc))
})

test('records that share a member, or stand in none, are still where the library finds them', async () => {
  const plain = Buffer.concat((await some()).map((member) => gunzipSync(member)))
  expect(await indexLines(plain, 0, 'x')).toEqual(await byLibrary(plain))
  const named = Buffer.concat(await some())
  named[3] = 0x01 // A flag of the header: the member is no longer the plain kind.
  expect(await indexLines(named, 0, 'x')).toEqual(await byLibrary(named))
})

test('archives are begun anew before they are larger than a ZIP of this kind holds, each with its own pages', async () => {
  const summary = (id: number, digest: string): Summary => ({
    ...{ id, at: DATE, site: 's', key: `${id}`, url: 'https://shop.example/', title: 't', priceText: null, score: 1 },
    ...{ band: 'low', missing: [], remarks: [], files: [], seenAt: DATE, pageUrl: `https://shop.example/${id}` },
    archive: { role: 'archive', mediaType: 'application/warc', sha256: digest, size: 1, path: `${id}` },
  })
  const warcs = await Promise.all(['a', 'b', 'c'].map((body) => record('resource', 'urn:dom:https://x.example/', body)))
  const gather = archiveGatherer(
    { summaries: [summary(1, 'a'), summary(2, 'b'), summary(3, 'b'), summary(4, 'c')] },
    (warcs[0]?.length ?? 0) + (warcs[1]?.length ?? 0),
  )
  const full = []
  for (const [sighting, digest, n] of [
    [1, 'a', 0],
    [2, 'b', 1],
    [3, 'b', 1],
    [4, 'c', 2],
  ] as const)
    full.push(await gather.take(sighting, digest, warcs[n] ?? Buffer.alloc(0)))
  full.push(gather.close(), gather.close())
  const told = full.map((volume) => volume && [volume.number, volume.pages.map(({ id }) => id), volume.lines.length])
  expect(told).toEqual([null, null, null, [1, [1, 2, 3], 2], [2, [4], 1], null])
  expect(full[4]?.lines[0]).toContain('"offset":"0"')
})
