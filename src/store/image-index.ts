import type { Db } from './db.ts'

/** 256 bits. */
const WORDS = 8
const PAGE = 10_000

/** Hashes of the store, packed: 36 bytes each in memory. */
export interface ImageIndex {
  /** Ids and distances of those within `most` bits. */
  within(hash: Uint8Array, most: number): readonly { readonly id: number; readonly distance: number }[]
}

/** Below this the hash is of next to nothing, and agrees with everything. */
const LEAST_QUALITY = 50

const bitsOf = (word: number): number => {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/**
 * A plain scan: it stops at the first words for nearly every picture, and what a cleverer index would save is less than
 * the row look-ups that follow. Grows with the store: each question first takes in what was added since the last.
 */
export function openImageIndex(db: Db): ImageIndex {
  let packed = new Uint32Array(WORDS * 1024)
  let ids = new Uint32Array(1024)
  let count = 0
  let last = 0

  const add = (id: number, pdq: Uint8Array): void => {
    if (count === ids.length) {
      packed = enlarged(packed)
      ids = enlarged(ids)
    }
    pack(pdq, packed, count * WORDS)
    ids[count++] = id
  }
  const catchUp = (): void => {
    for (;;) {
      const rows = db
        .prepare('select id, pdq, quality from image where id > ? order by id limit ?')
        .all(last, PAGE) as readonly { readonly id: number; readonly pdq: Uint8Array; readonly quality: number }[]
      for (const { id, pdq, quality } of rows) if (quality >= LEAST_QUALITY) add(id, pdq)
      last = rows.at(-1)?.id ?? last
      if (rows.length < PAGE) return
    }
  }
  return {
    within(hash, most) {
      catchUp()
      const wanted = new Uint32Array(WORDS)
      pack(hash, wanted, 0)
      const found: { id: number; distance: number }[] = []
      for (let n = 0, at = 0; n < count; n++, at += WORDS) {
        let distance = 0
        for (let k = 0; k < WORDS && distance <= most; k++) distance += bitsOf((packed[at + k] ?? 0) ^ (wanted[k] ?? 0))
        if (distance <= most) found.push({ id: ids[n] ?? 0, distance })
      }
      return found
    },
  }
}

const enlarged = (from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const bigger = new Uint32Array(from.length * 2)
  bigger.set(from)
  return bigger
}

/** Any order of bytes serves, as long as it is always the same. */
const pack = (hash: Uint8Array, into: Uint32Array, at: number): void => {
  for (let k = 0, byte = 0; k < WORDS; k++, byte += 4)
    into[at + k] =
      (hash[byte] ?? 0) | ((hash[byte + 1] ?? 0) << 8) | ((hash[byte + 2] ?? 0) << 16) | ((hash[byte + 3] ?? 0) << 24)
}
