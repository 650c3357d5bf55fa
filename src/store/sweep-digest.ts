import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Sha256 } from '../domain.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'

const PAGE = 1_000

/** What a sweep saw, in one hash: unflagged sightings and visits have no ledger entry of their own. */
export interface Digest {
  readonly visits: number
  readonly lastVisit: number
  readonly sightings: number
  /** SHA-256 over the canonical JSON of each visit and of each [sighting, its hash], in order, one a line. */
  readonly digest: Sha256
}

const visitPage = (db: Db, sweep: number, after: number, last: number) =>
  db.query
    .selectFrom('visit')
    .selectAll()
    .where('sweep', '=', sweep)
    .where('id', '>', after)
    .where('id', '<=', last)
    .orderBy('id')
    .limit(PAGE)
    .execute()

const sightingsOf = (db: Db, sweep: number, after: number, last: number) =>
  db.query
    .selectFrom('sighting')
    .select(['visit', 'id', 'hash'])
    .where('visit', '>', after)
    .where('visit', '<=', last)
    .where('sweep', '=', sweep)
    .orderBy('visit')
    .orderBy('id')
    .execute()

/** Up to and including visit `lastVisit`; null: all there are. Linear in the sweep. */
export const digestSweep = async (db: Db, sweep: number, lastVisit: number | null): Promise<Digest> => {
  const hash = createHash('sha256')
  let after = 0
  let visits = 0
  let sightings = 0
  for (;;) {
    const rows = await visitPage(db, sweep, after, lastVisit ?? Number.MAX_SAFE_INTEGER)
    const last = rows.at(-1)
    if (last === undefined) return { visits, sightings, lastVisit: after, digest: hash.digest('hex') }
    const seen = await sightingsOf(db, sweep, after, last.id)
    for (const row of rows) hash.update(`${canonical(row)}\n`)
    for (const row of seen) hash.update(`${canonical([row.visit, row.id, row.hash])}\n`)
    visits += rows.length
    sightings += seen.length
    after = last.id
    await breathe()
  }
}
