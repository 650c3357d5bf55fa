/**
 * PDQ: a perceptual hash of 256 bits with a quality of 0–100, as published by Meta (“The TMK+PDQF video-hashing algorithm and
 * the PDQ image-hashing algorithm”, 2019): two box-filter passes (Jarosz), 64×64 samples, the DCT's 16×16 lowest
 * frequencies without the constant ones, each against their median. Written from the description; the published pictures
 * cannot be had here, so it was checked by its properties, against a second implementation (tests/images/pdq_by_definition.py)
 * and, for the order of bits and the turned variants, against the published hashes.
 */

const SIDE = 64
const KEPT = 16
const PASSES = 2

/** 64 hexadecimal digits, the highest frequency first, as the reference prints it. */
export type PdqHash = string

export interface Pdq {
  readonly hash: PdqHash
  /** 0–100: how much there is to see. Below 50 (plain areas, gradients) hashes agree by chance. */
  readonly quality: number
}

/** `luma`: brightness 0–255 row by row. */
export function pdqOf(luma: Float32Array, width: number, height: number): Pdq {
  const small = samples(blurred(luma, width, height), width, height)
  return { hash: bitsOf(lowFrequencies(small)), quality: qualityOf(small) }
}

/** Box filters along rows, then columns, twice: together a tent as wide as a sample. */
function blurred(luma: Float32Array, width: number, height: number): Float32Array {
  const window = (length: number) => Math.ceil(length / (SIDE * PASSES))
  let [from, to] = [luma.slice(), new Float32Array(luma.length)]
  for (let pass = 0; pass < PASSES; pass++) {
    for (let y = 0; y < height; y++) box(from, to, { first: y * width, step: 1, length: width, window: window(width) })
    ;[from, to] = [to, from]
    for (let x = 0; x < width; x++) box(from, to, { first: x, step: width, length: height, window: window(height) })
    ;[from, to] = [to, from]
  }
  return from
}

interface Line {
  readonly first: number
  readonly step: number
  readonly length: number
  readonly window: number
}

/** Mean over the window round each place; at the ends over what there is of it. An even window reaches one further ahead. */
function box(from: Float32Array, to: Float32Array, { first, step, length, window }: Line): void {
  const ahead = window >> 1
  const behind = window - 1 - ahead
  let sum = 0
  for (let i = 0; i < Math.min(ahead, length); i++) sum += from[first + i * step] ?? 0
  for (let i = 0; i < length; i++) {
    if (i + ahead < length) sum += from[first + (i + ahead) * step] ?? 0
    if (i - behind > 0) sum -= from[first + (i - behind - 1) * step] ?? 0
    const count = Math.min(i + ahead, length - 1) - Math.max(i - behind, 0) + 1
    to[first + i * step] = sum / count
  }
}

/** The centres of 64×64 fields. */
function samples(from: Float32Array, width: number, height: number): Float32Array {
  const at = (i: number, length: number) => Math.floor(((i + 0.5) * length) / SIDE)
  return Float32Array.from(
    { length: SIDE * SIDE },
    (_, k) => from[at(Math.floor(k / SIDE), height) * width + at(k % SIDE, width)] ?? 0,
  )
}

/** Row k: cosine of frequency k + 1. */
const DCT = Array.from({ length: KEPT }, (_, k) =>
  Float64Array.from(
    { length: SIDE },
    (__, x) => Math.sqrt(2 / SIDE) * Math.cos((Math.PI / 2 / SIDE) * (k + 1) * (2 * x + 1)),
  ),
)

function lowFrequencies(small: Float32Array): Float64Array {
  const half = DCT.map((wave) =>
    Float64Array.from({ length: SIDE }, (_, x) =>
      wave.reduce((sum, weight, y) => sum + weight * (small[y * SIDE + x] ?? 0), 0),
    ),
  )
  const rows = half.map((row) => DCT.map((wave) => wave.reduce((sum, weight, x) => sum + weight * (row[x] ?? 0), 0)))
  return Float64Array.from(rows.flat())
}

/** The lower of the two middle values, so that exactly half of the bits are set. */
const medianOf = (values: Float64Array): number => values.toSorted()[values.length / 2 - 1] ?? 0

function bitsOf(frequencies: Float64Array): PdqHash {
  const median = medianOf(frequencies)
  let hex = ''
  for (let k = frequencies.length - 4; k >= 0; k -= 4) {
    let digit = 0
    for (let bit = 0; bit < 4; bit++) if ((frequencies[k + bit] ?? 0) > median) digit |= 1 << bit
    hex += digit.toString(16)
  }
  return hex
}

/** Steps between neighbours, in whole hundredths of the range so that noise does not count, over 90. */
function qualityOf(small: Float32Array): number {
  let sum = 0
  const step = (a: number, b: number) => Math.trunc(Math.abs((((small[a] ?? 0) - (small[b] ?? 0)) * 100) / 255))
  for (let k = 0; k < SIDE * SIDE; k++) {
    if (k + SIDE < SIDE * SIDE) sum += step(k, k + SIDE)
    if ((k + 1) % SIDE !== 0) sum += step(k, k + 1)
  }
  return Math.min(100, Math.floor(sum / 90))
}
