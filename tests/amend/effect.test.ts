import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accept } from '../../src/amend/accept.ts'
import type { Effect } from '../../src/amend/types.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { loadRuleset } from '../../src/rules/load.ts'
import { openStore } from '../../src/store/store.ts'
import { fill, sightingsOf } from '../console/desk.ts'
import { smallFolder, soi } from '../rules/cli.ts'
import { ruleYaml } from '../rules/fixture.ts'
import { newHome } from '../store/sample.ts'

const FILE = 'counterfeit/one.yaml'
const rule = (words: string, fires: string, quiet = 'b') =>
  ruleYaml({ id: 'one', when: `{ words: [${words}] }` })
    .replace('{ title: a }', `{ title: ${fires} }`)
    .replace('{ title: b }', `{ title: ${quiet} }`)
    .replace('{ title: c }', `{ title: ${fires} }`)

let home = ''
let rules = ''
beforeAll(async () => {
  home = await newHome()
  rules = smallFolder({ [FILE]: rule('super fake', 'túi super fake') })
  const titles = ['Túi super fake', 'Túi rep 1:1', 'Ví da', 'Ví rep 1:1', 'Ví rep 1:1 xanh']
  // The last is the fourth again: a listing counts once, as it was seen last.
  const keys = ['a', 'b', 'c', 'd', 'd']
  await fill(home, await sightingsOf(titles.map((title, i) => ({ key: keys[i] ?? '', flagged: false, title }))))
})
afterAll(() => Promise.all([home, rules].map((folder) => rm(folder, { recursive: true, force: true }))))

async function proposedFile(text: string): Promise<string> {
  const file = join(home, 'proposal', FILE)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  return file
}

const effect = async (text: string, ...more: string[]) =>
  soi('--home', home, '--rules', rules, 'rules', 'effect', await proposedFile(text), ...more)

describe('rules effect', () => {
  test('counts what a changed rule flags and no longer flags, listing by listing, and writes nothing', async () => {
    const { code, out } = await effect(rule("'rep 1:1'", "'túi rep 1:1'"), '--json')
    expect(code).toBe(ExitCode.Ok)
    const said = JSON.parse(out) as Effect & { path: string; before: string; after: string }
    expect(said).toMatchObject({
      path: FILE,
      listings: 4,
      flagged: { before: 1, after: 2 },
      flagCount: 2,
      unflagCount: 1,
    })
    expect(said.flag.map(({ sighting }) => sighting).sort()).toEqual([2, 5])
    expect(said.unflag).toMatchObject([
      { sighting: 1, title: 'Túi super fake', from: { band: 'medium' }, to: { score: 0 } },
    ])
    expect(said.before).not.toBe(said.after)
    expect(await readFile(join(rules, FILE), 'utf8')).toContain('super fake')
    const text = await effect(rule("'rep 1:1'", "'túi rep 1:1'"))
    expect(text.out).toContain('would flag 2 more, unflag 1')
  })

  test('looks at as many as it is told, and at none but whole numbers', async () => {
    const { out } = await effect(rule("'rep 1:1'", "'túi rep 1:1'"), '--json', '--last', '2')
    expect(JSON.parse(out)).toMatchObject({ listings: 2, flagCount: 1, unflagCount: 0 })
    for (const last of ['0', 'all', '1.5', '999999'])
      expect([last, (await effect(rule('a', 'a'), '--last', last)).code]).toEqual([last, ExitCode.BadInput])
  })

  test('names what does not load, and fails where an example does', async () => {
    const broken = await effect(`${rule('a', 'a')}colour: red\n`)
    expect([broken.code, broken.err.includes('unknown key colour')]).toEqual([ExitCode.BadInput, true])
    const silent = await effect(rule("'rep 1:1'", 'túi da'))
    expect([silent.code, silent.out.includes('should have fired')]).toEqual([ExitCode.TestsFailed, true])
    const none = await soi('--home', home, '--rules', rules, 'rules', 'effect', join(home, 'nowhere.yaml'))
    expect(none.code).toBe(ExitCode.NoInput)
  })
})

describe('rules of a home', () => {
  const place = () => ({ packaged: rules, own: join(home, 'rules') })

  test('its own file stands for the packaged one, a further one beside; without any it is the packaged ruleset', async () => {
    const packaged = await loadRuleset(rules)
    expect((await loadRuleset(place())).hash).toBe(packaged.hash)
    await mkdir(join(home, 'rules/counterfeit'), { recursive: true })
    await writeFile(join(home, 'rules', FILE), rule('hàng lậu', 'hàng lậu'))
    await writeFile(join(home, 'rules/counterfeit/two.yaml'), rule('ví da', 'ví da').replace('id: one', 'id: two'))
    const own = await loadRuleset(place())
    expect(own.hash).not.toBe(packaged.hash)
    expect(own.rules.map(({ body: { id } }) => id)).toEqual(['one', 'two'])
    expect(own.files.get(FILE)).toContain('hàng lậu')
    await rm(join(home, 'rules'), { recursive: true })
  })

  test('a file that cannot be written changes nothing and says so; one written is whole', async () => {
    const store = await openStore(home, { actor: 'test' })
    const packaged = await readFile(join(rules, FILE), 'utf8')
    const { hash } = await loadRuleset(rules)
    const text = rule('hàng lậu', 'hàng lậu')
    const acceptance = {
      proposal: { path: FILE, text },
      file: { packaged },
      looked: { before: hash, after: 'b'.repeat(64), failures: [], findings: [] },
      effect: JSON.parse((await effect(text, '--json')).out),
      ...{ reason: 'vì sao', by: 'le.binh' },
    }
    // A file where the folder should be.
    await writeFile(join(home, 'rules'), 'x')
    const before = await store.ledger.head()
    await expect(accept(store, { packaged: rules, own: join(home, 'rules') }, acceptance)).rejects.toThrow()
    expect(await store.ledger.head()).toEqual(before)
    await rm(join(home, 'rules'))
    expect(await accept(store, place(), acceptance)).toBe(true)
    expect(await readFile(join(home, 'rules', FILE), 'utf8')).toBe(text)
    expect(await readdir(join(home, 'rules', dirname(FILE)))).toEqual([basename(FILE)])
    expect((await store.ledger.head())?.actor).toBe('le.binh')
    expect(await accept(store, place(), acceptance)).toBe(false)
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })
})

describe('the hits of rules', () => {
  test('count listings once, and only decisions that stand', async () => {
    const own = await newHome()
    const at = (day: string) => `2026-${day}T03:00:00.000Z`
    await fill(
      own,
      await sightingsOf([
        { key: 'a', flagged: true, at: at('10-30'), band: 'high' },
        { key: 'a', flagged: true, at: at('11-02'), band: 'high' },
        { key: 'b', flagged: true, at: at('11-03'), band: 'medium' },
        { key: 'c', flagged: true, at: at('11-30'), band: 'medium' },
        { key: 'd', flagged: false, at: at('11-04') },
      ]),
    )
    const store = await openStore(own, { actor: 'test', now: () => at('12-01') })
    const [rule] = (await store.sightings.get(1)).item.assessment.signals
    const id = rule?.rule ?? ''
    const decide = (sighting: number, verdict: 'confirm' | 'dismiss', by: string) =>
      store.decisions.add(
        {
          about: { sighting },
          verdict,
          reason: verdict === 'confirm' ? 'signs-plain' : 'genuine',
          note: 'n',
          unit: null,
        },
        by,
      )
    // One person dismisses what was in the high band: it waits, and is not counted.
    await decide(2, 'dismiss', 'an')
    await decide(3, 'dismiss', 'an')
    await decide(4, 'dismiss', 'an')
    await decide(4, 'confirm', 'an')
    const tally = async () => (await store.ruleHits.all(at('01-01'))).find((each) => each.rule === id)
    expect(await tally()).toEqual({ rule: id, listings: 3, confirmed: 1, dismissed: 1 })
    await decide(2, 'dismiss', 'binh')
    expect(await tally()).toMatchObject({ dismissed: 2 })
    expect(await store.ruleHits.months(id, at('01-01'))).toEqual([
      { month: '2026-10', listings: 1, confirmed: 0, dismissed: 0 },
      { month: '2026-11', listings: 3, confirmed: 0, dismissed: 0 },
      { month: '2026-12', listings: 0, confirmed: 1, dismissed: 2 },
    ])
    expect(await store.ruleHits.latest(id, 2)).toEqual([4, 3])
    await store.close()
    await rm(own, { recursive: true, force: true })
  })
})
