/** A rule that fired on fewer listings is not judged: one of one proves nothing. */
export const LEAST_SUPPORT = 5

/** The prior of a rule's precision is Beta(1, 1): before any evidence, every share is as likely. */
const PRIOR = { hits: 1, misses: 1 }

/** No sign is certain. */
const MOST = 0.98

/** Mean of the posterior Beta(1 + hits, 1 + misses), never above the share that was measured; 0 says: retire the rule. */
export function proposedStrength(hits: number, support: number): number | null {
  if (support < LEAST_SUPPORT) return null
  const posterior = (hits + PRIOR.hits) / (support + PRIOR.hits + PRIOR.misses)
  return Math.floor(Math.min(MOST, posterior, hits / support) * 100) / 100
}
