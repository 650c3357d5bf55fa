// Run by left-behind.test.ts under `node --expose-gc`: reads a page many times and prints how many bytes of each reading outlive a
// collection of young objects, when nothing needs them any more.
import { getHeapSpaceStatistics } from 'node:v8'
import type { Page } from '../../src/domain.ts'
import { judge } from '../../src/page/verdict.ts'
import { readPage } from '../../src/sites/read.ts'
import { productPage } from '../bench/pages.ts'

const body = Buffer.from(productPage(1, false, 100))
const url = 'https://kho-mau.example/san-pham/hang-mau-100001'
const read = (): void => {
  const page: Page = {
    ...{ requestedUrl: url, url, redirects: [], status: 200, headers: { 'content-type': 'text/html' }, body },
    ...{ fetchedAt: '2026-11-26T00:00:00.000Z', via: 'http', remoteAddress: null },
  }
  if (judge(page).kind !== 'served' || readPage(page, null).kind !== 'listing') throw new Error('the page was not read')
}
const used = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => space_name === 'old_space' || space_name === 'new_space')
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0)

const collect = globalThis.gc as (options?: { readonly type: 'minor' }) => void
const READINGS = 30
for (let warm = 0; warm < READINGS; warm++) read()
collect()
const before = used()
for (let reading = 0; reading < READINGS; reading++) {
  read()
  collect({ type: 'minor' })
}
process.stdout.write(`${Math.round((used() - before) / READINGS)}\n`)
