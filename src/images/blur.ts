import sharp from 'sharp'
import type { Box } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { pictureType } from './decode.ts'

/** A page's letters are 10 to 40 pixels tall: shrunk to a sixteenth they are below one dot each, and no sharpening brings them back. */
const SHRINK = 16
const MOST_PIXELS = 120_000_000
const MARGIN = 4

/** A PNG of the picture with everything unreadable but for some boxes. The detail is thrown away, not smeared. BadInput: no picture, or too large. */
export async function blurOutside(bytes: Uint8Array, keep: readonly Box[]): Promise<Uint8Array> {
  if (pictureType(bytes) === null) throw new BadInput('not a picture that is read')
  const open = () =>
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient().flatten({ background: '#fff' })
  const { width, height } = (await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()).autoOrient
  const coarse = await open()
    .resize(Math.max(1, Math.round(width / SHRINK)), Math.max(1, Math.round(height / SHRINK)), { fit: 'fill' })
    .png()
    .toBuffer()
  const clear = await Promise.all(
    keep.flatMap((box) => {
      const left = Math.min(Math.max(Math.floor(box.left) - MARGIN, 0), width - 1)
      const top = Math.min(Math.max(Math.floor(box.top) - MARGIN, 0), height - 1)
      const right = Math.min(Math.ceil(box.left + box.width) + MARGIN, width)
      const bottom = Math.min(Math.ceil(box.top + box.height) + MARGIN, height)
      if (right <= left || bottom <= top) return []
      const part = { left, top, width: right - left, height: bottom - top }
      return [
        open()
          .extract(part)
          .png()
          .toBuffer()
          .then((input) => ({ input, left, top })),
      ]
    }),
  )
  const wide = await sharp(coarse)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(wide).composite(clear).png().toBuffer()
}
