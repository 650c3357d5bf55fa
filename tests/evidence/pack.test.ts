import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadInput, CannotWrite, EvidenceBroken } from '../../src/errors.ts'
import { buildPack } from '../../src/evidence/pack.ts'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { sha256 } from '../../src/store/canonical.ts'
import { inFolder, made, options, packIn, run, sourceOf } from './fixture.ts'

const unzipped = async (folder: string) => {
  const pack = await packIn(folder)
  await run('unzip', ['-q', pack.file, '-d', folder])
  return { pack, root: join(folder, pack.bag) }
}

describe('a pack', () => {
  test('passes every check of its own verifier', () =>
    inFolder(async (folder) => {
      const pack = await packIn(folder)
      const result = await verifyPack(pack.file, { key: pack.fingerprint, lang: 'en' })
      expect(result.checks.filter(({ ok }) => ok !== true).map(({ id, ok }) => [id, ok])).toEqual([
        ['timestamps', null],
        ['anchors', null],
      ])
      expect(result).toMatchObject({
        ok: true,
        sightings: 2,
        head: pack.ledger.head,
        fingerprint: pack.fingerprint,
        bag: pack.bag,
      })
      expect(pack.sha256).toBe(sha256(await readFile(pack.file)))
    }))

  test('without a published fingerprint is whole, but says that the key was not compared', () =>
    inFolder(async (folder) => {
      const pack = await packIn(folder)
      const result = await verifyPack(pack.file)
      expect(result.ok).toBe(true)
      const key = result.checks.find(({ id }) => id === 'key')
      expect(key?.ok).toBeNull()
      expect(key?.detail).toContain(pack.fingerprint)
    }))

  test('can be verified by hand with the commands that its HOW-TO-VERIFY.txt prints', () =>
    inFolder(async (folder) => {
      const { pack, root } = await unzipped(folder)
      const howTo = await readFile(join(root, 'HOW-TO-VERIFY.txt'), 'utf8')
      const commands = howTo
        .split('\n')
        .filter((line) => line.startsWith('  ') && /^ {2}(unzip|cd|sha256sum|find|openssl|tail) /.test(line))
      const english = commands.slice(commands.length / 2).map((line) => line.trim().replace('PACK.zip', '../pack.zip'))
      await mkdir(join(folder, 'bare'))
      const script = `set -e\n${english.join('\n')}\n`
      const { stdout } = await run('/bin/sh', ['-c', script], {
        cwd: join(folder, 'bare'),
        env: { PATH: '/usr/bin:/bin' },
      })
      expect(stdout).not.toContain('FAILED')
      expect(stdout).toContain('data/report.html: OK')
      expect(stdout).toContain('soi-public-key.pem: OK')
      expect(stdout).toContain(`${pack.fingerprint}  -`)
      expect(stdout).toContain('Signature Verified Successfully')
      expect(stdout).toMatch(/\n(\d+)\n\1\n/)
      expect(stdout.trim().split('\n').at(-1)).toBe('1')
      expect(english).toHaveLength(8)
    }))

  test('keeps the seller’s pages under names that do not open as pages', () =>
    inFolder(async (folder) => {
      const { root } = await unzipped(folder)
      expect((await readdir(join(root, 'data/sightings/1'))).sort()).toEqual([
        ...['assessment.json', 'capture.json', 'dom.html.txt', 'listing.json', 'page.html.txt', 'screenshot.png'],
      ])
    }))

  test('carries the bodies of its own sightings only; of others the chain needs no more than the hash', () =>
    inFolder(async (folder) => {
      const { root } = await unzipped(folder)
      const ledger = await readFile(join(root, 'data/ledger.jsonl'), 'utf8')
      const entries = ledger
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(entries.map(({ subject, body }) => [subject.split(':')[0], body === null])).toEqual([
        ...[
          ['sighting', true],
          ['sighting', false],
          ['sighting', false],
          ['pack', false],
        ],
      ])
      expect(ledger).not.toContain('telephone')
    }))

  test('carries the rule files that fired or excused, and the list of laws', () =>
    inFolder(async (folder) => {
      const { root } = await unzipped(folder)
      const [ruleset = ''] = await readdir(join(root, 'data/rules'))
      expect(ruleset).toHaveLength(12)
      expect((await readdir(join(root, 'data/rules', ruleset))).sort()).toEqual([
        'legal.yaml',
        'replica-wording.yaml',
        'second-hand.yaml',
      ])
    }))

  test('is opened by other programs without complaint', () =>
    inFolder(async (folder) => {
      const { file } = await packIn(folder)
      await run('unzip', ['-tq', file])
      const { stdout } = await run('zipinfo', ['-T', file])
      expect(stdout).toContain('20261125.100406') // the time in Vietnam
    }))

  test('has the same bytes again, in whatever time zone it is made', () =>
    inFolder(async (folder) => {
      const digests = new Set<string>()
      const zone = process.env['TZ']
      for (const [i, tz] of ['UTC', 'Asia/Ho_Chi_Minh', 'America/St_Johns'].entries()) {
        process.env['TZ'] = tz
        digests.add((await packIn(folder, { file: join(folder, `${i}.zip`) })).sha256)
      }
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
      expect(digests.size).toBe(1)
    }))

  test('without exhibits, as of an unflagged sighting, still verifies and says what is missing', () =>
    inFolder(async (folder) => {
      const one = await made(5, { item: { capture: null, captureError: 'no browser', exhibits: [] } })
      const pack = await packIn(folder, { partial: true }, [one])
      expect((await verifyPack(pack.file)).ok).toBe(true)
      const { stdout } = await run('unzip', ['-p', pack.file, `${pack.bag}/data/report.html`])
      expect(stdout).toContain('no browser')
    }))

  test('whose rule was never stored says so, and verifies', () =>
    inFolder(async (folder) => {
      const source = sourceOf([await made(1)], { ruleText: async () => null })
      const pack = await buildPack(source, options(folder))
      expect((await verifyPack(pack.file)).checks.filter(({ ok }) => ok === false)).toEqual([])
    }))
})

describe('making a pack refuses', () => {
  const left = async (folder: string) => (await readdir(folder)).filter((name) => name !== 'keys')

  test('an exhibit that is no longer what was recorded, and leaves nothing behind', () =>
    inFolder(async (folder) => {
      const source = sourceOf([await made(1)], { exhibit: async () => Buffer.from('something else') })
      await expect(buildPack(source, options(folder))).rejects.toThrow(EvidenceBroken)
      expect(await left(folder)).toEqual([])
    }))

  test('a ledger with a broken link', () =>
    inFolder(async (folder) => {
      const whole = sourceOf([await made(1)])
      const source = {
        ...whole,
        async *ledger() {
          for await (const entry of whole.ledger()) yield entry.seq === 2 ? { ...entry, actor: 'somebody.else' } : entry
        },
      }
      await expect(buildPack(source, options(folder))).rejects.toThrow(/entry 2/)
      expect(await left(folder)).toEqual([])
    }))

  test('a sighting that no entry of the ledger vouches for', () =>
    inFolder(async (folder) => {
      const other = sourceOf([await made(2)])
      const source = {
        ...sourceOf([await made(1)]),
        async *ledger() {
          for await (const entry of other.ledger()) if (!entry.subject.startsWith('pack:')) yield entry
        },
      }
      await expect(buildPack(source, options(folder))).rejects.toThrow(/no entry of sighting 1/)
    }))

  test('a rule file that is not the version the sighting names', () =>
    inFolder(async (folder) => {
      const source = sourceOf([await made(1)], { ruleText: async () => 'id: replica-wording\n' })
      await expect(buildPack(source, options(folder))).rejects.toThrow(EvidenceBroken)
    }))

  test('an empty selection', () =>
    inFolder(async (folder) => {
      await expect(buildPack(sourceOf([]), options(folder))).rejects.toThrow(BadInput)
    }))

  test('to overwrite an older pack', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'pack.zip'), 'older')
      await expect(packIn(folder)).rejects.toThrow(BadInput)
      expect(await readFile(join(folder, 'pack.zip'), 'utf8')).toBe('older')
    }))

  test('a folder that is not there', () =>
    inFolder(async (folder) => {
      await expect(packIn(folder, { file: join(folder, 'no/such/pack.zip') })).rejects.toThrow(CannotWrite)
    }))

  test('to go on after an interruption, and leaves nothing behind', () =>
    inFolder(async (folder) => {
      const stop = new AbortController()
      await expect(packIn(folder, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow(/abort/i)
      expect(await left(folder)).toEqual([])
    }))

  test('a full disk: the error says so and no part of a file stays', ({ skip }) =>
    inFolder(async (folder) => {
      const disk = join(folder, 'disk')
      await mkdir(disk)
      const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).then(
        () => true,
        () => false,
      )
      if (!mounted) return skip('only the superuser may mount a small disk')
      try {
        const big = await made(1, { html: 'x'.repeat(300_000) })
        const failed = packIn(folder, { file: join(disk, 'pack.zip') }, [big])
        await expect(failed).rejects.toThrow(CannotWrite)
        await expect(failed).rejects.toThrow(/full/)
        expect(await readdir(disk)).toEqual([])
      } finally {
        await run('umount', [disk])
      }
    }))
})

test('progress counts every exhibit and every listing of the report up to the total', () =>
  inFolder(async (folder) => {
    const steps: string[] = []
    await packIn(folder, { onProgress: (done, total) => steps.push(`${done}/${total}`) })
    expect(steps).toEqual(['1/8', '2/8', '3/8', '4/8', '5/8', '6/8', '7/8', '8/8'])
    expect(existsSync(join(folder, 'pack.zip'))).toBe(true)
    expect((await stat(join(folder, 'keys/signing-key.pem'))).mode & 0o777).toBe(0o600)
  }))
