import type { Listing } from '../domain.ts'
import { hashOf, type IndexedWord, indexedWords } from './indexed-words.ts'

/** What is compared of a listing's text: more than any honest description, little enough to hash at every sighting. */
const MOST_CHARACTERS = 6_000
const MOST_SHINGLES = 600
/** With fewer different word triples two texts agree by chance. */
const LEAST_SHINGLES = 8
/** 8 × 3 MinHashes: two texts that share 80 % of their triples meet in some band with 99.7 %, 60 % with 86 %, 20 % with 6 %. */
const BANDS = 8
const ROWS = 3
const FNV_PRIME = 0x01000193

/** One fixed scrambling for each MinHash: the finish of MurmurHash3, which lets every bit change every other. */
const scrambled = (hash: number, n: number): number => {
  let mixed = hash ^ Math.imul(n + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** One hash of three words in their order. */
const ordered = (a: number, b: number, c: number): number =>
  scrambled(Math.imul(Math.imul(a, FNV_PRIME) ^ b, FNV_PRIME) ^ c, 0)

type Text = Pick<Listing, 'title' | 'description'>

/** What is compared of a listing. */
export const comparedText = ({ title, description }: Text): string =>
  `${title}\n${description ?? ''}`.slice(0, MOST_CHARACTERS)

/** Hashes of the word triples of title and description, folded; empty where there is too little text. */
export const shinglesOf = (listing: Text): ReadonlySet<number> => shinglesIn(indexedWords(comparedText(listing)))

const shinglesIn = (words: readonly IndexedWord[]): ReadonlySet<number> => {
  const shingles = new Set<number>()
  for (let i = 0; i + 2 < words.length && shingles.size < MOST_SHINGLES; i++)
    shingles.add(ordered(words[i]?.hash ?? 0, words[i + 1]?.hash ?? 0, words[i + 2]?.hash ?? 0))
  return shingles.size < LEAST_SHINGLES ? new Set() : shingles
}

/** One word for each band; texts that are nearly the same have at least one in common. `words`: those of `comparedText`. */
export const likenessBands = (
  listing: Text,
  words: readonly IndexedWord[] = indexedWords(comparedText(listing)),
): readonly string[] => {
  const shingles = shinglesIn(words)
  if (shingles.size === 0) return []
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles)
    for (let n = 0; n < least.length; n++) {
      const hash = scrambled(shingle, n)
      if (hash < (least[n] ?? 0)) least[n] = hash
    }
  return Array.from({ length: BANDS }, (_, band) => {
    const own = [...least.slice(band * ROWS, (band + 1) * ROWS)].join(' ')
    return `${band}${hashOf(own).toString(36)}`
  })
}

/** Share of word triples that both texts have, of all that either has: 0–1. */
export const sharedText = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let both = 0
  for (const each of a) if (b.has(each)) both++
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}
