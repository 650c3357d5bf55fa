import { CASE_STATUSES, type Case } from './api.ts'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

type Selected<C> = C extends { readonly __select__: infer S } ? S : C
type RowOf<T extends keyof Schema> = { readonly [K in keyof Schema[T]]: Selected<Schema[T][K]> }

const ORDER = { case_sighting: 'sighting', case_change: 'id', case_seller: 'id', case_attachment: 'id' } as const

const rowsByCase = <T extends keyof typeof ORDER>(db: Db, table: T, only: number | null) => {
  const rows = db
    .prepare(`select * from ${table} where @only is null or case_file = @only order by ${ORDER[table]}`)
    .all({ only }) as readonly RowOf<T>[]
  const groups = new Map<number, RowOf<T>[]>()
  for (const row of rows) {
    const group = groups.get(row.case_file)
    if (group) group.push(row)
    else groups.set(row.case_file, [row])
  }
  return (id: number): readonly RowOf<T>[] => groups.get(id) ?? []
}

const listed = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)

/** Cases as they stand, newest first; `only`: that one. */
export const readCases = async (db: Db, only: number | null): Promise<readonly Case[]> => {
  const files = await db.query
    .selectFrom('case_file')
    .selectAll()
    .$if(only !== null, (query) => query.where('id', '=', only ?? 0))
    .orderBy('id', 'desc')
    .execute()
  const members = rowsByCase(db, 'case_sighting', only)
  const changes = rowsByCase(db, 'case_change', only)
  const sellers = rowsByCase(db, 'case_seller', only)
  const attachments = rowsByCase(db, 'case_attachment', only)
  return files.map(({ id, title, created_at: createdAt, created_by: createdBy, unit }) => {
    const set = new Map(changes(id).map(({ field, value }) => [field, value]))
    return {
      ...{ id, title, createdAt, createdBy },
      status: CASE_STATUSES.find((each) => each === set.get('status')) ?? 'open',
      units: listed(set.get('units') ?? (set.has('units') ? null : unit)),
      ...{ province: set.get('province') ?? null, assignee: set.get('assignee') ?? null, due: set.get('due') ?? null },
      sightings: members(id).map(({ sighting }) => sighting),
      sellers: sellers(id).map(({ site, seller_key: key, seller_name: name, at, officer }) => ({
        ...{ site, key, name, at, officer },
      })),
      attachments: attachments(id).map(({ id: number, at, officer, name, media_type: mediaType, size, sha256 }) => ({
        ...{ id: number, at, officer, name, mediaType, size, sha256 },
      })),
    }
  })
}
