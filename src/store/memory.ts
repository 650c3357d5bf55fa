import type { Validators, Visit } from '../domain.ts'
import type { PageMemory, Remembered } from './api.ts'
import type { Db } from './db.ts'

const REMEMBER = `insert into page_memory (url, etag, last_modified, visit, ruleset_hash, found)
  select ?, ?, ?, ?, ruleset_hash, ? from sweep where id = ?
  on conflict (url) do update set etag = excluded.etag, last_modified = excluded.last_modified, visit = excluded.visit,
    ruleset_hash = excluded.ruleset_hash, found = excluded.found`

/** Keeps what the next sweep asks by, or forgets the page where the server gave nothing to ask by. Inside a transaction. */
export const remember = (db: Db, sweep: number, visit: number, { request, validators, unchanged }: Visit): void => {
  if (unchanged) {
    // What was remembered stays true; the visit that read it is still the one to point at.
    db.prepare('insert into visit_unchanged (visit, since) values (?, ?)').run(visit, unchanged.since)
    return
  }
  if (validators === undefined) return
  if (validators === null) db.prepare('delete from page_memory where url = ?').run(request.url)
  else {
    const { etag, lastModified, found } = validators
    db.prepare(REMEMBER).run(request.url, etag, lastModified, visit, JSON.stringify(found), sweep)
  }
}

interface Row {
  readonly etag: string | null
  readonly last_modified: string | null
  readonly visit: number
  readonly found: string
}

export const openMemory = (db: Db): PageMemory => ({
  validators: (url, rulesetHash) => {
    const row = db
      .prepare('select etag, last_modified, visit, found from page_memory where url = ? and ruleset_hash = ?')
      .get(url, rulesetHash) as Row | undefined
    if (row === undefined) return null
    const { etag, last_modified: lastModified, visit } = row
    return { etag, lastModified, visit, found: JSON.parse(row.found) as Validators['found'] }
  },
  read: async (visit): Promise<Remembered | null> => {
    const row = db.prepare('select site, page_hash, at from visit where id = ?').get(visit) as
      | { readonly site: string; readonly page_hash: string | null; readonly at: string }
      | undefined
    if (row === undefined) return null
    const bodies = db.prepare('select body from sighting where visit = ? order by id').all(visit)
    const items = (bodies as readonly { readonly body: string }[]).map(({ body }) => JSON.parse(body))
    return { site: row.site, pageHash: row.page_hash, at: row.at, listings: items.map(({ listing }) => listing) }
  },
})
