import { z } from 'zod'
import type { Scope } from '../../store/console/api.ts'
import type { ProgramAsk } from '../ask.ts'

/** One thing a program may read: what it sends, what it gets, and how. The routes and the OpenAPI file are both made of these. */
export interface Endpoint {
  /** Below /api/v1, as OpenAPI writes it: `/listings/{id}`. */
  readonly path: string
  readonly name: string
  readonly scope: Scope
  readonly about: string
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  /** BadInput for what is not there or makes no sense; a ZodError for a query that does not fit. */
  readonly read: (ask: ProgramAsk) => Promise<unknown>
}

type Parts<Q extends z.ZodObject, A extends z.ZodType> = Omit<Endpoint, 'query' | 'answer' | 'read'> & {
  readonly query: Q
  readonly answer: A
  readonly read: (ask: ProgramAsk, query: z.output<Q>) => Promise<z.input<A>>
}

/** Every parameter is known and stands once: a filter is never ignored. */
export const endpoint = <Q extends z.ZodObject, A extends z.ZodType>(parts: Parts<Q, A>): Endpoint => ({
  ...parts,
  read: (ask) => parts.read(ask, parts.query.parse(once(ask.url.searchParams))),
})

const once = (query: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((key) => {
      const values = query.getAll(key)
      return [key, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )

const DAY_MS = 86_400_000

/** A time as programs send it: an instant, or a day of Viet Nam (UTC+7 all year). */
const time = (end: boolean) =>
  z.string().transform((text, context) => {
    const isDay = z.iso.date().safeParse(text).success
    const fits = isDay || z.iso.datetime({ offset: true }).safeParse(text).success
    const at = fits ? Date.parse(isDay ? `${text}T00:00:00+07:00` : text) : Number.NaN
    if (!Number.isNaN(at)) return new Date(isDay && end ? at + DAY_MS : at).toISOString()
    context.addIssue({ code: 'custom', message: 'give a day (YYYY-MM-DD) or a time with its offset (RFC 3339)' })
    return z.NEVER
  })

export const from = time(false).optional().describe('from this day of Viet Nam, or this moment, on')
export const to = time(true).optional().describe('up to the end of this day of Viet Nam, or before this moment')

const MOST = 200
export const limit = z.coerce.number().int().min(1).max(MOST).default(50).describe('how many at most')
export const mark = z.coerce
  .number()
  .int()
  .min(1)
  .max(Number.MAX_SAFE_INTEGER)
  .optional()
  .describe('"next" of the page before')

/** A page of things that are read newest first. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.int().nullable().describe('send as "after" for the page that follows; null: this is the last'),
  })

/** Cuts what was read with one more than asked for. */
export function pageFrom<T>(found: readonly T[], most: number, markOf: (item: T) => number) {
  const items = found.slice(0, most)
  const last = items.at(-1)
  return { items, next: found.length > most && last !== undefined ? markOf(last) : null }
}

/** Leaves out what was not given. */
export const given = <T extends object>(value: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never
