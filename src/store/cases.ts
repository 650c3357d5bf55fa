import { BadInput } from '../errors.ts'
import type { Case, Cases } from './api.ts'
import { canonical } from './canonical.ts'
import { actingAs, type Db } from './db.ts'
import { appendEntry } from './ledger.ts'

const create = (db: Db, title: string): number => {
  const createdAt = db.now()
  const createdBy = db.actor
  const { lastInsertRowid } = db
    .prepare('insert into case_file (title, created_at, created_by) values (?, ?, ?)')
    .run(title, createdAt, createdBy)
  const id = Number(lastInsertRowid)
  appendEntry(db, 'case.create', `case:${id}`, { body: canonical({ case: id, title, createdAt, createdBy }) })
  return id
}

const add = (db: Db, id: number, sightings: readonly number[]): number => {
  if (db.prepare('select 1 from case_file where id = ?').get(id) === undefined)
    throw new BadInput(`there is no case ${id}; "soi case list" shows those there are`)
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

const read = async (db: Db, id: number | null): Promise<readonly Case[]> => {
  const files = await db.query
    .selectFrom('case_file')
    .selectAll()
    .$if(id !== null, (query) => query.where('id', '=', id ?? 0))
    .orderBy('id', 'desc')
    .execute()
  const members = await db.query
    .selectFrom('case_sighting')
    .selectAll()
    .$if(id !== null, (query) => query.where('case_file', '=', id ?? 0))
    .orderBy('sighting')
    .execute()
  return files.map((file) => ({
    id: file.id,
    title: file.title,
    createdAt: file.created_at,
    createdBy: file.created_by,
    sightings: members.filter((member) => member.case_file === file.id).map((member) => member.sighting),
  }))
}

/** The human's folders. Nothing leaves a case: what was put in by mistake is said so in a decision. */
export const openCases = (db: Db): Cases => ({
  create: async (title, by) => {
    if (title.trim() === '') throw new BadInput('a case needs a title')
    return db.write('full', () => create(actingAs(db, by), title.trim()))
  },
  add: async (id, sightings, by) => db.write('full', () => add(actingAs(db, by), id, sightings)),
  list: () => read(db, null),
  get: async (id) => {
    const [found] = await read(db, id)
    if (found === undefined) throw new BadInput(`there is no case ${id}; "soi case list" shows those there are`)
    return found
  },
})
