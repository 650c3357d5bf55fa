import { fold } from './fold.ts'
import { type Edit, edited, type Folded } from './folded.ts'
import { fragmentsOf, joinings, type Span } from './joined.ts'
import { leetEdits } from './leet.ts'
import { teencode, teencodePairs, unitsAfterNumber } from './teencode.ts'
import { untelexAll } from './telex.ts'

/** One way to read hidden words; returns the edits it would make. */
type Reading = (folded: Folded) => readonly Edit[]

const joined: Reading = joinings
const leetI: Reading = ({ text }) => leetEdits(text, 'i')
const leetL: Reading = ({ text }) => leetEdits(text, 'l')

/** Three and more of one letter are one; tokens of a single letter (AAA, xxx) are left. */
const collapsed: Reading = (folded) => {
  const { text } = folded
  const edits: Edit[] = []
  for (const { from, to } of fragmentsOf(folded)) {
    for (let i = from; i < to; ) {
      let end = i + 1
      while (end < to && text.charCodeAt(end) === text.charCodeAt(i)) end++
      const letter = !/\d/.test(text.charAt(i))
      if (end - i >= 3 && letter && end - i < to - from) edits.push({ from: i + 1, to: end, by: '' })
      i = end
    }
  }
  return edits
}

const expanded: Reading = (folded) => {
  const { text } = folded
  const words = fragmentsOf(folded)
  const edits: Edit[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word || word.to - word.from > LONGEST_TEENCODE) continue
    const token = text.slice(word.from, word.to)
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

const retyped: Reading = (folded) => {
  const words = fragmentsOf(folded).filter(({ from, to }) => to - from > 2 && to - from < 10)
  const read = untelexAll(words.map(({ from, to }) => folded.text.slice(from, to)))
  return words.flatMap(({ from, to }, i) => {
    const by = read[i] ?? null
    return by === null ? [] : [{ from, to, by }]
  })
}

const apply = (folded: Folded, reading: Reading): Folded => {
  const edits = reading(folded)
  return edits.length === 0 ? folded : edited(folded, edits)
}

/**
 * Other ways to read the text: letters written apart, leet, repeated letters, chat spellings, Telex keys left as typed;
 * each alone and all after one another. Only readings that differ from the folded text and from each other.
 */
export function readings(input: string, folded: Folded = fold(input)): readonly Folded[] {
  const single = [joined, leetI, leetL, collapsed, expanded, retyped].map((r) => apply(folded, r))
  const kinds = new Set(single.flatMap((r, i) => (r === folded ? [] : [i === 2 ? 1 : i])))
  const orders = kinds.size > 1 || kinds.has(0) ? [leetI, leetL] : []
  const all = orders.map((leet) => [joined, leet, collapsed, expanded, retyped].reduce(apply, folded))
  const seen = new Set([folded.text])
  return [...single, ...all].filter(({ text }) => !seen.has(text) && seen.add(text))
}
