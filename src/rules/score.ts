import type { Assessment, Checks, Quote, ScoreInput } from '../domain.ts'
import { CATEGORIES, NO_CHECKS } from '../domain.ts'
import { lowerFor } from './allowed.ts'
import { combine, type Excused, type Fired } from './combine.ts'
import { match } from './match.ts'
import { allows } from './needs.ts'
import { negations } from './negation.ts'
import { placesOf } from './places.ts'
import type { Excusing, Rule, Ruleset } from './ruleset.ts'
import type { Matched, Scene } from './scene.ts'
import type { Scoring } from './schema.ts'
import type { Subject } from './subject.ts'
import { subjectOf } from './subject.ts'

/** Enough to show why; a text that repeats a word a thousand times would drown the reader. */
const MOST_QUOTES = 12

/**
 * Judges one listing. Pure: the same listing, ruleset and checks give the same assessment, byte for byte. `checks` is what was
 * gathered before from registries, prices and lists; without it claims are judged by their form alone.
 */
export function assess(input: ScoreInput, ruleset: Ruleset, checks: Checks = NO_CHECKS): Assessment {
  const scene = sceneOf(subjectOf(input, ruleset.trie), ruleset, checks)
  const fired = firedIn(scene, ruleset)
  const excuses = fired.length === 0 ? [] : ruleset.excuses.flatMap((rule) => excuseOf(rule, scene, fired))
  const { score, band, flagged, categories } = combine(fired, excuses, ruleset.scoring)
  const lowered = lowerFor(checks.allowed, { score, band, flagged }, ruleset.scoring)
  return {
    id: input.id,
    ...lowered,
    flagged,
    categories: CATEGORIES.map((id) => ({ id, score: Math.round((categories.get(id) ?? 0) * 100) }))
      .filter((category) => category.score > 0)
      .sort((a, b) => b.score - a.score),
    signals: fired.map(({ signal }) => signal).sort((a, b) => b.strength - a.strength || (a.rule < b.rule ? -1 : 1)),
    excused: excuses.map(({ excuse }) => excuse),
    ruleset: ruleset.hash,
  }
}

export function sceneOf(subject: Subject, ruleset: Ruleset, checks: Checks = NO_CHECKS): Scene {
  return {
    subject,
    places: placesOf(subject),
    lists: ruleset.factLists,
    checks,
    denied: negations(subject, ruleset.negation),
    facts: new Map(),
  }
}

/** Rules whose words were not found at all are not asked further. */
function firedIn(scene: Scene, { wakenedBy, scoring }: Ruleset): Fired[] {
  const fired: Fired[] = []
  for (const rule of wakenedBy(scene.subject.hits)) {
    const matched = match(rule.when, scene, rule)
    if (matched) fired.push(firedBy(rule, matched, scene, scoring))
  }
  return fired
}

function firedBy({ body, version }: Rule, matched: Matched, scene: Scene, scoring: Scoring): Fired {
  const { id, category, group } = body
  const strength = strengthOf(body.strength, matched, scoring)
  const quotes = shown(matched.quotes, scene.subject)
  return { group, signal: { rule: id, version, category, strength, quotes } }
}

function strengthOf(base: number, { hidden, unaccented }: Matched, scoring: Scoring): number {
  const read = unaccented ? base * scoring.unaccented_factor : base
  return round(hidden ? 1 - (1 - read) * (1 - scoring.hidden_bonus) : read)
}

/** An excuse is shown only when there was something to lower. */
function excuseOf(rule: Excusing, scene: Scene, fired: readonly Fired[]): Excused[] {
  const { id, lowers, strength, reach } = rule.body
  const applies = fired.some(({ signal }) => lowers.includes('*') || lowers.includes(signal.category))
  if (!rule.active || !applies || !allows(rule.needs, scene.subject.hits)) return []
  const matched = match(rule.when, scene, rule)
  if (!matched) return []
  const quotes = shown(matched.quotes, scene.subject)
  return [{ reach, excuse: { rule: id, version: rule.version, lowers, strength, quotes } }]
}

/** Each place once, in the order of the listing. */
function shown(quotes: readonly Quote[], { fields }: Subject): Quote[] {
  const order = new Map(fields.map(({ path, order }) => [path, order]))
  const places = new Map(quotes.map((quote) => [`${quote.field} ${quote.start} ${quote.end}`, quote]))
  return [...places.values()]
    .filter(({ text }) => text !== '')
    .sort((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0) || a.start - b.start || a.end - b.end)
    .slice(0, MOST_QUOTES)
}

const round = (value: number) => Math.round(value * 1000) / 1000
