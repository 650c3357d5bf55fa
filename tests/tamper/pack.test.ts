import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as bag from '../../src/evidence/bag.ts'
import { signingKey } from '../../src/evidence/key.ts'
import { entryHash, type LinkedEntry, ledgerLine } from '../../src/evidence/ledger-chain.ts'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { run } from '../evidence/fixture.ts'
import { type Files, failed, reseal } from '../evidence/forge.ts'
import { type TestAuthority, testAuthority } from '../timestamp/authority.ts'
import { type Case, contentFlips, fileCases, ledgerTexts, swaps, wholeCases, wrapperFlips } from './cases.ts'
import { plainPack, type Sealed, stampedPack, stampPack, zipOf } from './sealed.ts'

let folder: string
let authority: TestAuthority
let plain: Sealed
let stamped: Sealed
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soi-tamper-'))
  authority = await testAuthority()
  plain = await plainPack(folder)
  stamped = await stampedPack(plain, authority)
})
afterAll(async () => {
  await authority.close()
  await rm(folder, { recursive: true, force: true })
})

const ofStamps = (): Sealed => ({
  ...stamped,
  places: stamped.places.filter(({ path }) => path.includes('timestamps/')),
})

/** What verify lets pass, or does not name; and how many cases there were. */
async function escapes(cases: Iterable<Case>, { key }: Sealed) {
  const escaped: string[] = []
  let count = 0
  for (const { what, bytes, names } of cases) {
    count++
    const { ok, checks } = await verifyPack(bytes, { lang: 'en', key: key.fingerprint })
    const said = checks
      .filter((check) => check.ok === false)
      .map(({ detail }) => detail)
      .join('\n')
    if (ok || said === '') escaped.push(what)
    else if (names.length > 0 && !names.some((name) => said.includes(name)))
      escaped.push(`${what}: not named in ${said.slice(0, 300)}`)
  }
  return { escaped, count }
}

test('untouched, both packs are whole', async () => {
  for (const { bytes, key } of [plain, stamped]) {
    const { ok, checks } = await verifyPack(bytes, { lang: 'en', key: key.fingerprint })
    expect(checks.filter((check) => check.ok === false)).toEqual([])
    expect(ok).toBe(true)
  }
})

describe('caught and named:', () => {
  test.each<[string, number, () => Iterable<Case>, () => Sealed]>([
    ['any one byte of the wrapper', 4000, () => wrapperFlips(plain), () => plain],
    ['bytes of every file', 600, () => contentFlips(plain, 24), () => plain],
    ['bytes of every timestamp and certificate', 90, () => contentFlips(ofStamps(), 16), () => stamped],
    ['a file dropped, renamed, cut, doubled, added', 200, () => fileCases(plain), () => plain],
    ['the same of timestamps', 60, () => fileCases(stamped, /timestamps/), () => stamped],
    ['any two files swapped, any two entries reordered', 600, () => swaps(plain), () => plain],
    ['the ZIP cut, lengthened, commented', 300, () => wholeCases(plain), () => plain],
  ])(
    '%s',
    async (_, least, cases, sealed) => {
      const { escaped, count } = await escapes(cases(), sealed())
      expect(escaped).toEqual([])
      expect(count).toBeGreaterThanOrEqual(least)
    },
    240_000,
  )
})

const withText = ({ files, bag: name }: Sealed, path: string, change: (text: string) => string): Files => {
  const full = `${name}/${path}`
  return new Map(files).set(full, Buffer.from(change((files.get(full) ?? '').toString())))
}

describe('a change of the ledger is caught', () => {
  test('as it stands, and by whoever can sign again with the unit’s own key', async () => {
    const text = plain.files.get(`${plain.bag}/${bag.LEDGER}`)?.toString() ?? ''
    const escaped: string[] = []
    for (const [what, changed] of ledgerTexts(text)) {
      const files = withText(plain, bag.LEDGER, () => changed)
      const found = failed(await verifyPack(zipOf(files), { lang: 'en' }))
      if (!found.includes('payload')) escaped.push(what)
      const signed = failed(await verifyPack(zipOf(reseal(files, plain.bag, plain.key)), { lang: 'en' }))
      if (!signed.includes('ledger') && !signed.includes('head')) escaped.push(`${what}, signed again`)
    }
    expect(escaped).toEqual([])
  })

  /** The whole chain made anew with one entry back-dated, and everything that names its head. */
  function rewritten(sealed: Sealed): Files {
    const old: LinkedEntry[] = (sealed.files.get(`${sealed.bag}/${bag.LEDGER}`) ?? '')
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    let prevHash = ''
    const made = old.map((entry, i) => {
      const open = { ...entry, prevHash, at: i === 1 ? '2020-01-01T00:00:00.000Z' : entry.at }
      prevHash = entryHash(open)
      return { ...open, hash: prevHash }
    })
    const files = withText(sealed, bag.LEDGER, () => made.map(ledgerLine).join(''))
    const head = old.at(-1)?.hash ?? ''
    for (const path of [bag.PACK_JSON, bag.BAG_INFO])
      files.set(
        `${sealed.bag}/${path}`,
        withText(sealed, path, (text) => text.replaceAll(head, prevHash)).get(`${sealed.bag}/${path}`) ??
          Buffer.alloc(0),
      )
    return files
  }

  test('even where the whole chain is made anew and signed with the unit’s own key: by the timestamp over its head', async () => {
    const files = await stampPack(reseal(rewritten(stamped), stamped.bag, stamped.key), stamped.bag, authority)
    const result = await verifyPack(zipOf(files), { lang: 'en', key: stamped.key.fingerprint })
    expect(failed(result)).toEqual(['anchors'])
    expect(result.checks.find(({ id }) => id === 'anchors')?.detail).toContain('given for something else')
  })
})

describe('a pack signed again', () => {
  test('with another key is caught by the published fingerprint', async () => {
    const other = await signingKey(join(folder, 'forger'))
    const files: Files = new Map(plain.files)
    for (const path of [bag.BAG_INFO, bag.PACK_JSON])
      files.set(
        `${plain.bag}/${path}`,
        withText(plain, path, (text) => text.replaceAll(plain.key.fingerprint, other.fingerprint)).get(
          `${plain.bag}/${path}`,
        ) ?? Buffer.alloc(0),
      )
    const bytes = zipOf(reseal(files, plain.bag, other))
    expect(failed(await verifyPack(bytes, { key: plain.key.fingerprint }))).toEqual(['key'])
    expect((await verifyPack(bytes, {})).ok).toBe(true)
  })

  test('keeps no timestamp: it speaks of the old list', async () => {
    const files = new Map(
      [...stamped.files].filter(([name]) => name.includes('/timestamps/pack') || name.includes('timestamps/manifest')),
    )
    const again = reseal(new Map(stamped.files), stamped.bag, await signingKey(join(folder, 'forger')))
    for (const [name, content] of files) if (!name.includes('/data/')) again.set(name, content)
    expect(failed(await verifyPack(zipOf(again), {}))).toContain('timestamps')
  })
})

test.each([
  ['python zipfile', 'python3', ['-m', 'zipfile', '-c', 'OUT']],
  ['zip, stored', 'zip', ['-q', '-r', '-0', '-X', 'OUT']],
  ['zip, packed', 'zip', ['-q', '-r', '-9', 'OUT']],
  ['zip without folders', 'zip', ['-q', '-r', '-0', '-D', 'OUT']],
])('packed again with %s, the wrapper gives it away and nothing else', async (what, tool, words) => {
  const start = join(folder, `again ${what}`)
  await writeFile(`${start}.old`, plain.bytes)
  await run('unzip', ['-q', `${start}.old`, '-d', start])
  await run(tool, [...words.map((word) => (word === 'OUT' ? `${start}.zip` : word)), plain.bag], { cwd: start })
  expect(failed(await verifyPack(await readFile(`${start}.zip`), {}))).toEqual(['zip-exact'])
})
