import { pairSearch } from './pair-search.ts'

/**
 * Words of markup that every page is searched for, in small letters, and of each the two characters that are rarest on pages of
 * shops: where they stand the word is looked for.
 */
const PAIRS = {
  '<h1': '<h',
  '<h2': '<h',
  crumb: 'mb',
  escription: 'pt',
  'itemtype=': 'mt',
  json: 'js',
  'mo-ta': 'mo',
  mota: 'mo',
  'noi-dung': 'oi',
  noidung: 'oi',
  'typeof=': 'eo',
} as const
export type KnownWord = keyof typeof PAIRS

interface Sought {
  readonly word: KnownWord
  /** Of its pair in it. */
  readonly offset: number
}
const WORDS = Object.keys(PAIRS) as readonly KnownWord[]
const byPair = new Map<string, readonly Sought[]>()
for (const word of WORDS) {
  const pair = PAIRS[word]
  byPair.set(pair, [...(byPair.get(pair) ?? []), { word, offset: word.indexOf(pair) }])
}

let search: ReturnType<typeof pairSearch> | null = null

/**
 * Where each of them stands in a text, whatever its case, in order; all are found in one walk. `bytes`: one of each character,
 * those of Latin-1 as they are.
 */
export function knownWords(text: string, bytes: Uint8Array): Readonly<Record<KnownWord, readonly number[]>> {
  const places = Object.fromEntries(WORDS.map((word) => [word, [] as number[]])) as Record<KnownWord, number[]>
  search ??= pairSearch([...byPair.keys()])
  for (const at of search(bytes)) {
    for (const { word, offset } of byPair.get(text.slice(at, at + 2).toLowerCase()) ?? []) {
      const start = at - offset
      if (start >= 0 && text.slice(start, start + word.length).toLowerCase() === word) places[word].push(start)
    }
  }
  return places
}
