import type { Condition } from './schema.ts'

/** Something whose presence keeps a rule quiet: a fact such as a registration number, or a field that is filled in. */
export type Silencer =
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'field'; readonly name: string }

/** What a condition demands to be absent, each once. Facts under `not` and fields under `missing`; words are many and left out. */
export function silencers(when: Condition): readonly Silencer[] {
  const all = absent(when)
  return all.filter((one, at) => all.findIndex((other) => other.kind === one.kind && other.name === one.name) === at)
}

/** Only what `all` demands: one branch of `any` that falls away leaves the others. */
function absent(when: Condition): readonly Silencer[] {
  if (when.all) return when.all.flatMap(absent)
  if (when.missing) return [{ kind: 'field', name: when.missing }]
  return when.not ? sufficient(when.not) : []
}

/** Facts that alone make the denied condition true. */
function sufficient(when: Condition): readonly Silencer[] {
  if (when.any) return when.any.flatMap(sufficient)
  return when.fact ? [{ kind: 'fact', name: when.fact }] : []
}
