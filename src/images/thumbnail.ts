import { decode } from './decode.ts'

/** `top`: a tile of the upper part, where a page says what it is. `whole`: the picture, no wider than a column. */
export type ThumbnailKind = 'top' | 'whole'

const QUALITY = 72
const TILE = { width: 240, height: 180, fit: 'cover', position: 'top' } as const
const COLUMN = { width: 900, withoutEnlargement: true } as const
/** WebP knows no longer side. */
const LONGEST = 16_000

/** A small WebP of a picture. BadInput when it is none, or too large to be opened safely. */
export async function thumbnail(bytes: Uint8Array, kind: ThumbnailKind): Promise<Uint8Array> {
  const { width, height, pixels } = await decode(bytes)
  if (kind === 'top') return pixels().resize(TILE).webp({ quality: QUALITY }).toBuffer()
  const scale = Math.min(1, COLUMN.width / width)
  const tall = Math.round(height * scale) > LONGEST
  const shape = tall ? { ...COLUMN, height: LONGEST, fit: 'inside' as const } : COLUMN
  return pixels().resize(shape).webp({ quality: QUALITY }).toBuffer()
}
