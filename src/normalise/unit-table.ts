import { isVietnameseMark } from './letters.ts'
import { lookalikes, symbols } from './lookalikes.ts'
import { simplified } from './simplified.ts'

/** What one character becomes: a string (possibly several units), '' when it is dropped. Marks are handled by the caller. */
export function foldPoint(char: string): string {
  let folded = char
  for (let round = 0; round < 5; round++) {
    const next = [...folded].map(once).join('')
    if (next === folded) break
    folded = next
  }
  return folded
}

const BLANK = /(?!\ufeff)[\s\u115f\u1160\u2800\u3164\uffa0\u0085]/
/** Controls, soft hyphen, zero-width and bidi marks, fillers, variation selectors, tags. */
const INVISIBLE =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}\u{1d173}-\u{1d17a}]/u
const FOREIGN = /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u
/** NFKC would break these up or change what they mean. */
const KEPT = /[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff™℠ºª°…\u00a8\u00af\u00b8\u02d8-\u02dd]/

/** Longer expansions (ligatures of whole phrases) would let a small page grow into a big one. */
const LONGEST = 6

function once(char: string): string {
  if (BLANK.test(char)) return ' '
  if (INVISIBLE.test(char)) return ''
  const own = symbols.get(char) ?? lookalikes.get(char) ?? simplified.get(char) ?? enclosed(char.codePointAt(0) ?? 0)
  if (own !== null) return own
  if (KEPT.test(char)) return char
  const compatible = char.normalize('NFKC')
  if (compatible.length > LONGEST || /^ \p{M}/u.test(compatible)) return char
  return undecorated(compatible.toLowerCase())
}

/** Letters keep Vietnamese marks only; other scripts than Latin, Greek, Cyrillic and Armenian are left whole. */
function undecorated(text: string): string {
  let out = ''
  for (const char of text) {
    const [base = '', ...marks] = char.normalize('NFD')
    if (marks.length === 0) out += char
    else if (FOREIGN.test(base)) out += base + marks.filter((m) => isVietnameseMark(m.charCodeAt(0))).join('')
    else if (/[a-z]/.test(base)) out += vietnamese(base, marks)
    else out += isPlainSymbol(base) ? base : char
  }
  return out
}

const isPlainSymbol = (base: string): boolean => base.charCodeAt(0) < 0x80

/** A tone on a final consonant (not ñ) belongs to the vowel before it. */
const FINAL = /[cghmnpt]/
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/

function vietnamese(base: string, marks: readonly string[]): string {
  let letter = base
  for (const mark of marks) {
    const more = (letter + mark).normalize('NFC')
    if (more.length === 1 && /[ăâêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/.test(more))
      letter = more
    else if (FINAL.test(base) && TONE.test(mark) && base + mark !== 'n\u0303') return base + mark
  }
  return letter
}

/** Negative circled and squared letters and digits, which NFKC does not undo; null for anything else. */
function enclosed(point: number): string | null {
  if (point >= 0x1f150 && point <= 0x1f169) return String.fromCharCode(0x61 + point - 0x1f150)
  if (point >= 0x1f170 && point <= 0x1f189) return String.fromCharCode(0x61 + point - 0x1f170)
  if (point >= 0x2776 && point <= 0x277f) return String(point - 0x2776 + 1)
  if (point >= 0x2780 && point <= 0x2789) return String(point - 0x2780 + 1)
  if (point >= 0x278a && point <= 0x2793) return String(point - 0x278a + 1)
  if (point >= 0x24eb && point <= 0x24f4) return String(point - 0x24eb + 11)
  if (point >= 0x24f5 && point <= 0x24fe) return String(point - 0x24f5 + 1)
  if (point === 0x24ff || point === 0x1f10c) return '0'
  return point === 0x1f51f ? '10' : null
}
