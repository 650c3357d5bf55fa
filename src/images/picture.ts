import { createHash } from 'node:crypto'
import type { Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { type Decoded, decode, pictureType } from './decode.ts'
import { type Pdq, pdqOf } from './pdq.ts'

/** One picture as it was fetched, named by its bytes and by its look. */
export interface Hashed {
  readonly sha256: Sha256
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly pdq: Pdq
}

/** Larger pictures are scaled to a square of this side first, as the reference does: the filter is slow on more. */
const LARGEST = 512

/** Hashes of a picture's bytes and of its look. BadInput: no picture, too large, or damaged. */
export async function hashPicture(bytes: Uint8Array): Promise<Hashed> {
  const decoded = await decode(bytes)
  const { width, height } = decoded
  const pdq = await lumaHash(decoded).catch((error: Error) => {
    throw new BadInput(`damaged picture: ${error.message}`)
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, mediaType: pictureType(bytes) ?? 'application/octet-stream', width, height, pdq }
}

async function lumaHash({ width, height, pixels }: Decoded): Promise<Pdq> {
  const large = width > LARGEST || height > LARGEST
  const scaled = large ? pixels().resize(LARGEST, LARGEST, { fit: 'fill', kernel: 'cubic' }) : pixels()
  const { data, info } = await scaled.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const luma = new Float32Array(info.width * info.height)
  const { channels } = info
  for (let k = 0; k < luma.length; k++) {
    const at = k * channels
    const red = data[at] ?? 0
    // One channel: grey already.
    luma[k] =
      channels < 3
        ? red
        : // ITU-R BT.601, the reference's weights.
          0.299 * red + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  }
  return pdqOf(luma, info.width, info.height)
}
