import { BayesClassifier } from 'natural/lib/natural/classifiers/index.js'
import { BadInput } from '../errors.ts'
import { MOST_FEATURES } from './features.ts'

/** One listing to learn from. */
export interface Example {
  readonly training: ReadonlySet<string>
  readonly reading: ReadonlySet<string>
  readonly violating: boolean
  /** Examples of one fold are held out together. */
  readonly fold: string
}

/** Feature → log of how much likelier it is in a violating listing than in a legitimate one. */
export type Weights = ReadonlyMap<string, number>

/** A feature of a single listing teaches that listing. */
const LEAST_LISTINGS = 2
/** Count given to a feature that one kind never showed. */
const SMOOTHING = 0.5

/**
 * Naive Bayes by `natural`, read out as one weight a feature: its own probabilities multiply several hundred small numbers
 * and come out as 0/0 for a listing of ordinary length. BadInput where one kind is missing.
 */
export function learn(examples: readonly Example[]): Weights {
  const features = telling(examples)
  const places = new Map(features.map((feature, at) => [feature, at]))
  const { classifier } = new BayesClassifier(undefined, SMOOTHING)
  for (const { training, violating } of examples) {
    const vector = new Array<number>(features.length).fill(0)
    for (const feature of training) {
      const at = places.get(feature)
      if (at !== undefined) vector[at] = 1
    }
    classifier.addExample(vector, kind(violating))
  }
  const share = (violating: boolean, at: number): number => {
    const label = kind(violating)
    return (classifier.classFeatures[label]?.[at] ?? classifier.smoothing) / (classifier.classTotals[label] ?? 1)
  }
  return new Map(features.map((feature, at) => [feature, Math.log(share(true, at) / share(false, at))]))
}

const kind = (violating: boolean): string => (violating ? 'violating' : 'legitimate')

/** Features by how unevenly the two kinds show them (chi-square), ties by name. */
function telling(examples: readonly Example[]): readonly string[] {
  const seen = new Map<string, [violating: number, legitimate: number]>()
  const totals: [number, number] = [0, 0]
  for (const { training, violating } of examples) {
    const side = violating ? 0 : 1
    totals[side]++
    for (const feature of training) {
      const counts = seen.get(feature) ?? [0, 0]
      counts[side]++
      seen.set(feature, counts)
    }
  }
  const [all, others] = totals
  if (all === 0 || others === 0) throw new BadInput('a model needs violating and legitimate listings to learn from')
  return [...seen]
    .filter(([, [a, b]]) => a + b >= LEAST_LISTINGS)
    .map(([feature, [a, b]]) => [feature, chiSquare(a, b, all - a, others - b)] as const)
    .sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1))
    .slice(0, MOST_FEATURES)
    .map(([feature]) => feature)
}

/** Without the factor of the number of listings, which is the same for all. */
function chiSquare(a: number, b: number, c: number, d: number): number {
  const product = (a + b) * (c + d) * (a + c) * (b + d)
  return product === 0 ? 0 : (a * d - b * c) ** 2 / product
}
