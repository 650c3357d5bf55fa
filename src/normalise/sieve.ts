/** Bits by the hash of a beginning; a bit may be set by chance, none is missing. */
export type Sieve = Uint8Array

const BITS = 20
const MASK = (1 << BITS) - 1

/** FNV-1a, unit by unit. */
const START = 0x811c9dc5
const next = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const placeOf = (hash: number): number => (hash ^ (hash >>> BITS)) & MASK

/** Of all beginnings of the words, the words included. */
export function sieveOf(words: Iterable<string>): Sieve {
  const sieve = new Uint8Array(1 << (BITS - 3))
  for (const word of words) {
    let hash = START
    for (let at = 0; at < word.length; at++) {
      hash = next(hash, word.charCodeAt(at))
      const place = placeOf(hash)
      sieve[place >> 3] = (sieve[place >> 3] ?? 0) | (1 << (place & 7))
    }
  }
  return sieve
}

/** False when no word begins with the two run together. Stops at the first letter that no word has there. */
export function mayBegin(sieve: Sieve, first: string, second: string): boolean {
  let hash = START
  for (let at = 0; at < first.length; at++) hash = next(hash, first.charCodeAt(at))
  for (let at = 0; at < second.length; at++) {
    hash = next(hash, second.charCodeAt(at))
    const place = placeOf(hash)
    if (((sieve[place >> 3] ?? 0) & (1 << (place & 7))) === 0) return false
  }
  return true
}
