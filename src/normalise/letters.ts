/** Vietnamese letters as code units: what a mark makes of a letter, and what is left without marks. */

const VOWELS = 'aăâeêioôơuưy'
/** No tone, grave, acute, hook, tilde, dot below. */
const TONE_MARKS = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const BREVE = 0x306
const CIRCUMFLEX = 0x302
const HORN = 0x31b
const LIMIT = 0x1f00

/** 1 + vowel × 6 + tone for a Vietnamese vowel, 0 for anything else. */
const vowelCode = new Uint8Array(LIMIT)
const vowelUnit = new Uint16Array(VOWELS.length * TONE_MARKS.length + 1)
const bareUnit = new Uint16Array(LIMIT)

for (let v = 0; v < VOWELS.length; v++) {
  TONE_MARKS.forEach((mark, t) => {
    const unit = (VOWELS.charAt(v) + mark).normalize('NFC').charCodeAt(0)
    vowelCode[unit] = 1 + v * TONE_MARKS.length + t
    vowelUnit[1 + v * TONE_MARKS.length + t] = unit
    bareUnit[unit] = VOWELS.charAt(v).normalize('NFD').charCodeAt(0)
  })
}
bareUnit[0x111] = 0x64

const shaped: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  [BREVE]: { a: 'ă' },
  [CIRCUMFLEX]: { a: 'â', e: 'ê', o: 'ô' },
  [HORN]: { o: 'ơ', u: 'ư' },
}

/** 1–5 for a tone mark, otherwise -1 or 0. */
export const toneOf = (mark: number): number => TONE_MARKS.indexOf(String.fromCharCode(mark))

/** The eight combining marks of Vietnamese; all others are decoration. */
export const isVietnameseMark = (unit: number): boolean =>
  unit === BREVE || unit === CIRCUMFLEX || unit === HORN || (unit >= 0x300 && unit <= 0x323 && toneOf(unit) > 0)

/** The letter with the mark added, in whatever order marks come; 0 when Vietnamese has no such letter. */
export function attach(unit: number, mark: number): number {
  const code = unit < LIMIT ? (vowelCode[unit] ?? 0) : 0
  if (code === 0) return 0
  const vowel = Math.floor((code - 1) / TONE_MARKS.length)
  const tone = (code - 1) % TONE_MARKS.length
  const added = toneOf(mark)
  if (added > 0) return tone > 0 ? 0 : (vowelUnit[code + added] ?? 0)
  const to = shaped[mark]?.[VOWELS.charAt(vowel)]
  return to === undefined ? 0 : (vowelUnit[1 + VOWELS.indexOf(to) * TONE_MARKS.length + tone] ?? 0)
}

/** The letter without any mark: ắ → a, đ → d; other units are themselves. */
export const bare = (unit: number): number => (unit < LIMIT && bareUnit[unit]) || unit

/** Tone 0–5 of a Vietnamese vowel; -1 when the unit is none. */
export const toneOfUnit = (unit: number): number => {
  const code = unit < LIMIT ? (vowelCode[unit] ?? 0) : 0
  return code === 0 ? -1 : (code - 1) % TONE_MARKS.length
}

/** The vowel with the tone replaced; the unit itself when it is no Vietnamese vowel. */
export const withTone = (unit: number, tone: number): number => {
  const code = unit < LIMIT ? (vowelCode[unit] ?? 0) : 0
  return code === 0 ? unit : (vowelUnit[code - ((code - 1) % TONE_MARKS.length) + tone] ?? unit)
}

const smallUnit = new Uint16Array(LIMIT)
for (let unit = 0; unit < LIMIT; unit++) {
  const small = String.fromCharCode(unit).toLowerCase()
  smallUnit[unit] = small.length === 1 && (unit < 0x80 || bareUnit[small.charCodeAt(0)]) ? small.charCodeAt(0) : 0
}

/** An ASCII character or a Vietnamese letter in lower case; 0 for anything else. */
export const smallOf = (unit: number): number => (unit < LIMIT ? (smallUnit[unit] ?? 0) : 0)

/** A Latin letter as folding leaves them: a–z or a Vietnamese letter. */
export const isLatin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit > 0x7f && unit < LIMIT && bareUnit[unit] !== 0)

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
