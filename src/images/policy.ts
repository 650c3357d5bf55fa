import type { Assessment, Checks, Listing } from '../domain.ts'

/** Whose pictures are looked at: nobody's, those of listings with a sign, everybody's. */
export const OCR_POLICIES = ['off', 'flagged', 'all'] as const
export type OcrPolicy = (typeof OCR_POLICIES)[number]

/** A price below this share of the usual one is a question that the pictures may answer. */
const LOW_RATIO = 0.5
/** With fewer words, what is sold is said by the pictures alone. */
const FEW_WORDS = 5

export interface FirstReading {
  readonly listing: Listing
  readonly assessment: Assessment
  readonly checks: Checks
}

/** Whether the pictures of a listing are worth a look, after it was judged by its words. Pure. */
export function wantsPictures(policy: OcrPolicy, { listing, assessment, checks }: FirstReading): boolean {
  if (policy === 'off' || listing.images.length === 0 || listing.ocrText !== null) return false
  return policy === 'all' || assessment.flagged || isTooCheap(checks) || saysLittle(listing)
}

const isTooCheap = ({ price }: Checks): boolean => price !== null && (price.ratio < LOW_RATIO || price.outlier)

const saysLittle = ({ title, description }: Listing): boolean =>
  (`${title} ${description ?? ''}`.match(/[\p{L}\d]{2,}/gu)?.length ?? 0) < FEW_WORDS
