/** Names of days in a sweep file, Monday first. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Hours in which pages may be asked for, on the days on which they begin; `to` before `from` runs past midnight. */
export interface Window {
  readonly days: readonly (typeof DAYS)[number][]
  /** HH:MM; `to` may be 24:00. */
  readonly from: string
  readonly to: string
  /** IANA. */
  readonly time_zone: string
}

const MINUTE_MS = 60_000
const WEEK_MINUTES = 7 * 24 * 60

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, made)
  return made
}

/** The wall clock of a zone. */
const wallClock = (at: number, zone: string): { readonly day: number; readonly minutes: number } => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const day = (DAYS as readonly string[]).indexOf(parts.weekday?.toLowerCase() ?? '')
  return { day, minutes: Number(parts.hour) * 60 + Number(parts.minute) }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const isOpen = ({ days, from, to, time_zone }: Window, at: number): boolean => {
  const { day, minutes } = wallClock(at, time_zone)
  const [start, end] = [minutesOf(from), minutesOf(to)]
  const on = (which: number) => days.includes(DAYS[(which + 7) % 7] ?? 'mon')
  if (start < end) return on(day) && minutes >= start && minutes < end
  return (on(day) && minutes >= start) || (on(day - 1) && minutes < end)
}

/**
 * Until when nothing may be asked at `now` (both in milliseconds since 1970): 0 inside a window, else the next minute at
 * which one opens. Clocks that are put forward or back are followed, for every minute is looked up in its zone.
 */
export function closedUntil(windows: readonly Window[], now: number): number {
  const open = (at: number) => windows.some((window) => isOpen(window, at))
  if (open(now)) return 0
  const next = Math.floor(now / MINUTE_MS) * MINUTE_MS + MINUTE_MS
  for (let minute = 0; minute <= WEEK_MINUTES; minute++) {
    const at = next + minute * MINUTE_MS
    if (open(at)) return at
  }
  return next + WEEK_MINUTES * MINUTE_MS
}

/** The same, remembered until the minute ends or the window opens: it is asked for every request. */
export function pauses(windows: readonly Window[]): (now: number) => number {
  let asked = { minute: -1, until: 0 }
  return (now) => {
    const minute = Math.floor(now / MINUTE_MS)
    if (asked.until > now || asked.minute === minute) return asked.until > now ? asked.until : 0
    asked = { minute, until: closedUntil(windows, now) }
    return asked.until
  }
}
