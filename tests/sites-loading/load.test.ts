import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { loadSites } from '../../src/sites/load.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soi-sites-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const contract = fileURLToPath(new URL('../../src/sites/contract.ts', import.meta.url))
const site = (id: string, hosts: readonly string[], more = '') =>
  writeFileSync(
    join(folder, `${id}.ts`),
    `import { defineSite } from ${JSON.stringify(contract)}
export default defineSite({ id: '${id}', name: 'Chợ', hosts: ${JSON.stringify(hosts)}, verified: 'none', verifiedBy: '', needs: 'http', currency: 'VND',
  expect: { minListings: 1, filled: {} }, ${more} })\n`,
  )
const file = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe('loadSites', () => {
  test('a part of a host may be a site of its own', async () => {
    site('phim', ['phim.vn', 'www.phim.vn'])
    site('phim-cho', ['www.phim.vn/shop', 'www.phim.vn/view/product', 'cho.phim.vn'])
    const book = await loadSites([folder])
    const of = (path: string) => book.siteOf(`https://www.phim.vn${path}`)?.id
    expect(of('/shop/pdp/1')).toBe('phim-cho')
    expect(of('/SHOP')).toBe('phim-cho')
    expect(of('/view/product/1')).toBe('phim-cho')
    expect(of('/view/1')).toBe('phim')
    expect(of('/shopping')).toBe('phim')
    expect(of('/@shop/shop')).toBe('phim')
    expect(book.siteOf('https://phim.vn/shop/1')?.id).toBe('phim')
  })

  test('takes every file of the folder and answers by host', async () => {
    site('cho', ['cho.vn', '*.cho.vn'], 'key: (url) => /-(\\d+)$/.exec(url.pathname)?.[1] ?? null,')
    site('xe', ['xe.cho.vn'])
    site('trang', ['*.ladi.vn'])
    file('README.md', 'no site')
    const book = await loadSites([folder])
    expect(book.sites.map(({ id }) => id)).toEqual(['cho', 'trang', 'xe'])
    expect(book.siteOf('https://cho.vn/a')?.id).toBe('cho')
    expect(book.siteOf('https://CHO.vn:8443/a')?.id).toBe('cho')
    expect(book.siteOf('https://a.b.cho.vn/')?.id).toBe('cho')
    expect(book.siteOf('https://xe.cho.vn/')?.id).toBe('xe')
    expect(book.siteOf('https://ladi.vn/')?.id).toBe('trang')
    expect(book.siteOf('https://gacho.vn/')).toBeNull()
    expect(book.siteOf('https://vn/')).toBeNull()
  })

  test('keys a URL by the site where it names one, else by the URL', async () => {
    site('cho', ['cho.vn'], 'key: (url) => /-(\\d+)$/.exec(url.pathname)?.[1] ?? null,')
    const book = await loadSites([folder])
    expect(book.keyOf('https://cho.vn/ao-12?utm_source=x')).toBe('cho:12')
    expect(book.keyOf('https://www.cho.vn/ao-12')).toBe('cho.vn/ao-12')
    expect(book.keyOf('https://cho.vn/danh-muc/')).toBe('cho.vn/danh-muc')
  })

  test('takes a folder that is not there for one without sites', async () => {
    expect((await loadSites([join(folder, 'none')])).sites).toEqual([])
  })

  test.each([
    ['a syntax error', 'export default {{', /broken\.ts cannot be loaded/],
    ['a file that throws', 'throw new Error("hỏng")', /broken\.ts cannot be loaded: hỏng/],
    ['no default export', 'export const a = 1', /broken\.ts: needs a default export/],
    ['a missing field', 'export default { id: "broken" }', /broken\.ts: name is missing/],
  ])('names the file with %s', async (_name, text, message) => {
    file('broken.ts', text)
    await expect(loadSites([folder])).rejects.toThrow(BadInput)
    await expect(loadSites([folder])).rejects.toThrow(message)
  })

  test('refuses a misspelt field, a wrong value and an id that is not the file name', async () => {
    site('sai', ['sai.vn'], 'lisitng: () => ({}),')
    await expect(loadSites([folder])).rejects.toThrow(/lisitng is not part of a site/)
    rmSync(join(folder, 'sai.ts'))
    site('lech', ['https://sai.vn'])
    await expect(loadSites([folder])).rejects.toThrow(/hosts cannot be \["https:\/\/sai.vn"\]/)
    rmSync(join(folder, 'lech.ts'))
    for (const marks of ["'abcd'", "['Bản quyền']", "['abc']", '[]']) {
      site('dau', [], `marks: ${marks},`)
      await expect(loadSites([folder])).rejects.toThrow(
        /dau\.ts: marks must be a list of strings of 4 characters and more in plain ASCII/,
      )
      rmSync(join(folder, 'dau.ts'))
    }
    file(
      'khac.ts',
      `export default { id: 'sai', name: 'a', hosts: ['a.vn'], verified: 'none', verifiedBy: '', needs: 'http', currency: null, expect: { minListings: 0, filled: {} } }`,
    )
    await expect(loadSites([folder])).rejects.toThrow(/must be called sai\.ts/)
  })

  test('refuses two files that claim one host', async () => {
    site('mot', ['cho.vn'])
    site('hai', ['CHO.vn'])
    await expect(loadSites([folder])).rejects.toThrow(
      /mot\.ts and .*hai\.ts both claim the host cho\.vn|hai\.ts and .*mot\.ts/,
    )
  })
})
