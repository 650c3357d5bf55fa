import type { ScoreInput, Signal } from '../domain.ts'
import { fold } from '../normalise/fold.ts'
import { listingOf } from './examples.ts'
import { match } from './match.ts'
import { type Finding, finding } from './review.ts'
import type { Excusing, Rule, Ruleset } from './ruleset.ts'
import type { Matched, Scene } from './scene.ts'
import { assess, sceneOf } from './score.ts'
import { subjectOf } from './subject.ts'

/** Examples that prove nothing, and rules that say nothing a stronger one does not say. */
export function reviewExamples(ruleset: Ruleset): readonly Finding[] {
  const active = [...ruleset.rules, ...ruleset.excuses].filter((rule) => rule.active)
  return active.flatMap((rule) => [
    ...repeating(rule, ruleset),
    ...sayingNothing(rule, ruleset),
    ...notHidden(rule, ruleset),
    ...(rule.kind === 'offence' ? neverAlone(rule, ruleset) : []),
  ])
}

const scenes = (listings: readonly ScoreInput[], ruleset: Ruleset): readonly Scene[] =>
  listings.map((listing) => sceneOf(subjectOf(listing, ruleset.trie), ruleset))

/** Fires on the same words as an earlier example. */
function repeating(rule: Rule | Excusing, ruleset: Ruleset): readonly Finding[] {
  const seen = new Map<string, number>()
  return scenes(rule.body.examples.fires.map(listingOf), ruleset).flatMap((scene, at) => {
    const matched = match(rule.when, scene, rule)
    if (!matched || matched.quotes.length === 0) return []
    const key = wordsOf(matched)
    const first = seen.get(key)
    seen.set(key, first ?? at)
    return first === undefined
      ? []
      : [finding('example-repeats', rule.file, `fires[${at + 1}]`, `fires[${first + 1}]: ${key}`)]
  })
}

const wordsOf = ({ quotes }: Matched): string =>
  [...new Set(quotes.map(({ text }) => fold(text).text))].sort().join(' · ')

/** Stays quiet although nothing of the rule is in it: it would stay quiet whatever the rule excluded. */
function sayingNothing(rule: Rule | Excusing, ruleset: Ruleset): readonly Finding[] {
  const lists = ownLists(rule.when)
  if (lists === null) return []
  return scenes(rule.body.examples.quiet.map(listingOf), ruleset).flatMap(({ subject }, at) =>
    lists.some((list) => subject.hits.has(list))
      ? []
      : [finding('example-says-nothing', rule.file, `quiet[${at + 1}]`)],
  )
}

/** Numbers of every list the condition names outside `not`; null where it asks for more than words. */
function ownLists(when: Rule['when']): readonly number[] | null {
  switch (when.op) {
    case 'words':
      return [when.list]
    case 'attribute':
      return [when.key, when.value]
    case 'not':
      return []
    case 'all':
    case 'any': {
      const parts = when.parts.map(ownLists).filter((part) => part !== null)
      return parts.length < when.parts.length ? null : parts.flat()
    }
    default:
      return null
  }
}

/** Called obfuscated, and every word of the rule that is there is plainly there. */
function notHidden(rule: Rule | Excusing, ruleset: Ruleset): readonly Finding[] {
  const lists = ownLists(rule.when)
  if (lists === null) return []
  return scenes((rule.body.examples.obfuscated ?? []).map(listingOf), ruleset).flatMap((scene, at) => {
    const hits = lists.flatMap((list) => scene.subject.hits.get(list) ?? [])
    if (hits.some(({ hidden, unaccented }) => hidden || unaccented)) return []
    return [finding('example-not-hidden', rule.file, `obfuscated[${at + 1}]`)]
  })
}

/** On every example a stronger rule of the same category and group fires too: only the strongest of a group counts. */
function neverAlone(rule: Rule, ruleset: Ruleset): readonly Finding[] {
  const fires = [...rule.body.examples.fires, ...(rule.body.examples.obfuscated ?? [])]
  const covering = fires.map((fragment) => stronger(rule, assess(listingOf(fragment), ruleset).signals, ruleset))
  const [first, ...others] = covering
  const always = (first ?? []).filter((id) => others.every((ids) => ids.includes(id)))
  return always.length === 0 ? [] : [finding('never-alone', rule.file, rule.body.id, always.join(', '))]
}

function stronger(rule: Rule, signals: readonly Signal[], ruleset: Ruleset): readonly string[] {
  const groups = new Map(ruleset.rules.map(({ body }) => [body.id, body.group]))
  const own = signals.find((signal) => signal.rule === rule.body.id)
  return signals
    .filter((signal) => signal.category === rule.body.category && groups.get(signal.rule) === rule.body.group)
    .filter((signal) => own !== undefined && signal.strength > own.strength)
    .map((signal) => signal.rule)
}
