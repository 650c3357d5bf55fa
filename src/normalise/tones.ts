import type { Draft } from './folded.ts'
import { isLatin, toneOfUnit, withTone } from './letters.ts'
import { isSyllable } from './syllables.ts'

const [A, G, I, Q, U] = [0x61, 0x67, 0x69, 0x71, 0x75]
/** The longest syllable, `nghiêng`. */
const LONGEST = 7
/** ăâêôơư in any tone. */
const shaped = new Set(
  [...'ăâêôơư'].flatMap((letter) => [0, 1, 2, 3, 4, 5].map((tone) => withTone(letter.charCodeAt(0), tone))),
)

/**
 * One place for the tone of a syllable, whatever place the seller's keyboard gave it: hoá is hóa, thuỷ is thủy, nhaí is
 * nhái, gỉa is giả. Words that are no Vietnamese syllable are left as they are.
 */
export function placeTones(text: Draft): void {
  for (let at = 0; at < text.length; at++) {
    if (!isLatin(text.units[at] ?? 0)) continue
    const from = at
    while (at < text.length && isLatin(text.units[at] ?? 0)) at++
    if (at - from > 1 && at - from <= LONGEST) settle(text.units, from, at)
  }
}

/** A word put together from parts, with its tone where we write it. */
export function retoned(word: string): string {
  if (word.length < 2 || word.length > LONGEST) return word
  const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
  settle(units, 0, units.length)
  return String.fromCharCode(...units)
}

function settle(units: Uint16Array, from: number, to: number): void {
  const toned = onlyTone(units, from, to)
  if (toned < 0) return
  let [first, last] = [-1, -1]
  for (let i = from; i < to; i++) {
    const tone = toneOfUnit(units[i] ?? 0)
    if (tone < 0 || isGlide(units, from, i, to)) continue
    if (first < 0) first = i
    if (last >= 0 && i > last + 1) return
    last = i
  }
  if (first < 0) return
  const target = placeIn(units, first, last, to)
  if (target !== toned) move(units, from, to, toned, target)
}

/** Where the one letter with a tone stands; -1 when there is none, or more than one. */
function onlyTone(units: Uint16Array, from: number, to: number): number {
  let found = -1
  for (let i = from; i < to; i++) {
    const unit = units[i] ?? 0
    if (unit < 0x80 || toneOfUnit(unit) <= 0) continue
    if (found >= 0) return -1
    found = i
  }
  return found
}

/** The u of qu, and the i of gi before another vowel, belong to the consonant. */
function isGlide(units: Uint16Array, from: number, at: number, to: number): boolean {
  if (at !== from + 1 || at + 1 >= to || toneOfUnit(units[at + 1] ?? 0) < 0) return false
  const plain = withTone(units[at] ?? 0, 0)
  return (units[from] === Q && plain === U) || (units[from] === G && plain === I)
}

/** On the shaped vowel, else on the middle one of three, else before a final consonant, else on the first of two. */
function placeIn(units: Uint16Array, first: number, last: number, to: number): number {
  for (let i = last; i >= first; i--) if (shaped.has(units[i] ?? 0)) return i
  if (last - first === 2) return first + 1
  return last < to - 1 ? last : first
}

function move(units: Uint16Array, from: number, to: number, toned: number, target: number): void {
  const tone = toneOfUnit(units[toned] ?? 0)
  const bare = withTone(units[toned] ?? A, 0)
  const moved = withTone(units[target] ?? A, tone)
  const word = units.slice(from, to)
  word[toned - from] = bare
  word[target - from] = moved
  if (!isSyllable(String.fromCharCode(...word))) return
  units[toned] = bare
  units[target] = moved
}

/**
 * A tone typed after the final consonant (`thuôć`) put on the vowel before it, where that makes a syllable.
 * Returns false when it does not.
 */
export function toneBefore(text: Draft, tone: number): boolean {
  let vowel = text.length - 2
  while (vowel >= 0 && text.length - vowel <= 3 && toneOfUnit(text.units[vowel] ?? 0) < 0) vowel--
  if (vowel < 0 || toneOfUnit(text.units[vowel] ?? 0) !== 0) return false
  let from = vowel
  while (from > 0 && text.length - from < LONGEST && isLatin(text.units[from - 1] ?? 0)) from--
  const word = text.units.slice(from, text.length)
  word[vowel - from] = withTone(text.units[vowel] ?? 0, tone)
  if (!isSyllable(String.fromCharCode(...word))) return false
  text.units[vowel] = withTone(text.units[vowel] ?? 0, tone)
  return true
}
