import type { PackItem } from './source.ts'

/** What is said of how a capture came out. */
interface Said {
  /** Parts that are not there, and why. */
  readonly missing: readonly string[]
  /** How it was made, with every part there. */
  readonly remarks: readonly string[]
}

/**
 * In captures of before remarks were kept apart these beginnings, and no others, stood among what is missing: words not sought or
 * not found, a page that was never quiet.
 */
const REMARK = /^(?:marks|post|quote-\d+): |^(?:network not quiet|still loading|lazy pictures)\b/

/** What a sighting's capture lacks, and what it remarks; the one place that knows how older captures said it. */
export function saidOf({ capture, captureError }: Pick<PackItem, 'capture' | 'captureError'>): Said {
  if (capture === null) return { missing: [captureError ?? 'not captured'], remarks: [] }
  const { missing, remarks } = capture
  if (remarks) return { missing, remarks }
  return { missing: missing.filter((one) => !REMARK.test(one)), remarks: missing.filter((one) => REMARK.test(one)) }
}
