import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { OPERATOR } from '../store/sample.ts'
import { atDesk, type Desk, sightingsOf, type Visitor } from './desk.ts'

const stock = () =>
  sightingsOf([
    { key: 'a', flagged: true },
    { key: 'b', flagged: true, band: 'medium' },
    { key: 'c', flagged: true, title: 'Túi xách sao chép', seller: 'Cửa hàng Bình' },
  ])

const decide = (who: Visitor, id: number, verdict: string, reason: string, note = 'đã xem kỹ') =>
  who.post(`/listings/${id}/decide`, { verdict, reason, note })

const inQueue = async (who: Visitor, query = ''): Promise<readonly number[]> => {
  const text = await (await who.get(`/queue${query}`)).text()
  return [...text.matchAll(/<h2><a href="\/listings\/(\d+)/g)].map(([, id]) => Number(id)).sort()
}

const decidedIn = async ({ home }: Desk) => {
  const store = await openStore(home, { ...OPERATOR, readOnly: true })
  try {
    return {
      rows: (await store.decisions.list({ limit: 50 })).map(({ officer, unit, verdict }) => [officer, unit, verdict]),
      actors: (await store.ledger.list({ limit: 50 }))
        .filter(({ action }) => action === 'decided' || action === 're-opened')
        .map(({ actor }) => actor),
      problems: (await store.verify()).problems.filter(({ kind }) => kind === 'decision' || kind === 'ledger'),
    }
  } finally {
    await store.close()
  }
}

test('a decision stands in the ledger under the officer, with unit, and leaves the queue', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    expect(await inQueue(analyst)).toEqual([1, 2, 3])
    expect((await decide(analyst, 1, 'confirm', 'signs-plain')).status).toBe(303)
    expect(await inQueue(analyst)).toEqual([2, 3])
    expect(await inQueue(analyst, '?state=confirm')).toEqual([1])
    expect(await inQueue(analyst, '?state=all')).toEqual([1, 2, 3])
    expect(await (await analyst.get('/listings/1')).text()).toContain('đã xem kỹ')
    expect(await decidedIn(desk)).toEqual({
      rows: [['analyst', 'QLTT-01', 'confirm']],
      actors: ['analyst'],
      problems: [],
    })
  })
})

test('a verdict needs a reason that goes with it, and words', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    for (const [verdict, reason, note] of [
      ['confirm', '', 'x'],
      ['confirm', 'genuine', 'x'],
      ['confirm', 'signs-plain', '   '],
      ['reopen', 'new-facts', 'x'],
    ] as const)
      expect((await decide(analyst, 1, verdict, reason, note)).status).toBe(400)
    expect((await decide(analyst, 1, 'guilty', 'signs-plain')).status).toBe(404)
    expect((await decidedIn(desk)).rows).toEqual([])
  })
})

test('the high band is dismissed by two, and nobody is the second person to themselves', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const [analyst, reviewer, investigator] = await Promise.all([
      desk.as('analyst'),
      desk.as('reviewer'),
      desk.as('investigator'),
    ])
    expect((await decide(reviewer, 1, 'dismiss', 'genuine')).status).toBe(303)
    expect(await inQueue(analyst)).toEqual([1, 2, 3])
    expect(await inQueue(analyst, '?state=pending')).toEqual([1])
    // Neither the same person again nor somebody without the permission.
    expect((await decide(reviewer, 1, 'dismiss', 'genuine')).status).toBe(400)
    expect((await decide(analyst, 1, 'dismiss', 'genuine')).status).toBe(400)
    expect(await inQueue(analyst, '?state=pending')).toEqual([1])
    expect((await decide(investigator, 1, 'dismiss', 'genuine')).status).toBe(303)
    expect(await inQueue(analyst)).toEqual([2, 3])
    expect(await inQueue(analyst, '?state=dismiss')).toEqual([1])
    // Undone by a new decision: then it takes two again.
    expect((await decide(analyst, 1, 'reopen', 'new-facts')).status).toBe(303)
    expect(await inQueue(analyst)).toEqual([1, 2, 3])
    await decide(investigator, 1, 'dismiss', 'genuine')
    expect(await inQueue(analyst, '?state=pending')).toEqual([1])
    // Below the high band one is enough.
    await decide(analyst, 2, 'dismiss', 'genuine')
    expect(await inQueue(analyst, '?state=dismiss')).toEqual([2])
    expect((await decidedIn(desk)).problems).toEqual([])
  })
})

test('words are searched with and without accents', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const viewer = await desk.as('viewer')
    expect(await inQueue(viewer, '?search=tui%20xach')).toEqual([3])
    expect(await inQueue(viewer, `?search=${encodeURIComponent('túi xách')}`)).toEqual([3])
    expect(await inQueue(viewer, `?search=${encodeURIComponent('túi xạch')}`)).toEqual([])
    expect(await inQueue(viewer, '?search=binh')).toEqual([3])
    expect(await inQueue(viewer, '?search=repl*&band=medium')).toEqual([2])
    expect(await (await viewer.get('/listings/1')).text()).not.toContain('/decide"')
  })
})
