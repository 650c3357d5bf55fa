import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashOfText, planFolder } from '../../src/schedule/plan-files.ts'
import { askForRun, pausePlan, planViews, resumePlan } from '../../src/schedule/views.ts'
import type { WatchEntry } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { keepWatchList, removeWatchList, watchCsv } from '../../src/watchlist/keep.ts'
import { newHome } from '../store/sample.ts'

/** Both stores of a home, and the evidence store as it is when nothing can be entered. */
async function withStores(
  work: (on: { home: string; store: Store; full: Store; desk: ReturnType<typeof openConsole> }) => Promise<void>,
) {
  const home = await newHome()
  const store = await openStore(home, { actor: 'test' })
  const desk = openConsole(home, { now: () => new Date().toISOString() })
  const append = () => Promise.reject(new Error('disk full'))
  try {
    await work({ home, store, full: { ...store, ledger: { ...store.ledger, append } }, desk })
  } finally {
    desk.close()
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

const word = (value: string, note: string | null = null, site: string | null = null): WatchEntry => ({
  ...{ kind: 'word', value, site, note },
})

test('a watch-list that cannot be entered is not changed; one entered holds what the ledger says', async () => {
  await withStores(async ({ store, full, desk: { watchLists: lists } }) => {
    const by = 'le.binh'
    await expect(keepWatchList({ lists, store: full, by }, 'l', [word('a')], false)).rejects.toThrow('disk full')
    expect(lists.byName('l')).toBeNull()
    const held = () => lists.entries(lists.byName('l')?.id ?? 0)
    const entered = async () => JSON.parse((await store.ledger.list({ limit: 1 }))[0]?.body ?? '')
    const told = [word('a'), word('b', 'n'), word('b', 'khác'), word('b', null, 'tiki')]
    expect(await keepWatchList({ lists, store, by }, 'l', told, false)).toBe(3)
    expect(await keepWatchList({ lists, store, by }, 'l', [word('c'), word('a', 'lại')], false)).toBe(1)
    expect(await entered()).toMatchObject({ before: 3, after: 4, sha256: hashOfText(watchCsv(held())) })
    expect(await keepWatchList({ lists, store, by }, 'l', [word('d')], true)).toBe(1)
    expect(await entered()).toMatchObject({ before: 4, after: 1, sha256: hashOfText(watchCsv(held())) })
    await expect(removeWatchList({ lists, store: full, by }, 'l')).rejects.toThrow('disk full')
    expect(held()).toEqual([word('d')])
  })
})

test('of two who change a list at once one is told to wait, and the ledger counts what happened', async () => {
  await withStores(async ({ store, desk: { watchLists: lists } }) => {
    const put = (by: string, value: string) => keepWatchList({ lists, store, by }, 'l', [word(value)], true)
    const both = await Promise.allSettled([put('le.binh', 'a'), put('tran.an', 'b')])
    expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { name: 'Busy' } }])
    expect(await put('tran.an', 'b')).toBe(1)
    const told = (await store.ledger.list({ action: 'setting-changed', limit: 9 })).map(({ body }) => JSON.parse(body))
    expect(told).toMatchObject([
      { before: 1, after: 1 },
      { before: 0, after: 1 },
    ])
  })
})

test('a sweep is asked for, paused and let go only once that is entered', async () => {
  await withStores(async ({ home, store, full, desk: { schedules } }) => {
    const folder = planFolder(home)
    await mkdir(folder)
    await writeFile(join(folder, 'gom.yaml'), 'name: gom\ntargets: [https://cho.example/]\n')
    const view = async () => {
      const [one] = await planViews({ folder, store, schedules, now: () => new Date() })
      if (!one) throw new Error('no plan')
      return one
    }
    const broken = { store: full, schedules, by: 'le.binh' }
    const desk = { store, schedules, by: 'le.binh' }
    await expect(pausePlan(broken, await view())).rejects.toThrow('disk full')
    await expect(askForRun(broken, await view())).rejects.toThrow('disk full')
    expect((await view()).set).toMatchObject({ pausedAt: null, askedAt: null })
    await pausePlan(desk, await view())
    await expect(resumePlan(broken, await view())).rejects.toThrow('disk full')
    expect((await view()).state).toBe('paused')
    expect([await askForRun(desk, await view()), await askForRun(desk, await view())]).toEqual([true, false])
  })
})
