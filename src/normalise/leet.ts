import { workedOut } from '../worked-out.ts'
import type { Edit, Folded } from './folded.ts'
import { isLatin } from './letters.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Digits and signs written for letters. `1`, `!` and `|` are read as i or, in a second reading, as l. */
const READS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
  '£': 'l',
  '¥': 'y',
  '©': 'c',
  '®': 'r',
  '+': 't',
}
const TOKEN = /[\p{L}\d@$!|€£¥©®+'`~^]+/gu
/** Quantities, prices, sizes and model codes: digits with a unit, a short prefix with its number, two numbers. */
const CODE =
  /^(?:\d+(?:k|tr|m|ml|l|g|kg|mg|cm|mm|m2|m3|gb|tb|mah|w|kw|v|hz|inch|in|hp|x|xl|cc|h|p|s|d|đ|vnd|củ|xị|lít|ty|tỷ|triệu|nghìn|ngàn|years?|pcs|set|size|cái|viên|chai|hộp|gói|người|ngày|tháng|năm|th)\d*|\p{L}{1,3}\d{1,5}\p{L}{0,2}|\p{L}+\d{2,}|\d{2,}\p{L}+)$/u
/** `@shop` and the name of an e-mail address. */
const HANDLE = /^@[\p{L}\d]{2,}$|^.{3,}@.{4,}$/u

/**
 * Edits that read leet: in tokens that are words looked for once read, in tokens with two letters and more, and, where
 * such a token stands, in shorter ones too.
 */
export function leetEdits(folded: Folded, one: 'i' | 'l', vocabulary: Vocabulary): readonly Edit[] {
  const tokens = signedTokens(folded)
  if (tokens.length === 0) return []
  const words = tokens.map(({ token }) => wordOf(token, one, vocabulary))
  const sure = tokens.map(({ token }, i) => vocabulary.foreign.has(words[i] ?? '') || isLeet(token, false))
  const brief = tokens.filter(({ token }, i) => words[i] !== null && isShort(token))
  const among =
    sure.filter(Boolean).length + (brief.length > 1 && brief.some(({ token }) => /\p{L}\d+\p{L}/u.test(token)) ? 1 : 0)
  return tokens.flatMap(({ from, token }, i) => {
    const word = words[i] ?? null
    if (word !== null && (sure[i] || (among > 0 && isShort(token))))
      return [{ from, to: from + token.length, by: word }]
    return sure[i] || (among >= 3 && isLeet(token, true)) ? editsIn(from, token, one) : []
  })
}

interface Signed {
  readonly from: number
  readonly token: string
}

/** Tokens with a sign in them, where any sign touches a letter; found once for both readings. */
const signedTokens = workedOut((folded: Folded): readonly Signed[] => {
  const tokens: Signed[] = []
  if (TOUCHING.test(folded.text)) {
    for (const { index, 0: token } of folded.text.matchAll(TOKEN)) {
      if (token.length > 1 && token.length <= LONGEST && SIGNS.test(token)) tokens.push({ from: index, token })
    }
  }
  return tokens
})

/** `t1`, `nh41`, `d13m`: beside other leet, a few letters and digits that make a word looked for. */
const isShort = (token: string): boolean => /^\p{L}+[013457]{1,2}\p{L}*$/u.test(token)

/** The word looked for that a token says; `1`, `!` and `|` are i or l, whichever makes one. */
function wordOf(token: string, one: 'i' | 'l', { words, plain }: Vocabulary): string | null {
  if (!/\p{L}/u.test(token)) return null
  for (const as of one === 'i' ? (['i', 'l'] as const) : (['l', 'i'] as const)) {
    const read = [...token].map((char) => letterOf(char, as)).join('')
    if (read !== token && read.length > 1 && (words.has(read) || plain.has(read))) return read
  }
  return null
}

/** The letter a sign is written for; other characters are themselves. */
export const letterOf = (char: string, one: 'i' | 'l'): string =>
  /['`~^]/.test(char) ? '' : char === '1' || char === '!' || char === '|' ? one : (READS[char] ?? char)

const LONGEST = 40
/** A sign beside a letter: without one there is nothing to read. Signs are looked for first, there are fewer of them. */
const TOUCHING = /[0134578@$!|€£¥©®+](?:(?<=\p{L}.)|(?=\p{L}))/u
const SIGNS = /[0134578@$!|€£¥©®+]/

/** `h4ng`, `r3p`, `kh0ng`: one sign inside letters is no code, however short. */
const INSIDE = /^\p{L}+[013457@$!]\p{L}+$/u
/** `t1`, `gi4`, `g14`: only among other leet. */
const BRIEF = /^\p{L}{1,3}[01345]{1,2}$/u

/** Digits that stand for no letter, and measures run into a word: codes, not leet. */
const MEASURED = /[269]|\d(?:cm|mm|ml|kg|gb|x\d)/u

function isLeet(token: string, amongLeet: boolean): boolean {
  const core = token.replace(/[!'`~^]+$/, '').replace(/^['`~^|!]+/, '')
  const letters = [...core].filter((c) => isLatin(c.charCodeAt(0))).length
  const signs = [...core].filter((c) => c in READS && c !== '+').length
  if (letters === 0 || signs === 0 || HANDLE.test(core) || MEASURED.test(core)) return false
  if (amongLeet && BRIEF.test(core)) return true
  return letters >= 2 && signs <= letters + 1 && (INSIDE.test(core) || !CODE.test(core))
}

function editsIn(from: number, token: string, one: 'i' | 'l'): Edit[] {
  const edits: Edit[] = []
  const end = token.replace(/[!'`~^]+$/, '').length
  for (let i = 0; i < end; i++) {
    const char = token.charAt(i)
    const by = letterOf(char, one)
    if (by !== char) edits.push({ from: from + i, to: from + i + 1, by })
  }
  return edits
}
