import { z } from 'zod'
import type { Scope } from '../../store/console/api.ts'
import type { ProgramAsk } from '../ask.ts'

/** One thing a program may read or do: what it sends, what it gets, and how. Routes, OpenAPI file and documentation are all made of these. */
export interface Endpoint {
  readonly method: 'GET' | 'POST'
  /** Below /api/v1, as OpenAPI writes it: `/listings/{id}`. */
  readonly path: string
  readonly name: string
  readonly scope: Scope
  /** Of a successful answer. 202: it is being done; the answer is a `job`. */
  readonly status: 200 | 201 | 202
  readonly query: z.ZodObject
  /** Null: `run` gives a file, as a Response. */
  readonly answer: z.ZodType | null
  /** What is sent with POST; null for GET. `example` fits it. */
  readonly body: { readonly schema: z.ZodObject; readonly example: object } | null
  /** A POST that changes something is carried out once however often it is sent, by its Idempotency-Key. */
  readonly changes: boolean
  /** Takes a file, and so a larger body than others. */
  readonly upload: boolean
  /** ApiProblem and BadInput for what is not there or makes no sense; a ZodError for what does not fit. */
  readonly run: (ask: ProgramAsk) => Promise<unknown>
}

interface Reading<Q extends z.ZodObject, A extends z.ZodType> extends Pick<Endpoint, 'path' | 'name' | 'scope'> {
  readonly query: Q
  readonly answer: A
  readonly read: (ask: ProgramAsk, query: z.output<Q>) => Promise<z.input<A>>
}

/** Every parameter is known and stands once: a filter is never ignored. */
export const reading = <Q extends z.ZodObject, A extends z.ZodType>({ read, ...parts }: Reading<Q, A>): Endpoint => ({
  ...parts,
  ...{ method: 'GET', status: 200, body: null, changes: false, upload: false },
  run: (ask) => read(ask, parts.query.parse(once(ask.url.searchParams))),
})

/** A file; read as it is sent, so it has no ETag. */
export const sending = ({
  send,
  ...parts
}: Pick<Endpoint, 'path' | 'name' | 'scope'> & {
  readonly send: (ask: ProgramAsk) => Promise<Response>
}): Endpoint => {
  const query = z.strictObject({})
  return {
    ...parts,
    ...{ method: 'GET', status: 200, query, answer: null, body: null, changes: false, upload: false },
    run: (ask) => {
      query.parse(once(ask.url.searchParams))
      return send(ask)
    },
  }
}

interface Acting<B extends z.ZodObject, A extends z.ZodType>
  extends Pick<Endpoint, 'path' | 'name' | 'scope' | 'status' | 'changes'> {
  readonly upload?: true
  readonly schema: B
  readonly example: z.input<B>
  readonly answer: A
  readonly act: (ask: ProgramAsk, body: z.output<B>) => Promise<z.input<A>>
}

/** A POST: nothing in the address but the path, everything in the body. */
export const acting = <B extends z.ZodObject, A extends z.ZodType>(parts: Acting<B, A>): Endpoint => {
  const { schema, example, act, ...rest } = parts
  const query = z.strictObject({})
  return {
    ...rest,
    ...{ method: 'POST', query, body: { schema, example }, upload: parts.upload ?? false },
    run: (ask) => {
      query.parse(once(ask.url.searchParams))
      return act(ask, schema.parse(JSON.parse(ask.body)))
    },
  }
}

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
/** Number of something in the store, as an address has it. */
export const numbered = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
export const mark = numbered.optional().describe('"next" of the page before')

export const offset = z.coerce.number().int().min(0).max(1_000_000).default(0).describe('"next" of the page before')

export const instant = z.iso.datetime().describe('UTC')
export const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const text = z.string().min(1).max(300)
/** Number of something in the store, as it is sent. */
export const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER)

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
