import type { Assessment, Excuse, Signal } from '../domain.ts'
import type { Outcome } from './combine.ts'

/** One rule that says something else than before. */
interface RuleChange {
  readonly rule: string
  /** Which parts differ. */
  readonly what: readonly ('version' | 'strength' | 'quotes')[]
  readonly from: number
  readonly to: number
}

/** How two assessments of one listing differ. */
export interface Difference {
  readonly from: Outcome
  readonly to: Outcome
  /** Rules, excuses among them, that speak only in the first. */
  readonly gone: readonly string[]
  /** … only in the second. */
  readonly come: readonly string[]
  readonly changed: readonly RuleChange[]
}

type Said = Signal | Excuse

/** Compares rule by rule; which ruleset they name is not compared. */
export function compare(from: Assessment, to: Assessment): Difference {
  const [before, after] = [saidBy(from), saidBy(to)]
  return {
    from: outcome(from),
    to: outcome(to),
    gone: [...before.keys()].filter((rule) => !after.has(rule)),
    come: [...after.keys()].filter((rule) => !before.has(rule)),
    changed: [...before].flatMap(([rule, one]) => {
      const other = after.get(rule)
      const what = other ? differing(one, other) : []
      return other && what.length > 0 ? [{ rule, what, from: one.strength, to: other.strength }] : []
    }),
  }
}

const saidBy = ({ signals, excused }: Assessment): ReadonlyMap<string, Said> =>
  new Map([...signals, ...excused].map((said) => [said.rule, said]))

const outcome = ({ score, band, flagged }: Assessment): Outcome => ({ score, band, flagged })

function differing(a: Said, b: Said): RuleChange['what'] {
  const quotes = ({ quotes }: Said) =>
    JSON.stringify(quotes.map(({ field, start, end, text }) => [field, start, end, text]))
  return [
    ...(a.version === b.version ? [] : (['version'] as const)),
    ...(a.strength === b.strength ? [] : (['strength'] as const)),
    ...(quotes(a) === quotes(b) ? [] : (['quotes'] as const)),
  ]
}
