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
  /** Fewer known words and pairs than nearly every listing it learned from had: too little for an opinion. */
  readonly least: number
}

export interface Opinion {
  /** 0–1, three decimals, under the share of violating listings it was trained on; null where there is too little text. */
  readonly probability: number | null
  /** The words that speak loudest, for (above 0) or against. */
  readonly top: readonly { readonly word: string; readonly weight: number }[]
}

/** From here on the model would have a person look. */
export const LOOK_FROM = 0.5
const MOST_WORDS = 8

export interface Weighed {
  readonly score: number
  readonly known: number
}

/**
 * Sum of the weights of the known features over the square root of their number: neighbouring words repeat each other, and
 * a long listing must not be surer for being long. 0 when nothing is known.
 */
export function weigh(reading: ReadonlySet<string>, weights: Weights): Weighed {
  let sum = 0
  let known = 0
  for (const feature of reading) {
    const weight = weights.get(feature)
    if (weight === undefined) continue
    sum += weight
    known++
  }
  return { score: known === 0 ? 0 : sum / Math.sqrt(known), known }
}

export const probabilityOf = (score: number, { slope, intercept }: Curve): number =>
  1 / (1 + Math.exp(-(slope * score + intercept)))

/** Null where there is too little text for an opinion. */
export function judgeText(reading: ReadonlySet<string>, { weights, curve, least }: Judge): number | null {
  const { score, known } = weigh(reading, weights)
  return known < least ? null : probabilityOf(score, curve)
}

/** A second opinion on a listing. It never flags. */
export function opinionOn(listing: ScoreInput, judge: Judge): Opinion {
  const { reading } = featuresOf(listing)
  const { weights } = judge
  const probability = judgeText(reading, judge)
  const known = [...reading].flatMap((feature) => {
    const weight = weights.get(feature)
    return weight === undefined ? [] : [{ word: shownWord(feature), weight: round(weight) }]
  })
  return {
    probability: probability === null ? null : round(probability),
    top: known
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS),
  }
}

export const shownWord = (feature: string): string =>
  feature.startsWith(UNMARKED) ? feature.slice(UNMARKED.length) : feature

const round = (value: number) => Math.round(value * 1000) / 1000
