import type { Assessment, Band, Category, Checks, Excuse, Quote, ScoreInput, Signal } from '../domain.ts'
import { CATEGORIES, NO_CHECKS } from '../domain.ts'
import { match } from './match.ts'
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
  const fired = ruleset.rules.flatMap((rule) => signalOf(rule, scene, ruleset.scoring))
  const excuses = fired.length === 0 ? [] : ruleset.excuses.flatMap((rule) => excuseOf(rule, scene, fired))
  const scores = new Map(CATEGORIES.map((id) => [id, categoryScore(id, fired, excuses, ruleset.scoring)]))
  const total = combined([...scores.values()], ruleset.scoring.cross_category)
  const score = Math.round(total * 100)
  return {
    id: input.id,
    score,
    band: bandOf(score, ruleset.scoring),
    flagged: score >= ruleset.scoring.flag_at,
    categories: CATEGORIES.map((id) => ({ id, score: Math.round((scores.get(id) ?? 0) * 100) }))
      .filter((category) => category.score > 0)
      .sort((a, b) => b.score - a.score),
    signals: fired.map(({ signal }) => signal).sort((a, b) => b.strength - a.strength || (a.rule < b.rule ? -1 : 1)),
    excused: excuses.map(({ excuse }) => excuse),
    ruleset: ruleset.hash,
  }
}

export function sceneOf(subject: Subject, ruleset: Ruleset, checks: Checks): Scene {
  return {
    subject,
    places: placesOf(subject),
    lists: ruleset.factLists,
    checks,
    denied: negations(subject, ruleset.negation),
    facts: new Map(),
  }
}

interface Fired {
  readonly signal: Signal
  readonly group: string
}

function signalOf(rule: Rule, scene: Scene, scoring: Scoring): Fired[] {
  if (!rule.active) return []
  const matched = match(rule.when, scene, rule)
  if (!matched) return []
  const { id, category, group } = rule.body
  const strength = strengthOf(rule.body.strength, matched, scoring)
  const quotes = shown(matched.quotes, scene.subject)
  return [{ group, signal: { rule: id, version: rule.version, category, strength, quotes } }]
}

function strengthOf(base: number, { hidden, unaccented }: Matched, scoring: Scoring): number {
  const read = unaccented ? base * scoring.unaccented_factor : base
  return round(hidden ? 1 - (1 - read) * (1 - scoring.hidden_bonus) : read)
}

interface Excused {
  readonly excuse: Excuse
  readonly reach: 'weak' | 'all'
}

/** An excuse is shown only when there was something to lower. */
function excuseOf(rule: Excusing, scene: Scene, fired: readonly Fired[]): Excused[] {
  const { id, lowers, strength, reach } = rule.body
  const applies = fired.some(({ signal }) => lowers.includes('*') || lowers.includes(signal.category))
  if (!rule.active || !applies) return []
  const matched = match(rule.when, scene, rule)
  if (!matched) return []
  const quotes = shown(matched.quotes, scene.subject)
  return [{ reach, excuse: { rule: id, version: rule.version, lowers, strength, quotes } }]
}

/** Noisy-or over independent groups, the strongest of each group; excuses first weaken the signals they reach. */
function categoryScore(
  category: Category,
  fired: readonly Fired[],
  excuses: readonly Excused[],
  scoring: Scoring,
): number {
  const groups = new Map<string, number>()
  for (const { signal, group } of fired) {
    if (signal.category !== category) continue
    const outright = signal.strength >= scoring.outright_from
    let left = signal.strength
    for (const { excuse, reach } of excuses) {
      const reaches = excuse.lowers.includes('*') || excuse.lowers.includes(category)
      if (reaches && (reach === 'all' || !outright)) left *= 1 - excuse.strength
    }
    groups.set(group, Math.max(groups.get(group) ?? 0, left))
  }
  return noisyOr([...groups.values()])
}

const noisyOr = (parts: readonly number[]) => 1 - parts.reduce((rest, part) => rest * (1 - part), 1)

/** The strongest category, and a share of what the others add. */
function combined(scores: readonly number[], share: number): number {
  const [first = 0, ...others] = [...scores].sort((a, b) => b - a)
  return noisyOr([first, ...others.map((score) => score * share)])
}

function bandOf(score: number, { bands }: Scoring): Band {
  if (score >= bands.high) return 'high'
  if (score >= bands.medium) return 'medium'
  return score >= bands.low ? 'low' : 'none'
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
