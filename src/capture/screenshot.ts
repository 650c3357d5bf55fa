import type { Page as Tab } from 'playwright'
import { within } from './visit.ts'

export interface Screenshot {
  readonly png: Uint8Array | null
  /** What is not in the picture, and why. */
  readonly missing: readonly string[]
}

/** Chromium paints taller pages only in parts (measured on 156); what lies below is said to be missing. */
const MOST_PIXELS = 40_000
const SHOT_MS = 30_000
const SCROLL_STEPS = 40
const SCROLL_MS = 12_000

// A string, for the page's own world knows nothing of the helpers that a TypeScript loader adds to functions.
const SCROLL = `(async () => {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms))
  const root = document.scrollingElement ?? document.documentElement
  for (let i = 0; i < ${SCROLL_STEPS} && root.scrollTop + innerHeight < root.scrollHeight; i += 1) {
    root.scrollTo({ top: root.scrollTop + innerHeight, behavior: 'instant' })
    await pause(60)
  }
  for (let i = 0; i < 40 && [...document.images].some((image) => !image.complete); i += 1) await pause(50)
  root.scrollTo({ top: 0, behavior: 'instant' })
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
})()`

/** Scrolls through the page once, so that lazy pictures load, then waits for them, and goes back to the top. */
export async function loadLazy(tab: Tab): Promise<readonly string[]> {
  const work = tab.evaluate(SCROLL)
  return (await within(SCROLL_MS, work)) ? [] : [`lazy pictures: not all loaded after ${SCROLL_MS / 1000} s`]
}

/**
 * The whole page as PNG. One painting of the page, not stitched from scrolled parts: a banner that sticks to the window
 * is in the picture once. optimizeForSpeed halves the time and stays lossless.
 */
export async function screenshot(tab: Tab): Promise<Screenshot> {
  const cdp = await tab.context().newCDPSession(tab)
  const { cssContentSize } = await cdp.send('Page.getLayoutMetrics')
  const width = Math.ceil(cssContentSize.width)
  const whole = Math.ceil(cssContentSize.height)
  const height = Math.min(whole, MOST_PIXELS)
  const shot = cdp.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  })
  if (!(await within(SHOT_MS, shot)))
    return { png: null, missing: [`screenshot: not taken within ${SHOT_MS / 1000} s`] }
  const png = Buffer.from((await shot).data, 'base64')
  const painted = pngHeight(png)
  if (painted !== height) return { png: null, missing: [`screenshot: ${painted} of ${height} pixels painted`] }
  const missing = whole > height ? [`screenshot: the page is ${whole} pixels tall, the first ${height} are shown`] : []
  return { png, missing }
}

/** From the IHDR chunk; 0 when it is no PNG. */
const pngHeight = (png: Buffer): number =>
  png.length >= 24 && png.readUInt32BE(0) === 0x89504e47 ? png.readUInt32BE(20) : 0
