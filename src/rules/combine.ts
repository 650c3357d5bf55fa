import type { Assessment, Band, Category, Excuse, Signal } from '../domain.ts'
import { CATEGORIES } from '../domain.ts'
import type { Scoring } from './schema.ts'

/** The arithmetic from signals to score: what assesses a listing is what explains it. */

export interface Fired {
  readonly signal: Signal
  /** Only the strongest signal of a group counts. */
  readonly group: string
}

export interface Excused {
  readonly excuse: Excuse
  readonly reach: 'weak' | 'all'
}

export type Outcome = Pick<Assessment, 'score' | 'band' | 'flagged'>

/** Score of each category (0–1, unrounded) and what follows from them. */
export function combine(
  fired: readonly Fired[],
  excuses: readonly Excused[],
  scoring: Scoring,
): Outcome & { readonly categories: ReadonlyMap<Category, number> } {
  const categories = new Map(CATEGORIES.map((id) => [id, categoryScore(id, fired, excuses, scoring)]))
  const score = Math.round(combined([...categories.values()], scoring.cross_category) * 100)
  return { score, band: bandOf(score, scoring), flagged: score >= scoring.flag_at, categories }
}

/** Noisy-or over independent groups, the strongest of each group; excuses first weaken the signals they reach. */
function categoryScore(
  category: Category,
  fired: readonly Fired[],
  excuses: readonly Excused[],
  scoring: Scoring,
): number {
  if (!fired.some(({ signal }) => signal.category === category)) return 0
  const groups = new Map<string, number>()
  for (const { signal, group } of fired) {
    if (signal.category !== category) continue
    groups.set(group, Math.max(groups.get(group) ?? 0, left(signal, excuses, scoring)))
  }
  return noisyOr([...groups.values()])
}

/** What is left of a signal's strength after the excuses that reach it. */
export function left(signal: Signal, excuses: readonly Excused[], scoring: Scoring): number {
  return excuses
    .filter((excused) => reaches(excused, signal, scoring))
    .reduce((rest, { excuse }) => rest * (1 - excuse.strength), signal.strength)
}

/** Outright offers are lowered only by excuses whose reach is all. */
export function reaches({ excuse, reach }: Excused, { category, strength }: Signal, scoring: Scoring): boolean {
  const about = excuse.lowers.includes('*') || excuse.lowers.includes(category)
  return about && (reach === 'all' || strength < scoring.outright_from)
}

const noisyOr = (parts: readonly number[]) => 1 - parts.reduce((rest, part) => rest * (1 - part), 1)

/** The strongest category, and a share of what the others add. */
function combined(scores: readonly number[], share: number): number {
  const [first = 0, ...others] = [...scores].sort((a, b) => b - a)
  return noisyOr([first, ...others.map((score) => score * share)])
}

export function bandOf(score: number, { bands }: Scoring): Band {
  if (score >= bands.high) return 'high'
  if (score >= bands.medium) return 'medium'
  return score >= bands.low ? 'low' : 'none'
}
