/** A share with its 95 % Wilson interval; null where nothing was counted. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly of: number
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959964

/** Wilson score interval at 95 %, which stays honest for small counts and shares near 0 or 1 (Wilson 1927). */
export function wilson(hits: number, of: number): Share | null {
  if (of === 0) return null
  const p = hits / of
  const square = Z * Z
  const spread = (Z / (1 + square / of)) * Math.sqrt((p * (1 - p)) / of + square / (4 * of * of))
  const middle = (p + square / (2 * of)) / (1 + square / of)
  // Rounding must not put the share itself outside its interval.
  return {
    value: p,
    low: Math.max(0, Math.min(p, middle - spread)),
    high: Math.min(1, Math.max(p, middle + spread)),
    of,
  }
}
