import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { NO_CHECKS } from '../../src/domain.ts'
import { FetchFailed, LayoutChanged } from '../../src/errors.ts'
import { examinerOf } from '../../src/examine.ts'
import { scoreInput } from '../../src/normalise/listing.ts'
import { loadRules } from '../../src/rules/load.ts'
import { ruleFiles } from '../../src/rules/place.ts'
import { loadSites } from '../../src/sites/load.ts'
import { startExaminer } from '../../src/threads/examiner.ts'
import { pageOf, shopPage } from '../generic/page.ts'

const rulesFolder = fileURLToPath(new URL('../../rules', import.meta.url))
const siteFolders = [
  fileURLToPath(new URL('../../crawlers', import.meta.url)),
  mkdtempSync(join(tmpdir(), 'soi-sites-')),
]

/** A site file of a user's own: one path throws, one ends the thread that reads it. */
writeFileSync(
  join(siteFolders[1] ?? '', 'breaking.ts'),
  `import { threadId } from 'node:worker_threads'
import { defineSite } from ${JSON.stringify(pathToFileURL(fileURLToPath(new URL('../../src/sites/contract.ts', import.meta.url))).href)}
import { LayoutChanged } from ${JSON.stringify(pathToFileURL(fileURLToPath(new URL('../../src/errors.ts', import.meta.url))).href)}
export default defineSite({
  id: 'breaking', name: 'Breaking', hosts: ['breaking.test'], verified: 'none', verifiedBy: 'made for a test', needs: 'http',
  currency: 'VND', expect: { minListings: 1, filled: {} },
  listings: (view) => {
    if (view.url.pathname === '/changed') throw new LayoutChanged('the box of the price is gone')
    if (view.url.pathname === '/end') process.exit(3)
    if (view.url.pathname === '/thread') throw new LayoutChanged('thread ' + threadId)
    return null
  },
})
`,
)

const page = (path: string) => ({
  ...pageOf(shopPage()),
  url: `https://breaking.test/${path}`,
  requestedUrl: `https://breaking.test/${path}`,
})
const rules = await ruleFiles(rulesFolder)
const ruleset = await loadRules(rules)
const here = examinerOf(await loadSites(siteFolders), ruleset)
let there: Awaited<ReturnType<typeof startExaminer>>

beforeAll(async () => {
  there = await startExaminer({ rules, siteFolders })
})
afterAll(() => there.close())

describe('a thread that examines pages', () => {
  test('reads many at once, short, long and empty, each as itself', async () => {
    const pages = Array.from({ length: 24 }, (_, n) => {
      const words = n % 4 === 3 ? '' : `<p>${'dài '.repeat(n % 4 === 2 ? 90_000 : n)}</p>`
      const body = n % 6 === 5 ? '' : shopPage().replace('</body>', `${words}<i>${n}</i></body>`)
      return { ...pageOf(body), url: `https://breaking.test/ao-${n}`, requestedUrl: `https://breaking.test/ao-${n}` }
    })
    const own = await Promise.all(pages.map((one) => here.read(one)))
    expect(await Promise.all(pages.map((one) => there.read(one)))).toEqual(own)
    expect(await Promise.all(pages.map((one) => there.read(one)))).toEqual(own)
  })

  test('gives what is given without a thread', async () => {
    const [own, other] = [await here.read(page('ao')), await there.read(page('ao'))]
    expect(other).toEqual(own)
    const [listing] = own.listings
    expect(listing?.price?.amount).toBe(450_000)
    const input = { ...scoreInput(listing as NonNullable<typeof listing>), title: 'Áo khoác hàng fake loại 1' }
    const assessment = await there.assess(input, NO_CHECKS)
    expect(assessment).toEqual(await here.assess(input, NO_CHECKS))
    expect(assessment.flagged).toBe(true)
  })

  test('throws what the site file throws', async () => {
    await expect(there.read(page('changed'))).rejects.toThrow(LayoutChanged)
    await expect(there.read(page('changed'))).rejects.toThrow('the box of the price is gone')
  })

  test('is replaced when a page ends it; what was asked meanwhile may be asked again', async () => {
    const asked = await Promise.allSettled([there.read(page('end')), there.read(page('ao'))])
    for (const one of asked) {
      expect(one.status).toBe('rejected')
      const { reason } = one as PromiseRejectedResult
      expect(reason).toBeInstanceOf(FetchFailed)
      expect(reason.again).toBe(true)
    }
    expect(await there.read(page('ao'))).toEqual(await here.read(page('ao')))
  })

  test('is joined by a second where it is held up, and both say the same', { timeout: 60_000 }, async () => {
    const both = await startExaminer({ rules, siteFolders }, { asked: () => undefined, answered: () => true })
    const own = await here.read(page('ao'))
    expect(await both.read(page('ao'))).toEqual(own)
    const threads = async () => {
      const said = await Promise.allSettled(Array.from({ length: 8 }, () => both.read(page('thread'))))
      return new Set(said.map((one) => one.status === 'rejected' && String(one.reason.message)))
    }
    await vi.waitFor(async () => expect((await threads()).size).toBe(2), { timeout: 50_000, interval: 50 })
    for (const read of await Promise.all(Array.from({ length: 8 }, () => both.read(page('ao')))))
      expect(read).toEqual(own)
    await both.close()
    await expect(both.read(page('ao'))).rejects.toThrow('closed')
  })

  test('says that it was closed to who asks afterwards', async () => {
    const other = await startExaminer({ rules, siteFolders })
    await other.close()
    await expect(other.read(page('ao'))).rejects.toThrow('closed')
  })

  test('says which rule file is broken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soi-rules-'))
    writeFileSync(join(folder, 'prices.yaml'), 'floors: 3\n')
    await expect(startExaminer({ rules: await ruleFiles(folder), siteFolders })).rejects.toThrow('rules/prices.yaml')
  })
})
