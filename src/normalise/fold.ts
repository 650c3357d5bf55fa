import { type Draft, draft, type Folded, finish, push } from './folded.ts'
import { joinRegional, latinise } from './homoglyphs.ts'
import { attach, isVietnameseMark, toneOf } from './letters.ts'
import { isForeign } from './lookalikes.ts'
import { placeTones, toneBefore } from './tones.ts'
import { foldPoint } from './unit-table.ts'

export { type Folded, quoteOf } from './folded.ts'

/** Codes of the fast table; real folded units are 32 and up. */
const UNKNOWN = 0
const DROP = 1
const SLOW = 2
const SPACE = 32
/** Input unit → folded unit or code, filled as units are met. */
const fast = new Uint16Array(65536)

const isMark = (u: number): boolean =>
  (u >= 0x300 && u <= 0x36f) ||
  (u >= 0x483 && u <= 0x489) ||
  (u >= 0x1ab0 && u <= 0x1aff) ||
  (u >= 0x1dc0 && u <= 0x1dff) ||
  (u >= 0x20d0 && u <= 0x20ff) ||
  (u >= 0xfe20 && u <= 0xfe2f)

const isSurrogate = (u: number): boolean => u >= 0xd800 && u <= 0xdfff

function learn(unit: number): number {
  let code = SLOW
  if (!isMark(unit) && !isSurrogate(unit)) {
    const folded = foldPoint(String.fromCharCode(unit))
    if (folded === '') code = DROP
    else if (folded.length === 1 && folded !== ' ') code = folded.charCodeAt(0)
  }
  fast[unit] = code
  return code
}

/** What later passes are needed. */
interface Seen {
  foreign: boolean
  regional: boolean
}

/**
 * Undoes what hides words from a reader of code units: case, composition, invisible characters, decoration, styled and
 * borrowed letters. Linear in the input; offsets lead back to it.
 */
export function fold(input: string): Folded {
  const out = draft(input.length + 8)
  const seen: Seen = { foreign: false, regional: false }
  for (let i = 0; i < input.length; i++) {
    const unit = input.charCodeAt(i)
    const code = fast[unit] || learn(unit)
    if (code === DROP || code === UNKNOWN) continue
    if (code === SLOW) i = foldSlowly(input, i, out, seen)
    else {
      if (isForeign(code)) seen.foreign = true
      push(out, code, i, i + 1)
    }
  }
  if (seen.regional) joinRegional(out)
  if (seen.foreign) latinise(out, input)
  placeTones(out)
  return finish(out)
}

/** White space, marks, astral characters and characters that become several; returns the last index consumed. */
function foldSlowly(input: string, at: number, out: Draft, seen: Seen): number {
  const point = input.codePointAt(at) ?? 0
  const last = point > 0xffff ? at + 1 : at
  if (isMark(point)) {
    addMark(out, point, at)
    return at
  }
  if (isSurrogate(point)) push(out, point, at, at + 1)
  else {
    if (point >= 0x1f1e6 && point <= 0x1f1ff) seen.regional = true
    const folded = astral(point)
    for (let k = 0; k < folded.length; k++) emit(out, folded.charCodeAt(k), at, last + 1, seen)
  }
  return last
}

function emit(out: Draft, unit: number, start: number, end: number, seen: Seen): void {
  if (isForeign(unit)) seen.foreign = true
  if (isMark(unit)) addMark(out, unit, end - 1)
  else if (unit === SPACE && out.units[out.length - 1] === SPACE && out.length > 0) out.ends[out.length - 1] = end
  else push(out, unit, start, end)
}

/** Last letters of syllables: c g h m n p t. */
const FINALS = new Set([0x63, 0x67, 0x68, 0x6d, 0x6e, 0x70, 0x74])

/** Puts a mark on the letter before it; what Vietnamese does not know is dropped but stays inside the quote. */
function addMark(out: Draft, mark: number, at: number): void {
  const last = out.length - 1
  if (last < 0) return
  const previous = out.units[last] ?? 0
  if (isVietnameseMark(mark) && (isForeign(previous) || isMark(previous))) {
    push(out, mark, at, at + 1)
    return
  }
  const joined = isVietnameseMark(mark) ? attach(previous, mark) : 0
  if (joined !== 0) out.units[last] = joined
  else if (FINALS.has(previous) && toneOf(mark) > 0) toneBefore(out, toneOf(mark))
  out.ends[last] = at + 1
}

const slow = new Map<number, string>()
function astral(point: number): string {
  const known = slow.get(point)
  if (known !== undefined) return known
  const folded = foldPoint(String.fromCodePoint(point))
  slow.set(point, folded)
  return folded
}
