import type { Edit, Folded } from './folded.ts'
import { fragmentsOf, type Gap, gapOf, type Span, withoutBrackets } from './gaps.ts'
import { isSyllable, LONGEST_PHRASE, piecesOf } from './syllables.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Letters written apart (`f.a.k.e`, `h à n g`, `L🧸A🧸B🧸U`) put together. Runs of three and more single letters; with
 * marks or pictures between them the fragments may have two. Vietnamese syllables and the words looked for decide which
 * gaps stay between words.
 */
export function joinings(folded: Folded, vocabulary: Vocabulary): readonly Edit[] {
  const { text } = folded
  const fragments = fragmentsOf(folded)
  const edits: Edit[] = []
  let joinedTo = -1
  for (let i = 0; i < fragments.length; ) {
    if (isWhole(text, fragments[i], fragments[i + 1])) {
      joinedTo = -1
      i++
      continue
    }
    const run = runFrom(text, fragments, i)
    // A word of two letters counts right after a longer one: `l.á` in `t.h.u.ố.c l.á`.
    const follows = run.gap === 'mark' && joinedTo >= 0 && (fragments[i]?.from ?? 0) - joinedTo === 1
    const enough = run.count >= (run.gap === 'picture' || follows ? 2 : 3)
    joinedTo = enough ? (fragments[i + run.count - 1]?.to ?? -1) : -1
    const parts = enough ? fragments.slice(i, i + run.count) : []
    if (enough) for (const edit of editsOf(folded, parts, run.gap, vocabulary)) edits.push(edit)
    const phrase = run.count > 1 ? 1 : phraseFrom(text, fragments, i)
    for (const edit of spacings(text, fragments.slice(i, i + (phrase > 2 ? phrase : 0)))) edits.push(edit)
    i += Math.max(run.count, phrase)
  }
  return edits
}

/** More than a letter, and a space after it: no part of anything. */
const isWhole = (text: string, word: Span | undefined, after: Span | undefined): boolean =>
  word !== undefined &&
  word.to - word.from > 1 &&
  after !== undefined &&
  after.from - word.to === 1 &&
  text.charCodeAt(word.to) === 32

/** Whole words parted by one of these, none of which part a sentence here: `pháo·nổ·cao·cấp`. */
const BARS = new Set('·|•')

/** How many words from `first` on are parted by the same single bar. */
function phraseFrom(text: string, all: readonly Span[], first: number): number {
  const bar = text.charAt(all[first]?.to ?? 0)
  let count = 1
  if (!BARS.has(bar)) return count
  for (; first + count < all.length; count++) {
    const [before, here] = [all[first + count - 1], all[first + count]]
    if (!before || !here || here.from - before.to !== 1 || text.charAt(before.to) !== bar) break
  }
  return count
}

/** Bars become spaces; they belong to the letter before, so that they part nothing. */
const spacings = (text: string, run: readonly Span[]): Edit[] =>
  run.slice(1).map(({ from }) => ({ from: from - 2, to: from, by: `${text.charAt(from - 2)} ` }))

/** The longest fragment that may be part of a word, by what parts them. */
const LONGEST = { space: 1, mark: 2, picture: 24, break: 0 } as const

/** How many fragments from `first` on are parted by one kind of gap and short enough to be parts of a word. */
function runFrom(text: string, all: readonly Span[], first: number): { count: number; gap: Gap } {
  const gap = gapAfter(text, all, first)
  let count = 0
  while (isShort(all[first + count], gap) && (count === 0 || gapAfter(text, all, first + count - 1) === gap)) count++
  return count === 0 ? { count: 1, gap: 'break' } : { count, gap }
}

const isShort = (part: Span | undefined, gap: Gap): boolean => part !== undefined && part.word.length <= LONGEST[gap]

function gapAfter(text: string, all: readonly Span[], at: number): Gap {
  const [before, after] = [all[at], all[at + 1]]
  return before && after ? gapOf(text, before.to, after.from) : 'break'
}

function editsOf(folded: Folded, run: readonly Span[], gap: Gap, { words }: Vocabulary): readonly Edit[] {
  const { text } = folded
  const letters = run.map(({ word }) => word).join('')
  if (gap === 'picture') return pictureEdits(run)
  const singles = run.filter((f) => f.to - f.from === 1).length
  if (run.length > LONGEST_PHRASE) return []
  const written = letters.replace(/\d/g, '').length
  if (written < 2 || written * 2 < run.length || singles * 2 < run.length) return []
  const wide = run.slice(1).map((f) => (folded.ends[f.from - 1] ?? 0) - (folded.starts[f.from - 1] ?? 0) > 1)
  const byWidth = gap === 'space' && wide.includes(true)
  const kept = byWidth ? wide : cutsIn(run, letters, words, gap === 'space')
  const inner = run.slice(1).map((f, i) => ({ from: run[i]?.to ?? f.from, to: f.from, by: kept[i] ? ' ' : '' }))
  return gap === 'mark' ? withoutBrackets(text, run, inner) : inner.filter(({ by }) => by === '')
}

/** Between which fragments words end. Letters with marks between them are one word, unless they are words looked for. */
function cutsIn(run: readonly Span[], letters: string, words: ReadonlySet<string>, spaced: boolean): boolean[] {
  const cuts = piecesOf(letters, words) ?? []
  const ends = [...cuts, letters.length]
  const sure = spaced || cuts.every((cut, i) => words.has(letters.slice(i === 0 ? 0 : cuts[i - 1], cut)))
  const looked = sure && (spaced || words.has(letters.slice(ends.at(-2) ?? 0)))
  const places = new Set(looked ? cuts : [])
  let at = 0
  return run.slice(1).map((_, i) => {
    const before = run[i]
    at += before ? before.to - before.from : 0
    return places.has(at)
  })
}

/** A picture inside a word goes; between two whole syllables or words it becomes a space. */
function pictureEdits(run: readonly Span[]): Edit[] {
  const whole = ({ word }: Span): boolean => word.length > 2 || (word.length === 2 && isSyllable(word))
  return run.slice(1).map((f, i) => {
    const before = run[i] ?? f
    return { from: before.to, to: f.from, by: whole(before) && whole(f) ? ' ' : '' }
  })
}
