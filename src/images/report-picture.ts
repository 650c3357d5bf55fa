import sharp from 'sharp'
import type { Box } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { pictureType } from './decode.ts'

// Pictures are drawn side by side; several threads within one only cost (a tenth of all CPU time of a pack).
sharp.concurrency(1)

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

/** Of a frame, in pixels of what is shown. */
const LINE = 3
const JPEG = { quality: 84 } as const

/** RGB. */
const RED = [208, 0, 0] as const
const YELLOW = [255, 208, 0] as const
/** How much of the page's own colour stays under the yellow. */
const SEEN_THROUGH = 0.82

interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** A red line round the box and a yellow tint within it, painted into RGB pixels; the box is in these pixels. */
function frame({ data, width, height }: Pixels, box: Box): void {
  const inside = { left: Math.floor(box.left), top: Math.floor(box.top) }
  const [right, bottom] = [Math.ceil(box.left + box.width), Math.ceil(box.top + box.height)]
  for (let y = Math.max(0, inside.top - LINE); y < Math.min(height, bottom + LINE); y++)
    for (let x = Math.max(0, inside.left - LINE); x < Math.min(width, right + LINE); x++) {
      const tinted = y >= inside.top && y < bottom && x >= inside.left && x < right
      const at = (y * width + x) * 3
      for (const i of [0, 1, 2] as const)
        data[at + i] = tinted ? SEEN_THROUGH * (data[at + i] ?? 0) + (1 - SEEN_THROUGH) * YELLOW[i] : RED[i]
    }
}

/** A box of the whole picture in the pixels of its shown part. */
const scaled = (box: Box, part: Box, scale: number): Box => ({
  left: (box.left - part.left) * scale,
  top: (box.top - part.top) * scale,
  width: box.width * scale,
  height: box.height * scale,
})

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
    // One pass: cut, then shrunk; frames are painted last, so that they are as sharp as can be.
    const pixels = open().autoOrient().flatten({ background: '#fff' }).extract(part).resize(w, h, { fit: 'fill' })
    if (!focus.boxes.length) return await pixels.jpeg(JPEG).toBuffer()
    const data = await pixels.toColourspace('srgb').raw().toBuffer()
    for (const box of focus.boxes) frame({ data, width: w, height: h }, scaled(box, part, scale))
    return await sharp(data, { raw: { width: w, height: h, channels: 3 } })
      .jpeg(JPEG)
      .toBuffer()
  } catch (cause) {
    throw new BadInput(`a picture cannot be opened: ${(cause as Error).message}`, { cause })
  }
}
