import type { Edit } from './folded.ts'
import { isLatin } from './letters.ts'

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
}
const TOKEN = /[\p{L}\d@$!|€£¥©®'`~^]+/gu
/** Quantities, prices, sizes and model codes: digits with a unit, a short prefix with its number, two numbers. */
const CODE =
  /^(?:\d+(?:k|tr|m|ml|l|g|kg|mg|cm|mm|m2|m3|gb|tb|mah|w|kw|v|hz|inch|in|hp|x|xl|cc|h|p|s|d|đ|vnd|củ|xị|lít|ty|tỷ|triệu|nghìn|ngàn|years?|pcs|set|size|cái|viên|chai|hộp|gói|người|ngày|tháng|năm|th)\d*|\p{L}{1,3}\d{1,5}\p{L}{0,2}|\p{L}+\d{2,}|\d{2,}\p{L}+)$/u
/** `@shop` and the name of an e-mail address. */
const HANDLE = /^@[\p{L}\d]{2,}$|^.{3,}@.{4,}$/u

/** Edits that read leet in tokens with two letters and more; once three such tokens stand there, in shorter ones too. */
export function leetEdits(text: string, one: 'i' | 'l'): readonly Edit[] {
  if (!TOUCHING.test(text) || (one === 'l' && !/[1!|]/.test(text))) return []
  const tokens: { from: number; token: string }[] = []
  for (const { index, 0: token } of text.matchAll(TOKEN)) {
    if (token.length > 1 && token.length <= LONGEST && SIGNS.test(token)) tokens.push({ from: index, token })
  }
  const sure = tokens.filter(({ token }) => isLeet(token, false))
  const taken = sure.length >= 3 ? tokens.filter(({ token }) => isLeet(token, true)) : sure
  return taken.flatMap((t) => editsIn(t.from, t.token, one))
}

const LONGEST = 40
/** A sign beside a letter: without one there is nothing to read. */
const TOUCHING = /\p{L}[0134578@$!|€£¥©®]|[0134578@$!|€£¥©®]\p{L}/u
const SIGNS = /[0134578@$!|€£¥©®]/

/** `h4ng`, `r3p`, `kh0ng`: one sign inside letters is no code, however short. */
const INSIDE = /^\p{L}+[013457@$!]\p{L}+$/u
/** `t1`, `gi4`, `g14`: only among other leet. */
const BRIEF = /^\p{L}{1,3}[01345]{1,2}$/u

/** Digits that stand for no letter, and measures run into a word: codes, not leet. */
const MEASURED = /[269]|\d(?:cm|mm|ml|kg|gb|x\d)/u

function isLeet(token: string, amongLeet: boolean): boolean {
  const core = token.replace(/[!'`~^]+$/, '').replace(/^['`~^|!]+/, '')
  const letters = [...core].filter((c) => isLatin(c.charCodeAt(0))).length
  const signs = [...core].filter((c) => c in READS).length
  if (letters === 0 || signs === 0 || HANDLE.test(core) || MEASURED.test(core)) return false
  if (amongLeet && BRIEF.test(core)) return true
  return letters >= 2 && signs <= letters + 1 && (INSIDE.test(core) || !CODE.test(core))
}

function editsIn(from: number, token: string, one: 'i' | 'l'): Edit[] {
  const edits: Edit[] = []
  const end = token.replace(/[!'`~^]+$/, '').length
  for (let i = 0; i < end; i++) {
    const char = token.charAt(i)
    const by = /['`~^]/.test(char) ? '' : char === '1' || char === '!' || char === '|' ? one : READS[char]
    if (by !== undefined) edits.push({ from: from + i, to: from + i + 1, by })
  }
  return edits
}
