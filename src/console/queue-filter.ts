import { type Band, CATEGORIES, type Instant } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { QueueMark, QueuePage, QueueSort, Standing } from '../store/api.ts'
import { DAY_MS, vietnamDayBegins } from '../vietnam-day.ts'

export const BANDS: readonly Band[] = ['high', 'medium', 'low']
export const SORTS: readonly QueueSort[] = ['score', 'newest', 'oldest']
export const STANDINGS: readonly Standing[] = ['open', 'pending', 'confirm', 'dismiss', 'needs-more', 'refer']
const PAGE = 40

const choice = <T extends string>(text: string | null, choices: readonly T[]): T | undefined => {
  if (text === null) return undefined
  const found = choices.find((each) => each === text)
  if (found === undefined) throw new BadInput(`${text} is none of ${choices.join(', ')}`)
  return found
}

/** A day of Viet Nam (UTC+7 all year) as an instant: its begin, or its end. */
const dayOf = (text: string | null, end: boolean): Instant | undefined => {
  if (text === null) return undefined
  const at = vietnamDayBegins(text)
  if (Number.isNaN(at)) throw new BadInput(`${text} is no day`)
  return new Date(end ? at + DAY_MS : at).toISOString()
}

/** Whoever asks for nothing sees what is to be done. */
const standingOf = (text: string | null): Standing | undefined =>
  text === 'all' ? undefined : (choice(text, STANDINGS) ?? 'open')

const numberOf = (text: string | null): number | undefined => {
  if (text === null) return undefined
  if (!/^\d{1,15}$/.test(text)) throw new BadInput(`${text} is no number`)
  return Number(text)
}

const markOf = (text: string | null): QueueMark | undefined => {
  if (text === null) return undefined
  const [, id, score] = /^(\d{1,15})-(\d{1,3}(?:\.\d{1,6})?)$/.exec(text) ?? []
  if (id === undefined) throw new BadInput(`${text} is no place in the queue`)
  return { id: Number(id), score: Number(score) }
}

export const markText = ({ id, score }: QueueMark): string => `${id}-${score}`

/** The fields of the filter, as they stand in the address. */
const FIELDS = [
  'search',
  'state',
  'seller',
  'site',
  'band',
  'category',
  'from',
  'to',
  'sweep',
  'sort',
  'after',
] as const

const without = <T extends object>(value: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never

/** What an address asks of the queue. BadInput for what is not understood: a filter is never ignored. */
export function queuePage(query: URLSearchParams): QueuePage {
  const unknown = [...query.keys()].find((key) => !FIELDS.some((field) => field === key))
  if (unknown !== undefined) throw new BadInput(`there is no filter ${unknown}`)
  const value = (name: (typeof FIELDS)[number]) => query.get(name)?.trim() || null
  return {
    ...without({
      search: value('search') ?? undefined,
      standing: standingOf(value('state')),
      seller: value('seller') ?? undefined,
      site: value('site') ?? undefined,
      band: choice(value('band'), BANDS),
      category: choice(value('category'), CATEGORIES),
      from: dayOf(value('from'), false),
      to: dayOf(value('to'), true),
      sweep: numberOf(value('sweep')),
      after: markOf(value('after')),
    }),
    sort: choice(value('sort'), SORTS) ?? 'score',
    limit: PAGE,
  } as QueuePage
}
