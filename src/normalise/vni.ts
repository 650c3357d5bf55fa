import { attach } from './letters.ts'
import { isSyllable } from './syllables.ts'
import { toned } from './telex.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Keys of the VNI input method, left as typed: https://en.wikipedia.org/wiki/VNI */
const TONES: Readonly<Record<string, number>> = { 1: 0x301, 2: 0x300, 3: 0x309, 4: 0x303, 5: 0x323 }
const SHAPES: readonly (readonly [string, RegExp, number])[] = [
  ['6', /[aeo](?=[^aeo]*$)/, 0x302],
  ['7', /[uo](?=[^uo]*$)/, 0x31b],
  ['8', /a(?=[^a]*$)/, 0x306],
]
const CANDIDATE = /^(?=.{3,10}$)[a-z]+\d[a-z\d]*$/

/** Letters with digits among them, as VNI leaves them. */
export const isVni = (token: string): boolean => CANDIDATE.test(token)

/** The words behind VNI keys, by token; only where two tokens and most that mix letters and digits read so, and one of them is looked for. */
export function unvniAll(tokens: readonly string[], { words }: Vocabulary): readonly (string | null)[] {
  const read = tokens.map((token) => (isVni(token) ? unvni(token) : null))
  const bases = new Set(tokens.filter((_, i) => read[i] !== null).map((token) => token.replace(/\d/g, '')))
  const typed = tokens.filter((token) => /[a-z]\d/.test(token)).length
  return bases.size > 1 && bases.size * 2 > typed && read.some((word) => word !== null && words.has(word))
    ? read
    : read.map(() => null)
}

/** hang2 → hàng, d9o6ng2 → đồng; null when it is not VNI. */
function unvni(token: string): string | null {
  const digits = token.replace(/[a-z]/g, '')
  if (!CANDIDATE.test(token) || digits.length > 3 || /0/.test(digits) || new Set(digits).size < digits.length)
    return null
  const tones = [...digits].filter((digit) => digit in TONES)
  if (tones.length > 1) return null
  let word = token.replace(/\d/g, '')
  if (word.length < 2) return null
  if (digits.includes('9')) {
    if (!word.startsWith('d')) return null
    word = `đ${word.slice(1)}`
  }
  for (const [key, place, mark] of SHAPES) {
    if (!digits.includes(key)) continue
    const shaped = word.replace(key === '7' ? /uo/ : place, (found) => shape(found, mark))
    const again = shaped === word ? word.replace(place, (found) => shape(found, mark)) : shaped
    if (again === word) return null
    word = again
  }
  const tone = tones[0]
  const spelt = tone === undefined ? word : toned(word, TONES[tone] ?? 0)
  return spelt !== null && isSyllable(spelt) ? spelt : null
}

const shape = (letters: string, mark: number): string =>
  [...letters].map((letter) => String.fromCharCode(attach(letter.charCodeAt(0), mark) || letter.charCodeAt(0))).join('')
