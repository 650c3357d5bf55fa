import type { Box } from '../domain.ts'
import { decode } from './decode.ts'
import { framesFor } from './frames.ts'

const WIDEST = 900
/** WebP knows no longer side. */
const LONGEST = 16_000
const QUALITY = 76
const SIGN = '#d00000'

/** A WebP of the whole picture, no wider than a column, with a frame round each box. BadInput: no picture, or too large. */
export async function boxed(bytes: Uint8Array, boxes: readonly Box[]): Promise<Uint8Array> {
  const { width, height, pixels } = await decode(bytes)
  const scale = Math.min(1, WIDEST / width, LONGEST / height)
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  return pixels()
    .resize({ ...size, fit: 'fill' })
    .composite(framesFor(boxes, { ...size, scale, colour: SIGN }))
    .webp({ quality: QUALITY })
    .toBuffer()
}
