import { BadInput } from '../errors.ts'
import { anchorsWithFiles } from './anchors.ts'
import type { Blobs, Cases, PackSelection, PackSource, Replies, Rulesets, Sightings, Sweeps } from './api.ts'
import type { Db } from './db.ts'
import type { PackItem } from './item.ts'
import { ledgerRecords } from './ledger.ts'
import { storedItem } from './sightings.ts'

/** The rooms of the store a pack reads from. */
export interface PackRooms {
  readonly blobs: Blobs
  readonly rulesets: Rulesets
  readonly sightings: Sightings
  readonly sweeps: Sweeps
  readonly cases: Cases
  readonly replies: Replies
}

const selected = async (rooms: PackRooms, of: PackSelection): Promise<readonly number[]> => {
  if ('ids' in of) return [...new Set(of.ids)].sort((a, b) => a - b)
  if ('caseId' in of) return (await rooms.cases.get(of.caseId)).sightings
  await rooms.sweeps.get(of.sweep)
  return rooms.sightings.ids({ sweep: of.sweep, flagged: true })
}

const requireAll = async (db: Db, ids: readonly number[]): Promise<void> => {
  for (const id of ids) {
    const row = await db.query.selectFrom('sighting').select('id').where('id', '=', id).executeTakeFirst()
    if (row === undefined) throw new BadInput(`there is no sighting ${id}; "soi list" shows those there are`)
  }
}

async function* items(db: Db, ids: readonly number[]): AsyncIterable<PackItem> {
  for (const id of ids) yield await storedItem(db, id)
}

export const packSource = async (db: Db, rooms: PackRooms, of: PackSelection): Promise<PackSource> => {
  const ids = await selected(rooms, of)
  await requireAll(db, ids)
  return {
    items: () => items(db, ids),
    exhibit: rooms.blobs.unchecked,
    ruleText: rooms.rulesets.text,
    ledger: () => ledgerRecords(db),
    anchors: () => anchorsWithFiles(db, rooms.blobs),
    replies: rooms.replies.of,
    timeline: async (site, listingKey, most) => {
      const newest = await rooms.sightings.list({ site, listingKey, limit: most })
      return newest
        .map(({ id, at, title, priceText, score, band }) => ({ id, at, title, priceText, score, band }))
        .reverse()
    },
  }
}
