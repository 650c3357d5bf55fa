import { BadInput } from '../errors.ts'
import type { Span } from '../store/api.ts'
import { atVietnamClock, DAY_MS, isDay } from '../vietnam-day.ts'

export const PRESETS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Preset = (typeof PRESETS)[number]

/** Days of Viet Nam (UTC+7 all year), as the UTC midnight of the same date, in ms. */
type Day = number

/** A period of whole days with those it is compared with. `to` is the day after the last. */
export interface Period {
  /** `2026-Q3`, `2026-W48`, `2026-11-01..2026-11-15`. */
  readonly name: string
  readonly span: Span
  /** The same kind of period directly before. */
  readonly before: Span
  /** The same period a year ago; a week is the week of the same number, or the year's last. */
  readonly yearAgo: Span
}

const date = (year: number, month: number, day: number): Day => Date.UTC(year, month, day)
const span = ([from, to]: readonly [Day, Day]): Span => ({ from: atVietnamClock(from), to: atVietnamClock(to) })

/** YYYY-MM-DD; BadInput for days that do not exist. */
function dayOf(typed: string): Day {
  if (!isDay(typed)) throw new BadInput(`${typed} is no day: write YYYY-MM-DD`)
  return Date.parse(`${typed}T00:00:00Z`)
}

/** The moment at which a day of Viet Nam ends, UTC. BadInput for days that do not exist. */
export const dayEnd = (typed: string): string => atVietnamClock(dayOf(typed) + DAY_MS)

/** The day a year earlier; 29 February becomes 28 February. */
function aYearBefore(day: Day): Day {
  const at = new Date(day)
  const moved = date(at.getUTCFullYear() - 1, at.getUTCMonth(), at.getUTCDate())
  return new Date(moved).getUTCDate() === at.getUTCDate() ? moved : moved - DAY_MS
}

/** Monday of week 1: the week with 4 January in it (ISO 8601). */
const firstMonday = (year: number): Day => {
  const fourth = date(year, 0, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS
}
const weeksIn = (year: number): number => Math.round((firstMonday(year + 1) - firstMonday(year)) / (7 * DAY_MS))
const week = (year: number, number: number): readonly [Day, Day] => {
  const monday = firstMonday(year) + (number - 1) * 7 * DAY_MS
  return [monday, monday + 7 * DAY_MS]
}

const months = (year: number, month: number, count: number): readonly [Day, Day] => [
  date(year, month, 1),
  date(year, month + count, 1),
]

const SHAPES: Readonly<Record<Exclude<Preset, 'day'>, RegExp>> = {
  week: /^(\d{4})-W(\d{2})$/,
  month: /^(\d{4})-(\d{2})$/,
  quarter: /^(\d{4})-Q(\d)$/,
  year: /^(\d{4})$/,
}
const MOST: Readonly<Record<keyof typeof SHAPES, (year: number) => number>> = {
  week: weeksIn,
  month: () => 12,
  quarter: () => 4,
  year: () => 1,
}
const WRITE: Readonly<Record<Preset, string>> = {
  ...{ day: 'YYYY-MM-DD', week: 'YYYY-Www', month: 'YYYY-MM', quarter: 'YYYY-Qn', year: 'YYYY' },
}

const ofMonths = (name: string, year: number, month: number, count: number): Period => ({
  name,
  span: span(months(year, month, count)),
  before: span(months(year, month - count, count)),
  yearAgo: span(months(year - 1, month, count)),
})

function ofWeek(name: string, year: number, number: number): Period {
  const [from, to] = week(year, number)
  return {
    name,
    span: span([from, to]),
    before: span([from - 7 * DAY_MS, from]),
    yearAgo: span(week(year - 1, Math.min(number, weeksIn(year - 1)))),
  }
}

/** From a day to a day, both in it; before it: as many days. BadInput where the end is before the begin. */
export function daysFrom(from: string, to: string, name = `${from}..${to}`): Period {
  const [first, end] = [dayOf(from), dayOf(to) + DAY_MS]
  if (end <= first) throw new BadInput(`${to} is before ${from}`)
  return {
    name,
    span: span([first, end]),
    before: span([first - (end - first), first]),
    yearAgo: span([aYearBefore(first), aYearBefore(end - DAY_MS) + DAY_MS]),
  }
}

/** `week`, `2026-W48` and the like. BadInput for what is not written so, or does not exist. */
export function preset(kind: Preset, typed: string): Period {
  if (kind === 'day') return daysFrom(typed, typed, typed)
  const [, yearText = '', numberText = '1'] = SHAPES[kind].exec(typed) ?? []
  const [year, number] = [Number(yearText), Number(numberText)]
  if (year < 1971 || number < 1 || number > MOST[kind](year))
    throw new BadInput(`${typed} is no ${kind}: write ${WRITE[kind]}`)
  if (kind === 'week') return ofWeek(typed, year, number)
  if (kind === 'month') return ofMonths(typed, year, number - 1, 1)
  if (kind === 'quarter') return ofMonths(typed, year, (number - 1) * 3, 3)
  return ofMonths(typed, year, 0, 12)
}
