import type { Allowed, Assessment } from '../domain.ts'
import { bandOf, type Outcome } from './combine.ts'
import type { Scoring } from './schema.ts'

/**
 * An officer's word for a seller lowers the score and the band, and says so beside them; the flag, its signs and its excuses stay
 * as they are, so that nothing goes unseen because somebody vouched for it. Pure: the list is the store's, and comes in.
 */
export function lowerFor(
  allowed: Allowed | undefined,
  { score, band, flagged }: Outcome,
  scoring: Scoring,
): Pick<Assessment, 'score' | 'band' | 'allowed'> {
  if (allowed === undefined || !flagged) return { score, band }
  const { id, by, until, lowers } = allowed
  const less = score - Math.round((score * lowers) / 100)
  return {
    score: less,
    band: less < scoring.bands.low ? 'low' : bandOf(less, scoring),
    allowed: { id, by, until, score, band },
  }
}

/** The assessment as the signs alone make it. */
export const unlowered = ({ allowed, ...assessment }: Assessment): Assessment =>
  allowed === undefined ? assessment : { ...assessment, score: allowed.score, band: allowed.band }
