import { attach } from './letters.ts'
import { isSyllable } from './syllables.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Keys of the Telex input method, left as typed: https://en.wikipedia.org/wiki/Telex_(input_method) */
const SHAPES: readonly (readonly [string, string])[] = [
  ['dd', 'đ'],
  ['uow', 'ươ'],
  ['aa', 'â'],
  ['ee', 'ê'],
  ['oo', 'ô'],
  ['aw', 'ă'],
  ['ow', 'ơ'],
  ['uw', 'ư'],
]
const TONES: Readonly<Record<string, number>> = { s: 0x301, f: 0x300, r: 0x309, x: 0x303, j: 0x323 }
/** Ordinary foreign words that happen to be Telex. */
const WORDS = new Set(
  'baby been book boos cheer coor deer door feel food foot free goof good heels keep look loose loox meet moon need noon pool poor room roof root soon tool too see teen tree three week mode model boom cool bees been deep seed beer queen green boot boots toner tools zoom noodle hoodie loop roots coor sees koos ties does goes hair pair chair tour hours cars bars bags dior near dear rear bear year lens pens guns tees fees vows view show snow slow flow now low how law raw new few dew saw paw bow row tow hers firm form term farm warm'.split(
    ' ',
  ),
)
const CANDIDATE = /^[a-z]{3,9}$/
const PATTERN = /dd|aa|ee|oo|aw|ow|uw|[sfrxj](?:ng|nh|ch)?$/
/** Keys that foreign words do not end in or double: enough by themselves. */
const SURE =
  /^[a-z]*[aeiouyw](?:ng?|nh|ch|[cmpt])?[fj]$|^dd|(?:aa|ee|oo|aw|ow|uw)[a-z]*[sfrxj]$|(?:aa|ee|oo|uow)(?:ng|nh|ch)$|[aeiouy][fj](?:ng|nh|ch)$/

/** Has a key that only Telex has. */
export const isTelex = (token: string): boolean => CANDIDATE.test(token) && SURE.test(token)

/** The words behind keys left as typed, by token; the less sure ones only beside a sure one. */
export function untelexAll(tokens: readonly string[], { words }: Vocabulary): readonly (string | null)[] {
  // Without a key that only Telex has, nothing is read.
  if (!tokens.some(isTelex)) return tokens.map(() => null)
  const read = tokens.map((token) => {
    if (!CANDIDATE.test(token)) return null
    const { usual, brief } = bothWays(token)
    return usual === null && brief !== null && words.has(brief) ? brief : usual
  })
  const sure = read.some((word, i) => word !== null && SURE.test(tokens[i] ?? ''))
  return sure ? read : read.map(() => null)
}

interface Both {
  readonly usual: string | null
  /** Where three letters are enough. */
  readonly brief: string | null
}

const MOST_REMEMBERED = 50_000
const remembered = new Map<string, Both>()

/** Texts repeat the same few words: each is worked out once. */
function bothWays(token: string): Both {
  const before = remembered.get(token)
  if (before) return before
  const both = { usual: untelex(token), brief: untelex(token, 3) }
  if (remembered.size < MOST_REMEMBERED) remembered.set(token, both)
  return both
}

/** The word behind keys left as typed: hangf → hàng, ddown → đơn; null when it is not Telex. Shorter words need a changed vowel. */
export function untelex(token: string, shortest = 4): string | null {
  if (!CANDIDATE.test(token) || !PATTERN.test(token) || WORDS.has(token)) return null
  const toneAt = toneKey(token)
  let word = toneAt < 0 ? token : token.slice(0, toneAt) + token.slice(toneAt + 1)
  const before = word
  for (const [keys, letter] of SHAPES) word = word.replace(keys, letter)
  if (word === before && (toneAt < 0 || token.length < shortest)) return null
  if (/[wfjz]/.test(word) || !isSyllable(word)) return null
  return toneAt < 0 ? word : toned(word, TONES[token.charAt(toneAt)] ?? 0)
}

/** Where the tone key stands: after the vowel, not at the start; -1 when there is none. */
function toneKey(token: string): number {
  for (let i = token.length - 1; i > 0; i--) {
    if (token.charAt(i) in TONES && /[aeiouyw]/.test(token.slice(0, i))) return i
  }
  return -1
}

/** Puts the tone where the orthography wants it: on the shaped vowel, else before a final consonant, else on the first of two. */
export function toned(word: string, mark: number): string | null {
  const vowels = [...word.matchAll(/[aăâeêioôơuưy]/g)].map((m) => m.index)
  const usable = /^(?:qu|gi)/.test(word) && vowels.length > 1 ? vowels.slice(1) : vowels
  const shaped = usable.filter((i) => 'ăâêôơư'.includes(word.charAt(i))).at(-1)
  const closed = usable.at(-1) !== word.length - 1
  const at = shaped ?? (usable.length === 3 || (closed && usable.length === 2) ? usable[1] : usable[0])
  if (at === undefined) return null
  const unit = attach(word.charCodeAt(at), mark)
  return unit === 0 ? null : word.slice(0, at) + String.fromCharCode(unit) + word.slice(at + 1)
}
