import sharp from 'sharp'
import type { Box } from '../domain.ts'
import { type Decoded, decode } from './decode.ts'
import { framesFor } from './frames.ts'

const WIDEST = 900
/** Of the pictures as they are compared: four screens of a desk, a dozen of a phone. What is below is not compared. */
const LONGEST = 8_000
/** Pixels of a cell: smaller than a line of text, larger than the fringe of a letter. */
const CELL = 12
/** Of 255: less is the fringe of a letter, or a picture compressed again. */
const LEAST_DIFFERENCE = 32
/** Mean of a cell, of 255, from which it counts as changed: one pixel in fifty. */
const LEAST_CHANGED = 5
const MOST_REGIONS = 60
const QUALITY = 76
const CHANGE = '#1a50b0'

type Raw = { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } }

/** The picture at that width, white below its end, without more than the longest part that is compared. */
const flat = async ({ pixels, width: own, height: tall }: Decoded, width: number, height: number): Promise<Raw> => {
  const scaled = Math.max(1, Math.round((tall * width) / own))
  const whole = await pixels()
    .resize({ width, height: scaled, fit: 'fill' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  const raw = { width, height: scaled, channels: 3 } as const
  const shaped =
    scaled >= height
      ? sharp(whole, { raw }).extract({ left: 0, top: 0, width, height })
      : sharp(whole, { raw }).extend({ bottom: height - scaled, background: '#fff' })
  return shaped.raw().toBuffer({ resolveWithObject: true })
}

/** How much of each cell differs, 0–255; a row of cells after the other. All pixels are looked at by the library, outside this thread. */
async function cellsOf(
  a: Raw,
  b: Raw,
): Promise<{ readonly cells: Buffer; readonly across: number; readonly down: number }> {
  const { width, height } = a.info
  const raw = { width, height, channels: 3 } as const
  const difference = await sharp(a.data, { raw })
    .composite([{ input: b.data, raw, blend: 'difference' }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const marked = await sharp(difference, { raw })
    .greyscale()
    .threshold(LEAST_DIFFERENCE)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)]
  const cells = await sharp(marked.data, { raw: { width, height, channels: marked.info.channels } })
    .resize({ width: across, height: down, fit: 'fill', kernel: 'linear' })
    .extractChannel(0)
    .raw()
    .toBuffer()
  return { cells, across, down }
}

/** Changed cells that touch make one region; the largest of them. Linear in the cells. */
function regionsOf(cells: Uint8Array, across: number, down: number): readonly Box[] {
  const seen = new Uint8Array(across * down)
  const found: { left: number; top: number; right: number; bottom: number }[] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || (cells[start] ?? 0) < LEAST_CHANGED) continue
    const region = { left: across, top: down, right: 0, bottom: 0 }
    const waiting = [start]
    seen[start] = 1
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % across, Math.floor(at / across)]
      region.left = Math.min(region.left, x)
      region.top = Math.min(region.top, y)
      region.right = Math.max(region.right, x + 1)
      region.bottom = Math.max(region.bottom, y + 1)
      // Two cells away still touches: words of one line are one region.
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -2; dx <= 2; dx++) {
          const next = at + dy * across + dx
          const inside = x + dx >= 0 && x + dx < across && y + dy >= 0 && y + dy < down
          if (!inside || seen[next] || (cells[next] ?? 0) < LEAST_CHANGED) continue
          seen[next] = 1
          waiting.push(next)
        }
    }
    found.push(region)
  }
  const boxes = found.map(({ left, top, right, bottom }) => ({
    ...{ left: left * CELL, top: top * CELL, width: (right - left) * CELL, height: (bottom - top) * CELL },
  }))
  return boxes.sort((a, b) => b.width * b.height - a.width * a.height).slice(0, MOST_REGIONS)
}

/** Where two pictures differ, in the pixels of `width` × `height`, the size at which they are compared. */
async function differences(one: Uint8Array, other: Uint8Array) {
  const [a, b] = [await decode(one), await decode(other)]
  const width = Math.min(WIDEST, a.width, b.width)
  const tall = ({ width: w, height: h }: Decoded) => Math.round((h * width) / w)
  const height = Math.max(1, Math.min(LONGEST, Math.max(tall(a), tall(b))))
  const [from, to] = [await flat(a, width, height), await flat(b, width, height)]
  const { cells, across, down } = await cellsOf(from, to)
  return { regions: regionsOf(cells, across, down), picture: from }
}

/** A WebP of the first picture with a frame round each part in which the other one differs. BadInput: no picture, or too large. */
export async function changedPicture(one: Uint8Array, other: Uint8Array): Promise<Uint8Array> {
  const { regions, picture } = await differences(one, other)
  const { width, height } = picture.info
  return sharp(picture.data, { raw: { width, height, channels: 3 } })
    .composite(framesFor(regions, { width, height, scale: 1, colour: CHANGE }))
    .webp({ quality: QUALITY })
    .toBuffer()
}
