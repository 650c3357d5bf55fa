import type { Logger } from 'pino'
import type { SignIn } from '../capture/sign-in.ts'
import type { Capture, Frontier, FrontierRequest, Outcome, Page, RobotsRecord, Sought, Visit } from '../domain.ts'
import type { Rate } from './pace.ts'

/** What one visit produced, without what the crawl itself knows. */
export type Recorded = Omit<Visit, 'request' | 'at'>

/** Or the same request again: through the browser (an empty shell), or whole (a page that had not changed, and is needed all the same). */
export type Handled = Recorded | { readonly again: 'browser' | 'whole' }

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
  /** Most requests sent, with redirects, retries and robots.txt; left out for none. */
  readonly maxRequests?: number
  /** Most bytes received over HTTP, as on the wire; left out for none. */
  readonly maxBytes?: number
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
  capture(sought: readonly Sought[]): Promise<Capture>
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
  /** Headers to ask by whether a page changed; none for the rest. Asked for each HTTP request: must be quick. */
  readonly conditional?: (url: string) => Readonly<Record<string, string>> | undefined
  /** Until when nothing is asked (milliseconds since 1970); 0 when asking is allowed now. */
  readonly pausedUntil?: (now: number) => number
  /** Each robots.txt as it was answered, with its text; null when there is none. */
  readonly onRobots?: (record: RobotsRecord, text: string | null) => Promise<void>
  /** Requests in flight at once over all hosts; 32. */
  readonly concurrency?: number
  /** Null: requests that need a browser fail and say so. */
  readonly browser: CrawlBrowser | null
  /** The agency's own sign-in, for the hosts it names; none when left out. */
  readonly signIn?: SignIn | null
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
  readonly ended: 'empty' | 'max-visits' | 'max-minutes' | 'max-requests' | 'max-bytes' | 'aborted'
  /** What is still waiting in the frontier. */
  readonly waiting: number
  readonly robots: readonly RobotsRecord[]
  /** Sent over HTTP. */
  readonly requests: number
  /** Received over HTTP, as on the wire. */
  readonly bytes: number
  /** Pages recorded that came through the browser. */
  readonly browserPages: number
}

/** What came of fetching: a page, or why there is none. */
export type Arrival = { readonly page: Page; readonly capture?: OpenTab['capture'] } | { readonly error: unknown }
