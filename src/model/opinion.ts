import type { ScoreInput } from '../domain.ts'
import { featuresOf, UNMARKED } from './features.ts'
import type { Weights } from './weights.ts'

/** From the raw score to a probability: 1 / (1 + exp(−(slope · score + intercept))). */
export interface Curve {
  readonly slope: number
  readonly intercept: number
}

/** What forms an opinion. */
export interface Judge {
  readonly weights: Weights
  readonly curve: Curve
}

export interface Opinion {
  /** 0–1, three decimals; under the share of violating listings that the model was trained on. */
  readonly probability: number
  /** The words that speak loudest, for (above 0) or against. */
  readonly top: readonly { readonly word: string; readonly weight: number }[]
}

/** From here on the model would have a person look. */
export const LOOK_FROM = 0.5
const MOST_WORDS = 8

/**
 * Sum of the weights of the known features over the square root of their number: neighbouring words repeat each other, and
 * a long listing must not be surer for being long. 0 when nothing is known.
 */
export function rawScore(reading: ReadonlySet<string>, weights: Weights): number {
  let sum = 0
  let known = 0
  for (const feature of reading) {
    const weight = weights.get(feature)
    if (weight === undefined) continue
    sum += weight
    known++
  }
  return known === 0 ? 0 : sum / Math.sqrt(known)
}

export const probabilityOf = (score: number, { slope, intercept }: Curve): number =>
  1 / (1 + Math.exp(-(slope * score + intercept)))

/** A second opinion on a listing. It never flags. */
export function opinionOn(listing: ScoreInput, { weights, curve }: Judge): Opinion {
  const { reading } = featuresOf(listing)
  const known = [...reading].flatMap((feature) => {
    const weight = weights.get(feature)
    return weight === undefined ? [] : [{ word: shownWord(feature), weight: round(weight) }]
  })
  return {
    probability: round(probabilityOf(rawScore(reading, weights), curve)),
    top: known
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS),
  }
}

export const shownWord = (feature: string): string =>
  feature.startsWith(UNMARKED) ? feature.slice(UNMARKED.length) : feature

const round = (value: number) => Math.round(value * 1000) / 1000
