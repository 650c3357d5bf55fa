import type { Logger } from 'pino'
import { type Browser, type BrowserContext, chromium, type Page as Tab } from 'playwright'
import { type EgressProxy, openEgressProxy } from '../egress/proxy.ts'
import { Unavailable } from '../errors.ts'
import {
  BROWSER_CHATTER,
  type BrowserPlace,
  browserPath,
  contextOptions,
  honestUserAgent,
  launchOptions,
  sandboxed,
} from './launch.ts'
import type { SignIn } from './sign-in.ts'

export interface SessionOptions extends BrowserPlace {
  readonly allowPrivate: boolean
  /** What we call ourselves; said behind the browser's own name. */
  readonly userAgent: string
  readonly log: Logger
  /** The agency's own sign-in; none when left out. */
  readonly signIn?: SignIn | null
}

/** One running browser with its proxy. */
export interface Session {
  readonly browser: Browser
  readonly context: BrowserContext
  readonly proxy: EgressProxy
  /** `Chromium 156.0.…` */
  readonly name: string
  close(): Promise<void>
}

export const openProxy = ({ allowPrivate, log }: Pick<SessionOptions, 'allowPrivate' | 'log'>): Promise<EgressProxy> =>
  openEgressProxy({
    allowPrivate,
    never: BROWSER_CHATTER,
    onRefusal: (reason) => log.info({ reason }, 'browser request refused'),
  })

/** With its sandbox where the system lets it; some containers do not, and then it says so and starts without. */
export async function launch(path: string, proxy: EgressProxy, log: Logger): Promise<Browser> {
  const sandbox = sandboxed()
  try {
    return await chromium.launch(launchOptions(path, proxy, sandbox))
  } catch (cause) {
    if (!sandbox) throw new Unavailable(`${path} does not start: ${firstLine(cause)}`, { cause })
    log.warn({ err: cause }, 'browser does not start with its sandbox; starting without')
  }
  try {
    return await chromium.launch(launchOptions(path, proxy, false))
  } catch (cause) {
    throw new Unavailable(`${path} does not start: ${firstLine(cause)}`, { cause })
  }
}

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''

/** The browser's own user agent; Playwright's browsers say HeadlessChrome, which is true and stays. */
export async function ownUserAgent(browser: Browser): Promise<string> {
  const cdp = await browser.newBrowserCDPSession()
  const { userAgent } = await cdp.send('Browser.getVersion')
  await cdp.detach()
  return userAgent
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const path = browserPath(options)
  const proxy = await openProxy(options)
  try {
    const browser = await launch(path, proxy, options.log)
    const context = await browser.newContext({
      ...contextOptions(honestUserAgent(await ownUserAgent(browser), options.userAgent)),
      ...(options.signIn ? { storageState: options.signIn.state } : {}),
    })
    return {
      browser,
      context,
      proxy,
      name: `Chromium ${browser.version()}`,
      async close() {
        await browser.close()
        await proxy.close()
      },
    }
  } catch (error) {
    await proxy.close()
    throw error
  }
}

/** A blank tab that opens no windows, answers no dialogs and is closed afterwards, whatever happens. */
export async function withTab<T>({ context }: Session, work: (tab: Tab) => Promise<T>): Promise<T> {
  const tab = await context.newPage()
  guard(tab)
  try {
    return await work(tab)
  } finally {
    await tab.close({ runBeforeUnload: false }).catch(() => undefined) // A crashed tab is closed already.
  }
}

const navigations = new WeakMap<Tab, string>()

/** The URL a guarded tab was last on its way to, redirects included; null when it never was. */
export const lastNavigation = (tab: Tab): string | null => navigations.get(tab) ?? null

/** Windows a page opens are closed, its dialogs dismissed; where it goes is remembered. */
export function guard(tab: Tab): void {
  const gone = () => undefined // The window or dialog went away by itself.
  tab.on('dialog', (dialog) => {
    dialog.dismiss().catch(gone)
  })
  tab.on('popup', (popup) => {
    popup.close().catch(gone)
  })
  tab.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === tab.mainFrame()) navigations.set(tab, request.url())
  })
}
