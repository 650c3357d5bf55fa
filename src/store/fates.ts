import { DAY_MS, vietnamDay, vietnamDayBegins, vietnamDayNumber } from '../vietnam-day.ts'
import { all, type Bounds, FLAGS_IN, KNOWN } from './bounds.ts'
import type { Db } from './db.ts'
import { grouped } from './grouped.ts'

/** What became of one flagged listing. */
export interface Fate {
  readonly site: string
  readonly notified: boolean
  /** By the last look that could tell, after the platform was told (or after the flag, where it was not told). */
  readonly state: 'down' | 'up' | 'unseen' | 'not-looked'
  /** Seen again after it was taken down. */
  readonly back: boolean
  /** From the day the platform was told to the day it was first seen gone; null where that did not happen. */
  readonly days: number | null
}

interface Look {
  readonly listing: number
  readonly at: string
  readonly state: 'up' | 'down' | 'unseen' | 'other'
}

interface Told {
  readonly day: number
  /** From here on looks are after the notice. */
  readonly from: string
}

const LISTINGS = `select listing, site, min(at) as at ${FLAGS_IN} group by listing`
const LOOKS = `select listing, at, state from look
  where ${KNOWN} and listing in (select listing ${FLAGS_IN}) order by listing, at, visit`
const NOTICES = `select l.id as listing, n.told_on as day, n.at from notice n
  join flagged_listing l on l.site = n.site and l.key = n.listing_key where n.at <= :until
  order by n.told_on desc, n.id desc`

/** A notice recorded on its own day is as of that moment; one that was entered later, as of the end of its day. */
function toldOf({ day, at }: { readonly day: string; readonly at: string }): Told {
  const begin = new Date(vietnamDayBegins(day))
  const end = new Date(begin.getTime() + DAY_MS).toISOString()
  return { day: vietnamDayNumber(begin), from: vietnamDay(at) === day ? at : end }
}

const cameBack = (looks: readonly Look[]): boolean => {
  const gone = looks.findIndex(({ state }) => state === 'down')
  return gone >= 0 && looks.slice(gone).some(({ state }) => state === 'up')
}

function fateOf(site: string, since: string, looks: readonly Look[], told: Told | undefined): Fate {
  const after = looks.filter(({ at }) => at > (told?.from ?? since))
  const known = after.findLast(({ state }) => state === 'up' || state === 'down')
  const down = told && after.find(({ state }) => state === 'down')
  return {
    site,
    notified: told !== undefined,
    state: known?.state === 'up' || known?.state === 'down' ? known.state : after.length > 0 ? 'unseen' : 'not-looked',
    back: cameBack(looks.filter(({ at }) => at >= since)),
    days: told && down ? Math.max(0, vietnamDayNumber(down.at) - told.day) : null,
  }
}

/** Of every listing flagged within the bounds. */
export function fatesOf(db: Db, bounds: Bounds): ReadonlyMap<number, Fate> {
  // The notice of the earliest day counts, in whatever order they were entered: it is read last.
  const told = new Map(
    all<{ listing: number; day: string; at: string }>(db, NOTICES, bounds).map((each) => [each.listing, toldOf(each)]),
  )
  const looks = grouped(all<Look>(db, LOOKS, bounds), ({ listing }) => listing)
  const listings = all<{ listing: number; site: string; at: string }>(db, LISTINGS, bounds)
  return new Map(
    listings.map(({ listing, site, at }) => [listing, fateOf(site, at, looks.get(listing) ?? [], told.get(listing))]),
  )
}
