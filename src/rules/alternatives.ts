/** More than this is a list that should be written as several conditions. */
const MOST = 200

interface Unfinished<Word> {
  readonly words: readonly Word[]
  /** The next letter belongs to the last word. */
  readonly open: boolean
}

interface Piece<Word> {
  readonly words: readonly Word[]
  readonly opens: boolean
  readonly closes: boolean
}

/**
 * A reader of `{bán|nhận} đồ {giả|nhái|}`: gives every way of reading it, each as its words; a text without braces is its own
 * only way. Null where a brace is left open or the ways are too many. What a word is, `wordOf` says; words are shared
 * between ways, as long lists are written in a few classes.
 */
export function alternatives<Word extends { readonly text: string }>(wordOf: (text: string) => Word) {
  /** The same classes stand in hundreds of texts. */
  const classes = new Map<string, readonly Piece<Word>[]>()
  const pieceOf = (text: string): Piece<Word> => ({
    words: text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(wordOf),
    opens: /^\s/.test(text),
    closes: /\s$/.test(text),
  })
  const choicesOf = (braced: string): readonly Piece<Word>[] => {
    const known = classes.get(braced) ?? braced.split('|').map(pieceOf)
    classes.set(braced, known)
    return known
  }
  /** `{re|} p`: only a space parts words. */
  const joined = (way: Unfinished<Word>, { words, opens, closes }: Piece<Word>): Unfinished<Word> => {
    const [first, ...rest] = words
    const last = way.words.at(-1)
    if (first === undefined) return { words: way.words, open: way.open && !opens }
    if (!way.open || opens || last === undefined) return { words: [...way.words, ...words], open: !closes }
    return { words: [...way.words.slice(0, -1), wordOf(last.text + first.text), ...rest], open: !closes }
  }
  return (text: string): readonly (readonly Word[])[] | null => {
    if (!text.includes('{') && !text.includes('}')) return [pieceOf(text).words]
    if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) return null
    let ways: readonly Unfinished<Word>[] = [{ words: [], open: false }]
    for (const [, plain = '', braced] of text.matchAll(/([^{}]+)|\{([^{}]*)\}/g)) {
      const choices = braced === undefined ? [pieceOf(plain)] : choicesOf(braced)
      if (ways.length * choices.length > MOST) return null
      ways = ways.flatMap((way) => choices.map((choice) => joined(way, choice)))
    }
    return ways.map(({ words }) => words).filter((words) => words.length > 0)
  }
}
