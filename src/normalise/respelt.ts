import { LONGEST_COPIED } from './copied.ts'
import type { Edit, Folded } from './folded.ts'
import { fragmentsOf } from './gaps.ts'
import { couldBeSyllable, isSyllable } from './syllables.ts'
import { unmarked, type Vocabulary } from './vocabulary.ts'

/** Spellings of young people's chat, in order: what no Vietnamese syllable may have → what is meant. */
const RESPELT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^f/, ['ph']],
  [/^nk/, ['nh']],
  [/nk$/, ['nh']],
  [/^w/, ['qu']],
  [/^(?:gj|dj)/, ['gi']],
  [/^[jz]/, ['gi', 'd', 'v', 'r']],
  [/^(?:ck|k)(?=[aăâáàảãạắằẳẵặấầẩẫậoôơóòỏõọốồổỗộớờởỡợuưúùủũụứừửữự])/, ['c', 'ch']],
  [/^q(?!u)/, ['qu', 'c']],
  [/^c(?=[eêiyéèẻẽẹếềểễệíìỉĩị])/, ['k']],
  [/^(n?)g(?=[eêéèẻẽẹếềểễệ])/, ['$1gh']],
  [/j/, ['i']],
  [/(?<=[^n])g$/, ['ng']],
  [/(?<=[^cngkptr])h$/, ['nh']],
  [/k$/, ['c', 'ch']],
  [/x$/, ['ch']],
]
const LONGEST = 8

/**
 * Spellings that are no Vietnamese syllable and say a word looked for all the same: `hàg nháj`, `zả`, `fáo`; and foreign
 * names dressed in marks: `Gúccì`, `đior`. Unmarked tokens only in text without marks.
 */
export function respellings(folded: Folded, vocabulary: Vocabulary): readonly Edit[] {
  if (vocabulary.words.size === 0) return []
  const bareText = folded.text === folded.plain
  const known = memory(vocabulary, bareText)
  return fragmentsOf(folded).flatMap(({ from, to, word }) => {
    if (!isOfLength(word) || vocabulary.words.has(word)) return []
    let by = known.get(word)
    if (by === undefined) {
      by = respelt(word, folded.plain.slice(from, to), bareText, vocabulary)
      if (word.length <= LONGEST_COPIED && known.size < MOST_REMEMBERED) known.set(word, by)
    }
    return by === null ? [] : [{ from, to, by }]
  })
}

/** Whether the word is read as another one in any text. */
export const mayBeRespelt = (word: string, vocabulary: Vocabulary): boolean =>
  isOfLength(word) &&
  !vocabulary.words.has(word) &&
  [true, false].some((bareText) => respelt(word, unmarked(word), bareText, vocabulary) !== null)

const isOfLength = ({ length }: string): boolean => length >= 2 && length <= 16

/** Listings say the same few thousand words: each is worked out once. */
const MOST_REMEMBERED = 50_000
const memories = new WeakMap<Vocabulary, readonly [Map<string, string | null>, Map<string, string | null>]>()
function memory(vocabulary: Vocabulary, bareText: boolean): Map<string, string | null> {
  const known = memories.get(vocabulary) ?? [new Map(), new Map()]
  memories.set(vocabulary, known)
  return known[bareText ? 1 : 0]
}

function respelt(
  token: string,
  plain: string,
  bareText: boolean,
  { words, foreign, plain: bare }: Vocabulary,
): string | null {
  if (isSyllable(token) && couldBeSyllable(plain)) return null
  if (token !== plain && foreign.has(plain)) return isRunOn(token) ? null : plain
  if (token.length > LONGEST || (token === plain && (couldBeSyllable(token) || bare.has(token)))) return null
  return candidates(token).find((word) => (token === plain && bareText ? bare : words).has(word)) ?? null
}

/** Two marked syllables with the space between them forgotten: `đensở`. */
function isRunOn(token: string): boolean {
  for (let cut = 2; cut < token.length - 1; cut++) {
    const parts = [token.slice(0, cut), token.slice(cut)]
    if (parts.every((part) => part !== unmarked(part) && isSyllable(part) && couldBeSyllable(part))) return true
  }
  return false
}

/** Every way to undo the spellings; few, as hardly any token has more than two. */
function candidates(token: string): readonly string[] {
  let forms: string[] = [token]
  for (const [wrong, rights] of RESPELT) {
    forms = forms.flatMap((form) => (wrong.test(form) ? rights.map((right) => form.replace(wrong, right)) : [form]))
    if (forms.length > 16) break
  }
  return forms.filter((form) => form !== token && (isSyllable(form) || isSyllable(unmarked(form))))
}
