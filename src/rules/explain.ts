// Longer than most: the shape of an explanation stands beside what fills it.
import type { Assessment, Category, Excuse, Signal } from '../domain.ts'
import { unlowered } from './allowed.ts'
import { combine, type Excused, type Fired, left, type Outcome, reaches } from './combine.ts'
import { legalOn, type Rule, type Ruleset, ruleOf } from './ruleset.ts'
import type { LegalReference, Scoring } from './schema.ts'
import { type Silencer, silencers } from './silencers.ts'
import { decisive, type Missing, missing, outcomeOf, without } from './what-if.ts'

interface Both {
  readonly vi: string
  readonly en: string
}

/** Why a signal is stronger or weaker than its rule says. */
type Reading = 'plain' | 'hidden' | 'unaccented' | 'hidden-unaccented'

export interface SignalAccount extends Signal {
  readonly group: string
  readonly title: Both
  readonly why: Both
  /** The usual innocent explanation. */
  readonly innocent: Both
  /** In force on the day. */
  readonly legal: readonly LegalReference[]
  /** Strength in the rule's file. */
  readonly base: number
  readonly reading: Reading
  /** Strength after the excuses that reach it. */
  readonly left: number
  /** False where a stronger signal of its group stands for it. */
  readonly counts: boolean
  /** What remains without it. */
  readonly without: Outcome
  /** What, if the listing had it, would keep the rule quiet. */
  readonly silencers: readonly Silencer[]
}

export interface ExcuseAccount extends Excuse {
  readonly title: Both
  readonly why: Both
  /** Rules whose signals it lowers. */
  readonly reaches: readonly string[]
  /** What there would be without it. */
  readonly without: Outcome
}

export interface CategoryAccount {
  readonly id: Category
  /** 0–1, unrounded. */
  readonly value: number
  /** The strongest signal of each group, strongest first. */
  readonly groups: readonly { readonly group: string; readonly rule: string; readonly left: number }[]
}

export interface Explanation {
  readonly assessment: Assessment
  /** YYYY-MM-DD in Viet Nam. */
  readonly day: string
  readonly scoring: Scoring
  readonly signals: readonly SignalAccount[]
  readonly excuses: readonly ExcuseAccount[]
  /** Strongest first; only the first counts whole. */
  readonly categories: readonly CategoryAccount[]
  /** Rules without whose signals, together, the listing falls below its band; the fewest that were found. */
  readonly decisive: readonly string[]
  /** Where the next band begins; null in the highest. */
  readonly nextBand: number | null
  readonly missing: readonly Missing[]
}

/**
 * Accounts for an assessment by the ruleset that made it: every number of it again, and what would change it. Pure.
 * `day`: YYYY-MM-DD in Viet Nam, for the law in force.
 */
export function explain(assessment: Assessment, ruleset: Ruleset, day: string): Explanation {
  const { scoring } = ruleset
  // An allowance is no sign: the account is of what the signs make.
  const { score } = unlowered(assessment)
  const { fired, excused } = partsOf(assessment, ruleset)
  const categories = categoriesOf(fired, excused, scoring)
  const outcome = (f: readonly Fired[], e: readonly Excused[]) => outcomeOf(f, e, scoring)
  return {
    assessment,
    day,
    scoring,
    signals: fired.map((one) => ({
      ...accountOf(one, ruleset, day),
      left: left(one.signal, excused, scoring),
      counts: categories.some(({ groups }) => groups.some(({ rule }) => rule === one.signal.rule)),
      without: outcome(without(fired, one), excused),
    })),
    excuses: excused.map((one) => ({
      ...one.excuse,
      title: one.rule.body.title,
      why: one.rule.body.why,
      reaches: fired.filter(({ signal }) => reaches(one, signal, scoring)).map(({ signal }) => signal.rule),
      without: outcome(fired, without(excused, one)),
    })),
    categories,
    decisive: decisive(fired, excused, scoring),
    nextBand: [scoring.bands.low, scoring.bands.medium, scoring.bands.high].find((from) => score < from) ?? null,
    missing: missing(fired, excused, ruleset),
  }
}

/** What an assessment was combined from: its signals and excuses with their rules. */
export function partsOf({ signals, excused }: Assessment, ruleset: Ruleset) {
  return {
    fired: signals.flatMap((signal) => {
      const rule = ruleOf(ruleset, signal.rule)
      return rule?.kind === 'offence' ? [{ rule, signal, group: rule.body.group }] : []
    }),
    excused: excused.flatMap((excuse) => {
      const rule = ruleOf(ruleset, excuse.rule)
      return rule?.kind === 'excuse' ? [{ rule, excuse, reach: rule.body.reach }] : []
    }),
  }
}

function accountOf({ rule, signal, group }: Fired & { readonly rule: Rule }, ruleset: Ruleset, day: string) {
  const { title, why, innocent, strength: base, when } = rule.body
  return {
    ...signal,
    ...{ group, title, why, innocent, base },
    legal: legalOn(ruleset, rule, day),
    reading: readingOf(base, signal.strength, ruleset.scoring),
    silencers: silencers(when),
  }
}

/** Read back from the strength, which is all that an assessment keeps of it. */
function readingOf(base: number, strength: number, { unaccented_factor, hidden_bonus }: Scoring): Reading {
  const raised = (value: number) => 1 - (1 - value) * (1 - hidden_bonus)
  const same = (value: number) => Math.abs(value - strength) < 0.001
  if (same(base)) return 'plain'
  if (same(raised(base))) return 'hidden'
  return same(base * unaccented_factor) ? 'unaccented' : 'hidden-unaccented'
}

function categoriesOf(
  fired: readonly Fired[],
  excuses: readonly Excused[],
  scoring: Scoring,
): readonly CategoryAccount[] {
  const values = combine(fired, excuses, scoring).categories
  return [...values]
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id, value]) => {
      const groups = new Map<string, CategoryAccount['groups'][number]>()
      for (const { signal, group } of fired.filter((one) => one.signal.category === id)) {
        const own = { group, rule: signal.rule, left: left(signal, excuses, scoring) }
        if (own.left > (groups.get(group)?.left ?? 0)) groups.set(group, own)
      }
      return { id, value, groups: [...groups.values()].sort((a, b) => b.left - a.left) }
    })
}
