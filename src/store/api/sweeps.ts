import type { Instant, RobotsRecord, Sha256 } from '../../domain.ts'
import type { AskedPage, CoverageRow, SeenListing, SiteTally, VisitRow } from './visits.ts'

export type SweepKind = 'check' | 'sweep'

/** `interrupted` may be resumed; `running` too, when its process has died. */
export type SweepEnd = 'finished' | 'interrupted' | 'broken'

export type SweepState = 'running' | SweepEnd

export interface NewSweep {
  readonly name: string
  readonly kind: SweepKind
  readonly specHash: Sha256
  /** Any JSON value: what was asked for. */
  readonly spec: unknown
  readonly rulesetHash: Sha256
}

export interface Sweep extends NewSweep {
  readonly id: number
  readonly state: SweepState
  readonly begunAt: Instant
  readonly endedAt: Instant | null
}

/** How one site of a sweep fared; `shortfalls` are the sweep's own words for what was missing. */
export interface StoredHealth {
  readonly site: string
  readonly state: 'healthy' | 'broken' | 'not seen'
  readonly shortfalls: readonly object[]
}

/** Held until released; dies with its process. */
export interface Lock {
  release(): void
}

export interface Sweeps {
  begin(sweep: NewSweep): Promise<number>
  /** The newest sweep of that name and specification, when it has not finished; null otherwise. */
  resumable(name: string, specHash: Sha256): Promise<number | null>
  end(id: number, state: SweepEnd): Promise<void>
  /** BadInput when there is none. */
  get(id: number): Promise<Sweep>
  /** The newest sweep of that specification under whatever name; null where there is none. */
  newestOf(specHash: Sha256): Promise<Sweep | null>
  /** The newest run of a sweep of that name, single checks aside; null where there is none. */
  newestNamed(name: string): Promise<Sweep | null>
  /** Runs of sweeps, single checks aside, that ended then or later or have not ended; newest first. */
  since(at: Instant): Promise<readonly Sweep[]>
  /** Newest first. Each specification is parsed: to find one there are narrower questions. */
  list(): Promise<readonly Sweep[]>
  coverage(id: number): Promise<readonly CoverageRow[]>
  visits(id: number): AsyncIterable<VisitRow>
  /** Requests done, by host. */
  hostVisits(id: number): Promise<readonly { readonly host: string; readonly visits: number }[]>
  /** Every listing it saw, once each. */
  seen(id: number): Promise<readonly SeenListing[]>
  /** Every page it asked for. */
  asked(id: number): Promise<readonly AskedPage[]>
  /** Those of the listings that a sweep before this one saw. */
  seenBefore<T extends Pick<SeenListing, 'site' | 'key'>>(id: number, listings: readonly T[]): ReadonlySet<T>
  /** `fields` are paths of a listing: `price`, `seller.name`. */
  tally(id: number, site: string, fields: readonly string[]): Promise<SiteTally>
  /** Once per sweep and site; a broken site stands in the ledger too. */
  keepHealth(id: number, all: readonly StoredHealth[]): Promise<void>
  health(id: number): Promise<readonly StoredHealth[]>
  /** `text` as it was parsed; null when there is none. */
  keepRobots(id: number, record: RobotsRecord, text: string | null): Promise<void>
  robots(id: number): Promise<readonly RobotsRecord[]>
  robotsText(sha256: Sha256): Promise<string | null>
  /** Exclusive per name across processes; throws Busy when another holds it. */
  lock(name: string): Lock
  /** Whether some process runs that sweep now. */
  isRunning(name: string): boolean
}
