import type { OcrWord } from '../domain.ts'
import type { ReadLine } from './ocr.ts'

/** Longer than any seller writes into a picture. */
const LONGEST = 20_000

/** One text of the lines of several pictures, and the place of each word in it; words beyond the limit are left out. */
export function assemble(pictures: readonly (readonly ReadLine[])[]): {
  readonly text: string | null
  /** For each picture. */
  readonly words: readonly (readonly OcrWord[])[]
} {
  let text = ''
  const words = pictures.map((lines) =>
    lines.flatMap((line) => {
      if (text.length > LONGEST) return []
      if (text !== '') text += '\n'
      return line.map(({ text: word, box, confidence }, n) => {
        if (n > 0) text += ' '
        const start = text.length
        text += word
        return { start, end: text.length, box, confidence }
      })
    }),
  )
  return { text: text === '' ? null : text, words }
}
