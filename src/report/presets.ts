import { DAY_MS, vietnamClock } from '../vietnam-day.ts'
import { PRESETS, type Preset } from './period.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekName(day: Date): string {
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return `${year}-W${two(number)}`
}

const NAMES: Readonly<Record<Preset, (day: Date) => string>> = {
  day: (day) => day.toISOString().slice(0, 10),
  week: weekName,
  month: (day) => day.toISOString().slice(0, 7),
  quarter: (day) => `${day.getUTCFullYear()}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`,
  year: (day) => `${day.getUTCFullYear()}`,
}

/** What the period of a kind that an instant falls into is called: `2026-W48`. */
export const presetAt = (kind: Preset, at: Date): string => NAMES[kind](vietnamClock(at))

/** The periods of now, the shortest first. */
export const presetsNow = (now: Date): readonly { readonly kind: Preset; readonly name: string }[] =>
  PRESETS.map((kind) => ({ kind, name: presetAt(kind, now) }))
