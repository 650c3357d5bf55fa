import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { openStore } from '../../src/store/store.ts'
import { inFolder, run } from './fixture.ts'
import { filled, soi } from './store-home.ts'

const entries = async (file: string): Promise<string[]> =>
  (await run('unzip', ['-Z1', file])).stdout
    .trim()
    .split('\n')
    .map((path) => path.slice(path.indexOf('/') + 1))
const text = async (file: string, path: string): Promise<string> =>
  (await run('unzip', ['-p', file, `*/${path}`], { maxBuffer: 2 ** 26 })).stdout

test('a case is packed with purpose, both languages and no PDF when told so', () =>
  inFolder(async (home) => {
    await filled(home)
    const store = await openStore(home, { actor: 'an' })
    const number = await store.cases.create('Giày Acme')
    await store.cases.add(number, [1, 2])
    await store.close()
    const file = join(home, 'case.zip')
    const words = ['--purpose', 'Kế hoạch kiểm tra', '--report-lang', 'both', '--no-pdf', '-o', file]
    const packed = await soi(home, 'pack', '--case', String(number), ...words)
    expect(packed, packed.err).toMatchObject({ code: ExitCode.Ok })
    const names = await entries(file)
    expect(names).toEqual(expect.arrayContaining(['data/report.vi.html', 'data/report.en.html', 'data/listings.xlsx']))
    expect(names.filter((name) => name.endsWith('.pdf'))).toEqual([])
    const report = await text(file, 'data/report.vi.html')
    expect(report).toContain('Kế hoạch kiểm tra')
    expect(report).toContain('đưa vào hồ sơ vụ việc')
    expect(report).toContain(`<dd>${number}: <bdi>Giày Acme</bdi></dd>`)
    expect(names).toContain('data/report/1-screenshot.jpg')
    expect((await soi(home, 'verify', file)).code).toBe(ExitCode.Ok)
    expect((await soi(home, 'pack', '1', '--report-lang', 'fr', '-o', join(home, 'x.zip'))).code).toBe(
      ExitCode.BadInput,
    )
  }))

test('a pack that is refused for its gaps leaves neither file nor entry', () =>
  inFolder(async (home) => {
    await filled(home)
    const heads = async () => (await soi(home, 'verify', '--store')).out
    const before = await heads()
    const refused = await soi(home, 'pack', '3', '--no-pdf', '-o', join(home, 'x.zip'))
    expect(refused.code).toBe(ExitCode.BadInput)
    expect(refused.err).toContain('sighting 3: missing: not captured')
    expect(await heads()).toBe(before)
  }))

test('a working copy names its sealed original and holds no page, no officer and no readable picture of the page', () =>
  inFolder(async (home) => {
    await filled(home)
    const file = join(home, 'p.zip')
    const packed = await soi(home, 'pack', '1', '--redact', '--no-pdf', '-o', file, '--json')
    expect(packed, packed.err).toMatchObject({ code: ExitCode.Ok })
    const { tagManifest, sha256, workingCopy } = JSON.parse(packed.out)
    const said = JSON.parse(await text(workingCopy, 'data/pack.json'))
    expect(said.redacted).toEqual({ of: tagManifest, zip: sha256 })
    const { stdout } = await run('sh', ['-c', `unzip -p "${file}" '*/tagmanifest-sha256.txt' | sha256sum`])
    expect(stdout.slice(0, 64)).toBe(tagManifest)
    const names = await entries(workingCopy)
    expect(names.filter((name) => name.startsWith('data/sightings/1/'))).toEqual(
      [
        ...['assessment.json', 'capture.json', 'listing.json', 'screenshot.png'].map(
          (name) => `data/sightings/1/${name}`,
        ),
      ].sort((a, b) => names.indexOf(a) - names.indexOf(b)),
    )
    const ledger = await text(workingCopy, 'data/ledger.jsonl')
    expect(ledger).not.toContain('"actor":"an"')
    expect(ledger).toContain('"actor":"▇▇▇ #1"')
    const report = await text(workingCopy, 'data/report.html')
    expect(report).toContain(tagManifest)
    expect(report).toContain('@top-center{content:"WORKING COPY"')
    expect(report).toContain('Shop Bé Na')
    expect(await text(workingCopy, 'bag-info.txt')).toContain('Contact-Name: ▇▇▇ #1')
    expect((await soi(home, 'verify', file)).code).toBe(ExitCode.Ok)
    const copy = await soi(home, 'verify', workingCopy)
    expect(copy, copy.out).toMatchObject({ code: ExitCode.Ok })
    expect(copy.out).toContain('THIS IS A WORKING COPY, not the evidence')
    for (const digest of [tagManifest, sha256]) {
      expect(copy.out).toContain(digest)
      expect(await text(workingCopy, 'HOW-TO-VERIFY.txt')).toContain(digest)
    }
    const { workingCopyOf } = JSON.parse((await soi(home, 'verify', workingCopy, '--json')).out)
    expect(workingCopyOf).toEqual({ tagManifest, zip: sha256 })
    expect(JSON.parse((await soi(home, 'verify', file, '--json')).out).workingCopyOf).toBeNull()
    expect((await soi(home, 'verify', file)).out).not.toContain('WORKING COPY')
  }))

test('a key is made, rotated and revoked in the ledger, and every later pack tells so', () =>
  inFolder(async (home) => {
    await filled(home)
    const pack = async (name: string) => {
      const packed = await soi(home, 'pack', '1', '--no-pdf', '-o', join(home, name), '--json')
      expect(packed, packed.err).toMatchObject({ code: ExitCode.Ok })
      return JSON.parse(packed.out).fingerprint as string
    }
    const first = await pack('1.zip')
    expect((await soi(home, 'key', 'show')).out).toMatch(new RegExp(`^${first} {2}in use {2}since`))
    expect((await soi(home, 'key', 'rotate', '--reason', 'once a year')).code).toBe(ExitCode.Ok)
    const second = await pack('2.zip')
    expect(second).not.toBe(first)
    const keys = JSON.parse(await text(join(home, '2.zip'), 'data/keys.json')).keys
    expect(keys).toMatchObject([
      { fingerprint: first, state: 'retired', reason: 'once a year' },
      { fingerprint: second, state: 'current', reason: null, until: null },
    ])
    expect(await text(join(home, '2.zip'), 'data/report.html')).toContain(first)
    expect((await soi(home, 'key', 'revoke', first.slice(0, 12), '--reason', 'copied')).code).toBe(ExitCode.Ok)
    expect((await soi(home, 'key', 'revoke', first, '--reason', 'again')).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'key', 'revoke', second, '--reason', 'lost')).code).toBe(ExitCode.Ok)
    const third = await pack('3.zip')
    expect((await soi(home, 'key', 'show', '--json')).out.split('\n').map((line) => JSON.parse(line))).toMatchObject([
      { fingerprint: first, state: 'revoked', reason: 'copied' },
      { fingerprint: second, state: 'revoked', reason: 'lost' },
      { fingerprint: third, state: 'current' },
    ])
    for (const name of ['1.zip', '2.zip', '3.zip']) expect((await soi(home, 'verify', join(home, name))).code).toBe(0)
    expect((await soi(home, 'verify', '--store')).code).toBe(ExitCode.Ok)
  }))

test('stored listings are exported as tables, and that stands in the ledger', () =>
  inFolder(async (home) => {
    await filled(home)
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      const made = await soi(home, 'export', '--format', format, '--all', '-o', join(home, `x.${format}`))
      expect(made, made.err).toMatchObject({ code: ExitCode.Ok })
      expect(made.out).toContain('3 listings')
    }
    expect((await readFile(join(home, 'x.csv'), 'utf8')).split('\r\n')).toHaveLength(5)
    expect((await soi(home, 'export', '--format', 'csv', '-o', join(home, 'x.csv'))).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'export', '--format', 'doc', '-o', join(home, 'y'))).code).toBe(ExitCode.BadInput)
    const none = ['--site', 'nobody', '-o', join(home, 'y')]
    expect((await soi(home, 'export', '--format', 'csv', ...none)).code).toBe(ExitCode.BadInput)
    const store = await openStore(home, { actor: 'an', readOnly: true })
    const actions: string[] = []
    for await (const { action, subject } of store.ledger.entries())
      if (subject.startsWith('table:')) actions.push(action)
    await store.close()
    expect(actions).toEqual(['exported', 'exported', 'exported'])
  }))

test('what a seller answered is in the pack and holds against its ledger', () =>
  inFolder(async (home) => {
    await filled(home)
    const store = await openStore(home, { actor: 'an' })
    const bytes = Buffer.from('%PDF')
    const file = {
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: await store.blobs.put(bytes),
    }
    const said = {
      kind: 'correction',
      received: '2026-11-20',
      way: 'e-mail',
      sender: ' Shop ',
      text: 'hàng thật',
    } as const
    await store.replies.add({ ...said, sighting: 1, file, unit: 'Team 1' })
    await store.replies.add({ ...said, sighting: 2, file: null, unit: null })
    await store.close()
    const pack = join(home, 'p.zip')
    const packed = await soi(home, 'pack', '1', '--no-pdf', '--redact', '-o', pack, '--json')
    expect(packed, packed.err).toMatchObject({ code: ExitCode.Ok })
    const verified = await soi(home, 'verify', pack)
    expect(verified, verified.out).toMatchObject({ code: ExitCode.Ok })
    expect(verified.out).toContain('✓ What sellers answered is what the ledger recorded')
    expect(JSON.parse(await text(pack, 'data/pack.json')).sightings[0].replies).toHaveLength(1)
    const copy = await soi(home, 'verify', JSON.parse(packed.out).workingCopy)
    expect(copy, copy.out).toMatchObject({ code: ExitCode.Ok })
    expect(copy.out).toContain('– What sellers answered')
  }))
