import { decode } from './decode.ts'

/** `top`: a tile of the upper middle, where pages show their goods. `whole`: the picture, no wider than a column. */
export type ThumbnailKind = 'top' | 'whole'

const QUALITY = 72
const TILE = { width: 248, height: 186 }
/** The share of a wide picture's width that its middle is; margins and menus stand outside. */
const MIDDLE = 0.72
const COLUMN = { width: 900, withoutEnlargement: true } as const
/** WebP knows no longer side. */
const LONGEST = 16_000

/** A small WebP of a picture. BadInput when it is none, or too large to be opened safely. */
export async function thumbnail(bytes: Uint8Array, kind: ThumbnailKind): Promise<Uint8Array> {
  const { width, height, pixels } = await decode(bytes)
  if (kind === 'top') {
    const across = Math.max(1, Math.round(width * MIDDLE))
    const down = Math.max(1, Math.min(height, Math.round((across * TILE.height) / TILE.width)))
    const region = { left: Math.floor((width - across) / 2), top: 0, width: across, height: down }
    return pixels()
      .extract(region)
      .resize({ ...TILE, fit: 'cover', position: 'top' })
      .webp({ quality: QUALITY })
      .toBuffer()
  }
  const scale = Math.min(1, COLUMN.width / width)
  const tall = Math.round(height * scale) > LONGEST
  const shape = tall ? { ...COLUMN, height: LONGEST, fit: 'inside' as const } : COLUMN
  return pixels().resize(shape).webp({ quality: QUALITY }).toBuffer()
}
