import type { Box } from '../domain.ts'
import { decode } from './decode.ts'

/** Wide enough for a report's page. */
const LARGEST = 1600

/** A PNG of the picture with a frame round each box, no larger than a report shows. BadInput: no picture, or too large. */
export async function markBoxes(bytes: Uint8Array, boxes: readonly Box[]): Promise<Uint8Array> {
  const { width, height, pixels } = await decode(bytes)
  const line = Math.max(2, Math.round(Math.max(width, height) / 250))
  const frames = boxes.map(
    ({ left, top, width: w, height: h }) =>
      `<rect x="${left - line}" y="${top - line}" width="${w + 2 * line}" height="${h + 2 * line}" fill="none" stroke="#d00000" stroke-width="${line}"/>`,
  )
  const over = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frames.join('')}</svg>`
  const marked = await pixels()
    .composite([{ input: Buffer.from(over) }])
    .png()
    .toBuffer()
  const { pixels: again } = await decode(marked)
  return again().resize(LARGEST, LARGEST, { fit: 'inside', withoutEnlargement: true }).png().toBuffer()
}
