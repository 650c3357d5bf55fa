import PQueue from 'p-queue'
import type { Page as Tab } from 'playwright'
import type { Artifact, Capture, Page } from '../domain.ts'
import { Unavailable } from '../errors.ts'
import { judge } from '../page/verdict.ts'
import { loadLazy, type Screenshot, screenshot } from './screenshot.ts'
import { firstLine, openSession, type Session, type SessionOptions, withTab } from './session.ts'
import { navigate, readTab, settle } from './visit.ts'

export interface CaptureOptions extends SessionOptions {
  /** Tabs open at once; 2: more add latency and no throughput. */
  readonly tabs?: number
}

export interface CaptureBrowser {
  /** Screenshot and rendered DOM of one tab at one moment. Throws Refused or FetchFailed when the page does not come. */
  capture(url: string): Promise<Capture>
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

const DEFAULT_TABS = 2

const artifacts = (page: Page, png: Uint8Array | null): readonly Artifact[] => [
  { role: 'dom', mediaType: 'text/html; charset=utf-8', bytes: page.body },
  ...(png === null ? [] : [{ role: 'screenshot', mediaType: 'image/png', bytes: png }]),
]

const shoot = (tab: Tab): Promise<Screenshot> =>
  screenshot(tab).catch((error: unknown) => {
    if (tab.isClosed()) throw error
    return { png: null, missing: [`screenshot: ${firstLine(error)}`] }
  })

async function captureIn(tab: Tab, url: string, session: Session, allowPrivate: boolean): Promise<Capture> {
  const response = await navigate(tab, url, session.proxy, allowPrivate)
  const unsettled = await settle(tab)
  const capture = await captureHere(tab, (shown) => readTab(shown, url, response, session.proxy), session.name)
  return { ...capture, missing: [...unsettled, ...capture.missing] }
}

/** Captures what a tab shows now, without loading it again: `read` serialises its DOM. `browser` is its name and version. */
export async function captureHere(tab: Tab, read: (tab: Tab) => Promise<Page>, browser: string): Promise<Capture> {
  const unloaded = await loadLazy(tab)
  // Nothing between these two lines: the DOM and the picture are of one moment.
  const page = await read(tab)
  const { png, missing } = await shoot(tab)
  return {
    page,
    verdict: judge(page),
    artifacts: artifacts(page, png),
    takenAt: page.fetchedAt,
    browser,
    missing: [...unloaded, ...missing],
  }
}

/** Did the browser or the tab die under the work? Then the work is done once more. */
const isCrash = (error: unknown, session: Session): boolean =>
  !session.browser.isConnected() || /crashed|has been closed|Target closed/i.test(firstLine(error))

/** Starts the browser at once, so that a missing one is known before any work. Throws Unavailable. */
export async function openBrowser(options: CaptureOptions): Promise<CaptureBrowser> {
  const queue = new PQueue({ concurrency: options.tabs ?? DEFAULT_TABS })
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
    capture: (url) => run((tab, current) => captureIn(tab, url, current, options.allowPrivate)),
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
