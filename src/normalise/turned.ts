import type { Edit, Folded } from './folded.ts'
import { fragmentsOf } from './gaps.ts'
import { couldBeSyllable } from './syllables.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Letters as they look when the page is turned upside down; those missing here look like themselves or like nothing. */
const FLIPPED: ReadonlyMap<string, string> = new Map(
  'ɐa ɒa qb bq ɔc pd dp ǝe ɘe ɟf ƃg ɓg ᵷg ɥh ᴉi ıi ɾj ſj ʞk ןl ꞁl ʃl ɯm un nu ɹr ʇt ʌv ʍw ʎy ∀a ∃e Ⅎf ⅁g ꓩl ꓶl ᴚr ꓤr ꓕt ꓥv ⅄y'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)
/** Nobody types these by chance. */
const TURNED = /[ɐɔǝɟƃɓᵷɥᴉıɾʞןꞁɯɹʇʌʍʎʃ∀∃Ⅎ⅁ꓨꓩꓶᴚꓤꓕꓥ⅄]/u
const LONGEST = 80
/** Words that read another word from their end. */
const HONEST = new Set('axed deca decal edam edit emit evil laced mils smart snap stop tram trams'.split(' '))

/** Words written backwards, and lines turned upside down and so read from the end. */
export function turnings(folded: Folded, vocabulary: Vocabulary, input: string): readonly Edit[] {
  if (isFlipped(input)) return flips(folded, input)
  return fragmentsOf(folded).flatMap(({ from, to, word }) =>
    isTurned(word, vocabulary) ? [{ from, to, by: vocabulary.backwards.get(word) ?? word }] : [],
  )
}

/** Letters turned upside down stand in the text. */
export const isFlipped = (input: string): boolean => TURNED.test(input)

/** Reads a foreign word from its end, and is no word itself. */
export const isTurned = (word: string, { backwards, words }: Vocabulary): boolean =>
  word.length >= 4 && backwards.has(word) && !HONEST.has(word) && !words.has(word) && !couldBeSyllable(word)

/** Neighbouring words that can be turned are one line, read from its end; at least one letter must be a turned one. */
function flips(folded: Folded, input: string): Edit[] {
  const { text } = folded
  const edits: Edit[] = []
  const own = (at: number): string => input.slice(folded.starts[at] ?? 0, folded.ends[at] ?? 0)
  for (let at = 0; at < text.length; at++) {
    const from = at
    let letters: string[] = []
    while (at < text.length && at - from < LONGEST) {
      const letter = flipped(text, at, own(at))
      if (letter === null) break
      letters.push(letter)
      at++
    }
    const trail = letters.length - letters.findLastIndex((letter) => letter !== ' ') - 1
    letters = letters.slice(0, letters.length - trail)
    const to = from + letters.length
    const turned = input.slice(folded.starts[from] ?? 0, folded.ends[Math.max(to - 1, from)] ?? 0)
    if (letters.length > 2 && TURNED.test(turned)) edits.push({ from, to, by: letters.reverse().join('') })
  }
  return edits
}

const SELF = /[a-z ]/
function flipped(text: string, at: number, own: string): string | null {
  const lower = FLIPPED.has(own) ? own : own.toLowerCase()
  return FLIPPED.get(lower) ?? (SELF.test(text.charAt(at)) ? text.charAt(at) : null)
}
