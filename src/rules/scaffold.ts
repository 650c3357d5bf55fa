import type { Ruleset } from './ruleset.ts'
import { FAMILIES } from './schema.ts'

export const SCAFFOLD_FAMILIES: readonly string[] = [...FAMILIES, 'exculpatory']

/** The parts of `<family>/<id>`; null when it is no such path. */
export function rulePath(path: string): { readonly family: string; readonly id: string } | null {
  const [family = '', id = '', ...rest] = path.replace(/\.yaml$/, '').split('/')
  const known = SCAFFOLD_FAMILIES.includes(family) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && rest.length === 0
  return known ? { family, id } : null
}

/**
 * The YAML of a new rule. It loads, so that the other rules go on working, fires on nothing, and fails its own examples and
 * `soi rules validate` until every ‹…› is written: a rule half written cannot pass for one that is done.
 */
export function scaffold(ruleset: Ruleset, family: string, id: string): string {
  return family === 'exculpatory' ? excuse(id) : offence(ruleset, family, id)
}

function offence(ruleset: Ruleset, family: string, id: string): string {
  const kin = ruleset.rules.filter(({ file }) => file.startsWith(`${family}/`))
  const law = often(kin.flatMap(({ body }) => body.legal))
  const groups = often(kin.map(({ body }) => body.group))
  const category = often(kin.map(({ body }) => body.category))[0] ?? 'counterfeit'
  return `id: ${id}
title:
  vi: '‹dấu hiệu gì, một câu›'
  en: '‹which sign, one sentence›'
category: ${category}
# How much this alone says, 0 to 1. From 0.5 it flags by itself; measure with \`soi rules calibrate\`.
strength: 0.3
# Only the strongest sign of a group counts. In this family: ${groups.join(', ') || 'none yet'}
group: ${id}
why:
  vi: '‹vì sao các từ này là dấu hiệu›'
  en: '‹why these words are a sign›'
# Ids in rules/legal.yaml. In this family: ${law.join(', ') || 'none yet'}
legal: [${law[0] ?? [...ruleset.legal.keys()][0] ?? ''}]
false_positives:
  - '‹who writes these words and is honest›'
innocent:
  vi: '‹cách giải thích ngay tình thường gặp›'
  en: '‹the usual innocent explanation›'
when:
  words: ['‹words that make it fire›', '‹điền từ ngữ cần bắt›']
  # near or apart: { words: ['{one|another} word'], within: 4, side: before, same_clause: true }
examples:
  fires:
    - { title: '‹a listing it must fire on, as sellers write›' }
  quiet:
    - { title: '‹an honest listing with the same words›' }
  obfuscated:
    - { title: '‹the same listing with its words hidden›' }
`
}

const excuse = (id: string): string => `id: ${id}
title:
  vi: '‹tình tiết gì, một câu›'
  en: '‹which circumstance, one sentence›'
# The share taken from each sign it reaches, 0 to 1.
strength: 0.3
# Category ids, or '*' for all.
lowers: ['*']
# weak: leaves outright offers alone; all: lowers those too.
reach: weak
why:
  vi: '‹vì sao điều này làm nhẹ dấu hiệu›'
  en: '‹why this makes the signs weaker›'
false_positives:
  - '‹who writes this and deserves no lowering›'
innocent:
  vi: '‹người viết thường là ai›'
  en: '‹who usually writes this›'
when:
  words: ['‹words that make it apply›', '‹điền từ ngữ áp dụng›']
examples:
  fires:
    - { title: '‹a listing it must apply to, as people write›' }
  quiet:
    - { title: '‹a listing that looks like it and must not be lowered›' }
`

/** Each once, the most frequent first. */
function often<T extends string>(values: readonly T[]): readonly T[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value)
}
