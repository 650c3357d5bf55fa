import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BadInput, NoInput } from '../../src/errors.ts'
import { signingKey } from '../../src/evidence/key.ts'
import type { PackSummary } from '../../src/evidence/pack.ts'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { centralRecord, dosTime, endRecords, localHeader } from '../../src/evidence/zip-layout.ts'
import { canonical } from '../../src/store/canonical.ts'
import { CREATED, inFolder, packIn, run } from './fixture.ts'
import { detailOf, entriesOf, type Files, failed, manyFiles, repack, reseal, unpack, verifyBytes } from './forge.ts'

let folder: string
let pack: PackSummary
let bytes: Buffer
let done: () => void
const finished = new Promise<void>((resolve) => {
  done = resolve
})
beforeAll(
  () =>
    new Promise<void>((ready, fail) => {
      inFolder(async (fresh) => {
        folder = fresh
        pack = await packIn(fresh)
        bytes = await readFile(pack.file)
        ready()
        await finished
      }).catch(fail)
    }),
)
afterAll(() => done())

const forged = () => join(folder, 'forged.zip')
const at = (path: string) => `${pack.bag}/${path}`
const edit = (files: Files, path: string, change: (text: string) => string) =>
  files.set(at(path), Buffer.from(change((files.get(at(path)) ?? '').toString())))
const verify = (key?: string) => verifyPack(forged(), { lang: 'en', ...(key === undefined ? {} : { key }) })
const verifyFiles = async (files: Iterable<readonly [string, Buffer]>, key?: string) => {
  await repack(forged(), files)
  return verify(key)
}

describe('a pack that was', () => {
  test.each([0, 1, 21, 1000])('cut to %i bytes is no whole ZIP', async (length) => {
    const result = await verifyBytes(forged(), bytes.subarray(0, length))
    expect(failed(result)).toEqual(['zip-safe'])
    expect(result.checks.filter(({ ok }) => ok === null)).toHaveLength(result.checks.length - 1)
  })

  test('cut by its last byte, or given one more before or after, is caught', async () => {
    for (const changed of [
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from('x')]),
      Buffer.concat([Buffer.from('x'), bytes]),
    ])
      expect((await verifyBytes(forged(), changed)).ok).toBe(false)
  })

  test('given an extra file names it', async () => {
    const files = await unpack(pack.file)
    const result = await verifyFiles([...files, [at('data/sightings/1/note.txt'), Buffer.from('x')]])
    expect(detailOf(result, 'complete')).toBe('data/sightings/1/note.txt: is there, but in no list.')
    expect(failed(result)).toEqual(['complete', 'oxum', 'exhibits'])
  })

  test('given an extra file beside data names it', async () => {
    const result = await verifyFiles([...(await unpack(pack.file)), [at('README.txt'), Buffer.from('x')]])
    expect(failed(result)).toEqual(['complete'])
  })

  test('robbed of a file names it', async () => {
    const files = await unpack(pack.file)
    files.delete(at('data/sightings/2/screenshot.png'))
    const result = await verifyFiles(files)
    expect(detailOf(result, 'complete')).toBe('data/sightings/2/screenshot.png: is listed, but missing.')
    expect(failed(result)).toEqual(['complete', 'oxum', 'exhibits'])
  })

  test.each([
    'bagit.txt',
    'bag-info.txt',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
    'signature.ed25519',
    'soi-public-key.pem',
    'HOW-TO-VERIFY.txt',
    'data/pack.json',
    'data/ledger.jsonl',
  ])('robbed of %s fails and says which', async (path) => {
    const files = await unpack(pack.file)
    files.delete(at(path))
    const result = await verifyFiles(files)
    expect(result.ok).toBe(false)
    expect(result.checks.map(({ detail }) => detail).join('\n')).toContain(path)
  })

  test('given a renamed file names both names', async () => {
    const files = [...(await unpack(pack.file))].map(
      ([name, content]) => [name.replace('2/screenshot.png', '2/picture.png'), content] as const,
    )
    const result = await verifyFiles(files)
    expect(detailOf(result, 'complete')).toContain('data/sightings/2/screenshot.png: is listed')
    expect(detailOf(result, 'complete')).toContain('data/sightings/2/picture.png: is there')
  })

  test('packed again by another program keeps its contents, but not its wrapper', async () => {
    await run('unzip', ['-q', pack.file, '-d', join(folder, 'again')])
    await run('python3', ['-m', 'zipfile', '-c', forged(), pack.bag], { cwd: join(folder, 'again') })
    expect(failed(await verify())).toEqual(['zip-exact'])
  })
})

describe('a forger who makes all lists fit', () => {
  test('but cannot sign is caught by the signature', async () => {
    const files = await unpack(pack.file)
    const signature = files.get(at('signature.ed25519'))
    const pem = files.get(at('soi-public-key.pem'))
    edit(files, 'data/sightings/1/listing.json', (text) => text.replace('450.000', '950.000'))
    reseal(files, pack.bag, await signingKey(join(folder, 'forger')))
    files.set(at('signature.ed25519'), signature ?? Buffer.alloc(0))
    files.set(at('soi-public-key.pem'), pem ?? Buffer.alloc(0))
    expect(failed(await verifyFiles(files))).toContain('signature')
  })

  test('and signs with another key is caught by the published fingerprint only', async () => {
    const key = await signingKey(join(folder, 'forger'))
    const files = await unpack(pack.file)
    for (const path of ['data/pack.json', 'bag-info.txt', 'data/report.html', 'HOW-TO-VERIFY.txt'])
      edit(files, path, (text) => text.replaceAll(pack.fingerprint, key.fingerprint))
    await repack(forged(), reseal(files, pack.bag, key))
    expect(failed(await verify())).toEqual([])
    expect(failed(await verify(pack.fingerprint))).toEqual(['key'])
    expect(failed(await verify(key.fingerprint))).toEqual([])
  })

  const resigned = async (change: (files: Files) => void) => {
    const files = await unpack(pack.file)
    change(files)
    return failed(await verifyFiles(reseal(files, pack.bag, await signingKey(join(folder, 'keys')))))
  }

  test('and signs with the right key still cannot swap two screenshots', async () => {
    const swapped = await resigned((files) => {
      const [one, two] = [at('data/sightings/1/screenshot.png'), at('data/sightings/2/screenshot.png')]
      const picture = files.get(one) ?? Buffer.alloc(0)
      files.set(one, files.get(two) ?? Buffer.alloc(0))
      files.set(two, picture)
    })
    expect(swapped).toEqual(['exhibits'])
  })

  test.each([
    ['a listing', 'data/sightings/1/listing.json', ['sightings']],
    ['an assessment', 'data/sightings/1/assessment.json', ['sightings']],
    ['a record of capture', 'data/sightings/1/capture.json', ['sightings']],
  ])('nor change %s, which the ledger has recorded', async (_, path, checks) => {
    expect(
      await resigned((files) => edit(files, path, (text) => text.replace(/"(id|title|at)":("?)/, '"$1":$29'))),
    ).toEqual(checks)
  })

  test('nor rewrite, drop or reorder an entry of the ledger', async () => {
    const path = 'data/ledger.jsonl'
    expect(await resigned((files) => edit(files, path, (text) => text.replace('an.nguyen', 'ba.tran')))).toEqual([
      'ledger',
    ])
    expect(await resigned((files) => edit(files, path, (text) => text.slice(text.indexOf('\n') + 1)))).toEqual([
      'ledger',
    ])
    const reversed = (text: string) => `${text.trim().split('\n').reverse().join('\n')}\n`
    expect(await resigned((files) => edit(files, path, reversed))).toEqual(['ledger'])
    const shorter = (text: string) => `${text.trim().split('\n').slice(0, -1).join('\n')}\n`
    expect(await resigned((files) => edit(files, path, shorter))).toEqual(['head'])
    expect(await resigned((files) => edit(files, path, () => ''))).toEqual(['ledger'])
    expect(await resigned((files) => edit(files, path, () => '{"__proto__":1}\n'))).toEqual(['ledger'])
  })

  test('nor replace a rule', async () => {
    const rules = [...(await unpack(pack.file)).keys()].find((name) => name.endsWith('second-hand.yaml')) ?? ''
    expect(await resigned((files) => files.set(rules, Buffer.from('id: second-hand\n')))).toEqual(['rules'])
    expect(await resigned((files) => files.delete(rules))).toEqual(['rules'])
  })

  test('nor hide a sighting’s files from pack.json', async () => {
    const change = (text: string) => {
      const said = JSON.parse(text)
      return canonical({ ...said, sightings: said.sightings.slice(1) })
    }
    expect(await resigned((files) => edit(files, 'data/pack.json', change))).toEqual(['exhibits'])
  })
})

describe('a ZIP that is a trap is not read at all:', () => {
  const content = Buffer.from('x')
  test.each([
    ['climbs out of its folder', ['bag/../../etc/passwd']],
    ['is absolute', ['/etc/passwd']],
    ['is absolute on Windows', ['C:/Windows/x']],
    ['climbs with backslashes', ['bag/..\\..\\x']],
    ['holds a control character', ['bag/a\u0000.txt']],
    ['ends in a dot, which Windows drops', ['bag/a.txt.']],
    ['stands twice', ['bag/a.txt', 'bag/b.txt']],
    ['differs in letter case only', ['bag/a.txt', 'bag/A.TXT']],
    ['differs in Unicode form only', ['bag/hồ.txt', 'bag/hồ.txt'.normalize('NFD')]],
    ['leaves the one folder', ['bag/a.txt', 'other/a.txt']],
    ['has no folder', ['a.txt']],
  ])('a name that %s', async (what, names) => {
    await repack(
      forged(),
      names.map((name) => [name, content] as const),
    )
    if (what === 'stands twice') {
      const raw = (await readFile(forged())).toString('latin1').replaceAll('bag/b.txt', 'bag/a.txt')
      expect(failed(await verifyBytes(forged(), Buffer.from(raw, 'latin1')))).toEqual(['zip-safe'])
    }
    expect(failed(await verify())).toEqual(['zip-safe'])
  })

  test('a name that is not UTF-8', async () => {
    await repack(forged(), [['bag/aa.txt', content]])
    const raw = (await readFile(forged())).toString('latin1').replaceAll('bag/aa', 'bag/\u00ff\u00fe')
    const result = await verifyBytes(forged(), Buffer.from(raw, 'latin1'))
    expect(detailOf(result, 'zip-safe')).toContain('not UTF-8')
  })

  test('a symbolic link', async () => {
    await run('python3', [
      '-c',
      `
import zipfile
with zipfile.ZipFile(${JSON.stringify(forged())}, 'w') as z:
    link = zipfile.ZipInfo('bag/data/screenshot.png')
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    z.writestr(link, '/etc/passwd')
`,
    ])
    expect(detailOf(await verify(), 'zip-safe')).toContain('is a link')
  })

  test('a bomb, by its ratio and by its total', async () => {
    await run('python3', [
      '-c',
      `
import zipfile
with zipfile.ZipFile(${JSON.stringify(forged())}, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('bag/data/bomb.txt', bytes(20_000_000))
`,
    ])
    expect(detailOf(await verify(), 'zip-safe')).toContain('suspicious')
    const small = await verifyPack(pack.file, { lang: 'en', limits: { maxBytes: 1000 } })
    expect(detailOf(small, 'zip-safe')).toContain('larger than 1000')
  })

  test('more than two hundred thousand entries', async () => {
    expect(detailOf(await verifyBytes(forged(), manyFiles(200_001)), 'zip-safe')).toContain('200001')
  })

  test('no ZIP, and a ZIP of nothing', async () => {
    expect(failed(await verifyBytes(forged(), Buffer.from('%PDF-1.7 not a zip at all, only text')))).toEqual([
      'zip-safe',
    ])
    await repack(forged(), [])
    expect(failed(await verify())).toEqual(['zip-safe'])
  })
})

test('more than 65,535 files are read back by another reader (ZIP64)', async () => {
  await writeFile(forged(), manyFiles(66_000))
  const script = `import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.read('bag/65999').decode())`
  const { stdout } = await run('python3', ['-c', script, forged()])
  expect(stdout.trim()).toBe('66000 65999')
})

test('files past 4 GiB are read back by another reader (ZIP64)', async () => {
  const when = dosTime(CREATED)
  const content = Buffer.from('far away')
  const entry = { name: 'bag/far.txt', crc32: crc32(content), size: content.length, offset: 5 * 2 ** 30 }
  const start = entry.offset + localHeader(entry, when).length + content.length
  const table = centralRecord(entry, when)
  // Sparse: the five gibibytes before it are a hole and take no room.
  const handle = await open(forged(), 'w')
  await handle.write(
    Buffer.concat([localHeader(entry, when), content, table, endRecords(1, start, table.length)]),
    0,
    null,
    entry.offset,
  )
  await handle.close()
  const script = `import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('bag/far.txt').decode())`
  expect((await run('python3', ['-c', script, forged()])).stdout.trim()).toBe('far away')
  expect((await entriesOf(forged()))[0]?.relativeOffsetOfLocalHeader).toBe(entry.offset)
})

test('a ZIP of somebody else’s is no pack, and every check says so without failing over', async () => {
  await repack(forged(), [['holiday/photo.txt', Buffer.from('sea')]])
  const result = await verify()
  expect(result.ok).toBe(false)
  expect(failed(result)).toEqual(['zip-exact', 'bagit', 'complete', 'signature', 'key', 'ledger'])
})

test('a file that is not there is the caller’s mistake, as is a key that is none', async () => {
  await expect(verifyPack(join(folder, 'no.zip'))).rejects.toThrow(NoInput)
  await expect(verifyPack(folder)).rejects.toThrow(NoInput)
  await expect(verifyPack(pack.file, { key: 'abc' })).rejects.toThrow(BadInput)
})

test('a fingerprint may be typed with spaces, colons and capitals', async () => {
  const typed = (pack.fingerprint.toUpperCase().match(/../g) ?? []).join(':')
  expect((await verifyPack(pack.file, { key: typed })).checks.find(({ id }) => id === 'key')?.ok).toBe(true)
})
