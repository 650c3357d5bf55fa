import type { Sha256 } from '../../domain.ts'

/** A picture that was seen, and where. */
interface SeenImage {
  readonly sha256: Sha256
  /** PDQ, 64 hexadecimal digits. */
  readonly pdq: string
  readonly quality: number
  readonly width: number
  readonly height: number
}

export interface NearImage extends SeenImage {
  /** Differing bits of 256. */
  readonly distance: number
  /** Every sighting that showed exactly these bytes, oldest first. */
  readonly sightings: readonly number[]
}

export interface Images {
  /** Pictures within `most` bits of a PDQ hash, nearest first; those with too little to see (quality below 50) are left out. `limit`: at most so many, each with its newest so many sightings. BadInput when it is no hash. */
  near(pdq: string, most: number, limit?: number): Promise<readonly NearImage[]>
  /** The pictures of one sighting, in the order of the page. */
  of(sighting: number): Promise<readonly (SeenImage & { readonly url: string })[]>
}
