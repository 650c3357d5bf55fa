import type { Compiled } from './compiled.ts'
import type { Hits } from './subject.ts'

/** Lists of which one must have been found. */
type Choice = readonly number[]

/**
 * What a condition cannot do without: one list of every choice. Most rules are settled by this question, so that hundreds of
 * rules whose words are absent cost next to nothing. Empty where words do not decide.
 */
export type Needs = readonly Choice[]

export function needsOf(when: Compiled): Needs {
  switch (when.op) {
    case 'all':
      return when.parts.flatMap(needsOf)
    case 'any':
      return either(when.parts.map(needsOf))
    case 'words':
      return when.near ? [[when.list], [when.near.list]] : [[when.list]]
    case 'attribute':
      return [[when.key], [when.value]]
    case 'floor':
      return [when.floors.map(({ brand }) => brand), when.floors.map(({ goods }) => goods)]
    default:
      return []
  }
}

/** Every branch gives the choice it can least do without; a branch that needs nothing frees them all. */
function either(branches: readonly Needs[]): Needs {
  const choices = branches.map((needs) => [...needs].sort((a, b) => a.length - b.length)[0])
  return choices.every((choice) => choice !== undefined) ? [[...new Set(choices.flat())]] : []
}

/** Whether the words found allow the condition at all. */
export function allows(needs: Needs, hits: Hits): boolean {
  for (const choice of needs) {
    let found = false
    for (let i = 0; i < choice.length && !found; i++) found = hits.has(choice[i] ?? -1)
    if (!found) return false
  }
  return true
}
