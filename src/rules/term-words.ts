import { fold } from '../normalise/fold.ts'
import { tokenise } from './tokens.ts'

/** The number of `#`, which stands for any number, among words with marks and among words without. */
export const NUMBER = 0

/** One word of a term as its list writes it. */
export interface TermWord {
  readonly text: string
  /** Numbers of words with marks; null where it is folded only together with its neighbours. */
  readonly alone: readonly number[] | null
}

/** Every word of all terms by number, as folded and without its marks. */
export interface TermWords {
  /** Words with their marks → their number. */
  readonly marked: ReadonlyMap<string, number>
  /** Words without marks → their number. */
  readonly plain: ReadonlyMap<string, number>
  /** Number of a word with marks → number of the same without. */
  readonly plainOf: readonly number[]
  /** Number of a word with marks → the word. */
  readonly texts: readonly string[]
  /** The words of a term as numbers of words with marks. */
  of(words: readonly TermWord[]): readonly number[]
  /** The same word is the same object. */
  word(text: string): TermWord
}

/** Lists written in classes give a hundred thousand terms out of a few thousand words: each is folded once. */
export function termWords(): TermWords {
  const marked = new Map<string, number>()
  const plain = new Map<string, number>()
  const plainOf = [NUMBER]
  const texts = ['#']
  const given = new Map<string, TermWord>()

  const numberOf = (word: string, bare: string): number => {
    const known = marked.get(word)
    if (known !== undefined) return known
    const own = plain.get(bare) ?? plain.size + 1
    plain.set(bare, own)
    plainOf.push(own)
    marked.set(word, texts.push(word) - 1)
    return texts.length - 1
  }
  /** Folded together, as letters that stand alone make one word: `h à n g`. */
  const together = (text: string): readonly number[] => {
    const written = text.replaceAll('#', ' 0 ')
    const tokens = tokenise(fold(written), written)
    const numbers = text.includes('#') ? numberPlaces(text) : null
    return tokens.marked.map((word, at) => (numbers?.has(at) ? NUMBER : numberOf(word, tokens.plain[at] ?? '')))
  }
  const word = (text: string): TermWord => {
    const known = given.get(text)
    if (known) return known
    const made = { text, alone: text.length < 2 || text.includes('#') ? null : together(text) }
    given.set(text, made)
    return made
  }
  return {
    marked,
    plain,
    plainOf,
    texts,
    word,
    of(words) {
      const all: number[] = []
      for (const { alone } of words) {
        if (alone === null) return together(words.map(({ text }) => text).join(' '))
        for (const number of alone) all.push(number)
      }
      return all
    },
  }
}

/** Which tokens of the term are `#`. */
function numberPlaces(text: string): Set<number> {
  const places = new Set<number>()
  let at = 0
  for (const part of text.split('#').slice(0, -1)) {
    at += tokenise(fold(part), part).count
    places.add(at)
    at++
  }
  return places
}
