import { toAccount } from './accounts.ts'
import { type ApiToken, type ApiTokens, SCOPES } from './api.ts'
import type { ConsoleDb } from './console.ts'

/** A use within this time is not written down again. */
const TOUCH_MS = 60_000

interface Row {
  readonly id: number
  readonly account: number
  readonly label: string
  readonly scopes: string
  readonly made_at: string
  readonly ends_at: string
  readonly used_at: string | null
  readonly revoked_at: string | null
}

const toToken = (row: Row): ApiToken => ({
  id: row.id,
  account: row.account,
  label: row.label,
  scopes: SCOPES.filter((scope) => row.scopes.split(' ').includes(scope)),
  madeAt: row.made_at,
  endsAt: row.ends_at,
  usedAt: row.used_at,
  revokedAt: row.revoked_at,
})

const FIND = `select * from api_token where token_hash = ? and revoked_at is null and ends_at > ?`
const OWNER = `select * from account where id = ? and active = 1`
const REVOKE = `update api_token set revoked_at = :now
  where id = :id and revoked_at is null and (:account is null or account = :account)`

export const openTokens = (db: ConsoleDb): ApiTokens => ({
  make: (tokenHash, { account, label, scopes, endsAt }) => {
    db.run(
      'insert into api_token (token_hash, account, label, scopes, made_at, ends_at) values (?, ?, ?, ?, ?, ?)',
      ...[tokenHash, account, label, scopes.join(' '), db.now(), endsAt],
    )
    const row = db.get<Row>('select * from api_token where token_hash = ?', tokenHash)
    if (!row) throw new Error('a token was written and is not there')
    return toToken(row)
  },
  find: (tokenHash) => {
    const row = db.get<Row>(FIND, tokenHash, db.now())
    const owner = row && db.get<Parameters<typeof toAccount>[0]>(OWNER, row.account)
    if (!row || !owner) return null
    const stale = new Date(Date.parse(db.now()) - TOUCH_MS).toISOString()
    if (row.used_at === null || row.used_at < stale)
      db.run('update api_token set used_at = ? where id = ?', db.now(), row.id)
    return { token: toToken(row), account: toAccount(owner) }
  },
  list: (account) =>
    db
      .all<Row>('select * from api_token where (:account is null or account = :account) order by id desc', { account })
      .map(toToken),
  revoke: (id, account) => db.run(REVOKE, { now: db.now(), id, account }).changes === 1,
})
