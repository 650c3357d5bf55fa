import { createHash } from 'node:crypto'
import robotsParserModule from 'robots-parser'
import type { Page, RobotsRecord } from '../domain.ts'
import { FetchFailed } from '../errors.ts'
import { type FetchOptions, fetchPage } from './fetch.ts'

interface RobotsAnswer {
  /** Null: allowed. Otherwise why not. */
  readonly refusal: string | null
  /** The site's crawl-delay for us, milliseconds. */
  readonly delayMs: number | null
}

export interface Robots {
  /** Throws FetchFailed when robots.txt cannot be reached (then nothing on the host may be read), Refused for closed addresses. */
  ask(url: URL): Promise<RobotsAnswer>
  records(): readonly RobotsRecord[]
}

export interface RobotsOptions extends FetchOptions {
  /** Why robots.txt is not followed, in a person's words; null follows it. */
  readonly override: string | null
  /** Told of each answer once, with the text that was parsed. */
  readonly told?: (record: RobotsRecord, text: string | null) => Promise<void>
}

/** What sites call us in robots.txt; the first word of the user agent. */
const ROBOTS_NAME = 'Soi'
/** RFC 9309 §2.5 asks for at least 500 KiB; the rest is not parsed. */
const PARSED_BYTES = 512 * 1024

type Rules = ReturnType<typeof robotsParserModule.default>
interface Entry {
  readonly record: RobotsRecord
  readonly rules: Rules | null
  readonly text: string | null
}

// The package is CommonJS whose types claim a default export; at run time the function itself is the module.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default

/** RFC 9309 §2.3.1: 2xx rules; 4xx no rules; 5xx (and 429, as overload) everything disallowed. */
function readRules(origin: string, page: Page): Entry {
  const { status } = page
  const code = status ?? 0
  const base = { origin, status, at: page.fetchedAt }
  const sha256 = createHash('sha256').update(page.body).digest('hex')
  if (code >= 200 && code < 300) {
    const text = Buffer.from(page.body.subarray(0, PARSED_BYTES)).toString('utf8')
    const rules = robotsParser(`${origin}/robots.txt`, text)
    return { record: { ...base, sha256, decision: 'rules', reason: 'robots.txt read' }, rules, text }
  }
  if (code >= 500 || code === 429) {
    const reason = `robots.txt answered ${code}: everything on ${origin} counts as disallowed (RFC 9309)`
    return { record: { ...base, sha256: null, decision: 'all disallowed', reason }, rules: null, text: null }
  }
  return {
    record: { ...base, sha256: null, decision: 'all allowed', reason: `no robots.txt (${code})` },
    rules: null,
    text: null,
  }
}

async function fetchRules(origin: string, options: RobotsOptions): Promise<Entry> {
  try {
    const { before: _, ...plain } = options
    return readRules(origin, await fetchPage(`${origin}/robots.txt`, plain))
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error
    throw new FetchFailed(`robots.txt cannot be reached, so nothing there is read: ${error.message}`, {
      again: error.again,
      cause: error,
    })
  }
}

const overridden = (origin: string, reason: string): Entry => ({
  record: { origin, status: null, sha256: null, at: new Date().toISOString(), decision: 'overridden', reason },
  rules: null,
  text: null,
})

function answer({ record, rules }: Entry, url: URL): RobotsAnswer {
  if (record.decision === 'all disallowed') return { refusal: record.reason, delayMs: null }
  if (rules === null) return { refusal: null, delayMs: null }
  const seconds = rules.getCrawlDelay(ROBOTS_NAME)
  const delayMs = seconds === undefined || Number.isNaN(seconds) ? null : seconds * 1000
  // undefined: the file says nothing about this URL.
  if (rules.isAllowed(url.href, ROBOTS_NAME) !== false) return { refusal: null, delayMs }
  const line = rules.getMatchingLineNumber(url.href, ROBOTS_NAME)
  return { refusal: `robots.txt disallows ${url.pathname}${url.search} (line ${line})`, delayMs }
}

/** robots.txt of each host, asked once per run. */
export function createRobots(options: RobotsOptions): Robots {
  const entries = new Map<string, Promise<Entry>>()
  const known: RobotsRecord[] = []
  const enter = async (origin: string): Promise<Entry> => {
    const entry = options.override === null ? await fetchRules(origin, options) : overridden(origin, options.override)
    known.push(entry.record)
    await options.told?.(entry.record, entry.text)
    return entry
  }
  return {
    async ask(url) {
      const pending = entries.get(url.origin) ?? enter(url.origin)
      entries.set(url.origin, pending)
      try {
        return answer(await pending, url)
      } catch (error) {
        entries.delete(url.origin) // A later request asks again.
        throw error
      }
    },
    records: () => known,
  }
}
