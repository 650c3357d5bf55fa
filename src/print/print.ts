import { chromium } from 'playwright'
import { type BrowserPlace, browserPath, sandboxed } from '../capture/launch.ts'
import { CannotWrite } from '../errors.ts'
import { withFixedTimes } from './pdf-times.ts'

/** A file that a page shows. */
interface PageFile {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Printer {
  /** A4 as PDF. `file` answers what the page asks for, by its path relative to the page; null: nothing is there. */
  print(html: string, file: (path: string) => PageFile | null, at: string): Promise<Uint8Array>
  close(): Promise<void>
}

/** A host that cannot exist (RFC 2606): whatever a page asks for is answered here or not at all. */
const ORIGIN = 'http://report.invalid/'
const PRINT_MS = 300_000

/**
 * A browser that prints our own pages, without network and without scripts. Unavailable when no browser is installed.
 * Every request is answered from memory; the context is offline besides.
 */
export async function openPrinter(place: BrowserPlace): Promise<Printer> {
  const browser = await chromium.launch({
    ...{ executablePath: browserPath(place), headless: true, chromiumSandbox: sandboxed(), timeout: 30_000 },
    args: ['--disable-background-networking', '--dns-prefetch-disable', '--no-pings', '--force-color-profile=srgb'],
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  })
  const print: Printer['print'] = async (html, file, at) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      serviceWorkers: 'block',
      acceptDownloads: false,
    })
    try {
      const tab = await context.newPage()
      await tab.route('**/*', async (route) => {
        const url = route.request().url()
        const path = url.startsWith(ORIGIN) ? decodeURIComponent(url.slice(ORIGIN.length)) : null
        if (path === '') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        const found = path === null ? null : file(path)
        return found ? route.fulfill({ contentType: found.mediaType, body: Buffer.from(found.bytes) }) : route.abort()
      })
      await tab.goto(ORIGIN, { waitUntil: 'load', timeout: PRINT_MS })
      const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
      return withFixedTimes(pdf, at)
    } catch (cause) {
      throw new CannotWrite(`the report could not be printed: ${(cause as Error).message.split('\n')[0]}`, { cause })
    } finally {
      await context.close()
    }
  }
  return { print, close: () => browser.close() }
}
