import { combine, type Excused, type Fired, type Outcome } from './combine.ts'
import type { Ruleset } from './ruleset.ts'
import type { Scoring } from './schema.ts'

/** What would come out if the listing showed less, or more. */

/** A circumstance that the listing does not show and that would lower it. */
export interface Missing {
  readonly rule: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly outcome: Outcome
}

/** Most circumstances shown as missing: those that would lower most. */
const MOST_MISSING = 6

export const without = <T>(all: readonly T[], one: T): readonly T[] => all.filter((other) => other !== one)

export function outcomeOf(fired: readonly Fired[], excuses: readonly Excused[], scoring: Scoring): Outcome {
  const { score, band, flagged } = combine(fired, excuses, scoring)
  return { score, band, flagged }
}

/** Takes away, one after another, the signal that weighs most, until the band is left. Empty where there is no band. */
export function decisive(fired: readonly Fired[], excuses: readonly Excused[], scoring: Scoring): readonly string[] {
  const { band } = outcomeOf(fired, excuses, scoring)
  if (band === 'none') return []
  const floor = scoring.bands[band]
  const taken: string[] = []
  let rest = fired
  while (rest.length > 0 && outcomeOf(rest, excuses, scoring).score >= floor) {
    const lightest = rest
      .map((one) => ({ one, score: outcomeOf(without(rest, one), excuses, scoring).score }))
      .reduce((best, next) => (next.score < best.score ? next : best))
    taken.push(lightest.one.signal.rule)
    rest = without(rest, lightest.one)
  }
  return taken
}

export function missing(fired: readonly Fired[], excused: readonly Excused[], ruleset: Ruleset): readonly Missing[] {
  const there = new Set(excused.map(({ excuse }) => excuse.rule))
  const now = outcomeOf(fired, excused, ruleset.scoring)
  return ruleset.excuses
    .filter(({ active, body }) => active && !there.has(body.id))
    .map(({ body, version }) => {
      const excuse = { rule: body.id, version, lowers: body.lowers, strength: body.strength, quotes: [] }
      const outcome = outcomeOf(fired, [...excused, { excuse, reach: body.reach }], ruleset.scoring)
      return { rule: body.id, title: body.title, outcome }
    })
    .filter(({ outcome }) => outcome.score < now.score)
    .sort((a, b) => a.outcome.score - b.outcome.score || (a.rule < b.rule ? -1 : 1))
    .slice(0, MOST_MISSING)
}
