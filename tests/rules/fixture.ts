import { fileURLToPath } from 'node:url'
import type { Assessment, ScoreInput } from '../../src/domain.ts'
import { parseScoreInput } from '../../src/rules/input.ts'
import { loadRuleset, rulesetOf } from '../../src/rules/load.ts'
import type { Ruleset } from '../../src/rules/ruleset.ts'
import { assess } from '../../src/rules/score.ts'

export const RULES = fileURLToPath(new URL('../../rules', import.meta.url))

let loaded: Promise<Ruleset> | null = null
/** The project's own rules, loaded once. */
export const theRules = () => (loaded ??= loadRuleset(RULES))

export const listing = (fields: object): ScoreInput => parseScoreInput({ id: 'x', ...fields })

export const judged = async (fields: object): Promise<Assessment> => assess(listing(fields), await theRules())

const SHARED: Readonly<Record<string, string>> = {
  'lexicon/words.yaml': `lists:
  brands:
    note: n
    terms: [Gucci, Adidas]
  not-lookalikes:
    note: n
    terms: [adidos bakery]
  copies:
    note: n
    terms: [hàng giả, rep 1:1, super fake, hàng lậu]
`,
  'negation.yaml': `before: [{ window: 6, terms: [không bán, không phải, nói không với, phát hiện] }, { window: 2, terms: [không] }]
after: [{ window: 3, terms: [đền] }]
breakers: [đây là, nhưng]
chain: [hàng giả, hàng nhái, super fake]
`,
  'prices.yaml': `floors:
  - { name: bag, brand: [Gucci], goods: [túi], below: 900000, source: s, as_of: 2026-01-01 }
`,
  'legal.yaml': `references:
  - id: law
    instrument: { vi: Luật, en: Law }
    article: '1'
    clause: null
    effective_from: 2020-01-01
    effective_to: 2026-07-01
    suspended: [{ from: 2025-01-01, to: 2025-02-01 }]
    superseded_by: null
    role: prohibits
    confidence: H
    verified_on: 2026-01-01
    source: s
`,
  'scoring.yaml': `flag_at: 50
bands: { low: 25, medium: 50, high: 80 }
unaccented_factor: 0.9
hidden_bonus: 0.2
cross_category: 0.5
outright_from: 0.8
`,
}

/** A small ruleset: the given files beside a few shared words. */
export function small(files: Readonly<Record<string, string>>): Ruleset {
  const all = { ...SHARED, ...files }
  const named = Object.entries(all).map(([path, text]) => ({ path, text, sha256: path.padEnd(64, '0') }))
  return rulesetOf(named.sort((a, b) => (a.path < b.path ? -1 : 1)))
}

interface RuleText {
  readonly id: string
  readonly when: string
  readonly strength?: number
  readonly category?: string
  readonly group?: string
  readonly extra?: string
}

/** The YAML of a rule that says only what the test is about. */
export const ruleYaml = ({
  id,
  when,
  strength = 0.6,
  category = 'counterfeit',
  group = 'g',
  extra = '',
}: RuleText) => `id: ${id}
title: { vi: t, en: t }
category: ${category}
strength: ${strength}
group: ${group}
why: { vi: w, en: w }
legal: [law]
false_positives: [f]
innocent: { vi: i, en: i }
${extra}when: ${when}
examples: { fires: [{ title: a }], quiet: [{ title: b }], obfuscated: [{ title: c }] }
`

export const excuseYaml = (id: string, when: string, reach: string, lowers = "['*']") => `id: ${id}
title: { vi: t, en: t }
strength: 0.5
lowers: ${lowers}
reach: ${reach}
why: { vi: w, en: w }
false_positives: [f]
innocent: { vi: i, en: i }
when: ${when}
examples: { fires: [{ title: a }], quiet: [{ title: b }] }
`

/** What one rule with this condition says of a listing: its quotes, or null when it is silent. */
export function quotesOf(when: string, fields: object, extra = ''): string[] | null {
  const ruleset = small({ 'counterfeit/one.yaml': ruleYaml({ id: 'one', when, extra }) })
  const { signals } = assess(listing(fields), ruleset)
  return signals[0]?.quotes.map(({ text }) => text) ?? null
}
