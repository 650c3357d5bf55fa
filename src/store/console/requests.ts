import type { ApiRequests } from './api.ts'
import type { ConsoleDb } from './console.ts'

const KEPT_MS = 7 * 86_400_000

interface Row {
  readonly request: string
  readonly status: number | null
  readonly body: string | null
}

const TAKE = `insert into api_request (token, key, request, at) values (?, ?, ?, ?) on conflict do nothing`

export const openRequests = (db: ConsoleDb): ApiRequests => ({
  begin: (token, key, request) => {
    db.run('delete from api_request where at < ?', new Date(Date.parse(db.now()) - KEPT_MS).toISOString())
    if (db.run(TAKE, token, key, request, db.now()).changes === 1) return { kind: 'new' }
    const row = db.get<Row>('select request, status, body from api_request where token = ? and key = ?', token, key)
    if (!row || row.request !== request) return { kind: 'other' }
    return row.status === null || row.body === null
      ? { kind: 'unknown' }
      : { kind: 'done', status: row.status, body: row.body }
  },
  end: (token, key, { status, body }) => {
    db.run('update api_request set status = ?, body = ? where token = ? and key = ?', status, body, token, key)
  },
  drop: (token, key) => {
    db.run('delete from api_request where token = ? and key = ?', token, key)
  },
})
