import { BadInput } from '../errors.ts'
import { isDay } from '../vietnam-day.ts'
import { CASE_STATUSES, type CaseChange, type CaseNote, type Cases, type SellerRef } from './api.ts'
import { canonical } from './canonical.ts'
import { readCases } from './case-rows.ts'
import { actingAs, type Db } from './db.ts'
import { appendEntry, recordsAbout } from './ledger.ts'
import type { Schema } from './schema.ts'
import { requireSeller } from './sellers.ts'
import { nextId, tell } from './told.ts'

type CaseRow = Pick<
  { readonly [K in keyof Schema['case_file']]: Schema['case_file'][K] },
  'id' | 'title' | 'created_at' | 'created_by' | 'unit'
>

/** What the ledger says of a case that is made; those of before units were kept say nothing of one. */
export const madeBody = ({ id, title, created_at, created_by, unit }: CaseRow): string =>
  canonical({ case: id, title, createdAt: created_at, createdBy: created_by, ...(unit === null ? {} : { unit }) })

const create = (db: Db, title: string, unit: string | null): number => {
  const made = { title, created_at: db.now(), created_by: db.actor, unit }
  const { lastInsertRowid } = db
    .prepare(
      'insert into case_file (title, created_at, created_by, unit) values (@title, @created_at, @created_by, @unit)',
    )
    .run(made)
  const id = Number(lastInsertRowid)
  appendEntry(db, 'case.create', `case:${id}`, { body: madeBody({ id, ...made }) })
  return id
}

const noCase = (id: number) => new BadInput(`there is no case ${id}; "soi case list" shows those there are`)

const requireCase = (db: Db, id: number): void => {
  if (db.prepare('select 1 from case_file where id = ?').get(id) === undefined) throw noCase(id)
}

const add = (db: Db, id: number, sightings: readonly number[]): number => {
  requireCase(db, id)
  for (const sighting of sightings)
    if (db.prepare('select 1 from sighting where id = ?').get(sighting) === undefined)
      throw new BadInput(`there is no sighting ${sighting}; "soi list" shows those there are`)
  const isIn = db.prepare('select 1 from case_sighting where case_file = ? and sighting = ?')
  const added = [...new Set(sightings)].filter((sighting) => isIn.get(id, sighting) === undefined)
  const insert = db.prepare('insert into case_sighting (case_file, sighting) values (?, ?)')
  for (const sighting of added) insert.run(id, sighting)
  if (added.length > 0) appendEntry(db, 'case.add', `case:${id}`, { body: canonical({ case: id, sightings: added }) })
  return added.length
}

const MOST_LETTERS = 200

const checked = ({ field, value }: CaseChange): CaseChange => {
  const text = value?.replace(/\s+/g, ' ').trim() || null
  if (field === 'status' && !CASE_STATUSES.some((each) => each === text))
    throw new BadInput(`a case is one of: ${CASE_STATUSES.join(', ')}; not ${text}`)
  if (field === 'due' && text !== null && !isDay(text)) throw new BadInput(`${text} is no day; write it as 2026-11-25`)
  if ((text?.length ?? 0) > MOST_LETTERS) throw new BadInput(`${field} takes ${MOST_LETTERS} letters at most`)
  return { field, value: text }
}

const lastOf = (db: Db, id: number, field: string): string | null => {
  const sql = 'select value from case_change where case_file = ? and field = ? order by id desc limit 1'
  const set = db.prepare(sql).pluck().get(id, field) as string | null | undefined
  if (set !== undefined) return set
  const unit = db.prepare('select unit from case_file where id = ?').pluck().get(id) as string | null
  return field === 'status' ? 'open' : field === 'units' ? unit : null
}

const set = (db: Db, id: number, changes: readonly CaseChange[]): number => {
  requireCase(db, id)
  const differing = changes.map(checked).filter(({ field, value }) => lastOf(db, id, field) !== value)
  for (const change of differing)
    tell(db, 'case_change', `case:${id}`, {
      ...{ id: nextId(db, 'case_change'), case_file: id, at: db.now(), officer: db.actor },
      ...change,
    })
  return differing.length
}

const addSeller = (db: Db, id: number, seller: SellerRef): boolean => {
  requireCase(db, id)
  requireSeller(db, seller)
  const { site, key, name } = seller
  const same = key === null ? 'seller_key is null and seller_name is ?' : 'seller_key is ?'
  const known = db.prepare(`select 1 from case_seller where case_file = ? and site = ? and ${same}`)
  if (known.get(id, site, key ?? name) !== undefined) return false
  const row = { case_file: id, at: db.now(), officer: db.actor, site, seller_key: key, seller_name: name }
  tell(db, 'case_seller', `case:${id}`, { id: nextId(db, 'case_seller'), ...row })
  return true
}

const notes = async (db: Db, id: number, most: number): Promise<readonly CaseNote[]> => {
  const records = (await recordsAbout(db, [`case:${id}`])).filter(({ action }) => action === 'case.note')
  return records
    .slice(-most)
    .reverse()
    .map(({ at, actor, body }) => ({ at, officer: actor, text: String(JSON.parse(body).text) }))
}

/** The human's folders. Nothing leaves a case: what was put in by mistake is said so in a note. */
export const openCases = (db: Db): Cases => ({
  create: async (title, by, unit) => {
    if (title.trim() === '') throw new BadInput('a case needs a title')
    return db.write('full', () => create(actingAs(db, by), title.trim(), unit?.trim() || null))
  },
  add: async (id, sightings, by) => db.write('full', () => add(actingAs(db, by), id, sightings)),
  set: async (id, changes, by) => db.write('full', () => set(actingAs(db, by), id, changes)),
  note: async (id, text, by) => {
    const said = text.trim()
    if (said === '') throw new BadInput('a note needs words')
    return db.write('full', () => {
      requireCase(db, id)
      const entry = appendEntry(actingAs(db, by), 'case.note', `case:${id}`, { body: canonical({ text: said }) })
      return { at: entry.at, officer: entry.actor, text: said }
    })
  },
  notes: (id, most) => notes(db, id, most),
  attach: async (id, { name, mediaType, size, sha256 }, by) =>
    db.write('full', () => {
      requireCase(db, id)
      const { actor } = actingAs(db, by)
      keepExhibit(db, sha256, size)
      const made = { id: nextId(db, 'case_attachment'), at: db.now(), officer: actor }
      const file = { name, media_type: mediaType, size, sha256 }
      tell(actingAs(db, by), 'case_attachment', `case:${id}`, { ...made, case_file: id, ...file })
      return { ...made, name, mediaType, size, sha256 }
    }),
  addSeller: async (id, seller, by) => db.write('full', () => addSeller(actingAs(db, by), id, seller)),
  list: () => readCases(db, null),
  get: async (id) => {
    const [found] = await readCases(db, id)
    if (found === undefined) throw noCase(id)
    return found
  },
})

/** A stored file becomes an exhibit, so that `verify` looks at it too. */
export const keepExhibit = (db: Db, sha256: string, size: number): void => {
  db.prepare(
    'insert into exhibit (sha256, size) select ?, ? where not exists (select 1 from exhibit where sha256 = ?)',
  ).run(sha256, size, sha256)
}
