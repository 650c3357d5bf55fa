import { bare } from './letters.ts'
import { placeTones } from './tones.ts'

/** Text as it is matched, with the way back to the original characters. */
export interface Folded {
  /** Lower case, NFC, evasion undone, Vietnamese marks kept. */
  readonly text: string
  /** The same without marks (đ is d): same length, index for index. */
  readonly plain: string
  /** For each code unit of `text`, where its original characters start in the input (UTF-16). */
  readonly starts: Uint32Array
  /** … and where they end, exclusive. */
  readonly ends: Uint32Array
}

/** A growing list of folded units with their origins; mutable inside this room only. */
export interface Draft {
  units: Uint16Array
  starts: Uint32Array
  ends: Uint32Array
  length: number
}

/** The one draft of this room, written over and over: a listing is folded field by field, and arrays are dear to make. */
const page = sized(4096)
/** A draft that one long text needed is not kept. */
const MOST_KEPT = 1 << 20

function sized(capacity: number): Draft {
  return {
    units: new Uint16Array(capacity),
    starts: new Uint32Array(capacity),
    ends: new Uint32Array(capacity),
    length: 0,
  }
}

/** An empty draft; the one given before is void. */
export function draft(capacity: number): Draft {
  if (capacity > MOST_KEPT) return sized(capacity)
  if (capacity > page.units.length) Object.assign(page, sized(capacity * 2))
  page.length = 0
  return page
}

export function push(to: Draft, unit: number, start: number, end: number): void {
  if (to.length === to.units.length) grow(to)
  to.units[to.length] = unit
  to.starts[to.length] = start
  to.ends[to.length] = end
  to.length++
}

function grow(to: Draft): void {
  const bigger = sized(to.units.length * 2 + 16)
  bigger.units.set(to.units)
  bigger.starts.set(to.starts)
  bigger.ends.set(to.ends)
  Object.assign(to, { units: bigger.units, starts: bigger.starts, ends: bigger.ends })
}

/** Freezes a draft; `plain` is derived here, so the two can never differ in length. */
export function finish(from: Draft): Folded {
  const { units, length } = from
  const text = toText(units, length)
  const marked = bareAll(units, length)
  const plain = marked ? toText(units, length) : text
  return isInPlace(from)
    ? { text, plain, starts: COUNT.subarray(0, length), ends: COUNT.subarray(1, length + 1) }
    : { text, plain, starts: from.starts.slice(0, length), ends: from.ends.slice(0, length) }
}

/** 0, 1, 2 …: the origins of a text whose every unit stands where it stood; nearly all do, and share this. Never written to. */
const COUNT = Uint32Array.from({ length: 16_385 }, (_, at) => at)

function isInPlace({ starts, ends, length }: Draft): boolean {
  if (length >= COUNT.length) return false
  for (let at = 0; at < length; at++) if (starts[at] !== at || ends[at] !== at + 1) return false
  return true
}

/** Takes the marks off; says whether there were any. */
function bareAll(units: Uint16Array, length: number): boolean {
  let marked = false
  for (let i = 0; i < length; i++) {
    const unit = units[i] ?? 0
    const plain = bare(unit)
    if (plain === unit) continue
    units[i] = plain
    marked = true
  }
  return marked
}

/** Shorter than this a Buffer costs more than it saves. */
const FEW = 48

/** Not TextDecoder: it would replace lone surrogates. */
function toText(units: Uint16Array, length: number): string {
  if (length <= FEW) {
    let text = ''
    for (let i = 0; i < length; i++) text += String.fromCharCode(units[i] ?? 0)
    return text
  }
  return Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le')
}

/** The original characters behind `text.slice(from, to)`, decoration inside included; offsets into the input. */
export function quoteOf(
  input: string,
  folded: Folded,
  from: number,
  to: number,
): { start: number; end: number; text: string } {
  const start = folded.starts[from] ?? folded.ends[folded.ends.length - 1] ?? 0
  const end = to > from ? (folded.ends[Math.min(to, folded.ends.length) - 1] ?? start) : start
  return { start, end, text: input.slice(start, end) }
}

/** Replace `text.slice(from, to)` by `by`; every new unit stands for the original characters of the whole stretch. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** Applies edits (ascending, not overlapping); origins follow. */
export function edited(folded: Folded, edits: readonly Edit[]): Folded {
  const out = draft(folded.text.length + 16)
  let at = 0
  const copy = (to: number): void => {
    for (; at < to; at++) push(out, folded.text.charCodeAt(at), folded.starts[at] ?? 0, folded.ends[at] ?? 0)
  }
  for (const { from, to, by } of edits) {
    copy(from)
    const start = folded.starts[from] ?? 0
    const end = folded.ends[Math.max(to - 1, from)] ?? start
    for (let i = 0; i < by.length; i++) push(out, by.charCodeAt(i), start, end)
    at = to
  }
  copy(folded.text.length)
  placeTones(out)
  return finish(out)
}
