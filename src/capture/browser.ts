import PQueue from 'p-queue'
import type { Page as Tab } from 'playwright'
import type { Capture, Page, Sought } from '../domain.ts'
import { Unavailable } from '../errors.ts'
import { memoryHere } from '../machine.ts'
import { captureHere, type Marker, markerIn, type Shown } from './here.ts'
import { firstLine, openSession, type Session, type SessionOptions, withTab } from './session.ts'
import { watch } from './traffic.ts'
import { navigate, readTab, settle } from './visit.ts'

export interface CaptureOptions extends SessionOptions {
  /** Tabs open at once; `usualTabs` of this machine. */
  readonly tabs?: number
  /** Print each capture as PDF too; false. */
  readonly print?: boolean
}

export interface CaptureBrowser {
  /**
   * Screenshot, rendered DOM and archive records of one tab at one moment, and where the words sought stand in it. Throws
   * Refused or FetchFailed when the page does not come.
   */
  capture(url: string, sought?: readonly Sought[]): Promise<Capture>
  /** The same, with the tab kept open while `use` judges the capture and asks where its words stand. */
  captureThen<T>(url: string, use: (capture: Capture, mark: Marker) => Promise<T>): Promise<T>
  /** The rendered DOM alone, for sites that send an empty shell by HTTP. */
  fetch(url: string): Promise<Page>
  /** Work in a guarded blank tab. */
  tab<T>(work: (tab: Tab) => Promise<T>): Promise<T>
  /** `Chromium 156.0.…` */
  name(): string
  /** What the page and its parts were refused, in words. */
  refusals(): readonly string[]
  close(): Promise<void>
}

const [FEW_TABS, MANY_TABS, MUCH_MEMORY] = [3, 6, 7 * 1024 ** 3]

/**
 * Several of them wait for pictures and a quiet network while one is painted. A heavy page takes Chromium 200 MB: three tabs
 * came to 1.3 GB, six to 1.9 GB and a fifth more pages a second (`npm run bench -- capture --tabs N`). `memory` in bytes.
 */
export const usualTabs = (memory = memoryHere()): number => (memory < MUCH_MEMORY ? FEW_TABS : MANY_TABS)

async function load(tab: Tab, url: string, session: Session, options: CaptureOptions): Promise<Loaded> {
  const traffic = watch(tab, session.proxy, { bodies: 'at once' })
  const response = await navigate(tab, url, session.proxy, options.allowPrivate)
  const unsettled = await settle(tab)
  const read = (shown: Tab) => readTab(shown, url, response, session.proxy)
  const { proxy, name: browser } = session
  return {
    ...{ tab, response, traffic, proxy, read, browser, consent: true, print: options.print ?? false },
    unsettled,
  }
}

interface Loaded extends Shown {
  readonly unsettled: readonly string[]
}

async function captureLoaded(shown: Loaded, sought: readonly Sought[]): Promise<Capture> {
  const capture = await captureHere(shown, sought)
  return { ...capture, remarks: [...shown.unsettled, ...(capture.remarks ?? [])] }
}

/** Did the browser or the tab die under the work? Then the work is done once more. */
const isCrash = (error: unknown, session: Session): boolean =>
  !session.browser.isConnected() || /crashed|has been closed|Target closed/i.test(firstLine(error))

/** Starts the browser at once, so that a missing one is known before any work. Throws Unavailable. */
export async function openBrowser(options: CaptureOptions): Promise<CaptureBrowser> {
  const queue = new PQueue({ concurrency: options.tabs ?? usualTabs() })
  let session = await openSession(options)
  let opening = Promise.resolve(session)
  const reopen = async (dead: Session): Promise<Session> => {
    options.log.warn('the browser died; starting it again')
    await dead.close()
    session = await openSession(options)
    return session
  }
  let closed = false
  const living = async (): Promise<Session> => {
    if (closed) throw new Unavailable('the browser is closed')
    const held = opening
    const current = await held
    if (current.browser.isConnected()) return current
    if (opening === held) opening = reopen(current) // Of several tabs that lost it, the first starts it again.
    return opening
  }
  const once = async <T>(work: (tab: Tab, session: Session) => Promise<T>): Promise<T> => {
    const current = await living()
    return withTab(current, (tab) => work(tab, current))
  }
  const run = <T>(work: (tab: Tab, session: Session) => Promise<T>): Promise<T> =>
    queue.add(async () => {
      const current = session
      try {
        return await once(work)
      } catch (error) {
        if (closed || !isCrash(error, current)) throw error
        options.log.warn({ err: error }, 'tab lost; trying once more')
        return once(work)
      }
    })
  return {
    capture: (url, sought = []) =>
      run(async (tab, current) => captureLoaded(await load(tab, url, current, options), sought)),
    captureThen: (url, use) =>
      run(async (tab, current) => use(await captureLoaded(await load(tab, url, current, options), []), markerIn(tab))),
    fetch: (url) =>
      run(async (tab, current) => {
        const response = await navigate(tab, url, current.proxy, options.allowPrivate)
        await settle(tab)
        return readTab(tab, url, response, current.proxy)
      }),
    tab: (work) => run((tab) => work(tab)),
    name: () => session.name,
    refusals: () => session.proxy.refusals(),
    async close() {
      closed = true
      await session.close()
    },
  }
}
