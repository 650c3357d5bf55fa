import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_CHECKS } from '../../src/domain.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { scoreInput } from '../../src/normalise/listing.ts'
import { assess } from '../../src/rules/score.ts'
import { canonical } from '../../src/store/canonical.ts'
import { openStore } from '../../src/store/store.ts'
import { soi as process_ } from '../cli/soi.ts'
import { theRules } from '../rules/fixture.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome } from '../store/sample.ts'
import { csv, HEADER, load, ROW } from './files.ts'

const product = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Serum Ngọc Trai trị dứt điểm nám',
  description: 'Serum trị tận gốc nám, cam kết khỏi 100% hoàn tiền. Số công bố 04521/23/CBMP-HN.',
  gtin13: '8934563138166',
  offers: {
    '@type': 'Offer',
    price: '150000',
    priceCurrency: 'VND',
    seller: { '@type': 'Organization', name: 'Shop Ngọc' },
  },
}
const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Serum</title>
<script type="application/ld+json">${JSON.stringify(product)}</script></head><body><h1>${product.name}</h1><p>${product.description}</p></body></html>`

let server: Server
let url = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', request.url === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8')
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nAllow: /\n' : PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/san-pham/serum-1`
})
afterAll(() => {
  server.close()
})

test('a check keeps what it asked outside the listing, and judging the sighting again gives the same bytes', async () => {
  const home = await newHome()
  await load(home, await csv(home, HEADER + ROW))
  const { code } = await process_(home, ['check', url, '--json', '--allow-private', '--rate', '50'])
  expect(code).toBe(ExitCode.Flagged)
  // A later import changes what a new check would say, and nothing of what was recorded.
  await load(home, await csv(home, HEADER + ROW.replace('4521', '9999')), { asOf: '2026-11-20' })
  const store = await openStore(home, { actor: 'x', readOnly: true })
  const { item } = await store.sightings.get(1)
  expect((await store.verify()).problems).toEqual([])
  await store.close()
  expect(item.checks?.claims.map(({ kind, state, snapshot }) => [kind, state, snapshot?.asOf ?? null])).toEqual([
    ['cosmetic', 'other holder', '2026-11-01'],
    ['gtin', 'malformed', null],
  ])
  expect(item.assessment.signals.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['fact-number-other-holder', 'fact-barcode-invalid']),
  )
  const again = assess(scoreInput(item.listing), await theRules(), item.checks ?? NO_CHECKS)
  expect(canonical(again)).toBe(canonical(item.assessment))
  expect(canonical(assess(scoreInput(item.listing), await theRules()))).not.toBe(canonical(item.assessment))
  const shown = await process_(home, ['show', '1'])
  expect(shown.out).toContain('Checked outside the listing')
  expect(shown.out).toMatch(
    /cosmetics number: «04521\/23\/CBMP-HN»: belongs to another product or holder; Kem dưỡng Hoa Sen, Công ty Liên Đài; Cục Quản lý Dược, snapshot of 2026-11-01/,
  )
})

test('a sighting without checks is stored as it was before there were any, and shown without them', async () => {
  const home = await newHome()
  const store = await openStore(home, { actor: 'x' })
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  await frontier.add([aRequest(1)])
  await frontier.record(
    aVisit(must((await frontier.take(1))[0]), { sightings: [aSighting({ key: '1', flagged: true })] }),
  )
  const { item } = await store.sightings.get(1)
  expect('checks' in item).toBe(false)
  expect((await store.verify()).problems).toEqual([])
  await store.close()
  expect((await process_(home, ['show', '1'])).out).not.toContain('Checked outside')
})

test('prices seen are those of unflagged new goods in dong, each listing once, the newest', async () => {
  const home = await newHome()
  const store = await openStore(home, { actor: 'x' })
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  await frontier.add([aRequest(1)])
  const plain = aSighting({ key: '1', flagged: false })
  const priced = (key: string, amount: number, more: object = {}) => ({
    ...plain,
    listing: { ...plain.listing, key, price: { amount, currency: 'VND', text: `${amount}đ` }, ...more },
  })
  const sightings = [
    priced('1', 100_000),
    priced('1', 120_000),
    priced('2', 90_000, { condition: 'Used' }),
    priced('3', 90, { price: { amount: 90, currency: 'USD', text: '$90' } }),
    priced('4', 1, { price: null }),
    aSighting({ key: '5', flagged: true }),
  ]
  await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings }))
  const seen = await store.sightings.prices(100)
  expect(seen).toEqual([
    {
      brand: 'Acme',
      category: 'Đồng hồ',
      title: 'Đồng hồ 1',
      priceText: '120000đ',
      price: 120_000,
      seller: 's1',
      day: '2026-11-25',
    },
  ])
  await store.close()
})
