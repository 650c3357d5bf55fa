import type { OverlayOptions } from 'sharp'
import type { Box } from '../domain.ts'

/** More frames than this say nothing more, and each is a picture laid over the other. */
const MOST = 80
const LINE = 3

/** A frame with a faint filling; never over the edge of the picture, where it could not be laid. */
const frame = (box: Box, width: number, height: number, colour: string): OverlayOptions => {
  const left = Math.max(0, Math.min(width - 1, Math.round(box.left) - LINE))
  const top = Math.max(0, Math.min(height - 1, Math.round(box.top) - LINE))
  const right = Math.max(left + 1, Math.min(width, Math.round(box.left + box.width) + LINE))
  const bottom = Math.max(top + 1, Math.min(height, Math.round(box.top + box.height) + LINE))
  const [w, h] = [right - left, bottom - top]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect x="${LINE / 2}" y="${LINE / 2}" width="${Math.max(1, w - LINE)}" height="${Math.max(1, h - LINE)}" fill="${colour}" fill-opacity=".14" stroke="${colour}" stroke-width="${LINE}"/></svg>`
  return { input: Buffer.from(svg), left, top }
}

/** One small overlay for each box, for a picture of that size: a tall page needs no second page of frames in memory. */
export const framesFor = (
  boxes: readonly Box[],
  {
    width,
    height,
    scale,
    colour,
  }: { readonly width: number; readonly height: number; readonly scale: number; readonly colour: string },
): OverlayOptions[] =>
  boxes
    .map(({ left, top, width: w, height: h }) => ({
      left: left * scale,
      top: top * scale,
      width: w * scale,
      height: h * scale,
    }))
    .filter(({ left, top }) => left < width && top < height)
    .slice(0, MOST)
    .map((box) => frame(box, width, height, colour))
