import type { Logger } from 'pino'
import { openBrowser } from './browser.ts'
import { type Glyphs, glyphsRender } from './glyphs.ts'
import type { BrowserPlace } from './launch.ts'

export interface BrowserReport {
  /** `Chromium 156.0.…` */
  readonly version: string
  readonly glyphs: Glyphs
}

/** Starts the browser and draws letters with it. Throws Unavailable when it does not start. */
export async function browserReport(place: BrowserPlace & { readonly log: Logger }): Promise<BrowserReport> {
  const browser = await openBrowser({ ...place, allowPrivate: false, userAgent: 'Soi doctor' })
  try {
    return { version: browser.name(), glyphs: await glyphsRender(browser) }
  } finally {
    await browser.close()
  }
}
