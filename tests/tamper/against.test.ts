import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { openStore } from '../../src/store/store.ts'
import { inFolder } from '../evidence/fixture.ts'
import { filled, soi } from '../evidence/store-home.ts'

/** Someone with the file and no respect for triggers. */
function force(home: string, ...statements: string[]): void {
  const db = new Database(join(home, 'evidence.sqlite'))
  for (const { name } of db.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string
  }[])
    db.exec(`drop trigger ${name}`)
  db.pragma('foreign_keys = off')
  for (const statement of statements) db.exec(statement)
  db.close()
}

test('a pack is compared with the store it came from: sightings, files, the ledger, and what was done since', () =>
  inFolder(async (folder) => {
    const home = join(folder, 'home')
    await filled(home)
    const file = join(folder, 'p.zip')
    expect((await soi(home, 'pack', '1', '2', '--partial', '-o', file)).code).toBe(ExitCode.Ok)
    const same = await soi(home, 'verify', file, '--against', home)
    expect(same, same.err).toMatchObject({ code: ExitCode.Ok })
    expect(same.out).toContain('its ledger has 0 entries more')

    const store = await openStore(home, { actor: 'chi' })
    await store.ledger.append('decided', 'sighting:1', { verdict: 'dismissed', reason: 'mistake' })
    await store.ledger.append('decided', 'sighting:3', { verdict: 'dismissed', reason: 'of no concern here' })
    await store.close()
    const later = await soi(home, 'verify', file, '--against', home)
    expect(later.code).toBe(ExitCode.Ok)
    expect(later.out).toContain('its ledger has 2 entries more')
    expect(later.out).toMatch(/chi {2}decided {2}sighting:1/)
    expect(later.out).not.toContain('sighting:3')

    const after = async (change: (home: string) => unknown) => {
      const copy = join(folder, `copy-${Math.random()}`)
      await cp(home, copy, { recursive: true })
      await change(copy)
      const { code, out } = await soi(home, 'verify', file, '--against', copy)
      expect(code).toBe(ExitCode.EvidenceBroken)
      return out
    }
    expect(await after((copy) => force(copy, `update ledger set hash = '${'0'.repeat(64)}' where seq = 2`))).toContain(
      'entry 2 of the store is not the one in the pack',
    )
    expect(await after((copy) => force(copy, 'delete from ledger where seq > 1'))).toContain(
      'the store ends before the pack',
    )
    expect(
      await after((copy) =>
        force(copy, `update sighting set body = replace(body, '"score":', '"score":1') where id = 2`),
      ),
    ).toContain('data/sightings/2/assessment.json: the store says something else')
    expect(await after((copy) => force(copy, 'delete from sighting where id = 2'))).toContain(
      'Sighting 2: the store does not hold it',
    )
    const changed = await after(async (copy) => {
      const opened = await openStore(copy, { actor: 'x', readOnly: true })
      const { exhibits } = await opened.sightings.get(1)
      await opened.close()
      await writeFile(exhibits[0]?.path ?? '', 'something else')
    })
    expect(changed).toMatch(/data\/sightings\/1\/\S+: /)
    expect((await soi(home, 'verify', '--store', '--against', home)).code).toBe(ExitCode.BadInput)
  }))
