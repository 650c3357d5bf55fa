import type { Logger } from 'pino'
import type { Capture, Frontier, FrontierRequest, Outcome, Page, Visit } from '../domain.ts'
import type { Rate } from './pace.ts'
import type { RobotsRecord } from './robots.ts'

/** What one visit produced, without what the crawl itself knows. */
export type Recorded = Omit<Visit, 'request' | 'at'>

/** The same request again, through the browser: the answer was an empty shell. */
export type Handled = Recorded | { readonly again: 'browser' }

interface Politeness extends Rate {
  readonly robots: {
    /** Why robots.txt is not followed, in a person's words; null follows it. */
    readonly override: string | null
  }
}

export interface Patience {
  readonly timeoutMs: number
  readonly attempts: number
}

interface CrawlLimits {
  /** Most visits recorded; Infinity for none. */
  readonly maxVisits: number
  /** Most minutes; Infinity for none. */
  readonly maxMinutes: number
}

export interface CrawlBrowser {
  /** SOI_CHROMIUM, or null. */
  readonly chromium: string | null
  /** The project's folder. */
  readonly root: string
  /** Pages open at once; 2. */
  readonly tabs?: number
}

/** The tab a page was read from, still showing it; captures are of the same load. */
export interface OpenTab {
  capture(): Promise<Capture>
}

/** A file that belongs to a page (a picture), under the same robots.txt and pace. Throws Refused, FetchFailed. */
export type FetchFile = (url: string) => Promise<Page>

export interface CrawlOptions {
  readonly frontier: Frontier
  /** Reads one page and says what to record. A throw of Refused or FetchFailed counts as the fetch's; errors of the store end the crawl. */
  readonly handle: (page: Page, request: FrontierRequest, tab: OpenTab | null, fetchFile: FetchFile) => Promise<Handled>
  /** Says what to record for a request without a page. */
  readonly fail: (request: FrontierRequest, outcome: Outcome, reasons: readonly string[]) => Promise<Recorded>
  readonly limits: CrawlLimits
  readonly politeness: Politeness
  readonly allowPrivate: boolean
  /** How long a silent server is waited for (robots.txt too), and how often it is asked; 30 s and 3 times. */
  readonly patience?: Patience
  readonly userAgent?: string
  /** Requests in flight at once over all hosts; 32. */
  readonly concurrency?: number
  /** Null: requests that need a browser fail and say so. */
  readonly browser: CrawlBrowser | null
  readonly signal: AbortSignal
  readonly log: Logger
  /** After each recorded visit; `ids` are what the frontier returned. */
  readonly onVisit?: (visit: Visit, ids: readonly number[]) => void
}

export interface CrawlSummary {
  readonly visits: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Requests put back for a later try. */
  readonly retries: number
  /** Why it ended: nothing left, a limit, or the signal. */
  readonly ended: 'empty' | 'max-visits' | 'max-minutes' | 'aborted'
  /** What is still waiting in the frontier. */
  readonly waiting: number
  readonly robots: readonly RobotsRecord[]
}

/** What came of fetching: a page, or why there is none. */
export type Arrival = { readonly page: Page; readonly capture?: OpenTab['capture'] } | { readonly error: unknown }
