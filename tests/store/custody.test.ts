import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../src/store/store.ts'
import { type TestAuthority, testAuthority } from '../timestamp/authority.ts'
import { runSoi } from './run-soi.ts'
import { aRequest, aSighting, aSweep, aVisit, hashOf, must, newHome, OPERATOR } from './sample.ts'
import { tampered } from './tampering.ts'

const homes: string[] = []
const aHome = async (): Promise<string> => {
  const home = await newHome()
  homes.push(home)
  return home
}

/** A store with three flagged watches of one seller and one innocent watch. */
const fill = async (home: string): Promise<void> => {
  const store = await openStore(home, OPERATOR)
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  await frontier.add([aRequest(1)])
  const sightings = ['a', 'b', 'c', 'd'].map((key) => aSighting({ key, flagged: key !== 'd' }))
  await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings }))
  await store.close()
}

const withStore = async <T>(home: string, work: (store: Store) => Promise<T>, actor = 'nguyen.an'): Promise<T> => {
  const store = await openStore(home, { actor })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const actionsOf = async (home: string): Promise<readonly string[]> =>
  withStore(home, async (store) => {
    const actions: string[] = []
    for await (const { action, subject } of store.ledger.entries()) actions.push(`${action} ${subject}`)
    return actions
  })

let authorities: readonly TestAuthority[] = []
beforeAll(async () => {
  authorities = [await testAuthority({ name: 'First TSA' }), await testAuthority({ name: 'Second TSA' })]
})
afterAll(async () => {
  await Promise.all(authorities.map((each) => each.close()))
  await Promise.all(homes.map((home) => rm(home, { recursive: true, force: true })))
})

const configure = async (home: string, all: readonly { name: string; url: string; certificates: string }[]) => {
  const lines = all.map(({ name, url }, n) => `  - name: ${name}\n    url: ${url}\n    certificates: root-${n}.pem\n`)
  await writeFile(join(home, 'authorities.yaml'), `authorities:\n${lines.join('')}`)
  for (const [n, { certificates }] of all.entries()) await writeFile(join(home, `root-${n}.pem`), certificates)
}

describe('a decision', () => {
  test('stands in the ledger with officer, unit, reason and note, and the last one holds', async () => {
    const home = await aHome()
    await fill(home)
    const first = await runSoi(home, ['decide', '1', 'dismiss', '--reason', 'genuine', '--note', 'tem thật', '--json'])
    expect(JSON.parse(first.text)).toMatchObject({
      ...{ officer: 'nguyen.an', unit: 'QLTT 4', verdict: 'dismiss', reason: 'genuine', note: 'tem thật' },
      ...{ sighting: 1, site: 'cho', key: 'a', sellerName: 'Shop An' },
    })
    const again = await runSoi(home, ['decide', 'cho:a', 'reopen', '--reason', 'decided-by-mistake'], 'le.binh')
    expect(again.text).toContain('nguyen.an: dismissed')
    const verdicts = await withStore(home, (store) => store.decisions.of({ sighting: 1 }))
    expect(verdicts.map(({ verdict, officer }) => `${officer} ${verdict}`)).toEqual([
      'nguyen.an dismiss',
      'le.binh reopen',
    ])
    expect((await actionsOf(home)).slice(-2)).toEqual(['decided sighting:1', 're-opened listing:cho:a'])
  })

  test.each([
    [['decide', '1', 'dismiss', '--reason', 'to-police'], /genuine – the goods are genuine/],
    [['decide', '1', 'dismiss', '--reason', 'other'], /needs a note/],
    [['decide', '1', 'shrug', '--reason', 'other'], /none of: confirm, dismiss/],
    [['decide', '99', 'confirm', '--reason', 'signs-plain'], /no sighting 99/],
    [['decide', 'cho:zz', 'confirm', '--reason', 'signs-plain'], /zz of cho was ever seen/],
  ])('%j is refused with what there is', async (argv, message) => {
    const home = await aHome()
    await fill(home)
    const { code, err } = await runSoi(home, argv)
    expect(code).toBe(65)
    expect(err).toMatch(message)
    expect((await actionsOf(home)).filter((each) => each.startsWith('decided'))).toEqual([])
  })

  test('makes no store where there is none', async () => {
    const home = join(await aHome(), 'none')
    expect((await runSoi(home, ['decide', '1', 'confirm', '--reason', 'signs-plain'])).code).toBe(66)
    expect((await runSoi(home, ['show', '1'])).code).toBe(66)
  })

  test.each([
    ['back-dated', `update decision set at = '2020-01-01T00:00:00.000Z'`],
    ['given another verdict', `update decision set verdict = 'confirm'`],
    ['taken away', 'delete from decision'],
  ])('that was %s behind the ledger is named', async (_, sql) => {
    const home = await aHome()
    await fill(home)
    await runSoi(home, ['decide', '1', 'dismiss', '--reason', 'genuine'])
    const broken = await tampered(home, (db) => db.exec(sql))
    homes.push(broken)
    const { problems } = await withStore(broken, (store) => store.verify())
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'decision' }))
  })
})

describe('soi ledger who', () => {
  test('answers who dismissed what and why, who spares one seller, and what was seen and left', async () => {
    const home = await aHome()
    await fill(home)
    for (const id of ['1', '2']) await runSoi(home, ['decide', id, 'dismiss', '--reason', 'genuine'], 'tran.cuong')
    await runSoi(home, ['decide', '3', 'dismiss', '--reason', 'words-misread'], 'le.binh')
    await runSoi(home, ['show', '1'], 'le.binh')
    await runSoi(home, ['show', '4'], 'le.binh')
    const { decisions, repeated, leftOpen } = JSON.parse((await runSoi(home, ['ledger', 'who', '--json'])).text)
    expect(decisions.map((each: { officer: string; key: string }) => `${each.officer} ${each.key}`)).toEqual([
      ...['le.binh c', 'tran.cuong b', 'tran.cuong a'],
    ])
    expect(repeated).toMatchObject([{ officer: 'tran.cuong', sellerName: 'Shop An', listings: 2 }])
    expect(leftOpen).toMatchObject([{ actor: 'le.binh', sighting: 1, views: 1 }])
    const ofSeller = await runSoi(home, ['ledger', 'who', '--seller', 'shop an', '--actor', 'le.binh'])
    expect(ofSeller.text).toContain('the words mean something else')
    expect(ofSeller.text).not.toContain('tran.cuong')
    expect((await runSoi(home, ['ledger', 'who', '--seller', 'nobody', '--json'])).text).toContain('"decisions":[]')
    expect((await runSoi(home, ['--lang', 'vi', 'ledger', 'who'])).text).toContain('Đã bỏ qua')
  })
})

describe('what is looked at', () => {
  test('is entered: sightings each time, a list once an hour', async () => {
    const home = await aHome()
    await fill(home)
    const before = (await actionsOf(home)).length
    await runSoi(home, ['list'])
    await runSoi(home, ['list'])
    await runSoi(home, ['list', '--all'])
    await runSoi(home, ['list'], 'le.binh')
    await runSoi(home, ['show', '2'])
    await runSoi(home, ['show', '2'])
    expect((await actionsOf(home)).slice(before)).toEqual([
      ...['looked list:sightings', 'looked list:sightings', 'looked list:sightings'],
      ...['viewed sighting:2', 'viewed sighting:2'],
    ])
    expect((await runSoi(home, ['show', '99'])).code).toBe(65)
  })

  test('rules of another hash are entered when a run first goes by them, with the files that differ', async () => {
    const home = await aHome()
    await fill(home)
    await withStore(home, async (store) => {
      await store.rulesets.keep(
        hashOf('rules'),
        new Map([
          ['a.yaml', 'id: a\n'],
          ['b.yaml', 'id: b\n'],
        ]),
      )
      await store.rulesets.keep(
        hashOf('new'),
        new Map([
          ['a.yaml', 'id: a # x\n'],
          ['c.yaml', 'id: c\n'],
        ]),
      )
      await store.sweeps.begin(aSweep({ rulesetHash: hashOf('new') }))
      await store.sweeps.begin(aSweep({ rulesetHash: hashOf('new') }))
      const changes = await store.ledger.list({ action: 'rules-changed', limit: 9 })
      expect(changes.map(({ body }) => JSON.parse(body))).toEqual([
        { before: hashOf('rules'), now: hashOf('new'), added: ['c.yaml'], changed: ['a.yaml'], removed: ['b.yaml'] },
      ])
    })
  })
})

describe('a clock that is put back', () => {
  test('is entered with both times, and verify takes it as recorded', async () => {
    const home = await aHome()
    const times = ['2026-11-25T03:00:00.000Z', '2026-11-24T03:00:00.000Z', '2026-11-24T03:00:01.000Z']
    for (const at of times) {
      const store = await openStore(home, { ...OPERATOR, now: () => at })
      await store.ledger.append('decided', 'sighting:1', {})
      const { faults, clockSteps } = await store.ledger.check()
      expect(faults).toEqual([])
      expect(clockSteps).toBe(at === times[0] ? 0 : 1)
      await store.close()
    }
    const step = await withStore(home, (store) => store.ledger.list({ action: 'clock-stepped-back', limit: 9 }))
    expect(step.map(({ body }) => JSON.parse(body))).toEqual([{ before: times[0], now: times[1] }])
  })
})

/** The hash of each entry made to fit again from `seq` on: what someone who knows the format would do. */
const rehash = (db: Database.Database, from: number): void => {
  const rows = db.prepare('select * from ledger where seq >= ? order by seq').all(from - 1) as Record<string, string>[]
  let prev = from === 1 ? '' : must(rows.shift()).hash
  for (const row of rows) {
    const fields = [prev, row.seq, row.at, row.actor, row.action, row.subject, row.body_hash]
    const hash = hashOf(fields.join('\n'))
    db.prepare('update ledger set prev_hash = ?, hash = ? where seq = ?').run(prev, hash, row.seq)
    prev = hash
  }
}

describe('soi ledger verify', () => {
  const swap = (db: Database.Database, a: number, b: number): void => {
    db.exec(`update ledger set seq = -1 where seq = ${a}`)
    db.exec(`update ledger set seq = ${a} where seq = ${b}`)
    db.exec(`update ledger set seq = ${b} where seq = -1`)
  }
  test.each<[string, number, (db: Database.Database) => void]>([
    ['changed', 2, (db) => db.exec(`update ledger set actor = 'x' where seq = 2`)],
    ['missing', 4, (db) => db.exec('delete from ledger where seq in (2, 3)')],
    ['missing', 2, (db) => db.exec('delete from ledger where seq = 1')],
    ['moved', 2, (db) => swap(db, 2, 3)],
    ['moved', 1, (db) => swap(db, 1, 4)],
    ['body', 5, (db) => db.exec(`update ledger set body = '{}' where seq = 5`)],
    [
      'clock',
      5,
      (db) => {
        db.exec(`update ledger set at = '2020-01-01T00:00:00.000Z' where seq = 5`)
        rehash(db, 5)
      },
    ],
    [
      'chain',
      4,
      (db) => {
        const row = db.prepare('select * from ledger where seq = 3').get() as Record<string, string>
        const hash = hashOf([row.prev_hash, 3, row.at, 'x', row.action, row.subject, row.body_hash].join('\n'))
        db.prepare(`update ledger set actor = 'x', hash = ? where seq = 3`).run(hash)
      },
    ],
  ])('names the first row that was %s: %d', async (kind, seq, tamper) => {
    const home = await aHome()
    await fill(home)
    await runSoi(home, ['decide', '1', 'dismiss', '--reason', 'genuine'])
    expect((await runSoi(home, ['ledger', 'verify'])).code).toBe(0)
    const broken = await tampered(home, tamper)
    homes.push(broken)
    const { code, text } = await runSoi(broken, ['ledger', 'verify', '--json'])
    expect(code).toBe(20)
    expect(JSON.parse(text).faults[0]).toMatchObject({ kind, seq })
    expect((await runSoi(broken, ['ledger', 'verify'])).text).toContain(`entry ${seq}: `)
  })

  test('a head that was printed earlier is found, also when the ledger has grown; a foreign one is not', async () => {
    const home = await aHome()
    await fill(home)
    const { hash } = must(await withStore(home, (store) => store.ledger.head()))
    await runSoi(home, ['show', '1'])
    expect((await runSoi(home, ['ledger', 'verify', '--head', hash])).code).toBe(0)
    expect((await runSoi(home, ['ledger', 'verify', '--head', hashOf('other')])).text).toContain('the tail was cut off')
    expect((await runSoi(home, ['ledger', 'verify', '--head', 'xyz'])).code).toBe(65)
  })
})

describe('soi ledger anchor', () => {
  const anchored = async (all: readonly { name: string; url: string; certificates: string }[] = authorities) => {
    const home = await aHome()
    await fill(home)
    await configure(home, all)
    return { home, said: await runSoi(home, ['ledger', 'anchor']) }
  }

  test('keeps a token of each authority with its chain and revocation list, and packs get them', async () => {
    const { home, said } = await anchored()
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toHaveLength(2)
    const source = await withStore(home, async (store) => {
      const found = []
      for await (const each of (await store.packSource({ ids: [1] })).anchors()) found.push(each)
      expect((await store.verify()).problems).toEqual([])
      return found
    })
    expect(source.map(({ authority, crlPem }) => [authority, crlPem?.includes('X509 CRL')])).toEqual([
      ['First TSA', true],
      ['Second TSA', true],
    ])
    const verified = await runSoi(home, ['ledger', 'verify'])
    expect(verified.code).toBe(0)
    expect(verified.text).toMatch(/Up to entry 5 .* Second TSA vouches/)
    expect((await actionsOf(home)).slice(-3)).toEqual([
      'setting-changed setting:authorities',
      'anchored ledger:5',
      'anchored ledger:5',
    ])
    await runSoi(home, ['ledger', 'anchor'])
    expect((await actionsOf(home)).filter((each) => each.startsWith('setting-changed'))).toHaveLength(1)
  })

  test('one authority that fails is said, and the other is still kept', async () => {
    const { home, said } = await anchored([
      { ...must(authorities[0]), url: 'http://127.0.0.1:9/' },
      must(authorities[1]),
    ])
    expect(said.code).toBe(0)
    expect(said.err).toContain('✗ First TSA')
    const rows = await withStore(home, (store) => store.anchors.list())
    expect(rows.map(({ authority }) => authority)).toEqual(['Second TSA'])
    const tested = await runSoi(home, ['ledger', 'authorities', '--test'])
    expect(tested.code).toBe(69)
    expect(tested.text).toMatch(/✗ First TSA[\s\S]*✓ Second TSA/)
  })

  test('an authority whose certificates are not the configured ones is not kept', async () => {
    const { said } = await anchored([{ ...must(authorities[0]), certificates: must(authorities[1]).certificates }])
    expect(said.code).toBe(69)
    expect(said.err).toContain('✗ First TSA')
  })

  test('without a configuration says how to write one; a mistake in it is named', async () => {
    const home = await aHome()
    await fill(home)
    expect(await runSoi(home, ['ledger', 'anchor'])).toMatchObject({
      code: 65,
      err: expect.stringContaining('authorities:'),
    })
    await writeFile(join(home, 'authorities.yaml'), 'authorities:\n  - name: x\n    urls: http://x/\n')
    expect((await runSoi(home, ['ledger', 'authorities'])).err).toMatch(/authorities\.yaml:3: .*unknown key urls/)
  })

  test.each<[string, string, (db: Database.Database) => void]>([
    ['a tail that was cut off', 'cut', (db) => db.exec('delete from ledger where seq > 3')],
    [
      'a history written anew',
      'rewritten',
      (db) => {
        db.exec(`update ledger set actor = 'nobody' where seq = 2`)
        rehash(db, 2)
      },
    ],
    ['a timestamp taken away', 'anchor', (db) => db.exec('delete from anchor where id = 2')],
    [
      'a timestamp given another date',
      'anchor',
      (db) => db.exec(`update anchor set at = '2020-01-01T00:00:00.000Z' where id = 1`),
    ],
  ])('shows %s', async (_, kind, tamper) => {
    const { home } = await anchored()
    const broken = await tampered(home, tamper)
    homes.push(broken)
    const { code, text } = await runSoi(broken, ['ledger', 'verify', '--json'])
    expect(code).toBe(20)
    expect(JSON.parse(text).faults.map((each: { kind: string }) => each.kind)).toContain(kind)
    const { problems } = await withStore(broken, (store) => store.verify())
    expect(problems).not.toEqual([])
  })

  test('shows a token that was changed on the disk', async () => {
    const { home } = await anchored()
    const [row] = await withStore(home, (store) => store.anchors.list())
    const file = await withStore(home, async (store) => store.blobs.path(must(row).token))
    await chmod(file, 0o644)
    await writeFile(file, 'x')
    expect((await runSoi(home, ['ledger', 'verify'])).text).toContain('its timestamp does not hold')
  })
})

test('soi ledger list and show give entries by person, action, subject and time', async () => {
  const home = await aHome()
  await fill(home)
  await runSoi(home, ['decide', '1', 'refer', '--reason', 'to-police'], 'le.binh')
  const seqs = async (...argv: string[]) =>
    (await runSoi(home, ['ledger', 'list', '--json', ...argv])).out.map((line) => JSON.parse(line).seq)
  expect(await seqs()).toEqual([5, 4, 3, 2, 1])
  expect(await seqs('--actor', 'le.binh')).toEqual([5])
  expect(await seqs('--action', 'sighting.record', '--limit', '2')).toEqual([4, 3])
  expect(await seqs('--action', 'sighting.record', '--before', '3')).toEqual([2])
  expect(await seqs('--subject', 'sighting:1')).toEqual([5, 2])
  expect(await seqs('--subject', 'sweep:')).toEqual([1])
  expect(await seqs('--to', '2020-01-01')).toEqual([])
  expect(await seqs('--from', '2020-01-01', '--limit', '1')).toEqual([5])
  const shown = await runSoi(home, ['ledger', 'show', '5'])
  expect(shown.text).toContain('"reason":"to-police"')
  expect((await runSoi(home, ['ledger', 'show', '99'])).code).toBe(65)
})
