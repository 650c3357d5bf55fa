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
const LONGEST_REMEMBERED = 24
const memories = new WeakMap<Vocabulary, Memory>()

interface Memory {
  readonly words: Map<string, number>
  readonly texts: WeakMap<Folded, number>
}

/** Which readings any word of the text calls for; all others would change nothing. */
export function wakesOf(folded: Folded, vocabulary: Vocabulary): number {
  const memory = memories.get(vocabulary) ?? { words: new Map(), texts: new WeakMap() }
  memories.set(vocabulary, memory)
  const before = memory.texts.get(folded)
  if (before !== undefined) return before
  const all = gathered(folded, vocabulary, memory.words)
  memory.texts.set(folded, all)
  return all
}

function gathered(folded: Folded, vocabulary: Vocabulary, known: Map<string, number>): number {
  let all = 0
  for (const { word } of fragmentsOf(folded)) {
    let wakes = known.get(word)
    if (wakes === undefined) {
      wakes = wakesOfWord(word, vocabulary)
      if (word.length <= LONGEST_REMEMBERED && known.size < MOST_REMEMBERED) known.set(word, wakes)
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
