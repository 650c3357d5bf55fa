import { BadInput } from '../errors.ts'
import { fitCurve } from './curve.ts'
import { type Judge, weigh } from './opinion.ts'
import { type Example, learn } from './weights.ts'

/** Fewer of either kind say too little to be heard. */
const LEAST_OF_A_KIND = 10

/** Learns weights from all examples, the rest from what each fold gets when it is held out. BadInput when too few. */
export function trainJudge(examples: readonly Example[]): Judge {
  const violating = examples.filter((example) => example.violating).length
  if (Math.min(violating, examples.length - violating) < LEAST_OF_A_KIND)
    throw new BadInput(`a model needs at least ${LEAST_OF_A_KIND} violating and ${LEAST_OF_A_KIND} legitimate listings`)
  return { weights: learn(examples), ...fromHeldOut(examples) }
}

/** This share of the listings it learned from had fewer known words than it takes for an opinion. */
const TOO_SHORT = 0.05

/** Scores of listings the model has learned from are too sure; those of held-out ones are not. */
function fromHeldOut(examples: readonly Example[]): Pick<Judge, 'curve' | 'least'> {
  const scored = innerFolds(examples).flatMap(({ held, rest }) => {
    const weights = learn(rest)
    return held.map(({ reading, violating }) => ({ ...weigh(reading, weights), violating }))
  })
  const known = scored.map((one) => one.known).sort((a, b) => a - b)
  return { curve: fitCurve(scored), least: known[Math.floor(known.length * TOO_SHORT)] ?? 0 }
}

const DEALT = 5

/** The examples' own folds where each leaves both kinds to learn from; otherwise dealt ones. */
function innerFolds(examples: readonly Example[]): readonly Fold<Example>[] {
  const own = foldsOf(examples)
  const whole = own.every(({ rest }) => new Set(rest.map(({ violating }) => violating)).size === 2)
  return whole ? own : foldsOf(dealt(examples, DEALT))
}

export interface Fold<E extends Example> {
  readonly name: string
  readonly held: readonly E[]
  readonly rest: readonly E[]
}

/** Each fold with all others, in the order in which they come. */
export function foldsOf<E extends Example>(examples: readonly E[]): readonly Fold<E>[] {
  return [...new Set(examples.map(({ fold }) => fold))].map((name) => ({
    name,
    held: examples.filter(({ fold }) => fold === name),
    rest: examples.filter(({ fold }) => fold !== name),
  }))
}

/** Deals examples to folds `1` … `count`, each kind evenly, in the order they come. */
export function dealt<E extends Example>(examples: readonly E[], count: number): readonly E[] {
  const next = { true: 0, false: 0 }
  return examples.map((example) => ({ ...example, fold: String((next[`${example.violating}`]++ % count) + 1) }))
}
