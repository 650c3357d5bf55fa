import { BadInput } from '../errors.ts'
import { counter, type Figures } from '../rules/figures.ts'
import { type Ranking, scoreTally } from '../rules/ranking.ts'
import { type Share, wilson } from '../rules/shares.ts'
import { judgeText, LOOK_FROM } from './opinion.ts'
import { foldsOf, trainJudge } from './train.ts'
import type { Example } from './weights.ts'

/** An example and what the rules said of it. */
export interface Judged extends Example {
  /** 0–100. */
  readonly score: number
  readonly flagged: boolean
}

/** Figures at a threshold, and of the ranking. */
export interface Opinions extends Figures, Ranking {}

export interface CrossValidation {
  readonly listings: number
  readonly folds: readonly { readonly name: string; readonly listings: number }[]
  readonly rules: Opinions
  /** Probability from 0.5, by a model that has not seen the listing's fold. */
  readonly model: Opinions
  /** Flagged by the rules or 0.5 by the model; ranked by the mean of score / 100 and probability. */
  readonly both: Opinions
  /** Of those that only the model would look at, the share that violates. */
  readonly modelOnly: Share | null
  /** Listings on which the model had too little text for an opinion; ranked by the usual share of violating ones. */
  readonly silent: number
}

/** Rules alone, model alone and both, each fold judged by a model of the others. BadInput with fewer than two folds. */
export function crossValidate(judged: readonly Judged[]): CrossValidation {
  const tallies = { rules: opinions(), model: opinions(), both: opinions() }
  const only = { hits: 0, of: 0 }
  let silent = 0
  const folds = foldsOf(judged)
  if (folds.length < 2) throw new BadInput('cross-validation needs at least two folds')
  for (const { held, rest } of folds) {
    const judge = trainJudge(rest)
    const usual = rest.filter(({ violating }) => violating).length / rest.length
    for (const one of held) {
      const opinion = judgeText(one.reading, judge)
      if (opinion === null) silent++
      const probability = opinion ?? usual
      const looks = opinion !== null && opinion >= LOOK_FROM
      tallies.rules.add(one.violating, one.flagged, one.score)
      tallies.model.add(one.violating, looks, probability)
      tallies.both.add(one.violating, one.flagged || looks, (one.score / 100 + probability) / 2)
      if (one.flagged || !looks) continue
      only.of++
      if (one.violating) only.hits++
    }
  }
  return {
    listings: judged.length,
    folds: folds.map(({ name, held }) => ({ name, listings: held.length })),
    rules: tallies.rules.result(),
    model: tallies.model.result(),
    both: tallies.both.result(),
    modelOnly: wilson(only.hits, only.of),
    silent,
  }
}

function opinions() {
  const counts = counter()
  const scores = scoreTally()
  return {
    add(truth: boolean, said: boolean, score: number) {
      counts.add(truth, said)
      scores.add(score, truth)
    },
    result: (): Opinions => ({ ...counts.figures(), ...scores.ranking() }),
  }
}
