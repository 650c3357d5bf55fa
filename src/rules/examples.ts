import type { Checks, ScoreInput } from '../domain.ts'
import { claimsOf } from '../normalise/claims.ts'
import { parseScoreInput } from './input.ts'
import { match } from './match.ts'
import type { Excusing, Rule, Ruleset } from './ruleset.ts'
import type { Fragment } from './schema.ts'
import { sceneOf } from './score.ts'
import { subjectOf } from './subject.ts'

type ExampleKind = 'fires' | 'quiet' | 'obfuscated'

/** One example of a rule that does not behave as its file says. */
export interface ExampleFailure {
  readonly rule: string
  readonly file: string
  readonly kind: ExampleKind
  /** Place among the examples of its kind, from 1. */
  readonly number: number
  readonly problem:
    | { readonly kind: 'silent' }
    | { readonly kind: 'fired' }
    | { readonly kind: 'quote'; readonly missing: string }
  /** What the rule quoted. */
  readonly quoted: readonly string[]
}

export interface ExampleReport {
  readonly rules: number
  readonly examples: number
  readonly failures: readonly ExampleFailure[]
}

/** Runs every rule on its own examples: those that must fire, those that must not, those that hide the words. */
export function runExamples(ruleset: Ruleset): ExampleReport {
  const all = [...ruleset.rules, ...ruleset.excuses].filter(({ active }) => active)
  let examples = 0
  const failures: ExampleFailure[] = []
  for (const rule of all) {
    for (const kind of ['fires', 'quiet', 'obfuscated'] as const) {
      for (const [at, fragment] of (rule.body.examples[kind] ?? []).entries()) {
        examples++
        const failure = runExample(rule, ruleset, kind, fragment)
        if (failure) failures.push({ rule: rule.body.id, file: rule.file, kind, number: at + 1, ...failure })
      }
    }
  }
  return { rules: all.length, examples, failures }
}

function runExample(
  rule: Rule | Excusing,
  ruleset: Ruleset,
  kind: ExampleKind,
  fragment: Fragment,
): Pick<ExampleFailure, 'problem' | 'quoted'> | null {
  const listing = listingOf(fragment)
  const scene = sceneOf(subjectOf(listing, ruleset.trie), ruleset, checksOf(fragment, listing))
  const matched = match(rule.when, scene, rule)
  const quoted = (matched?.quotes ?? []).map(({ text }) => text)
  if (kind === 'quiet') return matched ? { problem: { kind: 'fired' }, quoted } : null
  if (!matched) return { problem: { kind: 'silent' }, quoted }
  const missing = (fragment.expect ?? []).find((text) => !quoted.includes(text))
  return missing === undefined ? null : { problem: { kind: 'quote', missing }, quoted }
}

/** An example fragment as a whole listing. */
export function listingOf({ expect: _, checks: __, ...fragment }: Fragment): ScoreInput {
  return parseScoreInput({ id: 'example', ...fragment })
}

const ELSEWHERE = { source: 'example', asOf: '2026-01-01' } as const

/** What the example says was found outside the listing: every number it states ends so, the price is so far below. */
function checksOf({ checks = {} }: Fragment, listing: ScoreInput): Checks {
  const { claims: state, withdrawn, price_ratio: ratio, price_outlier: outlier, standing, by } = checks
  const claims = claimsOf(listing).map((claim) => ({
    ...claim,
    state: state ?? claim.state,
    reason: withdrawn ? ('withdrawn' as const) : state ? null : claim.reason,
    fitsGoods: null,
    snapshot: null,
    record: null,
  }))
  const basis = outlier ? 'store' : 'reference'
  const known = { ...ELSEWHERE, id: 'example', low: 1, high: 1, n: null, confidence: 'M' } as const
  return {
    claims: state ? claims : [],
    price: ratio === undefined ? null : { ...known, basis, ratio, outlier: outlier ?? false },
    standings: standing ? [{ kind: standing, by: by ?? 'number', record: {}, snapshot: null, quote: null }] : [],
  }
}
