import type { Curve } from './opinion.ts'

interface Scored {
  readonly score: number
  readonly violating: boolean
}

const ROUNDS = 100
const CLOSE = 1e-9

/**
 * Platt's curve (1999): logistic regression of truth on score by Newton's method, with his targets (N+1)/(N+2) and 1/(N+2),
 * so that it stays finite where the kinds are wholly apart.
 */
export function fitCurve(scored: readonly Scored[]): Curve {
  const positives = scored.filter(({ violating }) => violating).length
  const negatives = scored.length - positives
  const points = scored.map(({ score, violating }) => ({
    score,
    target: violating ? (positives + 1) / (positives + 2) : 1 / (negatives + 2),
  }))
  let curve: Curve = { slope: 0, intercept: Math.log((positives + 1) / (negatives + 1)) }
  for (let round = 0; round < ROUNDS; round++) {
    const next = better(points, curve, newtonStep(points, curve))
    const moved = Math.abs(next.slope - curve.slope) + Math.abs(next.intercept - curve.intercept)
    curve = next
    if (moved < CLOSE) break
  }
  return curve
}

type Points = readonly { readonly score: number; readonly target: number }[]

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

function newtonStep(points: Points, { slope, intercept }: Curve): Curve {
  let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9]
  for (const { score, target } of points) {
    const p = sigmoid(slope * score + intercept)
    const curvature = p * (1 - p)
    g0 += (p - target) * score
    g1 += p - target
    h00 += curvature * score * score
    h01 += curvature * score
    h11 += curvature
  }
  const determinant = h00 * h11 - h01 * h01
  return { slope: (h11 * g0 - h01 * g1) / determinant, intercept: (h00 * g1 - h01 * g0) / determinant }
}

/** The full step, halved until it does not make the fit worse. */
function better(points: Points, from: Curve, step: Curve): Curve {
  const before = loss(points, from)
  for (let share = 1; share > 1e-4; share /= 2) {
    const next = { slope: from.slope - share * step.slope, intercept: from.intercept - share * step.intercept }
    if (loss(points, next) <= before) return next
  }
  return from
}

/** Cross-entropy, in the form that does not overflow. */
function loss(points: Points, { slope, intercept }: Curve): number {
  return points.reduce((sum, { score, target }) => {
    const z = slope * score + intercept
    return sum + Math.max(z, 0) - target * z + Math.log1p(Math.exp(-Math.abs(z)))
  }, 0)
}
