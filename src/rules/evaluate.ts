import type { Assessment, Category } from '../domain.ts'
import { CATEGORIES } from '../domain.ts'

/** One labelled listing and what the ruleset said of it. */
export interface Judged {
  readonly id: string
  readonly title: string
  readonly labels: readonly string[]
  readonly difficulty: string | null
  readonly platform: string | null
  readonly evasion: string | null
  readonly assessment: Assessment
}

/** A share with its 95 % Wilson interval; null where nothing was counted. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly of: number
}

export interface Figures {
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  readonly trueNegatives: number
  readonly precision: Share | null
  readonly recall: Share | null
  readonly f1: number | null
  /** False alarms among the legitimate. */
  readonly falsePositiveRate: Share | null
}

export type Grouping = 'category' | 'difficulty' | 'platform' | 'evasion'
export const GROUPINGS: readonly Grouping[] = ['category', 'difficulty', 'platform', 'evasion']

/** Flagged against any label. */
export const overall = (judged: readonly Judged[]): Figures =>
  figures(judged.map(({ labels, assessment }) => [labels.length > 0, assessment.flagged]))

/** Per group: for categories, the category's own score against its label; otherwise flagged against any label. */
export function grouped(judged: readonly Judged[], by: Grouping, flagAt: number): ReadonlyMap<string, Figures> {
  if (by === 'category') return new Map(CATEGORIES.map((category) => [category, ofCategory(judged, category, flagAt)]))
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const key = one[by] ?? '-'
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => [key, overall(group)]))
}

function ofCategory(judged: readonly Judged[], category: Category, flagAt: number): Figures {
  return figures(
    judged.map(({ labels, assessment }) => {
      const score = assessment.categories.find(({ id }) => id === category)?.score ?? 0
      return [labels.includes(category), score >= flagAt]
    }),
  )
}

function figures(pairs: readonly (readonly [boolean, boolean])[]): Figures {
  const count = (truth: boolean, said: boolean) => pairs.filter(([a, b]) => a === truth && b === said).length
  const tp = count(true, true)
  const fp = count(false, true)
  const fn = count(true, false)
  const tn = count(false, false)
  return {
    truePositives: tp,
    falsePositives: fp,
    falseNegatives: fn,
    trueNegatives: tn,
    precision: wilson(tp, tp + fp),
    recall: wilson(tp, tp + fn),
    f1: tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn),
    falsePositiveRate: wilson(fp, fp + tn),
  }
}

/** Wilson score interval at 95 % (z = 1.96), which stays honest for small counts and shares near 0 or 1. */
function wilson(hits: number, of: number): Share | null {
  if (of === 0) return null
  const z = 1.959964
  const p = hits / of
  const spread = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  return { value: p, low: Math.max(0, middle - spread), high: Math.min(1, middle + spread), of }
}
