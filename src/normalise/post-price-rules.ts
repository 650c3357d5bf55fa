/** The price asked by rules: words of fees, former prices and tiers around each figure say how far it is from that. */
import { type Around, askedBy, distanceOf, isReduced } from './post-context.ts'
import { isAlone, isMoney, listedIn } from './post-figures.ts'
import { ownFigures, type Post, postOf } from './post-text.ts'
import { type Figure, figuresIn } from './vnd-figures.ts'
import { BETWEEN, repaired, shared } from './vnd-money.ts'

/** A figure that may be the price asked, and how far from it. */
interface Candidate {
  readonly figure: Figure
  readonly distance: number
}

/** The first of the nearest; null where none is near. */
export const pickedOf = (text: string, post: Post, figures: readonly Figure[]): Figure | null =>
  nearest(candidatesOf(text, post, figures))

/** Whether the rules find a price in a post at all, a masked one too. */
export function isPriced(post: string): boolean {
  const folded = postOf(ownFigures(post))
  const text = repaired(folded.text)
  return pickedOf(text, folded, figuresOfPost(text)) !== null
}

/** A list of goods has dozens of figures; whoever writes thousands means to keep readers busy. */
const FIRST = 120
const LAST = 40

/** The figures of a post that are weighed, of folded and repaired text: of very many, those that it begins and ends with. */
export function figuresOfPost(text: string): readonly Figure[] {
  const figures = figuresIn(text)
  const many = figures.length > FIRST + LAST
  return shared(text, many ? [...figures.slice(0, FIRST), ...figures.slice(-LAST)] : figures, true)
}

/** Figures one by one, each judged by what stands between it and the one before. */
function candidatesOf(text: string, post: Post, figures: readonly Figure[]): readonly Candidate[] {
  const found: Candidate[] = []
  let last: Candidate | null = null
  const listed = listedIn(text, figures)
  for (const figure of figures) {
    const previous = found.at(-1)
    if (last !== null && BETWEEN.test(text.slice(last.figure.to, figure.from))) {
      last = { figure, distance: last.distance + 0.1 } // the upper end of a range is what its lower end is
      if (previous !== undefined && last.distance < NONE) found.push(last)
      continue
    }
    const around = aroundOf(post, figure, previous?.figure.to ?? 0)
    const reduced = previous !== undefined && isReduced(post.words.slice(previous.figure.to, figure.from), post.marked)
    const alone = isAlone(text, figure, around)
    if (!alone && !listed.has(figure) && !isMoney(text, figure, around, reduced)) continue
    const falls = reduced && (previous.figure.value ?? 0) > (figure.value ?? Number.POSITIVE_INFINITY)
    if (falls) found[found.length - 1] = { ...previous, distance: previous.distance + NONE }
    const tiny = figure.value !== null && figure.value < LEAST ? 1 : 0 // 4K, 3k lượt
    const distance = distanceOf(around)
    const asked = falls ? 1 : distance < NONE ? askedBy(around) / 2 : 0
    last = { figure, distance: distance + (alone ? 1 : 0) + tiny - asked }
    found.push(last)
  }
  return found
}

/** From this distance on a figure is no price asked. */
const NONE = 4
/** Dong; goods sold alone seldom cost less. */
const LEAST = 5000
const BEFORE = 48

export function aroundOf({ words, marked }: Post, { from, to }: Figure, previous: number): Around {
  const wider = words.slice(Math.max(0, from - BEFORE), from)
  const clause = words.slice(Math.max(previous, from - BEFORE), from)
  const cut = Math.max(clause.lastIndexOf('|'), clause.lastIndexOf('. '), clause.lastIndexOf('; '))
  const line = wider.slice(wider.lastIndexOf('|') + 1)
  return { marked, before: clause.slice(cut + 1), wider: line, after: words.slice(to, to + 24) }
}

/** `giá 1450` is read with its word: the number alone would be 1,450 dong. */
export const printedFrom = (text: string, { from, to }: Figure): number => {
  if (!/^\d\.?\d{3}$/.test(text.slice(from, to))) return from
  const word = Math.max(text.lastIndexOf('giá', from), text.lastIndexOf('gia', from))
  return word >= 0 && word > from - 24 ? word : from
}

/** The first of the nearest; what is a fee or a former price is never it. */
function nearest(candidates: readonly Candidate[]): Figure | null {
  let best: Candidate | null = null
  for (const one of candidates) if (one.distance < (best?.distance ?? NONE)) best = one
  return best?.figure ?? null
}
