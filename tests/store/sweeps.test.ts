import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, hashOf, must, newHome, OPERATOR } from './sample.ts'

const aStore = async () => openStore(await newHome(), OPERATOR)

describe('a sweep', () => {
  test('is resumed while it has not finished, and only with the same specification', async () => {
    const store = await aStore()
    const id = await store.sweeps.begin(aSweep())
    expect(await store.sweeps.resumable('weekly', hashOf('spec'))).toBe(id)
    expect(await store.sweeps.resumable('weekly', hashOf('another'))).toBeNull()
    expect(await store.sweeps.resumable('daily', hashOf('spec'))).toBeNull()
    await store.sweeps.end(id, 'interrupted')
    expect(await store.sweeps.resumable('weekly', hashOf('spec'))).toBe(id)
    await store.sweeps.end(id, 'finished')
    expect(await store.sweeps.resumable('weekly', hashOf('spec'))).toBeNull()
    expect(await store.sweeps.get(id)).toMatchObject({ ...aSweep(), state: 'finished' })
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test('counts every URL it was asked for once, with reasons, and those it never came to', async () => {
    const store = await aStore()
    const sweep = await store.sweeps.begin(aSweep())
    const frontier = store.frontier(sweep)
    await frontier.add([...[1, 2, 3, 4].map((n) => aRequest(n)), aRequest(5, { host: 'khac.example' })])
    const taken = (await frontier.take(5)).filter((request) => request.host === 'cho.example')
    const [a, b, c] = taken
    await frontier.record(aVisit(must(a), { sightings: [aSighting({ key: '1', flagged: true })] }))
    await frontier.record(aVisit(must(b), { outcome: 'blocked', reasons: ['captcha', 'status 403'] }))
    await frontier.record(aVisit(must(c), { outcome: 'blocked', reasons: ['captcha'] }))
    const rows = await store.sweeps.coverage(sweep)
    expect(rows.map((row) => [row.site, row.asked])).toEqual([
      ['cho', 4],
      ['khac.example', 1],
    ])
    expect(rows[0]?.outcomes).toMatchObject({ served: 1, blocked: 2, 'not-reached': 1 })
    expect(rows[0]?.reasons).toEqual({ blocked: ['captcha', 'status 403'], 'not-reached': ['not visited yet'] })
    await store.close()
  })

  test('counted again and again while it runs, and by another who looks for the first time, is the same', async () => {
    const home = await newHome()
    const store = await openStore(home, OPERATOR)
    const other = await store.sweeps.begin(aSweep({ name: 'other' }))
    const sweep = await store.sweeps.begin(aSweep())
    const outcomes = ['served', 'blocked', 'failed', 'removed'] as const
    for (let round = 0; round < 5; round++) {
      for (const run of [sweep, other]) {
        const frontier = store.frontier(run)
        const host = `h${round % 2}.example`
        await frontier.add([1, 2, 3].map((n) => aRequest(run * 1000 + round * 10 + n, { host })))
        for (const [i, request] of (await frontier.take(2)).entries()) {
          const outcome = outcomes[(round + i) % outcomes.length] ?? 'served'
          const reasons = outcome === 'served' ? [] : [`why ${round % 2}`, 'always']
          await frontier.record(aVisit(request, { outcome, reasons, site: `site ${(round + i) % 3}` }))
        }
      }
      const fresh = await openStore(home, OPERATOR)
      for (const run of [sweep, other])
        expect(await store.sweeps.coverage(run)).toEqual(await fresh.sweeps.coverage(run))
      await fresh.close()
    }
    expect((await store.sweeps.coverage(sweep)).reduce((sum, { asked }) => sum + asked, 0)).toBe(15)
    await store.close()
  })

  test('lists its visits with the sightings of each', async () => {
    const store = await aStore()
    const sweep = await store.sweeps.begin(aSweep())
    const frontier = store.frontier(sweep)
    await frontier.add(Array.from({ length: 700 }, (_, n) => aRequest(n)))
    const sightings = [1, 2].map((n) => aSighting({ key: `${n}`, flagged: false }))
    const requests = await frontier.take(700)
    await Promise.all(requests.map((request, n) => frontier.record(aVisit(request, n === 0 ? { sightings } : {}))))
    const seen = []
    for await (const visit of store.sweeps.visits(sweep)) seen.push(visit)
    expect(seen).toHaveLength(700)
    expect(seen.flatMap((visit) => visit.sightings)).toEqual([1, 2])
    await store.close()
  })
})

describe('a ruleset', () => {
  test('gives the text of a rule by the id it declares, else by its file name, for as long as the store lives', async () => {
    const store = await aStore()
    const files = new Map([
      ['counterfeit/old-name.yaml', '# why\nid: "replica-wording"   # stable\ntitle: x\n'],
      ['counterfeit/plain.yml', 'title: no id\n'],
      ['legal.yaml', 'laws: []\n'],
    ])
    await store.rulesets.keep(hashOf('a'), files)
    await store.rulesets.keep(hashOf('a'), files)
    await store.rulesets.keep(hashOf('b'), new Map([['x/replica-wording.yaml', 'id: replica-wording\nnew: true\n']]))
    expect(await store.rulesets.text(hashOf('a'), 'replica-wording')).toBe(files.get('counterfeit/old-name.yaml'))
    expect(await store.rulesets.text(hashOf('b'), 'replica-wording')).toContain('new: true')
    expect(await store.rulesets.text(hashOf('a'), 'plain')).toBe('title: no id\n')
    expect(await store.rulesets.text(hashOf('a'), 'name')).toBeNull()
    expect(await store.rulesets.text(hashOf('c'), 'plain')).toBeNull()
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })
})

describe('a case and a pack', () => {
  const filled = async () => {
    const store = await aStore()
    const sweep = await store.sweeps.begin(aSweep())
    const frontier = store.frontier(sweep)
    await frontier.add([aRequest(1)])
    const sightings = [1, 2, 3].map((n) => aSighting({ key: `${n}`, flagged: n !== 2 }))
    await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings }))
    return { store, sweep }
  }

  test('a case takes each sighting once, says so in the ledger, and refuses what is not there', async () => {
    const { store } = await filled()
    const id = await store.cases.create('  Đồng hồ giả ')
    expect([await store.cases.add(id, [1, 3, 1]), await store.cases.add(id, [3, 2])]).toEqual([2, 1])
    expect(await store.cases.get(id)).toMatchObject({
      title: 'Đồng hồ giả',
      createdBy: 'nguyen.an',
      sightings: [1, 2, 3],
    })
    await expect(store.cases.add(id, [1, 99])).rejects.toMatchObject({ name: 'BadInput' })
    await expect(store.cases.add(7, [1])).rejects.toMatchObject({ name: 'BadInput' })
    await expect(store.cases.create(' ')).rejects.toMatchObject({ name: 'BadInput' })
    expect((await store.sightings.get(3)).ledger.map((entry) => entry.action)).toEqual([
      'sighting.record',
      'case.create',
      'case.add',
      'case.add',
    ])
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test('a pack holds what was asked for: ids, the flagged of a sweep, or a case', async () => {
    const { store, sweep } = await filled()
    const id = await store.cases.create('Vụ 1')
    await store.cases.add(id, [2])
    const idsOf = async (of: Parameters<typeof store.packSource>[0]) => {
      const ids = []
      for await (const item of (await store.packSource(of)).items()) ids.push(item.id)
      return ids
    }
    expect(await idsOf({ ids: [3, 1, 3] })).toEqual([1, 3])
    expect(await idsOf({ sweep })).toEqual([1, 3])
    expect(await idsOf({ caseId: id })).toEqual([2])
    await expect(store.packSource({ ids: [9] })).rejects.toMatchObject({ name: 'BadInput' })
    await expect(store.packSource({ sweep: 9 })).rejects.toMatchObject({ name: 'BadInput' })
    await store.close()
  })

  test("a pack's ledger has every entry with a body that hashes to its bodyHash", async () => {
    const { store } = await filled()
    const source = await store.packSource({ ids: [1] })
    const bodies = []
    for await (const entry of source.ledger()) bodies.push(hashOf(entry.body) === entry.bodyHash)
    expect(bodies).toEqual([true, true, true])
    for await (const item of source.items())
      for (const exhibit of item.exhibits) expect((await source.exhibit(exhibit.sha256)).byteLength).toBe(exhibit.size)
    await store.close()
  })
})
