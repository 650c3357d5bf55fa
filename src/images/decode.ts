import sharp, { type Sharp } from 'sharp'
import { BadInput } from '../errors.ts'

/** Formats of photographs. Not SVG or PDF: programs rather than pictures, and nobody photographs goods in them. */
const SIGNATURES: readonly (readonly [string, (bytes: Buffer) => boolean])[] = [
  ['image/jpeg', (bytes) => bytes.readUIntBE(0, 3) === 0xffd8ff],
  ['image/png', (bytes) => bytes.toString('latin1', 1, 4) === 'PNG'],
  ['image/gif', (bytes) => bytes.toString('latin1', 0, 4) === 'GIF8'],
  ['image/webp', (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'],
  ['image/avif', (bytes) => /^ftypavi[fs]$/.test(bytes.toString('latin1', 4, 12))],
]

/** What the bytes are, whatever the server calls them; null when no picture that is read. */
export function pictureType(bytes: Uint8Array): string | null {
  if (bytes.byteLength < 16) return null
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, 16)
  return SIGNATURES.find(([, is]) => is(head))?.[0] ?? null
}

/** Decoded, 40 million pixels are 160 MB: no shop shows more, and a bomb does. */
const MOST_PIXELS = 40_000_000
const LONGEST_SIDE = 20_000

/** An open picture, turned as its camera says, its first frame, on white. Width and height as it is shown. */
export interface Decoded {
  readonly width: number
  readonly height: number
  /** A new pipeline over the whole picture, each time. */
  readonly pixels: () => Sharp
}

/** Reads the header only; BadInput when it is no picture that is read, or too large. Damaged pixels show when they are read. */
export async function decode(bytes: Uint8Array): Promise<Decoded> {
  if (pictureType(bytes) === null) throw new BadInput('not a JPEG, PNG, GIF, WebP or AVIF picture')
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
  const { autoOrient } = await open()
    .metadata()
    .catch((error: Error) => {
      throw new BadInput(`damaged picture: ${error.message}`)
    })
  const { width, height } = autoOrient
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    throw new BadInput(`a picture of ${width} × ${height} pixels is too large to be opened safely`)
  return { width, height, pixels: () => open().autoOrient().flatten({ background: '#fff' }) }
}
