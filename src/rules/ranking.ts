/** How well scores put the violating before the legitimate, whatever the threshold. */
export interface Ranking {
  /** Σ (R_k − R_{k−1}) · P_k over the distinct scores from the highest down; null without a violating listing. */
  readonly averagePrecision: number | null
  /** Chance that a violating listing scores above a legitimate one, a tie counting half; null without both kinds. */
  readonly rocAuc: number | null
}

export interface ScoreTally {
  add(score: number, positive: boolean): void
  ranking(): Ranking
}

/**
 * Gathers scores with their truth, one counter per distinct score: listings that tie are taken together, so neither
 * figure depends on the order in which they came.
 */
export function scoreTally(): ScoreTally {
  const counts = new Map<number, [positives: number, negatives: number]>()
  return {
    add(score, positive) {
      const at = counts.get(score) ?? [0, 0]
      at[positive ? 0 : 1]++
      counts.set(score, at)
    },
    ranking: () => rankingOf([...counts].sort(([a], [b]) => b - a).map(([, count]) => count)),
  }
}

/** `counts`: violating and legitimate listings per distinct score, the highest score first. */
function rankingOf(counts: readonly (readonly [number, number])[]): Ranking {
  let positives = 0
  let negatives = 0
  let precisions = 0
  let above = 0
  for (const [p, n] of counts) {
    above += n * (positives + p / 2)
    positives += p
    negatives += n
    precisions += p * (positives / (positives + negatives))
  }
  return {
    averagePrecision: positives === 0 ? null : precisions / positives,
    rocAuc: positives === 0 || negatives === 0 ? null : above / (positives * negatives),
  }
}
