// Sixteen bytes of a page at a time. JavaScript looks at one: five searches of a page took a tenth of all reading.

/** Bytes of a page that are looked at in one call; what is found of them has room in PLACES whatever they hold. */
const PIECE = 1 << 16
const WIDE = 16
const PAGE_OF_MEMORY = 1 << 16
const PLACES = 2 * PAGE_OF_MEMORY
const MEMORY_PAGES = (PLACES + 4 * PIECE) / PAGE_OF_MEMORY
/** Makes a capital letter a small one, and some signs other signs: what is found is looked at again. */
const SMALL = 0x20

/**
 * Finds where any of these pairs of characters stands in bytes, whatever the case of letters; in order. Some of the places may
 * hold something else that differs from a pair by the bit of small letters alone.
 */
export function pairSearch(pairs: readonly string[]): (bytes: Uint8Array) => Generator<number> {
  const memory = new WebAssembly.Memory({ initial: MEMORY_PAGES })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleFor(pairs)), { env: { memory } })
  const find = exports['find'] as (from: number, to: number, places: number) => number
  const text = new Uint8Array(memory.buffer, 0, PLACES)
  const places = new Uint32Array(memory.buffer, PLACES)
  return function* (bytes) {
    for (let from = 0; from < bytes.length; from += PIECE) {
      // One byte more, for a pair may begin in one piece and end in the next.
      const piece = bytes.subarray(from, from + PIECE + 1)
      text.set(piece)
      text.fill(0, piece.length, piece.length + WIDE)
      const size = Math.min(PIECE, piece.length)
      const found = (find(0, size, PLACES) - PLACES) / Uint32Array.BYTES_PER_ELEMENT
      // A copy: another search may begin before all of these were looked at.
      for (const at of places.slice(0, found)) if (at < size) yield from + at
    }
  }
}

// WebAssembly by the names of its text format: https://webassembly.github.io/spec/core/binary/
const leb = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...leb(Math.floor(value / 128))]
/** `i32.const` takes its number signed. */
const signed = (value: number): readonly number[] =>
  value < 64 ? [value] : [(value & 127) | 128, ...signed(Math.floor(value / 128))]
const vector = (items: readonly (readonly number[])[]): readonly number[] => [...leb(items.length), ...items.flat()]
const section = (id: number, body: readonly number[]): readonly number[] => [id, ...leb(body.length), ...body]
const name = (text: string): readonly number[] => vector([...Buffer.from(text)].map((byte) => [byte]))

const I32 = 0x7f
const V128 = 0x7b
const NOTHING = 0x40
const END = 0x0b
const get = (local: number) => [0x20, ...leb(local)]
const set = (local: number) => [0x21, ...leb(local)]
const number = (value: number) => [0x41, ...signed(value)]
const loop = (...body: readonly (readonly number[])[]) => [0x03, NOTHING, ...body.flat(), END]
const when = (...body: readonly (readonly number[])[]) => [0x04, NOTHING, ...body.flat(), END]
const AGAIN_IF = [0x0d, 0]
const I32_STORE = [0x36, 2, 0]
const I32_LESS = [0x49]
const I32_LOWEST_BIT = [0x68]
const I32_ADD = [0x6a]
const I32_SUB = [0x6b]
const I32_AND = [0x71]
const load16 = (offset: number) => [0xfd, 0x00, 0, offset]
const SPLAT = [0xfd, 0x0f]
const EQUAL = [0xfd, 0x23]
const AND = [0xfd, 0x4e]
const OR = [0xfd, 0x50]
const ANY = [0xfd, 0x53]
const BITMASK = [0xfd, 0x64]

/** (from, to, places) → behind the last place that was written there. The memory is read up to 16 bytes beyond `to`. */
function moduleFor(pairs: readonly string[]): Uint8Array<ArrayBuffer> {
  const [from, to, places, bits] = [0, 1, 2, 3]
  const small = 4
  const [first, second] = [5, 6]
  const ofPair = (index: number) => [7 + 2 * index, 8 + 2 * index] as const
  const splat = (code: number, local: number) => [...number(code), ...SPLAT, ...set(local)]
  const equals = (_: string, index: number) => {
    const [a, b] = ofPair(index)
    return [...get(first), ...get(a), ...EQUAL, ...get(second), ...get(b), ...EQUAL, ...AND, ...(index > 0 ? OR : [])]
  }
  const code = [
    splat(SMALL, small),
    ...pairs.flatMap((pair, index) => ofPair(index).map((local, nth) => splat(pair.charCodeAt(nth) | SMALL, local))),
    loop(
      [...get(from), ...load16(0), ...get(small), ...OR, ...set(first)],
      [...get(from), ...load16(1), ...get(small), ...OR, ...set(second)],
      ...pairs.map(equals),
      [...set(first), ...get(first), ...ANY],
      when(
        [...get(first), ...BITMASK, ...set(bits)],
        loop(
          [...get(places), ...get(from), ...get(bits), ...I32_LOWEST_BIT, ...I32_ADD, ...I32_STORE],
          [...get(places), ...number(4), ...I32_ADD, ...set(places)],
          [...get(bits), ...get(bits), ...number(1), ...I32_SUB, ...I32_AND, ...set(bits)],
          [...get(bits), ...AGAIN_IF],
        ),
      ),
      [...get(from), ...number(WIDE), ...I32_ADD, ...set(from)],
      [...get(from), ...get(to), ...I32_LESS, ...AGAIN_IF],
    ),
    [...get(places), END],
  ].flat()
  const locals = vector([
    [1, I32],
    [...leb(3 + 2 * pairs.length), V128],
  ])
  const body = [...locals, ...code]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([[0x60, ...vector([[I32], [I32], [I32]]), ...vector([[I32]])]])),
    ...section(2, vector([[...name('env'), ...name('memory'), 0x02, 0x00, ...leb(MEMORY_PAGES)]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...name('find'), 0x00, 0]])),
    ...section(10, vector([[...leb(body.length), ...body]])),
  ])
}
