import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { openStore } from '../../src/store/store.ts'
import { vietnamDay } from '../../src/vietnam-day.ts'
import { inFolder, run } from './fixture.ts'
import { filled, soi } from './store-home.ts'

test('a sweep is packed out of the store, records its own export, and verifies against the published key', () =>
  inFolder(async (home) => {
    const sweep = await filled(home)
    const file = join(home, 'p.zip')
    const packed = await soi(home, 'pack', '--sweep', String(sweep), '-o', file)
    expect(packed, packed.err).toMatchObject({ code: ExitCode.Ok })
    expect(packed.out).toContain('2 sightings, 6 exhibits')
    const key = /public key +([0-9a-f]{64})/.exec(packed.out)?.[1] ?? ''
    const verified = await soi(home, 'verify', file, '--key', key)
    expect(verified.code, verified.out).toBe(ExitCode.Ok)
    expect(verified.out).toContain('WHOLE: this pack is what was signed.')
    const about = JSON.parse((await run('unzip', ['-p', file, '*/data/pack.json'])).stdout)
    expect(about.title).toContain(vietnamDay(about.createdAt))
    const { stdout } = await run('unzip', ['-p', file, '*/data/ledger.jsonl'])
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    expect(last).toMatchObject({ action: 'exported', actor: 'an' })
    expect(JSON.parse(last.body)).toMatchObject({ sweep })
    expect((await soi(home, 'verify', '--store')).out).toContain('WHOLE: 3 sightings')
  }))

test('single sightings and cases are packed too, each export on top of the one before', () =>
  inFolder(async (home) => {
    await filled(home)
    const store = await openStore(home, { actor: 'an' })
    const number = await store.cases.create('Shoes')
    await store.cases.add(number, [2, 3])
    await store.close()
    expect(await soi(home, 'pack', '3', '1', '--partial', '-o', join(home, 'ids.zip'))).toMatchObject({
      code: ExitCode.Ok,
    })
    expect(await soi(home, 'pack', '--case', String(number), '--partial', '-o', join(home, 'case.zip'))).toMatchObject({
      code: ExitCode.Ok,
    })
    for (const [name, sightings] of [
      ['ids.zip', 2],
      ['case.zip', 2],
    ] as const) {
      const json = await soi(home, 'verify', join(home, name), '--json')
      const { checks, ...rest } = JSON.parse(json.out)
      expect(checks.filter(({ ok }: { ok: boolean | null }) => ok === false)).toEqual([])
      expect(rest).toMatchObject({ ok: true, sightings })
    }
  }))

test('a broken pack ends with its own exit code and says in words what is wrong', () =>
  inFolder(async (home) => {
    await filled(home)
    const file = join(home, 'p.zip')
    await soi(home, 'pack', '1', '-o', file)
    const bytes = await readFile(file)
    const place = bytes.indexOf('bazaar.example/item/a')
    await writeFile(file, Buffer.concat([bytes.subarray(0, place), Buffer.from('B'), bytes.subarray(place + 1)]))
    const verified = await soi(home, 'verify', file)
    expect(verified.code).toBe(ExitCode.EvidenceBroken)
    expect(verified.out).toMatch(/✗ Every file is unchanged\n {4}data\/.*: was changed/)
    expect(verified.out).toContain('BROKEN: do not rely on this pack.')
  }))

test('a pack is not made, nor the ledger touched, when the name is taken or the selection is none', () =>
  inFolder(async (home) => {
    await filled(home)
    const taken = join(home, 'taken.zip')
    await writeFile(taken, 'mine')
    const heads = async () => (await soi(home, 'verify', '--store')).out
    const store = await openStore(home, { actor: 'an' })
    const empty = await store.cases.create('Nothing yet')
    await store.close()
    const before = await heads()
    expect((await soi(home, 'pack', '--case', String(empty), '-o', join(home, 'x.zip'))).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'pack', '1', '-o', taken)).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'pack', '-o', join(home, 'x.zip'))).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'pack', '1', '--sweep', '1', '-o', join(home, 'x.zip'))).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'pack', '99', '-o', join(home, 'x.zip'))).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'pack', 'one', '-o', join(home, 'x.zip'))).code).toBe(ExitCode.BadInput)
    expect(await heads()).toBe(before)
    expect(await readdir(home)).not.toContain('x.zip')
    // Without a name the pack goes under packs/ in the run home.
    expect((await soi(home, 'pack', '1')).code).toBe(ExitCode.Ok)
    expect(await readdir(join(home, 'packs'))).toHaveLength(1)
  }))

test('what is to be verified must be said, and be there', () =>
  inFolder(async (home) => {
    expect((await soi(home, 'verify')).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'verify', 'no.zip')).code).toBe(ExitCode.NoInput)
    expect((await soi(home, 'verify', '--store')).code).toBe(ExitCode.NoInput)
    expect((await soi(home, 'verify', '--store', '--key', 'a'.repeat(64))).code).toBe(ExitCode.BadInput)
  }))
