import { fold } from './fold.ts'
import { type Edit, edited, type Folded } from './folded.ts'
import { fragmentsOf, type Span } from './gaps.ts'
import { joinings } from './joined.ts'
import { leetEdits } from './leet.ts'
import { rejoinings } from './rejoined.ts'
import { repetitions } from './repeated.ts'
import { respellings } from './respelt.ts'
import { teencode, teencodePairs, unitsAfterNumber } from './teencode.ts'
import { untelexAll } from './telex.ts'
import { isFlipped, turnings } from './turned.ts'
import { unvniAll } from './vni.ts'
import { NO_WORDS, type Vocabulary } from './vocabulary.ts'
import { WAKE, wakesOf } from './wakes.ts'

/** One way to read hidden words; returns the edits it would make. */
type Reading = (folded: Folded, words: Vocabulary, input: string) => readonly Edit[]

const expanded: Reading = (folded) => {
  const { text } = folded
  const words = fragmentsOf(folded)
  const edits: Edit[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word || word.to - word.from > LONGEST_TEENCODE) continue
    const token = word.word
    const end = teencodePairs.has(token) ? (words[i + 1]?.to ?? word.to) : word.to
    const pair = end > word.to ? teencode.get(text.slice(word.from, end)) : undefined
    const by = pair ?? teencode.get(token)
    if (by === undefined || (pair === undefined && (isUnit(text, word.from, token) || isLoose(words, i)))) continue
    edits.push({ from: word.from, to: pair === undefined ? word.to : end, by })
    if (pair !== undefined) i++
  }
  return edits
}
const LONGEST_TEENCODE = 8

const isUnit = (text: string, at: number, token: string): boolean =>
  unitsAfterNumber.has(token) && /\d ?$/.test(text.slice(Math.max(0, at - 2), at))

/** One letter beside another single letter is part of a word written apart. */
function isLoose(words: readonly Span[], i: number): boolean {
  const lone = (w: Span | undefined): boolean => w !== undefined && w.to - w.from === 1
  const [before, word, after] = [words[i - 1], words[i], words[i + 1]]
  if (!word || !lone(word)) return false
  return (lone(before) && word.from - (before?.to ?? 0) <= 3) || (lone(after) && (after?.from ?? 0) - word.to <= 3)
}

const retyped: Reading = (folded, vocabulary) => {
  const words = fragmentsOf(folded).filter(({ from, to }) => to - from > 2 && to - from < 11)
  const tokens = words.map(({ word }) => word)
  const [telex, vni] = [untelexAll(tokens, vocabulary), unvniAll(tokens, vocabulary)]
  return words.flatMap(({ from, to }, i) => {
    const by = telex[i] ?? vni[i] ?? null
    return by === null ? [] : [{ from, to, by }]
  })
}

/** What every reading is given: one pass after the other, each on the result of the one before. */
interface Pass {
  readonly name: string
  readonly readings: readonly Reading[]
  /** What a word must call for before it is worth trying; 0 for always. */
  readonly wakes: number
}
const JOINED: Pass = { name: 'joined', readings: [rejoinings, joinings], wakes: 0 }
const LEET_I: Pass = { name: 'leet', readings: [(folded, words) => leetEdits(folded, 'i', words)], wakes: 0 }
const LEET_L: Pass = { name: 'leet', readings: [(folded, words) => leetEdits(folded, 'l', words)], wakes: 0 }
const REPEATED: Pass = { name: 'repeated', readings: [repetitions], wakes: WAKE.repeated }
const SPELT: Pass = { name: 'spelt', readings: [expanded, respellings], wakes: WAKE.spelt }
const RETYPED: Pass = { name: 'retyped', readings: [retyped], wakes: WAKE.retyped }
const TURNED: Pass = { name: 'turned', readings: [turnings], wakes: WAKE.turned }
const ALONE = [JOINED, LEET_I, LEET_L, REPEATED, SPELT, RETYPED, TURNED]

/**
 * Other ways to read the text: letters written apart, leet, repeated letters, chat spellings, Telex and VNI keys left as
 * typed, words turned round; each alone and all after one another. Only readings that differ from the folded text and from
 * each other. The words looked for decide what is put together and what is left.
 */
export function readings(input: string, folded: Folded = fold(input), words: Vocabulary = NO_WORDS): readonly Folded[] {
  const flipped = isFlipped(input) ? WAKE.turned : 0
  const through = (from: Folded, { readings: passes, wakes }: Pass): Folded =>
    wakes !== 0 && ((wakesOf(from, words) | flipped) & wakes) === 0
      ? from
      : passes.reduce((text, reading) => {
          const edits = reading(text, words, input)
          return edits.length === 0 ? text : edited(text, edits)
        }, from)
  const single = ALONE.map((pass) => through(folded, pass))
  const kinds = new Set(ALONE.flatMap((pass, i) => (single[i] === folded ? [] : [pass.name])))
  const several = kinds.size > 1 || (kinds.size === 1 && !kinds.has('spelt'))
  const all = several ? inTurn(single[0] ?? folded, through) : []
  const seen = new Set([folded.text])
  return [...single, ...all].filter(({ text }) => !seen.has(text) && seen.add(text))
}

/** All passes after one another, from the joined text on; twice where i and l for a sign make two texts. */
function inTurn(joined: Folded, through: (from: Folded, pass: Pass) => Folded): Folded[] {
  const typed = through(joined, RETYPED)
  const [withI, withL] = [through(typed, LEET_I), through(typed, LEET_L)]
  const starts = withI.text === withL.text ? [withI] : [withI, withL]
  return starts.map((from) => [REPEATED, JOINED, SPELT].reduce(through, from))
}
