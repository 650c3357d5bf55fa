import sharp from 'sharp'
import type { Box } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { pictureType } from './decode.ts'

/** Our own screenshots are up to 40,000 pixels tall; read from top to bottom, so that little of one is in memory. */
const MOST_PIXELS = 120_000_000
const WIDEST = 1100
const TALLEST = 1400
/** Of a page's height to its width: what fits on a sheet of A4 beside its caption. */
const SHEET = 1.2
const MARGIN = 160
const ELEMENT_MARGIN = 24

/** Which part of a picture a report shows. `element`: the post among others; otherwise where the first boxes are, or the top. */
export interface Focus {
  readonly boxes: readonly Box[]
  readonly element: Box | null
  /** The whole picture, however tall: a photograph rather than a page. */
  readonly whole: boolean
}

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(value, least), most))

/** The part that is shown, inside a picture of that size. */
export function partOf({ boxes, element, whole }: Focus, width: number, height: number): Box {
  if (whole) return { left: 0, top: 0, width, height }
  if (element) {
    const left = within(element.left - ELEMENT_MARGIN, 0, width - 1)
    const top = within(element.top - ELEMENT_MARGIN, 0, height - 1)
    const right = within(element.left + element.width + ELEMENT_MARGIN, left + 1, width)
    const tallest = Math.max((right - left) * SHEET, 400)
    return {
      left,
      top,
      width: right - left,
      height: within(element.height + 2 * ELEMENT_MARGIN, 1, Math.min(height - top, tallest)),
    }
  }
  const tall = Math.min(height, Math.round(width * SHEET))
  const first = boxes.length ? Math.min(...boxes.map((box) => box.top)) : 0
  const top = first < tall - MARGIN ? 0 : within(first - MARGIN, 0, height - tall)
  return { left: 0, top, width, height: tall }
}

const LINE = 3

const frames = (boxes: readonly Box[], part: Box, width: number, height: number): Buffer => {
  const drawn = boxes.map(
    (box) =>
      `<rect x="${box.left - part.left - LINE}" y="${box.top - part.top - LINE}" width="${box.width + 2 * LINE}" height="${box.height + 2 * LINE}" fill="#ffd000" fill-opacity=".18" stroke="#d00000" stroke-width="${LINE}"/>`,
  )
  // The view box is the part in the picture's own pixels; the renderer scales it to what is shown.
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${part.width} ${part.height}" preserveAspectRatio="none">${drawn.join('')}</svg>`,
  )
}

/**
 * A JPEG for a report: the part in focus, with a frame round each box, at most 1100 × 1400 pixels. The same input gives the same
 * bytes with the same libraries. BadInput: no picture, or one too large to open.
 */
export async function reportPicture(bytes: Uint8Array, focus: Focus): Promise<Uint8Array> {
  if (pictureType(bytes) === null) throw new BadInput('not a picture that is read')
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
  try {
    const { width, height } = (await open().metadata()).autoOrient
    const part = partOf(focus, width, height)
    const scale = Math.min(1, WIDEST / part.width, TALLEST / part.height)
    const [w, h] = [Math.max(1, Math.round(part.width * scale)), Math.max(1, Math.round(part.height * scale))]
    const over = focus.boxes.length ? [{ input: frames(focus.boxes, part, w, h) }] : []
    // One pass: cut, shrunk, then framed, so that a frame is as sharp as the page is.
    const pixels = open().autoOrient().flatten({ background: '#fff' }).extract(part)
    return await pixels.resize(w, h, { fit: 'fill' }).composite(over).jpeg({ quality: 84 }).toBuffer()
  } catch (cause) {
    throw new BadInput(`a picture cannot be opened: ${(cause as Error).message}`, { cause })
  }
}
