import type { Visit } from '../domain.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Db } from './db.ts'
import { deriveFlags, type VisitedSighting } from './flags.ts'
import { insertImages } from './images.ts'
import { appendEntry } from './ledger.ts'
import { remember } from './memory.ts'
import { addRequests, coverRequests, markDone, mustHave } from './requests.ts'
import { indexSighting } from './search-index.ts'
import { keptWhole, type Prepared } from './sighting-body.ts'

const insertVisit = (db: Db, sweep: number, visit: Visit): number => {
  const { request, finalUrl, site, outcome, reasons, status, pageHash, at } = visit
  const { lastInsertRowid } = db
    .prepare(
      `insert into visit (sweep, request, url, final_url, site, outcome, reasons, status, page_hash, at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(sweep, request.id, request.url, finalUrl, site, outcome, JSON.stringify(reasons), status, pageHash, at)
  return Number(lastInsertRowid)
}

const NEW_EXHIBIT =
  'insert into exhibit (sha256, size) select ?, ? where not exists (select 1 from exhibit where sha256 = ?)'

const insertExhibits = (db: Db, sighting: number, item: Prepared): void => {
  for (const { role, mediaType, sha256: hash, size } of item.exhibits) {
    db.prepare(NEW_EXHIBIT).run(hash, size, hash)
    db.prepare('insert into sighting_exhibit (sighting, role, media_type, sha256) values (?, ?, ?, ?)').run(
      sighting,
      role,
      mediaType,
      hash,
    )
  }
}

const insertSignals = (db: Db, sighting: number, item: Prepared): void => {
  const insert = db.prepare(
    'insert into signal (sighting, n, rule, version, category, strength) values (?, ?, ?, ?, ?, ?)',
  )
  for (const [n, signal] of item.assessment.signals.entries())
    insert.run(sighting, n, signal.rule, signal.version, signal.category, signal.strength)
}

/** The id is part of the body, so that the ledger's hash names the row too. Nothing is ever deleted: ids do not return. */
const insertSighting = (db: Db, sweep: number, visit: number, item: Prepared): VisitedSighting => {
  const last = db.prepare('select max(id) as id from sighting').get() as { readonly id: number | null }
  const id = (last.id ?? 0) + 1
  const body = canonical({ ...item, id, sweep })
  const hash = sha256(body)
  db.prepare('insert into sighting (id, sweep, visit, body, hash) values (?, ?, ?, ?, ?)').run(
    id,
    sweep,
    visit,
    body,
    hash,
  )
  insertExhibits(db, id, item)
  insertSignals(db, id, item)
  insertImages(db, id, item)
  indexSighting(db, id, sweep, item)
  const entry = keptWhole(item) ? appendEntry(db, 'sighting.record', `sighting:${id}`, { bodyHash: hash }) : null
  const { site, key } = item.listing
  return { id, site, key, whole: entry && item.assessment.flagged ? { item, seq: entry.seq } : null }
}

const alreadyRecorded = (db: Db, request: number): readonly number[] | null => {
  const visit = db.prepare('select id from visit where request = ?').get(request) as { readonly id: number } | undefined
  if (visit === undefined) return null
  const rows = db.prepare('select id from sighting where visit = ? order by id').all(visit.id)
  return (rows as readonly { readonly id: number }[]).map((row) => row.id)
}

/**
 * Everything one visit produced, inside the caller's transaction. A second time it only returns the ids of the first. BadInput
 * where its request is of another sweep: that sweep's sightings are not this one's.
 */
export const recordVisit = (db: Db, sweep: number, visit: Visit, items: readonly Prepared[]): readonly number[] => {
  mustHave(db, sweep, visit.request.id)
  const before = alreadyRecorded(db, visit.request.id)
  if (before !== null) return before
  const row = insertVisit(db, sweep, visit)
  const sightings = items.map((item) => insertSighting(db, sweep, row, item))
  remember(db, sweep, row, visit)
  addRequests(db, sweep, visit.discovered)
  coverRequests(db, sweep, visit.covered ?? [])
  markDone(db, sweep, visit.request.id)
  const { at, outcome, unchanged } = visit
  const page = { id: row, sweep, url: visit.request.url, at, outcome, unchanged: Boolean(unchanged), sightings }
  deriveFlags(db, 'main', page)
  return sightings.map(({ id }) => id)
}
