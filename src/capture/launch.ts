import type { BrowserContextOptions, LaunchOptions } from 'playwright'
import type { EgressProxy } from '../egress/proxy.ts'
import { Unavailable } from '../errors.ts'
import { findBrowser } from '../find-browser.mjs'
import { VIETNAM_ZONE } from '../vietnam-day.ts'

export interface BrowserPlace {
  /** SOI_CHROMIUM, or null. */
  readonly chromium: string | null
  /** The project's folder. */
  readonly root: string
}

/** The browser's program; Unavailable with the remedy when there is none. */
export function browserPath(place: BrowserPlace): string {
  let found: ReturnType<typeof findBrowser>
  try {
    found = findBrowser(place)
  } catch (cause) {
    throw new Unavailable((cause as Error).message, { cause })
  }
  if (found === null)
    throw new Unavailable(
      'no browser found: install Chrome, Chromium or Edge, or set SOI_CHROMIUM to one; `soi doctor` checks it',
    )
  return found.path
}

/** The browser's own errands; pages do not need them. */
export const BROWSER_CHATTER: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'edge.microsoft.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
])

const ARGS = [
  // Nothing may leave beside the proxy.
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--no-pings',
  // The same page gives the same pixels on every machine.
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--lang=vi-VN',
]

/** Chromium refuses its sandbox to root; every other user has it. */
export const sandboxed = (): boolean => process.getuid?.() !== 0

/** <-loopback>: Chromium would go past a proxy to loopback addresses. */
export const throughProxy = ({ url }: EgressProxy) => ({ server: url, bypass: '<-loopback>' })

export const launchOptions = (executablePath: string, proxy: EgressProxy, sandbox: boolean): LaunchOptions => ({
  executablePath,
  headless: true,
  chromiumSandbox: sandbox,
  proxy: throughProxy(proxy),
  args: ARGS,
  timeout: 30_000,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
})

/** A desktop reader in Vietnam, who says who it is; nothing installed, downloaded or permitted. */
export const contextOptions = (userAgent: string): BrowserContextOptions => ({
  userAgent,
  viewport: { width: 1366, height: 900 },
  deviceScaleFactor: 1,
  locale: 'vi-VN',
  timezoneId: VIETNAM_ZONE,
  acceptDownloads: false,
  serviceWorkers: 'block',
  permissions: [],
  reducedMotion: 'reduce',
})

/** The browser's true name with ours behind it: sites that sniff browsers still work, and the log of the site names us. */
export const honestUserAgent = (ofBrowser: string, ours: string): string => `${ofBrowser} ${ours}`
