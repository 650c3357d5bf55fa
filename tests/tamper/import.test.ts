import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { openStore } from '../../src/store/store.ts'
import { inFolder, packIn } from '../evidence/fixture.ts'
import { soiAs } from '../evidence/store-home.ts'

const soi = soiAs('binh', 'Team 2')

test('another unit’s pack is verified, kept as it came, told apart, and readable', () =>
  inFolder(async (folder) => {
    const home = join(folder, 'ours')
    const pack = await packIn(folder)
    const first = await soi(home, 'import', pack.file, '--key', pack.fingerprint)
    expect(first, first.err).toMatchObject({ code: ExitCode.Ok })
    expect(first.out).toContain('made by Đội QLTT số 1 (Nguyễn Văn An)')
    expect(first.out).toContain('the key that was published')
    const name = /soi show (pack:[0-9a-f]+)/.exec(first.out)?.[1] ?? ''
    expect((await soi(home, 'import', pack.file)).out).toContain('imported before')

    const store = await openStore(home, { actor: 'binh', readOnly: true })
    const entries = []
    for await (const { action, subject, body } of store.ledger.entries()) entries.push({ action, subject, body })
    expect(entries.map(({ action }) => action)).toEqual(['file.bring', 'imported'])
    expect(JSON.parse(entries[1]?.body ?? '')).toMatchObject({
      ...{ unit: 'Đội QLTT số 1', fingerprint: pack.fingerprint, keyCompared: true, sha256: pack.sha256 },
    })
    // Nothing of it is among this unit's own sightings.
    expect(await store.sightings.list({ limit: 10 })).toEqual([])
    expect(Buffer.from(await store.blobs.read(pack.sha256)).equals(await readFile(pack.file))).toBe(true)
    expect((await store.verify()).problems).toEqual([])
    await store.close()

    const shown = await soi(home, 'show', name)
    expect(shown.out).toContain(`${name}/2`)
    expect(shown.out).toContain('Giày Acme Runner REP 1:1')
    const one = await soi(home, 'show', `${name}/2`)
    expect(one, one.err).toMatchObject({ code: ExitCode.Ok })
    expect(one.out.split('\n')[0]).toBe(
      `from pack ${name} of unit Đội QLTT số 1, signed with ${pack.fingerprint}; not recorded by this unit`,
    )
    expect(one.out).toContain('replica-wording')
    expect((await soi(home, 'show', `${name}/9`)).code).toBe(ExitCode.BadInput)
    expect((await soi(home, 'show', 'pack:000000')).code).toBe(ExitCode.BadInput)
  }))

test('a pack that is not whole, or not of the key that was given, is refused with the reason and nothing is kept', () =>
  inFolder(async (folder) => {
    const home = join(folder, 'ours')
    const pack = await packIn(folder)
    const bytes = await readFile(pack.file)
    const place = bytes.indexOf('REP 1:1')
    bytes[place] = 0x51
    await writeFile(join(folder, 'bad.zip'), bytes)
    const bad = await soi(home, 'import', join(folder, 'bad.zip'))
    expect(bad.code).toBe(ExitCode.BadInput)
    expect(bad.err).toContain('not whole')
    expect(bad.err).toMatch(/data\/\S+: was changed/)
    const other = await soi(home, 'import', pack.file, '--key', 'ab'.repeat(32))
    expect(other.code).toBe(ExitCode.BadInput)
    expect(other.err).toContain('another key')
    const store = await openStore(home, { actor: 'binh', readOnly: true })
    expect(await store.ledger.head()).toBeNull()
    await store.close()
    expect((await readdir(home, { recursive: true })).filter((file) => /[0-9a-f]{60}/.test(file))).toEqual([])
    expect((await soi(home, 'import', pack.file, '--dry-run')).out).toContain('is whole: 2 sightings')
  }))
