import { z } from 'zod'
import { BadInput } from '../errors.ts'
import type { ReportWish } from './build.ts'
import { dayEnd, daysFrom, type Period, PRESETS, type Preset, preset } from './period.ts'

const text = z.string().min(1).max(40).optional()

/** A report as an address names it: one of the presets, or from and to; what it is called; up to where records count. */
export const reportQuery = {
  from: text.describe('first day, YYYY-MM-DD, of Viet Nam'),
  to: text.describe('last day'),
  day: text.describe('YYYY-MM-DD'),
  week: text.describe('YYYY-Www (ISO 8601)'),
  month: text.describe('YYYY-MM'),
  quarter: text.describe('YYYY-Qn'),
  year: text.describe('YYYY'),
  title: z.string().min(1).max(80).optional().describe('what the period is called: a peak campaign'),
  as_of: text.describe(
    'number of a ledger entry, a day of Viet Nam (its end) or a UTC instant: nothing recorded later counts',
  ),
}

export type WishName = keyof typeof reportQuery
export const WISH_NAMES = Object.keys(reportQuery) as readonly WishName[]
export type Wish = Readonly<Partial<Record<WishName, string | undefined>>>

const MOST_TITLE = 80

function periodOf(wish: Wish): Period {
  const [kind, more]: readonly Preset[] = PRESETS.filter((each) => wish[each] !== undefined)
  const { from, to } = wish
  if (kind !== undefined && more === undefined && from === undefined && to === undefined)
    return preset(kind, wish[kind] ?? '')
  if (kind === undefined && from !== undefined && to !== undefined) return daysFrom(from, to)
  throw new BadInput('name one period: day, week, month, quarter or year, or from and to together')
}

/** `2026-11-25T03:04:05Z`, with milliseconds or without. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/

function asOf(typed: string): ReportWish['asOf'] {
  if (/^[1-9]\d{0,14}$/.test(typed)) return { seq: Number(typed) }
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return { before: dayEnd(typed) }
  const at = INSTANT.test(typed) ? Date.parse(typed) : Number.NaN
  if (Number.isNaN(at))
    throw new BadInput(`${typed}: write a ledger entry's number, YYYY-MM-DD, or an instant like 2026-11-25T03:04:05Z`)
  // Up to and with that moment.
  return { before: new Date(at + 1).toISOString() }
}

/** BadInput unless exactly one period is named, and there is such a one. */
export function wishedReport(wish: Wish): ReportWish {
  const title = wish.title?.replace(/\s+/g, ' ').trim() || null
  if (title !== null && title.length > MOST_TITLE) throw new BadInput(`a title has at most ${MOST_TITLE} characters`)
  return { period: periodOf(wish), title, asOf: wish.as_of === undefined ? null : asOf(wish.as_of) }
}
