import { z } from 'zod'
import { BadInput } from '../errors.ts'
import { daysFrom, type Period, PRESETS, type Preset, preset } from './period.ts'

const text = z.string().min(1).max(20).optional()

/** A period as an address names it: one of the presets, or from and to. */
export const reportQuery = {
  from: text.describe('first day, YYYY-MM-DD, of Viet Nam'),
  to: text.describe('last day'),
  day: text.describe('YYYY-MM-DD'),
  week: text.describe('YYYY-Www (ISO 8601)'),
  month: text.describe('YYYY-MM'),
  quarter: text.describe('YYYY-Qn'),
  year: text.describe('YYYY'),
}

export type Wish = Readonly<Partial<Record<Preset | 'from' | 'to', string | undefined>>>

/** BadInput unless exactly one period is named, and there is such a one. */
export function wishedPeriod(wish: Wish): Period {
  const [kind, more] = PRESETS.filter((each) => wish[each] !== undefined)
  const { from, to } = wish
  if (kind !== undefined && more === undefined && from === undefined && to === undefined)
    return preset(kind, wish[kind] ?? '')
  if (kind === undefined && from !== undefined && to !== undefined) return daysFrom(from, to)
  throw new BadInput('name one period: day, week, month, quarter or year, or from and to together')
}
