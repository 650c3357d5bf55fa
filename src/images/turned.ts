import type { PdqHash } from './pdq.ts'

const SIDE = 16

type Turn = (row: number, column: number) => { readonly from: number; readonly negated: boolean }

const odd = (n: number): boolean => n % 2 === 1
/** The cosine of an even place has an odd frequency, which a reflection negates. */
const negates = (n: number): boolean => !odd(n)

const straight = (negated: (row: number, column: number) => boolean): Turn => {
  return (row, column) => ({ from: row * SIDE + column, negated: negated(row, column) })
}
/** As `straight`, of the picture with rows and columns exchanged; `negated` looks at the places before. */
const exchanged = (negated: (row: number, column: number) => boolean): Turn => {
  return (row, column) => ({ from: column * SIDE + row, negated: negated(column, row) })
}

const TURNS = {
  mirrored: straight((_, column) => negates(column)),
  'upside down': straight((row) => negates(row)),
  'turned by 180°': straight((row, column) => odd(row + column)),
  'turned by 90°': exchanged((_, column) => negates(column)),
  'turned by 270°': exchanged((row) => negates(row)),
  'rows for columns': exchanged(() => false),
  'rows for columns, turned by 180°': exchanged((row, column) => odd(row + column)),
} as const satisfies Readonly<Record<string, Turn>>

/** How the other picture stands. */
export type Turned = keyof typeof TURNS

/** Bit k of a hash, lowest first. */
const bitAt = (hash: PdqHash, k: number): boolean =>
  ((Number.parseInt(hash.charAt(hash.length - 1 - (k >> 2)), 16) >> (k & 3)) & 1) === 1

/**
 * The hash of the same picture mirrored or turned, from the hash alone: a negated frequency is a negated bit as long as the
 * median is about zero, which costs a few bits of 256.
 */
export function turned(hash: PdqHash, how: Turned): PdqHash {
  const turn: Turn = TURNS[how]
  let hex = ''
  for (let digit = hash.length - 1; digit >= 0; digit--) {
    let value = 0
    for (let bit = 0; bit < 4; bit++) {
      const k = digit * 4 + bit
      const { from, negated } = turn(Math.floor(k / SIDE), k % SIDE)
      if (bitAt(hash, from) !== negated) value |= 1 << bit
    }
    hex += value.toString(16)
  }
  return hex
}

/** Every way a picture can be mirrored or turned. */
export const TURNED = Object.keys(TURNS) as readonly Turned[]

/** Differing bits of two hashes, 0–256. Up to about 30 the pictures are the same, says the paper. */
export function distance(a: PdqHash, b: PdqHash): number {
  let bits = 0
  for (let at = 0; at < a.length; at += 8) {
    let word = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)
    for (; word !== 0; word &= word - 1) bits++
  }
  return bits
}
