import type {
  Assessment,
  Capture,
  CaptureFacts,
  Checks,
  Exhibit,
  Instant,
  Listing,
  Marks,
  Origin,
  Pictures,
  Verdict,
} from '../domain.ts'

/** One stored sighting as a pack needs it. */
export interface PackItem {
  readonly id: number
  readonly at: Instant
  readonly sweep: number
  readonly requestedUrl: string
  readonly finalUrl: string
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  readonly remoteAddress: string | null
  readonly via: 'http' | 'browser' | 'import'
  readonly verdict: Verdict
  readonly listing: Listing
  readonly assessment: Assessment
  /** What the assessment took from outside the listing; absent where nothing was asked or found. */
  readonly checks?: Checks
  /** How the page came; absent for what a crawler fetched by itself. */
  readonly origin?: Origin
  readonly drift: readonly string[]
  /** Absent where pictures were not looked at. */
  readonly pictures?: Pictures
  readonly capture: {
    readonly takenAt: Instant
    readonly browser: string
    readonly url: string
    readonly verdict: Verdict
    readonly missing: readonly string[]
    /** Absent in captures of before they were kept apart from what is missing: `saidOf` knows. */
    readonly remarks?: readonly string[]
    /** Absent, like the two below, in captures of before they were kept. */
    readonly by?: NonNullable<Capture['by']>
    readonly facts?: CaptureFacts
    /** Where this listing's words stand in the screenshot. */
    readonly marks?: Pick<Marks, 'quotes' | 'element' | 'pictures'>
  } | null
  readonly captureError: string | null
  readonly exhibits: readonly Exhibit[]
}

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
