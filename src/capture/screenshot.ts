import type { CDPSession } from 'playwright'
import type { Box } from '../domain.ts'
import { within } from './visit.ts'

export interface Screenshot {
  readonly png: Uint8Array | null
  /** What lies below a page's first 40,000 pixels, each 8,000 high but the last. */
  readonly tiles: readonly Uint8Array[]
  /** What is not in the picture, and why. */
  readonly missing: readonly string[]
}

/** Chromium paints taller pages only in parts (measured on 156); what lies below goes into pictures of their own. */
const MOST_PIXELS = 40_000
/** Three windows side by side; wider is a page that went wrong. */
const MOST_WIDTH = 4_098
const TILE_PIXELS = 8_000
/** Pages without an end stop somewhere. */
const MOST_TILES = 20
const SHOT_MS = 30_000

/**
 * The whole page as PNG. One painting of the page, not stitched from scrolled parts: a banner that sticks to the window
 * is in the picture once. optimizeForSpeed halves the time and stays lossless.
 */
export async function screenshot(cdp: CDPSession): Promise<Screenshot> {
  const { cssContentSize } = await cdp.send('Page.getLayoutMetrics')
  const wide = Math.ceil(cssContentSize.width)
  const width = Math.min(wide, MOST_WIDTH)
  const whole = Math.ceil(cssContentSize.height)
  const height = Math.min(whole, MOST_PIXELS)
  const png = await painted(cdp, { left: 0, top: 0, width, height })
  if (typeof png === 'string') return { png: null, tiles: [], missing: [`screenshot: ${png}`] }
  const { tiles, missing } = await tilesBelow(cdp, width, height, whole)
  const cut = wide > width ? [`screenshot: the page is ${wide} pixels wide, the first ${width} are shown`] : []
  return { png, tiles, missing: [...cut, ...missing] }
}

/** What lies below the whole picture, in pictures of their own: `tile-001` begins where it ends. */
async function tilesBelow(
  cdp: CDPSession,
  width: number,
  from: number,
  whole: number,
): Promise<Omit<Screenshot, 'png'>> {
  const tiles: Uint8Array[] = []
  for (let top = from; top < whole; top += TILE_PIXELS) {
    if (tiles.length === MOST_TILES)
      return { tiles, missing: [`screenshot: the page is ${whole} pixels tall, the first ${top} are shown`] }
    const tile = await painted(cdp, { left: 0, top, width, height: Math.min(TILE_PIXELS, whole - top) })
    if (typeof tile === 'string') return { tiles, missing: [`screenshot: ${tile}, below the first ${top} pixels`] }
    tiles.push(tile)
  }
  return { tiles, missing: [] }
}

/** A part of the page as PNG; null when it was not painted. */
export async function clipped(cdp: CDPSession, clip: Box): Promise<Uint8Array | null> {
  const png = await painted(cdp, clip)
  return typeof png === 'string' ? null : png
}

/** A part of the page as PNG, or why there is none: half a painting is none. */
async function painted(cdp: CDPSession, { left: x, top: y, width, height }: Box): Promise<Uint8Array | string> {
  const shot = cdp.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport: true,
    clip: { x, y, width, height, scale: 1 },
  })
  if (!(await within(SHOT_MS, shot))) return `not taken within ${SHOT_MS / 1000} s`
  const png = Buffer.from((await shot).data, 'base64')
  const rows = pngHeight(png)
  return rows === height ? png : `${rows} of ${height} pixels painted`
}

/** From the IHDR chunk; 0 when it is no PNG. */
const pngHeight = (png: Buffer): number =>
  png.length >= 24 && png.readUInt32BE(0) === 0x89504e47 ? png.readUInt32BE(20) : 0
