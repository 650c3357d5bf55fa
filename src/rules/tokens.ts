import type { Folded } from '../normalise/fold.ts'

/**
 * The words of one folded text. A token is a run of letters, a run of digits, one CJK character or a per cent sign;
 * `rep11` is `rep` + `11`, glued. Offsets are into the folded text.
 */
export interface Tokens {
  readonly folded: Folded
  /** The text that was folded. */
  readonly input: string
  /** A reading of text written without marks, some words of which may have got theirs back. */
  readonly restored: boolean
  readonly count: number
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Folded, with Vietnamese marks. */
  readonly marked: readonly string[]
  /** Without marks. */
  readonly plain: readonly string[]
  /** No character stands between this token and the one before. */
  readonly glued: readonly boolean[]
  /** What stands before the token: 0 space or hyphen, 1 comma, colon or bracket, 2 end of a clause. */
  readonly gap: readonly (0 | 1 | 2)[]
  /** Share of letter tokens (two letters or more) that carry Vietnamese marks. */
  readonly accented: number
  readonly unaccentedText: boolean
}

const LETTER = 1
const DIGIT = 2
const CJK = 3
const classes = new Map<number, number>()

/** Character class by code point; answered from a cache because a listing repeats few letters often. */
function classOf(code: number): number {
  if (code >= 97 && code <= 122) return LETTER
  if (code >= 48 && code <= 57) return DIGIT
  if (code === 37) return CJK
  if (code < 128) return 0
  let known = classes.get(code)
  if (known === undefined) {
    const char = String.fromCodePoint(code)
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char)) known = CJK
    else if (/[\p{L}\p{M}]/u.test(char)) known = LETTER
    else known = /\p{Nd}/u.test(char) ? DIGIT : 0
    if (classes.size < 20_000) classes.set(code, known)
  }
  return known
}

const HARD = new Set(['!', '?', ';', '\n', '\r', '|', '。', '！', '？', '；', '•', '✅', '✔', '…'])
const SOFT = new Set([',', ':', '(', ')', '[', ']', '"', '“', '”', '–', '—', '、', '，', '：', '·'])

/** How strongly the characters between two tokens part them. A comma or colon inside a number or word (`1:1`, `1,5`) does not. */
function gapOf(text: string, from: number, to: number): 0 | 1 | 2 {
  if (to === from || (to - from === 1 && text.charCodeAt(from) === 32)) return 0
  let gap: 0 | 1 | 2 = 0
  for (let at = from; at < to; at++) {
    const char = text[at] ?? ''
    if (HARD.has(char)) return 2
    if (char === '.' && at + 1 < to && /[\s.]/.test(text[at + 1] ?? '')) return 2
    if (SOFT.has(char)) gap = 1
  }
  return gap === 1 && to - from === 1 && (text[from] === ':' || text[from] === ',') ? 0 : gap
}

/**
 * `input` is the text that was folded: folding makes one space of every white space, and a new line ends a clause.
 * `written`: for a reading, the tokens of the text as written, which tell whether it is written without marks.
 */
export function tokenise(folded: Folded, input: string, written: Tokens | null = null): Tokens {
  const { text, plain } = folded
  const starts: number[] = []
  const ends: number[] = []
  const markedWords: string[] = []
  const plainWords: string[] = []
  const glued: boolean[] = []
  const gap: (0 | 1 | 2)[] = []
  let letters = 0
  let withMarks = 0
  let ideograph = false
  let at = 0
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0
    const kind = classOf(code)
    const width = code > 0xffff ? 2 : 1
    if (kind === 0) {
      at += width
      continue
    }
    const from = at
    at += width
    while (kind !== CJK && at < text.length && classOf(text.codePointAt(at) ?? 0) === kind) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    }
    const before = ends.at(-1)
    const word = text.slice(from, at)
    const bare = plain.slice(from, at)
    if (kind === LETTER && word.length > 1) {
      letters++
      if (word !== bare) withMarks++
    }
    starts.push(from)
    ends.push(at)
    markedWords.push(word)
    plainWords.push(bare)
    // Between a Chinese character and a letter no space is written: `顶级A货`.
    glued.push(before === from && !ideograph && (kind !== CJK || code === 37))
    ideograph = kind === CJK && code !== 37
    gap.push(before === undefined ? 2 : gapOf(input, folded.ends[before - 1] ?? 0, folded.starts[from] ?? 0))
  }
  const accented = letters === 0 ? 0 : withMarks / letters
  const unaccentedText = written?.unaccentedText ?? (letters >= 2 && accented < 0.12)
  return {
    folded,
    input,
    restored: written !== null && unaccentedText,
    count: starts.length,
    starts,
    ends,
    marked: markedWords,
    plain: plainWords,
    glued,
    gap,
    accented,
    unaccentedText,
  }
}
