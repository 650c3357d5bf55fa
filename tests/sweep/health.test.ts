import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noOutcomes, type Outcome } from '../../src/domain.ts'
import { defineSite } from '../../src/sites/contract.ts'
import { healthOf, type SiteSeen } from '../../src/sweep/health.ts'
import { openQuarantine } from '../../src/sweep/quarantine.ts'
import { pageOf } from '../page/pages.ts'

const site = defineSite({
  id: 'cho',
  name: 'Chợ',
  hosts: ['cho.example'],
  verified: 'none',
  verifiedBy: 'test',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 10, filled: { price: 0.9 } },
})

const seen = (outcomes: Partial<Record<Outcome, number>>, rest: Partial<SiteSeen> = {}): SiteSeen => {
  const all = { ...noOutcomes(), ...outcomes }
  const asked = Object.values(all).reduce((sum, n) => sum + n, 0)
  const coverage = { site: 'cho', asked, outcomes: all, reasons: {} }
  return { coverage, listings: 50, filled: { price: 50 }, indexes: 3, layoutChanged: 0, ...rest }
}

test.each([
  ['what was promised', seen({ served: 53 }), 'healthy', []],
  ['too few listings', seen({ served: 5 }, { listings: 2, filled: { price: 2 } }), 'broken', ['listings']],
  ['too few prices', seen({ served: 53 }, { filled: { price: 30 } }), 'broken', ['filled']],
  ['pages the file no longer fits', seen({ served: 40, failed: 10 }, { layoutChanged: 10 }), 'broken', ['layout']],
  [
    'nothing but pages that do not fit',
    seen({ failed: 4 }, { listings: 0, filled: {}, indexes: 0, layoutChanged: 4 }),
    'broken',
    ['layout'],
  ],
  ['one odd page among many', seen({ served: 40, failed: 1 }, { layoutChanged: 1 }), 'healthy', []],
  ['a wall', seen({ blocked: 20 }, { listings: 0, filled: {}, indexes: 0 }), 'not seen', []],
  ['a server that is away', seen({ failed: 9, 'not-reached': 4 }, { listings: 0, indexes: 0 }), 'not seen', []],
  [
    'few listings, for a wall hid the rest',
    seen({ served: 3, blocked: 40 }, { listings: 1, filled: { price: 1 } }),
    'healthy',
    [],
  ],
  ['one listing that was asked for', seen({ served: 1 }, { listings: 1, filled: {}, indexes: 0 }), 'healthy', []],
  [
    'a search that finds nothing any more',
    seen({ 'not-a-listing': 4 }, { listings: 0, filled: {} }),
    'broken',
    ['listings'],
  ],
])('%s', (_, what, state, kinds) => {
  const health = healthOf(site, what)
  expect({ state: health.state, kinds: health.shortfalls.map(({ kind }) => kind) }).toEqual({ state, kinds })
})

test('a page that does not fit is kept once with its story, and no site fills the disk', async () => {
  const home = mkdtempSync(join(tmpdir(), 'soi-quarantine-'))
  const quarantine = openQuarantine(home)
  const page = pageOf('<h1>khác rồi</h1>')
  expect(await quarantine.keep('cho/../x', page, 'h1: 2 found')).toMatch(/^kept as [0-9a-f]{12}/)
  expect(await quarantine.keep('cho/../x', page, 'h1: 2 found')).toMatch(/^kept before/)
  const folder = join(home, 'quarantine', 'cho%2F..%2Fx')
  const [markup = '', told = ''] = readdirSync(folder).sort((a) => (a.endsWith('.html') ? -1 : 1))
  expect(readFileSync(join(folder, markup), 'utf8')).toBe('<h1>khác rồi</h1>')
  expect(JSON.parse(readFileSync(join(folder, told), 'utf8'))).toMatchObject({ url: page.url, error: 'h1: 2 found' })
  for (let n = 0; n < 30; n++) await quarantine.keep('cho/../x', pageOf(`<p>${n}</p>`), 'x')
  expect(readdirSync(folder)).toHaveLength(40)
  expect(await openQuarantine(home).keep('cho/../x', pageOf('<p>mới</p>'), 'x')).toMatch(/^not kept: 20 pages/)
  expect(await quarantine.keep('to', pageOf(new Uint8Array(5_000_001)), 'x')).toMatch(/larger/)
})
