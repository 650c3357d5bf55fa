import { mkdir } from 'node:fs/promises'
import { type BrowserContext, type CDPSession, chromium, type Response, type Page as Tab } from 'playwright'
import type { Capture, Page } from '../domain.ts'
import type { EgressProxy } from '../egress/proxy.ts'
import { openAddresses, visitable } from '../egress/resolve.ts'
import { BadInput, Unavailable } from '../errors.ts'
import { withoutCookies } from '../page/cookies.ts'
import { captureHere, type Marker, markerIn } from './here.ts'
import { browserPath, contextOptions, launchOptions, sandboxed } from './launch.ts'
import { firstLine, openProxy, type SessionOptions } from './session.ts'
import { type Traffic, watch } from './traffic.ts'
import { readTab, settle } from './visit.ts'

export interface BrowseOptions extends Omit<SessionOptions, 'userAgent'> {
  /** The browser's own folder: the officer stays signed in from one time to the next. */
  readonly profile: string
  readonly headless: boolean
  /** The officer pressed Ctrl+Shift+S in a tab. */
  readonly onMark: (tab: Tab) => void
}

/** A browser that an officer uses; Soi only looks where it is told to. */
export interface Browsing {
  /** `Chromium 156.0.…` */
  readonly name: string
  readonly context: BrowserContext
  goto(url: string): Promise<void>
  /** The tab in front: the one with the focus, else the last one opened. Null when all are closed. */
  current(): Promise<Tab | null>
  /** What a tab shows at this moment. BadInput for a tab that shows no web page. */
  capture(tab: Tab): Promise<Capture>
  /** Where words stand in a tab that was captured just now. */
  marker(tab: Tab): Marker
  /** Resolves when the officer has closed the browser. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

const WORLD = 'soi'
const BINDING = 'soiMark'

/**
 * Runs in a world of its own, where no script of a page can see or call anything; listens before any of them. Only keys
 * that a person really pressed count. Nothing is put into the page: picture and DOM stay the site's alone.
 */
const LISTEN = `addEventListener('keydown', (event) => {
  if (!event.isTrusted || event.repeat || !event.ctrlKey || !event.shiftKey || event.code !== 'KeyS') return
  event.preventDefault()
  event.stopImmediatePropagation()
  ${BINDING}('')
}, true)`

/** The last answer each tab's own page came from, and all that the page asked for. */
type Answers = WeakMap<Tab, Response>
type Traffics = WeakMap<Tab, Traffic>

async function attend(tab: Tab, answers: Answers, onMark: (tab: Tab) => void): Promise<void> {
  tab.on('response', (response) => {
    const request = response.request()
    if (request.isNavigationRequest() && request.frame() === tab.mainFrame() && response.status() >= 200)
      answers.set(tab, response)
  })
  const cdp: CDPSession = await tab.context().newCDPSession(tab)
  cdp.on('Runtime.bindingCalled', ({ name }) => {
    if (name === BINDING) onMark(tab)
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Page.enable')
  await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD })
  // Playwright types the parameter away; Chromium runs the script in the documents that are here too.
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: LISTEN, worldName: WORLD, runImmediately: true })
}

async function launched(options: BrowseOptions, proxy: EgressProxy): Promise<BrowserContext> {
  const path = browserPath(options)
  await mkdir(options.profile, { recursive: true, mode: 0o700 })
  // The officer's own browsing: the browser says what it is, as it does for every reader.
  const { userAgent: _, viewport, deviceScaleFactor, ...context } = contextOptions('')
  const size = options.headless
    ? { viewport: viewport ?? null, deviceScaleFactor: deviceScaleFactor ?? 1 }
    : { viewport: null }
  const start = (sandbox: boolean) => {
    const all = { ...launchOptions(path, proxy, sandbox), ...context, ...size, headless: options.headless }
    return chromium.launchPersistentContext(options.profile, all)
  }
  try {
    return await start(sandboxed())
  } catch (cause) {
    if (!sandboxed()) throw new Unavailable(`${path} does not start: ${firstLine(cause)}`, { cause })
    options.log.warn({ err: cause }, 'browser does not start with its sandbox; starting without')
  }
  try {
    return await start(false)
  } catch (cause) {
    throw new Unavailable(`${path} does not start: ${firstLine(cause)}`, { cause })
  }
}

/** Opens a browser with a profile of its own. Throws Unavailable. */
export async function openBrowsing(options: BrowseOptions): Promise<Browsing> {
  const proxy = await openProxy(options)
  let context: BrowserContext
  try {
    context = await launched(options, proxy)
  } catch (error) {
    await proxy.close()
    throw error
  }
  const answers: Answers = new WeakMap()
  const traffics: Traffics = new WeakMap()
  const meet = (tab: Tab) => {
    traffics.set(tab, watch(tab, proxy, { bodies: 'when asked', onlyLast: true }))
    return attend(tab, answers, options.onMark).catch((err: unknown) => options.log.warn({ err }, 'tab not attended')) // closed already
  }
  context.on('page', meet)
  await Promise.all(context.pages().map(meet))
  const name = `Chromium ${context.browser()?.version() ?? ''}`.trim()
  const closed = new Promise<void>((done) => context.once('close', () => done()))
  return {
    name,
    context,
    closed,
    goto: (url) => goTo(context, url, options.allowPrivate),
    current: () => currentOf(context),
    capture: (tab) => captureShown(tab, answers.get(tab) ?? null, traffics.get(tab) ?? null, proxy, name),
    marker: markerIn,
    async close() {
      await context.close()
      await proxy.close()
    },
  }
}

async function goTo(context: BrowserContext, url: string, allowPrivate: boolean): Promise<void> {
  const target = visitable(url)
  await openAddresses(target.hostname, { allowPrivate })
  const tab = context.pages()[0] ?? (await context.newPage())
  await tab.goto(target.href, { waitUntil: 'domcontentloaded', timeout: 60_000 })
}

async function currentOf(context: BrowserContext): Promise<Tab | null> {
  const tabs = context.pages()
  for (const tab of tabs) if (await tab.evaluate('document.hasFocus()').catch(() => false)) return tab // closing: not in front
  return tabs.at(-1) ?? null
}

async function captureShown(
  tab: Tab,
  response: Response | null,
  traffic: Traffic | null,
  proxy: EgressProxy,
  browser: string,
): Promise<Capture> {
  if (response === null || traffic === null || !/^https?:/.test(tab.url()))
    throw new BadInput(`this tab shows no web page: ${tab.url()}`)
  const unsettled = await settle(tab)
  const read = async (shown: Tab): Promise<Page> => withoutCookies(await readTab(shown, tab.url(), response, proxy))
  const capture = await captureHere({ tab, response, traffic, proxy, read, browser, consent: false, print: false }, [])
  return { ...capture, remarks: [...unsettled, ...(capture.remarks ?? [])] }
}
