import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Found, RawListing } from '../../src/domain.ts'
import { readSaved } from '../../src/page/saved.ts'
import { judge } from '../../src/page/verdict.ts'
import type { Site } from '../../src/sites/contract.ts'
import { loadSites } from '../../src/sites/load.ts'
import { readPage } from '../../src/sites/read.ts'

// For every site file in crawlers/ a folder tests/crawlers/<id>/ with saved pages `*.html`, each of which says where it
// came from (`saved from url=`), or answers of a public API `*.api` (first line the address, then the answer as it came),
// and beside each what must be read from it, `*.json`.
// UPDATE=1 writes the expectations anew; look at the difference before you keep it.

const here = fileURLToPath(new URL('.', import.meta.url))
const book = await loadSites([fileURLToPath(new URL('../../crawlers/', import.meta.url))])
const rewriting = process.env.UPDATE === '1' && process.env.CI === undefined

const pagesOf = (site: Site) =>
  existsSync(here + site.id) ? readdirSync(here + site.id).filter((name) => /\.(html|api)$/.test(name)) : []

const isFound = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && 'text' in value && 'source' in value

/** Texts alone, absent fields left out: what a person can compare with the page. */
const plain = (value: unknown): unknown => {
  if (isFound(value)) return value.text
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0))
  return Object.fromEntries(
    kept.map(([name, one]) => [name, plain(one)]).filter(([, one]) => JSON.stringify(one) !== '{}'),
  )
}

const split = (bytes: Buffer): readonly [string, Buffer] => {
  const end = bytes.indexOf('\n')
  return [bytes.subarray(0, end).toString().trim(), bytes.subarray(end + 1)]
}

const filled = (listing: RawListing, field: string): boolean => {
  const value: unknown = Reflect.get(listing, field)
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}

test('every folder of pages belongs to a site', () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).filter((name) => !book.sites.some((site) => site.id === name))).toEqual([])
})

describe.each(book.sites.map((site) => [site.id, site] as const))('%s', (id, site) => {
  const pages = pagesOf(site)
  const read = (name: string) => {
    const bytes = readFileSync(`${here}${id}/${name}`)
    const [url, body] = name.endsWith('.api') ? split(bytes) : [null, bytes]
    const page = readSaved(body, { name, url })
    return { page, reading: readPage(page, site) }
  }

  test('has saved pages, all of them its own', () => {
    expect(pages.length).toBeGreaterThan(0)
    for (const name of pages) expect(book.siteFor(read(name).page)?.id, name).toBe(id)
  })

  test.each(pages)('reads %s as expected', (name) => {
    const { reading } = read(name)
    const expected = `${here}${id}/${name.replace(/\.(html|api)$/, '.json')}`
    const actual = { kind: reading.kind, listings: reading.listings.map(plain), links: reading.links.map(plain) }
    if (rewriting) writeFileSync(expected, `${JSON.stringify(actual, null, 2)}\n`)
    expect(actual).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })

  test('gives every listing a key of its own', () => {
    for (const name of pages) {
      const { page, reading } = read(name)
      const keys = reading.listings.map((listing) => book.keyOf(listing.url?.text ?? page.url))
      expect(new Set(keys).size, name).toBe(keys.length)
      if (site.key !== undefined) for (const key of keys) expect(key.startsWith(`${id}:`), key).toBe(true)
    }
  })

  test('fills on its own pages what it promises', () => {
    const served = pages.map(read).filter(({ page }) => judge(page, site.signs).kind === 'served')
    const listings = served.flatMap(({ reading }) => reading.listings)
    for (const [field, least] of Object.entries(site.expect.filled)) {
      const share = listings.filter((listing) => filled(listing, field)).length / listings.length
      expect(share, field).toBeGreaterThanOrEqual(least)
    }
  })
})
