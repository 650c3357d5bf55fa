import { rm } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import type { Sighting } from '../../src/domain.ts'
import type { DecisionVerdict, Standing, Store } from '../../src/store/api.ts'
import { reasonsFor } from '../../src/store/decision-reasons.ts'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR } from './sample.ts'

const homes: string[] = []
afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true, force: true }))))

async function withStore(body: (store: Store, see: (sighting: Sighting) => Promise<void>) => Promise<void>) {
  const home = await newHome()
  homes.push(home)
  const store = await openStore(home, OPERATOR)
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  let seen = 0
  try {
    await body(store, async (sighting) => {
      await frontier.add([aRequest(++seen)])
      await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings: [sighting] }))
    })
  } finally {
    await store.close()
  }
}

const scored = (score: number, band: 'high' | 'medium'): Sighting => {
  const sighting = aSighting({ key: 'a', flagged: true, band })
  return { ...sighting, assessment: { ...sighting.assessment, score } }
}

const decide = (store: Store, sighting: number, verdict: DecisionVerdict, by: string) =>
  store.decisions.add({ about: { sighting }, verdict, reason: must(reasonsFor(verdict)[0]), note: 'n', unit: null }, by)

const queued = async (store: Store, standing?: Standing) =>
  (await store.sightings.queue({ sort: 'newest', limit: 9, ...(standing ? { standing } : {}) })).map(({ id }) => id)

test('a dismissed listing comes back with stronger signs, not with the same', async () => {
  await withStore(async (store, see) => {
    await see(scored(50, 'medium'))
    await decide(store, 1, 'dismiss', 'an')
    expect(await queued(store, 'open')).toEqual([])
    await see(scored(50, 'medium'))
    expect(await queued(store, 'open')).toEqual([])
    expect(await queued(store)).toEqual([2])
    await see(scored(51, 'medium'))
    expect(await queued(store, 'open')).toEqual([3])
    await decide(store, 3, 'dismiss', 'an')
    expect(await queued(store, 'open')).toEqual([])
    // What is confirmed does not come back by itself.
    await decide(store, 3, 'confirm', 'an')
    await see(scored(60, 'medium'))
    expect(await queued(store, 'open')).toEqual([])
    expect(await queued(store, 'confirm')).toEqual([4])
  })
})

test('what was once in the high band takes two different officers, one after the other', async () => {
  await withStore(async (store, see) => {
    await see(scored(80, 'high'))
    // Seen later with weaker signs: one officer is not enough all the same.
    await see(scored(50, 'medium'))
    const stands = () => store.decisions.standing('cho', 'a')
    expect(await stands()).toBe('open')
    await decide(store, 2, 'dismiss', 'an')
    expect(await stands()).toBe('pending')
    await decide(store, 2, 'dismiss', 'an')
    expect(await stands()).toBe('pending')
    // Another verdict between them breaks the row.
    await decide(store, 2, 'needs-more', 'binh')
    expect(await stands()).toBe('needs-more')
    await decide(store, 2, 'dismiss', 'binh')
    expect(await stands()).toBe('pending')
    expect(await queued(store, 'open')).toEqual([2])
    await decide(store, 2, 'dismiss', 'an')
    expect(await stands()).toBe('dismiss')
    await decide(store, 2, 'reopen', 'an')
    expect(await stands()).toBe('open')
    expect((await store.verify()).problems.filter(({ kind }) => kind === 'decision')).toEqual([])
    const told = await store.ledger.list({ subject: 'sighting:2', action: 'decided', limit: 9 })
    expect(told.map(({ actor }) => actor).reverse()).toEqual(['an', 'an', 'binh', 'binh', 'an'])
  })
})
