import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { maskText } from '../../src/evidence/redact/mask.ts'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { parseListings } from '../../src/export/json.ts'
import { withFixedTimes } from '../../src/print/pdf-times.ts'
import { sha256 } from '../../src/store/canonical.ts'
import { saidOf } from '../../src/store/item.ts'
import { testAuthority } from '../timestamp/authority.ts'
import { inFolder, listing, type Made, made, packIn, run } from './fixture.ts'

const unzip = async (file: string, folder: string, bag: string): Promise<string> => {
  await run('unzip', ['-q', file, '-d', folder])
  return join(folder, bag)
}

/** WARC records of one page and its picture, each a gzip member. */
async function warc(url: string, body: string): Promise<Buffer> {
  const record = async (type: 'response' | 'request', at: string, lines: string, payload: string) => {
    const made = await WARCRecord.create(
      {
        ...{ url: at, date: '2026-11-20T17:30:04.000Z', type, warcVersion: 'WARC/1.1', statusline: lines },
        httpHeaders: type === 'response' ? { 'Content-Type': 'text/html; charset=utf-8' } : {},
      },
      (async function* () {
        yield Buffer.from(payload)
      })(),
    )
    return Buffer.from(await WARCSerializer.serialize(made, { gzip: true }))
  }
  return Buffer.concat([
    await record('response', url, 'HTTP/1.1 200 OK', body),
    await record('request', url, 'GET / HTTP/1.1', ''),
    await record('response', `${url}/picture.png`, 'HTTP/1.1 200 OK', 'not really a picture'),
  ])
}

async function archived(id: number): Promise<Made> {
  const one = await made(id)
  const bytes = await warc(`https://bazaar.example/item/${id}`, `<h1>Giày ${id}</h1>`)
  const exhibit = { role: 'archive', mediaType: 'application/warc', sha256: sha256(bytes), size: bytes.length }
  const item = { ...one.item, exhibits: [...one.item.exhibits, exhibit] }
  return { item, blobs: new Map([...one.blobs, [exhibit.sha256, bytes]]) }
}

/** Reads a WACZ with Python's standard library alone: members, digests, and each record where the index says it is. */
const READER = `
import gzip, hashlib, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
about = json.loads(z.read('datapackage.json'))
assert about['profile'] == 'data-package' and about['wacz_version'] == '1.1.1', about
sealed = json.loads(z.read('datapackage-digest.json'))
assert sealed['hash'] == 'sha256:' + hashlib.sha256(z.read('datapackage.json')).hexdigest()
for r in about['resources']:
    data = z.read(r['path'])
    assert len(data) == r['bytes'] and r['hash'] == 'sha256:' + hashlib.sha256(data).hexdigest(), r
assert {r['path'] for r in about['resources']} == set(z.namelist()) - {'datapackage.json', 'datapackage-digest.json'}
warc = z.read('archive/data.warc.gz')
assert all(i.compress_type == 0 for i in z.infolist())
lines = z.read('indexes/index.cdxj').decode().splitlines()
assert lines == sorted(lines)
found = []
for line in lines:
    key, stamp, rest = line.split(' ', 2)
    j = json.loads(rest)
    assert j['filename'] == 'data.warc.gz'
    raw = gzip.decompress(warc[int(j['offset']):int(j['offset']) + int(j['length'])])
    head, block = raw.split(b'\\r\\n\\r\\n', 1)
    fields = dict(l.split(': ', 1) for l in head.decode().split('\\r\\n')[1:])
    block = block[:int(fields['Content-Length'])]
    payload = block.split(b'\\r\\n\\r\\n', 1)[1]
    assert fields['WARC-Target-URI'] == j['url']
    assert fields['WARC-Block-Digest'] == 'sha256:' + hashlib.sha256(block).hexdigest()
    assert fields['WARC-Payload-Digest'] == 'sha256:' + hashlib.sha256(payload).hexdigest() == j['digest']
    found.append(j['url'])
pages = [json.loads(l) for l in z.read('pages/pages.jsonl').decode().splitlines()]
assert pages[0]['format'] == 'json-pages-1.0'
print(json.dumps({'records': found, 'pages': [p['url'] for p in pages[1:]]}))
`

describe('the archive', () => {
  test('opens in an independent reader, every record where the index says and with its digest', () =>
    inFolder(async (folder) => {
      const pack = await packIn(folder, {}, [await archived(1), await archived(2), await made(3)])
      const root = await unzip(pack.file, folder, pack.bag)
      await writeFile(join(folder, 'read.py'), READER)
      const { stdout } = await run('python3', [join(folder, 'read.py'), join(root, 'data/archive.wacz')])
      const read = JSON.parse(stdout)
      expect(read.records.sort()).toEqual(
        [1, 2].flatMap((id) => [`https://bazaar.example/item/${id}`, `https://bazaar.example/item/${id}/picture.png`]),
      )
      expect(read.pages).toEqual(['https://bazaar.example/item/77', 'https://bazaar.example/item/77'])
      expect((await verifyPack(pack.file)).ok).toBe(true)
    }))

  test('holds the records of a page once that several listings share, and is not there without any', () =>
    inFolder(async (folder) => {
      const one = await archived(1)
      const shared = { ...one, item: { ...one.item, id: 9 } }
      const pack = await packIn(folder, {}, [one, shared])
      const root = await unzip(pack.file, folder, pack.bag)
      const { stdout } = await run('unzip', ['-p', join(root, 'data/archive.wacz'), 'indexes/index.cdxj'])
      expect(stdout.trim().split('\n')).toHaveLength(2)
      const bare = await packIn(folder, { file: join(folder, 'bare.zip') })
      expect((await run('unzip', ['-l', bare.file])).stdout).not.toContain('archive.wacz')
    }))
})

describe('a pack with gaps', () => {
  const capture = async (missing: string[], remarks?: string[]) => {
    const one = await made(1)
    if (!one.item.capture) throw new Error('the fixture has a capture')
    const said = { missing, ...(remarks ? { remarks } : {}) }
    return { ...one, item: { ...one.item, capture: { ...one.item.capture, ...said } } }
  }

  test('is refused with each gap named, and leaves no file', () =>
    inFolder(async (folder) => {
      const blocked = await made(2, { item: { verdict: { kind: 'blocked', reasons: [] } } })
      const refused = packIn(folder, { lang: 'en' }, [await capture(['screenshot: not taken']), blocked])
      const said = await refused.catch((error: Error) => error.message)
      expect(said).toContain('2 gaps')
      expect(said).toContain('sighting 1: missing: screenshot: not taken')
      expect(said).toContain('sighting 2: the server’s answer is unsettled: blocked')
      expect((await run('ls', ['-a', folder])).stdout.trim().split('\n')).toEqual(['.', '..'])
    }))

  test('has none in remarks, which the report and pack.json say apart', () =>
    inFolder(async (folder) => {
      const remark = 'network not quiet after 5 s'
      const pack = await packIn(folder, { lang: 'en' }, [await capture([], [remark])])
      expect(pack.gaps).toBe(0)
      const root = await unzip(pack.file, folder, pack.bag)
      const json = JSON.parse(await readFile(join(root, 'data/pack.json'), 'utf8'))
      expect(json.sightings[0]).toMatchObject({ missing: [], remarks: [remark] })
      const report = await readFile(join(root, 'data/report.html'), 'utf8')
      expect(report).toContain(
        `<dt>Missing</dt><dd><bdi>nothing</bdi></dd><dt>Remarks on the capture</dt><dd><bdi>${remark}</bdi></dd>`,
      )
      expect((await verifyPack(pack.file)).ok).toBe(true)
    }))

  test('tells them apart by their wording only in captures of before they were', async () => {
    const words = ['marks: not sought', 'print: not taken', 'lazy pictures: not all loaded']
    expect(saidOf((await capture(words)).item)).toEqual({
      ...{ missing: ['print: not taken'], remarks: ['marks: not sought', 'lazy pictures: not all loaded'] },
    })
    expect(saidOf((await capture(words, [])).item)).toEqual({ missing: words, remarks: [] })
  })

  test('is built when they are accepted, and every page and pack.json say so', () =>
    inFolder(async (folder) => {
      const pack = await packIn(folder, { partial: true, lang: 'en' }, [await capture(['print: not taken'])])
      const root = await unzip(pack.file, folder, pack.bag)
      const json = JSON.parse(await readFile(join(root, 'data/pack.json'), 'utf8'))
      expect(json.partial).toEqual([{ kind: 'missing', sighting: 1, what: 'print: not taken' }])
      const report = await readFile(join(root, 'data/report.html'), 'utf8')
      expect(report).toContain('@top-center{content:"NOT COMPLETE: 1 gap, listed on the first pages"')
      expect(report).toContain('sighting 1')
      expect((await verifyPack(pack.file)).ok).toBe(true)
    }))

  test('a file that an officer brought is whole without a capture', () =>
    inFolder(async (folder) => {
      const origin = {
        ...{
          way: 'saved-page' as const,
          by: 'an',
          at: '2026-11-20T17:30:00.000Z',
          place: null,
          session: null,
          whole: true,
        },
        file: { name: 'a.html', sha256: '0'.repeat(64), size: 1 },
        claimed: { savedAt: null, software: null, source: null, date: null },
      }
      const one = await made(1, { item: { via: 'import', capture: null, origin } })
      expect((await packIn(folder, {}, [one])).gaps).toBe(0)
    }))
})

describe('timestamps', () => {
  test('stand over the head and over the tag manifest, outside its list, where authorities are configured', () =>
    inFolder(async (folder) => {
      const authority = await testAuthority()
      try {
        const pack = await packIn(folder, { authorities: [authority] })
        const root = await unzip(pack.file, folder, pack.bag)
        const head = join(folder, 'head')
        await writeFile(head, pack.ledger.head)
        const check = (token: string, data: string, chain: string) =>
          run('openssl', ['ts', '-verify', '-in', join(root, token), '-data', data, '-CAfile', join(root, chain)])
        const anchor = `data/timestamps/anchor-${pack.ledger.entries}-1`
        await expect(check(`${anchor}.tsr`, head, `${anchor}.chain.pem`)).resolves.toMatchObject({
          stdout: expect.stringContaining('OK'),
        })
        const tags = join(root, 'tagmanifest-sha256.txt')
        await check('timestamps/pack-1.tsr', tags, 'timestamps/pack-1.chain.pem')
        expect(await readFile(tags, 'utf8')).not.toContain('timestamps/')
        expect(await readFile(join(root, 'manifest-sha256.txt'), 'utf8')).toContain(`${anchor}.tsr`)
        expect(pack.anchored).toHaveLength(1)
        const verified = await verifyPack(pack.file)
        expect(verified.checks.filter(({ ok }) => ok === false)).toEqual([])
        expect(verified.checks.find(({ id }) => id === 'timestamps')?.ok).toBe(true)
        expect(verified.checks.find(({ id }) => id === 'anchors')?.ok).toBe(true)
      } finally {
        await authority.close()
      }
    }))

  test('an authority that does not answer is a gap of the whole pack', () =>
    inFolder(async (folder) => {
      const authority = await testAuthority()
      await authority.close()
      const dead = packIn(folder, { authorities: [authority], lang: 'en' })
      await expect(dead).rejects.toThrow(/the ledger’s head has no timestamp/)
      const pack = await packIn(folder, { authorities: [authority], partial: true })
      expect(pack.gaps).toBe(1)
    }))
})

test('the tables in a pack are those of its listings, and the JSON fits its schema', () =>
  inFolder(async (folder) => {
    const pack = await packIn(folder)
    const root = await unzip(pack.file, folder, pack.bag)
    const json = parseListings(JSON.parse(await readFile(join(root, 'data/listings.json'), 'utf8')))
    expect(json.listings.map(({ id }) => id)).toEqual([1, 2])
    expect((await readFile(join(root, 'data/listings.csv'), 'utf8')).split('\r\n')).toHaveLength(4)
  }))

test('texts of a working copy lose identifiers of others, keep the seller’s, and keep their length', () => {
  const { contacts } = listing()
  const own = (found: string) => contacts.some(({ text }) => text.replace(/\D/g, '') === found.replace(/\D/g, ''))
  const text = 'Zalo 0912.345.678; khách 0987 654 321, b.nguyen@thu.example, giá 1.200.000 ₫, số 000123/20/CBMP-QLD'
  const masked = maskText(text, own)
  expect(masked).toBe(
    'Zalo 0912.345.678; khách ▇▇▇▇▇▇▇▇▇▇▇▇, ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇, giá 1.200.000 ₫, số 000123/20/CBMP-QLD',
  )
  expect(masked).toHaveLength(text.length)
})

test('a PDF’s own times become the pack’s, and no byte moves', () => {
  const pdf = Buffer.from(
    "a/CreationDate (D:20261126010101+00'00')\n/ModDate (D:20261126010101+00'00')>>\xff",
    'latin1',
  )
  const fixed = withFixedTimes(pdf, '2026-11-25T03:04:06.678Z')
  expect(fixed).toHaveLength(pdf.length)
  expect(Buffer.from(fixed).toString('latin1')).toBe(
    "a/CreationDate (D:20261125030406+00'00')\n/ModDate (D:20261125030406+00'00')>>\xff",
  )
})
