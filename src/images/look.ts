import type { Artifact, LookedAt, Page, Picture } from '../domain.ts'
import { BadInput, FetchFailed, Refused } from '../errors.ts'
import { assemble } from './assemble.ts'
import type { Reader, ReadLine } from './ocr.ts'
import { type Hashed, hashPicture } from './picture.ts'

/** Pictures of one listing: the first ones show the goods and the writing; the rest are the same from behind. */
const MOST_PER_LISTING = 6
/** Kept for one listing together, in memory and as exhibits. */
const MOST_BYTES = 24_000_000

export interface LookOptions {
  /** A picture's bytes, under the rules of the site; throws Refused or FetchFailed. */
  readonly fetch: (url: string) => Promise<Pick<Page, 'body'>>
  readonly reader: Reader
  /** Takes one from what the run may still look at; false when that is used up. */
  readonly spend: () => boolean
}

interface Looked {
  readonly url: string
  readonly bytes: Uint8Array
  readonly hashed: Hashed
  readonly lines: readonly ReadLine[]
}

/**
 * Fetches, hashes and reads the pictures of a listing, one after another. What could not be had is named with its reason;
 * the same bytes under two addresses are one picture.
 */
export async function lookAt(urls: readonly string[], options: LookOptions): Promise<LookedAt> {
  const looked: Looked[] = []
  const missed: { url: string; why: string }[] = urls
    .slice(MOST_PER_LISTING)
    .map((url) => ({ url, why: `only the first ${MOST_PER_LISTING} pictures of a listing are looked at` }))
  let room = MOST_BYTES
  for (const url of urls.slice(0, MOST_PER_LISTING)) {
    try {
      if (!options.spend()) throw new Refused('the pictures a run may look at are used up')
      const { body: bytes } = await options.fetch(url)
      room -= bytes.byteLength
      if (room < 0) throw new Refused(`the pictures of one listing are more than ${MOST_BYTES} bytes`)
      const hashed = await hashPicture(bytes)
      if (looked.some((one) => one.hashed.sha256 === hashed.sha256)) continue
      // A reader that fails must not cost the listing, nor the picture its hash.
      const lines = await options.reader.read(bytes).catch((error: Error) => {
        missed.push({ url, why: `its words were not read: ${error.message}` })
        return []
      })
      looked.push({ url, bytes, hashed, lines })
    } catch (error) {
      if (!(error instanceof BadInput || error instanceof FetchFailed || error instanceof Refused)) throw error
      missed.push({ url, why: error.message })
    }
  }
  const { text, words } = assemble(looked.map(({ lines }) => lines))
  return {
    text,
    seen: looked.map((one, n): Picture => pictureOf(one, words[n] ?? [])),
    missed,
    files: looked.map(
      ({ hashed, bytes }, n): Artifact => ({ role: `picture-${n + 1}`, mediaType: hashed.mediaType, bytes }),
    ),
  }
}

const pictureOf = ({ url, bytes, hashed }: Looked, words: Picture['words']): Picture => {
  const { sha256, mediaType, width, height, pdq } = hashed
  return { url, sha256, mediaType, size: bytes.byteLength, width, height, pdq: pdq.hash, quality: pdq.quality, words }
}
