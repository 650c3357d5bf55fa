import sharp from 'sharp'
import type { Box } from '../domain.ts'

/** Of a picture that is held unpacked, four bytes each: 120 MB. */
const MOST_PIXELS = 30_000_000

/** The part of a picture that holds what is cut out of it, unpacked once. */
interface Strip {
  readonly pixels: Buffer
  readonly top: number
  readonly width: number
  readonly height: number
  readonly channels: 1 | 2 | 3 | 4
}

const isArea = ({ left, top, width, height }: Box): boolean => left >= 0 && top >= 0 && width >= 1 && height >= 1

async function stripOf(png: Uint8Array, boxes: readonly Box[]): Promise<Strip | null> {
  const whole = sharp(png, { limitInputPixels: false })
  const { width, height } = await whole.metadata()
  const inside = boxes.filter((box) => isArea(box) && box.top + box.height <= height)
  const top = Math.min(...inside.map((box) => box.top))
  const bottom = Math.max(...inside.map((box) => box.top + box.height))
  if (inside.length === 0 || width * (bottom - top) > MOST_PIXELS) return null
  const strip = whole.extract({ left: 0, top, width, height: bottom - top }).raw()
  const { data, info } = await strip.toBuffer({ resolveWithObject: true })
  return { pixels: data, top, width, height: bottom - top, channels: info.channels }
}

/**
 * Cuts parts out of a picture that was taken, which costs less than having the browser paint each again, and shows what the
 * picture shows. What it returns gives a part as PNG; null for one that is not among `boxes` or does not lie in the picture.
 */
export async function cutOuts(
  png: Uint8Array | null,
  boxes: readonly Box[],
): Promise<(box: Box) => Promise<Uint8Array | null>> {
  // A picture that cannot be unpacked is as none: the browser paints the parts.
  const strip = png === null || boxes.length === 0 ? null : await stripOf(png, boxes).catch(() => null)
  return async ({ left, top, width, height }) => {
    if (strip === null || !isArea({ left, top, width, height }) || left + width > strip.width) return null
    if (top < strip.top || top + height > strip.top + strip.height) return null
    const { pixels, ...raw } = strip
    return sharp(pixels, { raw })
      .extract({ left, top: top - strip.top, width, height })
      .png({ compressionLevel: 6 })
      .toBuffer()
  }
}
