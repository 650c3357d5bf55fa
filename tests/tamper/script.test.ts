// verify.sh in a bare environment: a PATH of links to coreutils, find, dash and openssl, and nothing else.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as bag from '../../src/evidence/bag.ts'
import { signingKey } from '../../src/evidence/key.ts'
import { VERIFY_SH } from '../../src/evidence/verify-script.ts'
import { run } from '../evidence/fixture.ts'
import { type Files, reseal } from '../evidence/forge.ts'
import { type TestAuthority, testAuthority } from '../timestamp/authority.ts'
import { numbers, plainPack, type Sealed, stampedPack } from './sealed.ts'

const TOOLS = [
  'dash',
  'find',
  'openssl',
  'unzip',
  'cut',
  'date',
  'dirname',
  'head',
  'sha256sum',
  'sort',
  'tail',
  'tr',
  'uniq',
  'wc',
]

let folder: string
let authority: TestAuthority
let plain: Sealed
let stamped: Sealed
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soi-script-'))
  authority = await testAuthority()
  plain = await plainPack(folder)
  stamped = await stampedPack(plain, authority)
  await mkdir(join(folder, 'bin'))
  for (const tool of TOOLS) {
    const { stdout } = await run('/bin/sh', ['-c', `command -v ${tool}`])
    await symlink(stdout.trim(), join(folder, 'bin', tool))
  }
})
afterAll(async () => {
  await authority.close()
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number
  readonly out: string
}

/** Runs it in a bag that lies unpacked; `words` follow its name. */
const script = (root: string, ...words: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { env: { PATH: join(folder, 'bin') } }
    execFile(join(folder, 'bin/dash'), [join(root, 'verify.sh'), ...words], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, out: stdout + stderr }),
    )
  })

let made = 0
async function unpackedInto(files: Files): Promise<string> {
  const root = join(folder, `bag-${made++}`)
  for (const [name, content] of files) {
    const path = join(root, name.slice(name.indexOf('/') + 1))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  return root
}

/** A change on its way in and out of one unpacked bag: unpacking anew each time would take longer than the check. */
interface Change {
  readonly what: string
  readonly make: (root: string) => Promise<unknown>
  readonly undo: (root: string) => Promise<unknown>
}

function* changes({ files }: Sealed, flips: number): Generator<Change> {
  const next = numbers(2026)
  for (const [name, content] of files) {
    const path = name.slice(name.indexOf('/') + 1)
    const put = (bytes: Buffer) => (root: string) => writeFile(join(root, path), bytes)
    const undo = put(content)
    for (let n = 0; n < flips; n++) {
      const bytes = Buffer.from(content)
      const place = next(bytes.length)
      bytes[place] = (bytes[place] ?? 0) ^ (1 + next(255))
      // A changed script would have to find itself out; it does, where it still runs, and that is tested with a clean one.
      if (path !== bag.VERIFY_SCRIPT) yield { what: `byte ${place} of ${path}`, make: put(bytes), undo }
    }
    if (path === bag.VERIFY_SCRIPT) continue
    yield { what: `${path} cut`, make: put(content.subarray(0, -1)), undo }
    yield { what: `${path} longer`, make: put(Buffer.concat([content, Buffer.from('x')])), undo }
    yield { what: `without ${path}`, make: (root) => rm(join(root, path)), undo }
    const renamed = (root: string) => join(root, `${path}.bak`)
    yield {
      what: `${path} renamed`,
      make: (root) => rename(join(root, path), renamed(root)),
      undo: (root) => rename(renamed(root), join(root, path)),
    }
    yield { what: `beside ${path}`, make: (root) => writeFile(renamed(root), 'x'), undo: (root) => rm(renamed(root)) }
  }
  const stamps = ![...files.keys()].some((name) => name.includes('/timestamps/pack'))
  for (const odd of [
    'data/-rf',
    'data/.hidden',
    'data/a b',
    'data/a\nb',
    'data/x;y',
    'timestamps/pack-7.tsr',
    'timestamps/pack-7.chain.pem',
  ])
    yield {
      what: `a file ${JSON.stringify(odd)}`,
      make: async (root) => {
        await mkdir(dirname(join(root, odd)), { recursive: true })
        await writeFile(join(root, odd), 'x')
      },
      undo: (root) => rm(join(root, stamps && odd.startsWith('timestamps/') ? 'timestamps' : odd), { recursive: true }),
    }
  yield {
    what: 'a link',
    make: (root) => symlink('/etc/passwd', join(root, 'data/link')),
    undo: (root) => rm(join(root, 'data/link')),
  }
}

async function escapes(sealed: Sealed, flips: number) {
  const root = await unpackedInto(sealed.files)
  const escaped: string[] = []
  let count = 0
  for (const { what, make, undo } of changes(sealed, flips)) {
    count++
    await make(root)
    const { code, out } = await script(root, sealed.key.fingerprint)
    if (code !== 1 || !/^FAILED/m.test(out)) escaped.push(`${what}: ${code} ${out}`)
    await undo(root)
  }
  expect((await script(root, sealed.key.fingerprint)).code).toBe(0)
  return { escaped, count }
}

describe('verify.sh', () => {
  test('is at most 40 lines, and lies in the bag', () => {
    expect(VERIFY_SH.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
    expect(plain.files.get(`${plain.bag}/verify.sh`)?.toString()).toBe(VERIFY_SH)
  })

  test('finds an untouched pack whole, in both languages, and prints the fingerprint', async () => {
    const file = join(folder, 'whole.zip')
    await writeFile(file, stamped.bytes)
    await run(join(folder, 'bin/unzip'), ['-q', file, '-d', join(folder, 'whole')])
    const { code, out } = await script(join(folder, 'whole', stamped.bag))
    expect(out).not.toContain('FAILED')
    expect(code).toBe(0)
    for (const line of ['signature', stamped.key.fingerprint, 'pack-1.tsr', 'anchor-3-1.tsr', 'as stated: 1'])
      expect(out).toMatch(new RegExp(`^OK .*${line}`, 'm'))
    expect(out.trim().split('\n').at(-1)).toMatch(/^OK +KẾT LUẬN.*RESULT/)
  })

  test('says that a pack carries no timestamp, which is no fault', async () => {
    const { code, out } = await script(await unpackedInto(plain.files))
    expect(out).toMatch(/^- .*no timestamp/m)
    expect(code).toBe(0)
  })

  test('catches every change of the bag (a sample: each run starts some thirty programs)', async () => {
    const of = await escapes(plain, 3)
    expect(of.escaped).toEqual([])
    expect(of.count).toBeGreaterThanOrEqual(180)
  }, 240_000)

  test('catches every change of timestamps and certificates', async () => {
    const root = await unpackedInto(stamped.files)
    const escaped: string[] = []
    const only = { ...stamped, files: new Map([...stamped.files].filter(([name]) => name.includes('timestamps/'))) }
    for (const { what, make, undo } of changes(only, 1)) {
      await make(root)
      const { code, out } = await script(root)
      if (code !== 1 || !/^FAILED/m.test(out)) escaped.push(`${what}: ${code} ${out}`)
      await undo(root)
    }
    expect(escaped).toEqual([])
  })

  test('tells another key only from the published fingerprint', async () => {
    const other = await signingKey(join(folder, 'forger'))
    const files: Files = new Map(plain.files)
    for (const path of [bag.BAG_INFO, bag.PACK_JSON]) {
      const name = `${plain.bag}/${path}`
      files.set(
        name,
        Buffer.from((files.get(name) ?? '').toString().replaceAll(plain.key.fingerprint, other.fingerprint)),
      )
    }
    const root = await unpackedInto(reseal(files, plain.bag, other))
    expect((await script(root)).code).toBe(0)
    const { code, out } = await script(root, plain.key.fingerprint)
    expect(code).toBe(1)
    expect(out).toMatch(/^FAILED.*you gave/m)
    expect((await script(root, (other.fingerprint.match(/../g) ?? []).join(':').toUpperCase())).code).toBe(0)
  })
})
