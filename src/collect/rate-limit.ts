import { parseDictionary, parseList } from 'structured-headers'

/** What a server says it has left for us: how long to leave it alone, and how far apart requests should stay for now. Milliseconds. */
export interface Allowance {
  readonly waitMs: number
  readonly spacingMs: number
  /** How long the spacing holds. */
  readonly forMs: number
}

const NAMES = [
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-remaining',
  'x-ratelimit-remaining',
  'x-rate-limit-remaining',
]
/** A reset further away than a day is a mistake of units, or a host that wants no visits: it is not waited for anyway. */
const LONGEST_S = 86_400

type Headers = Readonly<Record<string, string>>
interface Quota {
  readonly remaining: number | null
  readonly resetS: number | null
  /** Quota and window of the policy. */
  readonly limit: number | null
  readonly windowS: number | null
}

/**
 * RateLimit and RateLimit-Policy as in the drafts of the IETF HTTPAPI group (items with r, t, q, w; the older dictionary with
 * limit, remaining, reset; RateLimit-Remaining alone), and the X-RateLimit-* that APIs sent before them. Null when none is there
 * or none can be read.
 */
export function allowance(headers: Headers, now: number): Allowance | null {
  if (!NAMES.some((name) => headers[name] !== undefined)) return null
  const quotas = [...ofItems(headers), ofDictionary(headers), ...ofSeparate(headers, now)].filter((one) => one !== null)
  const all = quotas.map(ofQuota)
  if (all.length === 0) return null
  const most = (pick: (one: Allowance) => number) => Math.max(...all.map(pick))
  return { waitMs: most((one) => one.waitMs), spacingMs: most((one) => one.spacingMs), forMs: most((one) => one.forMs) }
}

/** Nothing left: wait for the reset. Something left: spread it over the time until then. A policy alone: keep to its mean rate. */
function ofQuota({ remaining, resetS, limit, windowS }: Quota): Allowance {
  const until = Math.min(resetS ?? windowS ?? 1, LONGEST_S) * 1000
  if (remaining !== null && remaining < 1) return { waitMs: until, spacingMs: 0, forMs: 0 }
  if (remaining !== null && resetS !== null) return { waitMs: 0, spacingMs: until / remaining, forMs: until }
  if (limit === null || limit < 1 || windowS === null) return { waitMs: 0, spacingMs: 0, forMs: 0 }
  return { waitMs: 0, spacingMs: (windowS * 1000) / limit, forMs: windowS * 1000 }
}

const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null

/** `RateLimit: "default";r=50;t=30` beside `RateLimit-Policy: "default";q=100;w=60`; in the policy of older drafts the item is the quota. */
function ofItems(headers: Headers): readonly Quota[] {
  return [headers.ratelimit, headers['ratelimit-policy']].flatMap((value) =>
    items(value).flatMap(([item, parameters]) => {
      const of = (name: string) => number(parameters.get(name))
      const quota = { remaining: of('r'), resetS: of('t'), limit: of('q') ?? number(item), windowS: of('w') }
      return quota.remaining === null && quota.windowS === null ? [] : [quota]
    }),
  )
}

/** `RateLimit: limit=100, remaining=50, reset=30` */
function ofDictionary(headers: Headers): Quota | null {
  const value = headers.ratelimit
  if (value === undefined) return null
  const fields = parsed(() => parseDictionary(value))
  const of = (name: string) => number(fields?.get(name)?.[0])
  const remaining = of('remaining')
  return remaining === null ? null : { remaining, resetS: of('reset'), limit: of('limit'), windowS: null }
}

const SEPARATE = ['ratelimit', 'x-ratelimit', 'x-rate-limit'] as const

function ofSeparate(headers: Headers, now: number): readonly Quota[] {
  return SEPARATE.flatMap((prefix) => {
    const remaining = plainNumber(headers[`${prefix}-remaining`])
    if (remaining === null) return []
    const resetS = secondsUntil(plainNumber(headers[`${prefix}-reset`]), now)
    return [{ remaining, resetS, limit: plainNumber(headers[`${prefix}-limit`]), windowS: null }]
  })
}

/** The first of `100, 100;w=60`. */
const plainNumber = (value: string | undefined): number | null => {
  const digits = /^\s*(\d{1,15}(?:\.\d{1,6})?)/.exec(value ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Servers give seconds to wait, seconds since 1970, or milliseconds since 1970: the size tells which. */
const secondsUntil = (reset: number | null, now: number): number | null => {
  if (reset === null || reset < 1e9) return reset
  return Math.max(0, (reset < 1e12 ? reset : reset / 1000) - now / 1000)
}

type Item = readonly [unknown, ReadonlyMap<string, unknown>]
const items = (value: string | undefined): readonly Item[] =>
  value === undefined ? [] : ((parsed(() => parseList(value)) ?? []) as readonly unknown[] as readonly Item[])

/** A header that is no structured field says nothing; the site is asked at its usual rate. */
const parsed = <T>(parse: () => T): T | null => {
  try {
    return parse()
  } catch {
    return null
  }
}
