import { workedOut } from '../worked-out.ts'
import { LONGEST_COPIED } from './copied.ts'
import type { Folded } from './folded.ts'
import { fragmentsOf } from './gaps.ts'
import { repeats } from './repeated.ts'
import { mayBeRespelt } from './respelt.ts'
import { isChat } from './teencode.ts'
import { isTelex } from './telex.ts'
import { isTurned } from './turned.ts'
import { isVni } from './vni.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Readings that a single word can call for, one bit each. */
export const WAKE = { repeated: 1, spelt: 2, retyped: 4, turned: 8 } as const

/** Listings say the same few thousand words: what each calls for is worked out once. */
const MOST_REMEMBERED = 50_000
const wakes = workedOut((vocabulary: Vocabulary) => {
  const words = new Map<string, number>()
  return workedOut((folded: Folded) => gathered(folded, vocabulary, words))
})

/** Which readings any word of the text calls for; all others would change nothing. */
export const wakesOf = (folded: Folded, vocabulary: Vocabulary): number => wakes(vocabulary)(folded)

function gathered(folded: Folded, vocabulary: Vocabulary, known: Map<string, number>): number {
  let all = 0
  for (const { word } of fragmentsOf(folded)) {
    let wakes = known.get(word)
    if (wakes === undefined) {
      wakes = wakesOfWord(word, vocabulary)
      if (word.length <= LONGEST_COPIED && known.size < MOST_REMEMBERED) known.set(word, wakes)
    }
    all |= wakes
  }
  return all
}

const wakesOfWord = (word: string, vocabulary: Vocabulary): number =>
  (repeats(word) ? WAKE.repeated : 0) |
  (isChat(word) || mayBeRespelt(word, vocabulary) ? WAKE.spelt : 0) |
  (isTelex(word) || isVni(word) ? WAKE.retyped : 0) |
  (isTurned(word, vocabulary) ? WAKE.turned : 0)
