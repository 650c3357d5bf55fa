import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import type { Planned } from '../../src/schedule/due.ts'
import { isScheduled, scheduleLease } from '../../src/schedule/lease.ts'
import { planFolder } from '../../src/schedule/plan-files.ts'
import { scheduleForever, scheduleOnce } from '../../src/schedule/scheduler.ts'
import type { RunEnd, ScheduleEvent } from '../../src/schedule/world.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { aSweep, newHome } from '../store/sample.ts'

const DAILY = 'name: gom\ntargets: [https://cho.example/]\nschedule: {cron: "0 6 * * *"}\n'
/** 06:00 in Viet Nam on 25 November. */
const SIX = '2026-11-24T23:00:00.000Z'
const WRITTEN = new Date('2026-11-24T02:00:00.000Z')

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A home with sweep files, and a clock that stands where it is put. */
async function ground(texts: readonly string[] = [DAILY]) {
  const home = await newHome()
  let at = '2026-11-24T12:00:00.000Z'
  const now = () => new Date(at)
  const folder = planFolder(home)
  await mkdir(folder, { recursive: true })
  for (const [i, text] of texts.entries()) {
    const file = join(folder, `${i}.yaml`)
    await writeFile(file, text)
    await utimes(file, WRITTEN, WRITTEN)
  }
  closing.push(() => rm(home, { recursive: true, force: true }))
  return {
    home,
    folder,
    now,
    clock: (time: string) => {
      at = time
    },
  }
}

/** One scheduler over it, as one process has it: what it runs is written down and ends as told. */
async function scheduler({ home, folder, now }: Awaited<ReturnType<typeof ground>>, sideBySide = 1) {
  const store = await openStore(home, { actor: 'test', now: () => now().toISOString() })
  const desk = openConsole(home, { now: () => now().toISOString() })
  const stop = new AbortController()
  const events: ScheduleEvent[] = []
  const begun: string[] = []
  const how = { end: async (_: Planned): Promise<RunEnd> => ({ kind: 'done' }) }
  const world = {
    ...{ folder, store, schedules: desk.schedules, now, sideBySide, signal: stop.signal },
    log: pino({ level: 'silent' }),
    tell: (event: ScheduleEvent) => void events.push(event),
    run: async (plan: Planned) => {
      begun.push(plan.plan.name)
      return how.end(plan)
    },
  }
  const rows = () =>
    desk.schedules
      .list({ limit: 20 })
      .map(({ dueAt, why, state, missed, detail }) => ({ ...{ dueAt, why, state, missed, detail } }))
  closing.unshift(async () => {
    stop.abort()
    desk.close()
    await store.close()
  })
  return { store, schedules: desk.schedules, world, events, begun, how, stop, rows, look: () => scheduleOnce(world) }
}

test('runs a sweep at its time, once', async () => {
  const g = await ground()
  const one = await scheduler(g)
  g.clock('2026-11-24T22:59:59.000Z')
  await one.look()
  expect(one.begun).toEqual([])
  g.clock(SIX)
  await one.look()
  await one.look()
  expect(one.begun).toEqual(['gom'])
  expect(one.rows()).toEqual([{ dueAt: SIX, why: 'time', state: 'done', missed: 0, detail: null }])
})

test('times missed while the machine was off are made up by exactly one run', async () => {
  const g = await ground()
  const one = await scheduler(g)
  g.clock('2026-11-28T09:00:00.000Z')
  await one.look()
  await one.look()
  expect(one.begun).toEqual(['gom'])
  expect(one.rows()).toMatchObject([{ dueAt: '2026-11-27T23:00:00.000Z', missed: 3 }])
})

test('two processes on one store never run one time twice, nor with the lease taken from them', async () => {
  const g = await ground()
  const [one, two] = [await scheduler(g), await scheduler(g)]
  g.clock(SIX)
  await Promise.all([one.look(), two.look()])
  expect([...one.begun, ...two.begun]).toEqual(['gom'])
  expect(one.rows()).toHaveLength(1)
})

test('the second process stands by, and takes over when the first is gone', async () => {
  const g = await ground()
  const [one, two] = [await scheduler(g), await scheduler(g)]
  const first = scheduleForever(one.world, 5)
  await expect.poll(() => isScheduled(g.home, g.folder)).toBe(true)
  const second = scheduleForever(two.world, 5)
  await expect.poll(() => two.events.map(({ kind }) => kind)).toEqual(['standing by'])
  g.clock(SIX)
  await expect.poll(() => one.begun).toEqual(['gom'])
  one.stop.abort()
  await first
  g.clock('2026-11-25T23:00:00.000Z')
  await expect.poll(() => two.begun).toEqual(['gom'])
  two.stop.abort()
  await second
  expect(isScheduled(g.home, g.folder)).toBe(false)
  expect(one.rows().map(({ dueAt }) => dueAt)).toEqual(['2026-11-25T23:00:00.000Z', SIX])
})

test('a clock put forward and back neither repeats a run nor silences the next', async () => {
  const g = await ground()
  const one = await scheduler(g)
  g.clock(SIX)
  await one.look()
  g.clock('2027-11-24T23:00:00.000Z')
  await one.look()
  g.clock('2026-11-24T23:10:00.000Z')
  await one.look()
  g.clock('2026-11-24T22:58:00.000Z')
  await one.look()
  g.clock(SIX)
  await one.look()
  expect(one.begun).toEqual(['gom', 'gom'])
  g.clock('2026-11-25T23:00:00.000Z')
  await one.look()
  expect(one.begun).toHaveLength(3)
})

test('paused: its times are left out and said so, and are not made up afterwards', async () => {
  const g = await ground()
  const one = await scheduler(g)
  one.schedules.pause('gom', 'nguyen.an')
  g.clock(SIX)
  await one.look()
  expect(one.rows()).toMatchObject([{ dueAt: SIX, state: 'skipped', detail: 'paused' }])
  // Nobody looked for two days; then it is let go again.
  g.clock('2026-11-27T01:00:00.000Z')
  one.schedules.resume('gom')
  await one.look()
  expect(one.begun).toEqual([])
  g.clock('2026-11-27T23:00:00.000Z')
  await one.look()
  expect(one.begun).toEqual(['gom'])
})

test('"run now" runs once, whoever asks and however often, also while paused', async () => {
  const g = await ground(['name: gom\ntargets: [https://cho.example/]\n'])
  const [one, two] = [await scheduler(g), await scheduler(g)]
  one.schedules.pause('gom', 'nguyen.an')
  expect(one.schedules.ask('gom', 'le.binh')).toBe(true)
  expect(one.schedules.ask('gom', 'nguyen.an')).toBe(false)
  await Promise.all([one.look(), two.look()])
  await two.look()
  expect([...one.begun, ...two.begun]).toEqual(['gom'])
  expect(one.schedules.list({ limit: 5 })).toMatchObject([{ why: 'asked', by: 'le.binh', state: 'done' }])
})

test('two runs of one sweep never overlap: a time that comes meanwhile is left out', async () => {
  const g = await ground()
  const one = await scheduler(g, 2)
  let finish: () => void = () => undefined
  one.how.end = async () => {
    await new Promise<void>((done) => {
      finish = done
    })
    return { kind: 'done' }
  }
  const running = scheduleForever(one.world, 5)
  g.clock(SIX)
  await expect.poll(() => one.begun.length).toBe(1)
  g.clock('2026-11-25T23:00:00.000Z')
  await expect
    .poll(() => one.rows()[0])
    .toMatchObject({ dueAt: '2026-11-25T23:00:00.000Z', state: 'skipped', detail: 'running' })
  finish()
  await expect.poll(() => one.rows()[1]?.state).toBe('done')
  one.stop.abort()
  await running
  expect(one.begun).toEqual(['gom'])
})

test('a run by hand holds the sweep too, and one that began after the missed time stands for it', async () => {
  const g = await ground()
  const one = await scheduler(g)
  const lock = one.store.sweeps.lock('gom')
  g.clock(SIX)
  await one.look()
  lock.release()
  expect(one.rows()).toMatchObject([{ state: 'skipped', detail: 'running' }])
  g.clock('2026-11-26T02:00:00.000Z')
  await one.store.sweeps.end(await one.store.sweeps.begin(aSweep({ name: 'gom' })), 'finished')
  await one.look()
  expect(one.rows()[0]).toMatchObject({ state: 'skipped', detail: 'ran' })
  expect(one.begun).toEqual([])
})

test('a run that was cut off goes on under the same time, and not for ever', async () => {
  const g = await ground()
  const one = await scheduler(g)
  one.how.end = async () => ({ kind: 'cut off' })
  g.clock(SIX)
  for (let n = 0; n < 8; n++) await one.look()
  expect(one.begun).toHaveLength(5)
  expect(one.rows()).toMatchObject([{ dueAt: SIX, state: 'failed', detail: 'cut off 5 times' }])
})

test('of a run that died too often nothing is left in the way of one that is asked for', async () => {
  const g = await ground()
  const one = await scheduler(g)
  one.how.end = async () => ({ kind: 'cut off' })
  g.clock(SIX)
  for (let n = 0; n < 5; n++) await one.look()
  one.how.end = async () => ({ kind: 'done' })
  one.schedules.ask('gom', 'le.binh')
  await one.look()
  expect(one.rows().map(({ why, state }) => [why, state])).toEqual([
    ['asked', 'done'],
    ['time', 'failed'],
  ])
  expect(one.begun).toHaveLength(6)
})

test('neither a server that is stopped nor a lock that was only looked at counts against a run', async () => {
  const g = await ground()
  g.clock(SIX)
  for (let n = 0; n < 6; n++) {
    const one = await scheduler(g)
    one.how.end = async () => {
      one.stop.abort()
      return { kind: 'cut off' }
    }
    await one.look()
    expect(one.begun).toHaveLength(1)
  }
  const last = await scheduler(g)
  last.how.end = async () => ({ kind: 'busy' })
  for (let n = 0; n < 6; n++) await last.look()
  expect(last.begun).toHaveLength(6)
  last.how.end = async () => ({ kind: 'done' })
  await last.look()
  expect(last.schedules.list({ limit: 5 })).toMatchObject([{ state: 'done', attempts: 1 }])
})

test('a run that was cut off waits while its sweep is paused, and goes on when it is let go or asked for', async () => {
  const g = await ground()
  const one = await scheduler(g)
  one.how.end = async () => ({ kind: 'cut off' })
  g.clock(SIX)
  await one.look()
  one.schedules.pause('gom', 'nguyen.an')
  await one.look()
  expect(one.begun).toHaveLength(1)
  one.how.end = async () => ({ kind: 'done' })
  one.schedules.ask('gom', 'nguyen.an')
  await one.look()
  await one.look()
  expect(one.begun).toHaveLength(2)
  expect(one.rows().map(({ why, state }) => [why, state])).toEqual([
    ['asked', 'skipped'],
    ['time', 'done'],
  ])
})

test('a sweep that was busy only for a look is tried again under the same time', async () => {
  const g = await ground()
  const one = await scheduler(g)
  one.how.end = async () => ({ kind: 'busy' })
  g.clock(SIX)
  await one.look()
  expect(one.schedules.open()).toHaveLength(1)
  one.how.end = async () => ({ kind: 'done' })
  await one.look()
  expect(one.rows()).toMatchObject([{ dueAt: SIX, state: 'done' }])
})

test('a run whose end cannot be kept ends nothing else, and a later look finds how it ended', async () => {
  const g = await ground()
  const one = await scheduler(g, 2)
  let sweep = 0
  one.how.end = async () => {
    sweep = await one.store.sweeps.begin(aSweep({ name: 'gom' }))
    await one.store.sweeps.end(sweep, 'finished')
    return { kind: 'done' }
  }
  g.clock(SIX)
  const end = () => {
    throw new Error('database or disk is full')
  }
  await scheduleOnce({ ...one.world, schedules: { ...one.schedules, end } })
  expect(one.events.at(-1)).toMatchObject({ kind: 'ended', end: { kind: 'failed', why: 'database or disk is full' } })
  expect(one.schedules.open()).toHaveLength(1)
  await one.look()
  expect(one.schedules.list({ limit: 5 })).toMatchObject([{ state: 'done', sweep, attempts: 1 }])
  expect(one.begun).toEqual(['gom'])
})

test('a run that outlived its scheduler is found under way, then found ended', async () => {
  const g = await ground()
  const one = await scheduler(g)
  one.schedules.claim({ name: 'gom', dueAt: SIX, why: 'time', state: 'begun', missed: 0, detail: null, by: null })
  g.clock(SIX)
  const lock = one.store.sweeps.lock('gom')
  const id = await one.store.sweeps.begin(aSweep({ name: 'gom' }))
  await one.look()
  expect(one.schedules.open()).toHaveLength(1)
  await one.store.sweeps.end(id, 'finished')
  lock.release()
  await one.look()
  expect(one.schedules.list({ limit: 5 })).toMatchObject([{ state: 'done', sweep: id, attempts: 1 }])
  expect(one.begun).toEqual([])
})

test('a new cron line counts from when it was written; a file that means nothing does not keep the others', async () => {
  const g = await ground([DAILY, 'name: [', DAILY.replace('gom', 'khác')])
  const one = await scheduler(g)
  g.clock(SIX)
  await one.look()
  expect(one.begun).toEqual(['gom', 'khác'])
  expect(one.events.filter(({ kind }) => kind === 'unreadable')).toMatchObject([{ file: '1.yaml' }])
  await writeFile(join(g.folder, '0.yaml'), DAILY.replace('0 6', '0 7'))
  await utimes(join(g.folder, '0.yaml'), new Date('2026-11-25T03:00:00.000Z'), new Date('2026-11-25T03:00:00.000Z'))
  g.clock('2026-11-25T03:00:02.000Z')
  await one.look()
  expect(one.begun).toHaveLength(2)
})

test('a folder called like a sweep file, and a link that leads to itself, are told of and keep no other from running', async () => {
  const g = await ground()
  await mkdir(join(g.folder, 'cũ.yaml'))
  await symlink(join(g.folder, 'vòng.yaml'), join(g.folder, 'vòng.yaml'))
  const one = await scheduler(g)
  g.clock(SIX)
  await one.look()
  expect(one.begun).toEqual(['gom'])
  expect(one.events.filter(({ kind }) => kind === 'unreadable')).toMatchObject([
    { file: 'cũ.yaml', problem: expect.stringMatching(/cũ\.yaml: cannot be read: EISDIR/) },
    { file: 'vòng.yaml', problem: expect.stringMatching(/vòng\.yaml: cannot be read: ELOOP/) },
  ])
})

test('two files of one name: neither is run', async () => {
  const g = await ground([DAILY, DAILY])
  const one = await scheduler(g)
  g.clock(SIX)
  await one.look()
  expect(one.begun).toEqual([])
  expect(one.events.map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable'])
})

test('outside its hours a sweep is not begun; its time is kept until they open', async () => {
  const g = await ground([`${DAILY}windows: [{from: "22:00", to: "23:00"}]\n`])
  const one = await scheduler(g)
  g.clock(SIX)
  await one.look()
  expect(one.rows()).toEqual([])
  g.clock('2026-11-25T15:00:00.000Z')
  await one.look()
  expect(one.rows()).toMatchObject([{ dueAt: SIX, state: 'done' }])
})

test('the lease is one for each folder and dies with its holder', async () => {
  const g = await ground()
  const lease = scheduleLease(g.home, g.folder)
  expect(() => scheduleLease(g.home, g.folder)).toThrow(/schedules of/)
  lease.release()
  scheduleLease(g.home, g.folder).release()
})
