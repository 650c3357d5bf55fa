import type { Edit, Folded } from './folded.ts'
import { isDigit, isLatin } from './letters.ts'
import { isSyllable, LONGEST_PHRASE, syllablesOf } from './syllables.ts'

/** A stretch of letters and digits between separators. */
export interface Span {
  readonly from: number
  readonly to: number
}

const isWord = (u: number): boolean => isLatin(u) || isDigit(u)
const PICTURE = /[\p{Extended_Pictographic}\p{So}\p{Sk}]/u
/** Marks that are put between letters. */
const MARKS = new Set(`.-_/\\|*·•~,+=:;'"()[]{}<>^`)
const LONGEST_MARKS = 3

type Gap = 'space' | 'mark' | 'picture' | 'break'

/** Longer gaps are never inside a word; bounding them keeps the work linear. */
const LONGEST_GAP = 14

function gapOf(text: string, from: number, to: number): Gap {
  if (to - from > LONGEST_GAP) return 'break'
  if (to - from === 1 && text.charCodeAt(from) === 32) return 'space'
  let marks = 0
  while (from + marks < to && MARKS.has(text.charAt(from + marks))) marks++
  if (marks === to - from && marks <= LONGEST_MARKS) return 'mark'
  return marks === 0 && [...text.slice(from, to)].every((char) => PICTURE.test(char)) ? 'picture' : 'break'
}

const known = new WeakMap<Folded, readonly Span[]>()

/** Stretches of letters and digits, in order; found once for each folded text. */
export function fragmentsOf(folded: Folded): readonly Span[] {
  const before = known.get(folded)
  if (before) return before
  const { text } = folded
  const found: Span[] = []
  for (let at = 0; at < text.length; at++) {
    if (!isWord(text.charCodeAt(at))) continue
    const from = at
    while (at < text.length && isWord(text.charCodeAt(at))) at++
    found.push({ from, to: at })
  }
  known.set(folded, found)
  return found
}

/**
 * Letters written apart (`f.a.k.e`, `h à n g`, `L🧸A🧸B🧸U`) put together. Runs of three and more single letters; with
 * marks or pictures between them the fragments may have two. Where only spaces part them, Vietnamese syllables decide
 * which spaces stay.
 */
export function joinings(folded: Folded): readonly Edit[] {
  const { text } = folded
  const fragments = fragmentsOf(folded)
  const edits: Edit[] = []
  for (let i = 0; i < fragments.length; ) {
    const run = runFrom(text, fragments, i)
    const enough = run.count >= (run.gap === 'picture' ? 2 : 3)
    if (enough) for (const edit of editsOf(folded, fragments.slice(i, i + run.count), run.gap)) edits.push(edit)
    i += run.count
  }
  return edits
}

/** How many fragments from `first` on are parted by one kind of gap and short enough to be parts of a word. */
function runFrom(text: string, all: readonly Span[], first: number): { count: number; gap: Gap } {
  const next = (i: number): Gap => {
    const [a, b] = [all[i], all[i + 1]]
    return a && b ? gapOf(text, a.to, b.from) : 'break'
  }
  const gap = next(first)
  if (gap === 'break') return { count: 1, gap }
  const short = (f: Span | undefined): boolean =>
    f !== undefined && f.to - f.from <= (gap === 'space' ? 1 : gap === 'mark' ? 2 : 24)
  let last = first
  if (!short(all[first])) return { count: 1, gap: 'break' }
  while (next(last) === gap && short(all[last + 1])) last++
  return { count: last - first + 1, gap }
}

function editsOf(folded: Folded, run: readonly Span[], gap: Gap): Edit[] {
  const { text } = folded
  const letters = run.map((f) => text.slice(f.from, f.to)).join('')
  if (gap === 'picture') return pictureEdits(text, run)
  const singles = run.filter((f) => f.to - f.from === 1).length
  if (run.length > LONGEST_PHRASE) return []
  const written = letters.replace(/\d/g, '').length
  if (written < 2 || written * 2 < run.length || singles * 2 < run.length) return []
  const wide = run.slice(1).map((f) => (folded.ends[f.from - 1] ?? 0) - (folded.starts[f.from - 1] ?? 0) > 1)
  const kept = gap === 'space' ? (wide.includes(true) ? wide : syllableGaps(run, letters)) : wide.map(() => false)
  return run.slice(1).flatMap((f, i) => (kept[i] ? [] : [{ from: run[i]?.to ?? f.from, to: f.from, by: '' }]))
}

function syllableGaps(run: readonly Span[], letters: string): boolean[] {
  const cuts = new Set(syllablesOf(letters) ?? [])
  return run.slice(1).map((_, i) => cuts.has(i + 1))
}

/** A picture inside a word goes; between two whole syllables or words it becomes a space. */
function pictureEdits(text: string, run: readonly Span[]): Edit[] {
  const whole = (f: Span): boolean => f.to - f.from > 2 || (f.to - f.from === 2 && isSyllable(text.slice(f.from, f.to)))
  return run.slice(1).map((f, i) => {
    const before = run[i] ?? f
    return { from: before.to, to: f.from, by: whole(before) && whole(f) ? ' ' : '' }
  })
}
