import { isPriced } from './post-price-rules.ts'
import { ownWords, postOf } from './post-text.ts'
import { hasMarks, markedTokens, plainTokens } from './post-tokens.ts'

/** A long post says at its beginning or its end what it is for; between them it describes. */
const LONG = 80
const HEAD = 50
const TAIL = 30
const OPENING = 12

/**
 * What a post shows of its kind: its words and pairs of words, with marks and without, those that it opens and ends with,
 * whether it names a price, a telephone, asks, and how long it is. Figures themselves are not among them.
 */
export function kindFeatures(text: string): ReadonlySet<string> {
  const own = ownWords(text)
  const post = postOf(own)
  const all = plainTokens(post)
  const shown = new Set<string>(signsOf(text, own, all.length))
  const words = ends(all)
  words.forEach((word, i) => {
    shown.add(word)
    if (i > 0) shown.add(`${words[i - 1]} ${word}`)
    if (i < 4) shown.add(`^${word}`)
    if (i === 1) shown.add(`^^${words[0]} ${word}`)
    if (i < OPENING) shown.add(`<${word}`)
  })
  for (const word of words.slice(-4)) shown.add(`${word}$`)
  if (post.marked) addMarked(shown, ends(markedTokens(post)))
  return shown
}

function addMarked(shown: Set<string>, words: readonly string[]): void {
  words.forEach((word, i) => {
    if (hasMarks(word)) shown.add(`m:${word}`)
    if (i > 0) shown.add(`m:${words[i - 1]} ${word}`)
  })
}

const ends = (words: readonly string[]): readonly string[] =>
  words.length > LONG ? [...words.slice(0, HEAD), ...words.slice(-TAIL)] : words

function signsOf(text: string, own: string, words: number): readonly string[] {
  const long = [6, 12, 25, 60].filter((at) => words >= at).length
  const signs: readonly (readonly [string, boolean])[] = [
    ['is:priced', isPriced(text)],
    ['is:phone', /(?:\+?84|0)[\d .-]{8,12}\d/.test(own)],
    ['is:asking', /[?？]/.test(own)],
    ['is:asking at its end', /[?？]\s*\|*$/.test(own.trimEnd())],
    ['is:emoji', /\p{Extended_Pictographic}/u.test(own)],
    ['is:lines', own.split('|').length > 3],
    ['is:tagged', /#\p{L}/u.test(own)],
  ]
  return [`long:${long}`, ...signs.flatMap(([name, is]) => (is ? [name] : []))]
}
