import type { Assessment, Category, Excuse, Signal } from '../domain.ts'
import { CATEGORIES } from '../domain.ts'
import { type Counter, counter, type Figures } from './figures.ts'
import type { Labelled } from './labelled.ts'
import { type Ranking, scoreTally } from './ranking.ts'
import type { Share } from './shares.ts'

export type Grouping = 'category' | 'difficulty' | 'platform' | 'evasion'
export const GROUPINGS: readonly Grouping[] = ['category', 'difficulty', 'platform', 'evasion']

/** Where a listing came from. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** A listing that the rules judged otherwise than its labels, with what they saw. */
export interface Wrong extends Place {
  readonly id: string
  readonly title: string
  readonly labels: readonly string[]
  /** Categories whose own score reaches the flag. */
  readonly reported: readonly Category[]
  readonly difficulty: string | null
  readonly platform: string | null
  readonly evasion: string | null
  readonly score: number
  readonly signals: readonly Signal[]
  readonly excused: readonly Excuse[]
}

export interface Evaluation extends Ranking {
  readonly listings: number
  /** Flagged against any label. */
  readonly all: Figures
  /** Mean F1 over the categories that occur in the labels; null when none does. */
  readonly macroF1: number | null
  readonly macroCategories: readonly Category[]
  /** Flagged among the listings called `hard-negative`. */
  readonly hardNegativesFlagged: Share | null
  /** Flagged among the violating called `evasive`. */
  readonly evasiveRecall: Share | null
  /** Categories: own score against own label. Others: flagged against any label; `-` where a listing does not say. */
  readonly groups: Readonly<Record<Grouping, Readonly<Record<string, Figures>>>>
  readonly missed: readonly Wrong[]
  readonly falseAlarms: readonly Wrong[]
  /** Rightly flagged, but the categories reported are not those of the labels. */
  readonly otherCategories: readonly Wrong[]
}

export interface Evaluator {
  add(place: Place, labelled: Labelled, assessment: Assessment): void
  result(): Evaluation
}

/** Gathers figures listing by listing: memory grows with what was judged wrongly, not with what was read. */
export function evaluator(flagAt: number): Evaluator {
  const all = counter()
  const scores = scoreTally()
  const groups = new Map(GROUPINGS.map((grouping) => [grouping, new Map<string, Counter>()]))
  const wrong = { missed: [] as Wrong[], falseAlarms: [] as Wrong[], otherCategories: [] as Wrong[] }
  const count = (grouping: Grouping, key: string, truth: boolean, said: boolean) => {
    const group = groups.get(grouping) ?? new Map<string, Counter>()
    const known = group.get(key) ?? counter()
    group.set(key, known)
    known.add(truth, said)
  }
  return {
    add(place, labelled, assessment) {
      const { labels, difficulty, evasion, listing } = labelled
      const violating = labels.length > 0
      const reported = assessment.categories.filter(({ score }) => score >= flagAt).map(({ id }) => id)
      all.add(violating, assessment.flagged)
      scores.add(assessment.score, violating)
      for (const category of CATEGORIES)
        count('category', category, labels.includes(category), reported.includes(category))
      count('difficulty', difficulty ?? '-', violating, assessment.flagged)
      count('platform', listing.platform ?? '-', violating, assessment.flagged)
      count('evasion', evasion ?? '-', violating, assessment.flagged)
      wrongList(labels, reported, assessment, wrong)?.push(wrongOf(place, labelled, assessment, reported))
    },
    result() {
      const figures = Object.fromEntries(
        GROUPINGS.map((grouping) => [grouping, figuresOf(groups.get(grouping) ?? new Map(), grouping)]),
      ) as Evaluation['groups']
      return {
        listings: all.total(),
        all: all.figures(),
        ...scores.ranking(),
        ...macro(figures.category),
        hardNegativesFlagged: figures.difficulty['hard-negative']?.falsePositiveRate ?? null,
        evasiveRecall: figures.difficulty['evasive']?.recall ?? null,
        groups: figures,
        ...wrong,
      }
    },
  }
}

type WrongLists = Pick<{ -readonly [K in keyof Evaluation]: Wrong[] }, 'missed' | 'falseAlarms' | 'otherCategories'>

function wrongList(labels: readonly string[], reported: readonly Category[], { flagged }: Assessment, to: WrongLists) {
  if (labels.length > 0 !== flagged) return flagged ? to.falseAlarms : to.missed
  const same = reported.length === labels.length && reported.every((id) => labels.includes(id))
  return flagged && !same ? to.otherCategories : null
}

function wrongOf(
  place: Place,
  { listing, labels, difficulty, evasion }: Labelled,
  { score, signals, excused }: Assessment,
  reported: readonly Category[],
): Wrong {
  const { id, title, platform } = listing
  return { ...place, id, title, labels, reported, difficulty, platform, evasion, score, signals, excused }
}

/** Categories in their own order, other groups by name. */
function figuresOf(group: ReadonlyMap<string, Counter>, grouping: Grouping): Record<string, Figures> {
  const entries = [...group].map(([key, known]) => [key, known.figures()] as const)
  return Object.fromEntries(grouping === 'category' ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A category that is in the labels and never rightly reported counts as 0. */
function macro(groups: Readonly<Record<string, Figures>>): Pick<Evaluation, 'macroF1' | 'macroCategories'> {
  const macroCategories = CATEGORIES.filter((id) => (groups[id]?.recall?.of ?? 0) > 0)
  const sum = macroCategories.reduce((total, id) => total + (groups[id]?.f1 ?? 0), 0)
  return { macroCategories, macroF1: macroCategories.length === 0 ? null : sum / macroCategories.length }
}
