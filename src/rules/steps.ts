/** Where a word leads from a place: numbers only, in one table, so that a step costs no string and no object. */
export interface Steps {
  /** The place that the word leads to; -1 when it leads nowhere. */
  get(place: number, word: number): number
  set(place: number, word: number, to: number): void
  /** The whole table, to be kept. */
  table(): Int32Array
}

const EMPTY = -1
/** Open addressing with one triple a slot; at most half full. `kept`: a table made before, to be asked only. */
export function stepTable(kept: Int32Array | null = null): Steps {
  let table = kept ?? new Int32Array((1 << 12) * 3).fill(EMPTY)
  let slots = table.length / 3
  let count = 0
  const slotOf = (place: number, word: number): number => {
    let slot = (Math.imul(place, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (slots - 1)
    for (;;) {
      const there = table[slot * 3]
      if (there === EMPTY || (there === place && table[slot * 3 + 1] === word)) return slot * 3
      slot = (slot + 1) & (slots - 1)
    }
  }
  const put = (place: number, word: number, to: number): void => {
    const at = slotOf(place, word)
    if (table[at] === EMPTY) count++
    table[at] = place
    table[at + 1] = word
    table[at + 2] = to
  }
  const grow = (): void => {
    const before = table
    slots *= 2
    table = new Int32Array(slots * 3).fill(EMPTY)
    count = 0
    for (let at = 0; at < before.length; at += 3) {
      if (before[at] !== EMPTY) put(before[at] ?? 0, before[at + 1] ?? 0, before[at + 2] ?? 0)
    }
  }
  return {
    get: (place, word) => table[slotOf(place, word) + 2] ?? EMPTY,
    set(place, word, to) {
      if (count * 2 >= slots) grow()
      put(place, word, to)
    },
    table: () => table,
  }
}
