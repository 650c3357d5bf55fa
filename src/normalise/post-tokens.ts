import type { Folded } from './folded.ts'

/** A number by itself; one with a unit of money. What it says is of no account. */
const NUMBER = '#'
const MONEY = '#p'
const PIECE = /\p{L}+|\d[\d.,]*(?:\s?(?:trieu|nghin|ngan|tr|cu|vnd|k|d)(?!\p{L}))?\d*|[^\s\p{L}\d]/gu
const TAKEN = /[\p{L}\d?!|]/u

/** Words without marks, numbers as `#` or `#p`, and `?`, `!` and `|` (the end of a line), in order. */
export const plainTokens = ({ plain }: Folded): readonly string[] =>
  (plain.match(PIECE) ?? []).flatMap((piece) => {
    if (!TAKEN.test(piece)) return []
    if (!/^\d/.test(piece)) return [piece]
    return [/[a-z]/.test(piece) ? MONEY : NUMBER]
  })

/** The same pieces of a part of a text, with every sign; `text` is folded, with marks or without. */
export const piecesIn = (text: string): readonly string[] =>
  (text.match(/\p{L}+|\d[\d.,]*|[^\s\p{L}\d]/gu) ?? []).map((piece) => (/^\d/.test(piece) ? NUMBER : piece))

/** Words with their marks, numbers as `#`. */
export const markedTokens = ({ text }: Folded): readonly string[] =>
  (text.match(/\p{L}+|\d[\d.,]*/gu) ?? []).map((piece) => (/^\d/.test(piece) ? NUMBER : piece))

export const hasMarks = (word: string): boolean => /[^\0-\x7f]/.test(word)
