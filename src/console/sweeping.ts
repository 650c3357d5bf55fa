import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { RulesPlace } from '../rules/place.ts'
import { type ChildWorld, runInChild } from '../schedule/child.ts'
import { isScheduled } from '../schedule/lease.ts'
import { planFolder } from '../schedule/plan-files.ts'
import { scheduleForever } from '../schedule/scheduler.ts'
import type { ScheduleEvent } from '../schedule/world.ts'
import { loadSites, type SiteBook } from '../sites/load.ts'
import type { ConsoleStore } from '../store/console/api.ts'
import type { Store } from '../store/store.ts'
import { type Comparison, compareRuns } from '../sweep/compare.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** How often the clock, the folder and what officers ask for are looked at. */
const LOOK_EVERY_MS = 2_000
/** Each run is a process with a browser; one host is never asked by two of them faster than its plans say together. */
const SIDE_BY_SIDE = 2

export interface SweepingOptions {
  /** Folders that hold site files, those that come with Soi first. */
  readonly siteFolders: readonly string[]
  readonly rulesFolder: RulesPlace
  /** Whether officers' sweeps may visit private and loopback addresses. */
  readonly allowPrivate: boolean
  /** False: this server begins no run; `soi schedule` may. */
  readonly schedule: boolean
}

export const NO_SCHEDULE: SweepingOptions = {
  siteFolders: [`${ROOT}crawlers`],
  rulesFolder: `${ROOT}rules`,
  allowPrivate: false,
  schedule: false,
}

/** The sweeps of a console: where their files lie, what they may visit, and the scheduler that runs them. */
export interface Sweeping {
  readonly folder: string
  readonly allowPrivate: boolean
  /** Read once. */
  book(): Promise<SiteBook>
  /** Two runs of one sweep side by side; what has ended is compared once. BadInput as compareRuns says. */
  compare(one: number, other: number): Promise<Comparison>
  /** Whether some process looks after the schedules now. */
  isScheduled(): boolean
  /** Stops what runs, so that it can go on later, and waits for it. */
  close(): Promise<void>
}

interface Ground {
  readonly store: Store
  readonly console: ConsoleStore
  readonly log: Logger
  readonly now: () => Date
}

const noteIn =
  (log: Logger) =>
  (event: ScheduleEvent): void => {
    const failed = event.kind === 'unreadable' || (event.kind === 'ended' && event.end.kind === 'failed')
    if (failed) log.warn({ event }, 'a scheduled sweep')
    else log.info({ event }, 'a scheduled sweep')
  }

/** Large runs take a second or two to compare: the last few are kept. */
const MOST_COMPARED = 8

function comparing(store: Store, book: () => Promise<SiteBook>): Sweeping['compare'] {
  const known = new Map<string, Comparison>()
  return async (one, other) => {
    const key = `${Math.min(one, other)} ${Math.max(one, other)}`
    const before = known.get(key)
    if (before) return before
    const told = await compareRuns(store, one, other, (await book()).keyOf)
    const ended = [told.a, told.b].every(({ state }) => state === 'finished' || state === 'broken')
    if (ended) known.set(key, told)
    const oldest = known.keys().next().value
    if (known.size > MOST_COMPARED && oldest !== undefined) known.delete(oldest)
    return told
  }
}

/** Runs sweeps in processes of their own, so that the console does not stall. */
export function startSweeping(ground: Ground, options: SweepingOptions): Sweeping {
  const { store, log, now } = ground
  const folder = planFolder(store.home)
  const stop = new AbortController()
  const { rulesFolder, siteFolders } = options
  const child: ChildWorld = { home: store.home, rulesFolder, siteFolders }
  let book: Promise<SiteBook> | null = null
  const bookOnce = () => {
    // A file that was mended is read again when it is next asked for.
    book ??= loadSites(siteFolders).catch((error: unknown) => {
      book = null
      throw error
    })
    return book
  }
  const { schedules } = ground.console
  const working = options.schedule
    ? scheduleForever(
        {
          ...{ folder, store, schedules, log, now, signal: stop.signal, sideBySide: SIDE_BY_SIDE },
          run: (plan, signal) => runInChild(plan, child, signal),
          tell: noteIn(log),
        },
        LOOK_EVERY_MS,
      ).catch((error: unknown) => log.error({ err: error }, 'the scheduler ended'))
    : Promise.resolve()
  return {
    folder,
    allowPrivate: options.allowPrivate,
    book: bookOnce,
    compare: comparing(store, bookOnce),
    isScheduled: () => isScheduled(store.home, folder),
    close: async () => {
      stop.abort()
      await working
    },
  }
}
