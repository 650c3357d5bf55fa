import { toAccount } from './accounts.ts'
import type { Links, Sessions } from './api.ts'
import type { ConsoleDb } from './console.ts'

/** Two hours without a click, or a working day and a half whatever is clicked. */
const IDLE_MS = 2 * 3_600_000
const LONGEST_MS = 12 * 3_600_000
/** A click within this time is not written down again. */
const TOUCH_MS = 60_000
/** A one-time link is typed or clicked soon after it was printed. */
const LINK_MS = 24 * 3_600_000

type Joined = Parameters<typeof toAccount>[0] & {
  readonly csrf: string
  readonly since: number
  readonly begun_at: string
  readonly used_at: string
}

const FIND = `select a.*, s.csrf, s.since, s.begun_at, s.used_at
  from session s join account a on a.id = s.account where s.token_hash = ? and a.active = 1`
const BEGIN = `insert into session (token_hash, account, csrf, since, begun_at, used_at)
  select ?, id, ?, seen_up_to, ?, ? from account where id = ?`

export const openSessions = (db: ConsoleDb): Sessions => {
  const before = (ms: number) => new Date(Date.parse(db.now()) - ms).toISOString()
  // Begun by a clock that was ahead, it would last for as long as that was ahead.
  const alive = ({ used_at, begun_at }: Joined) =>
    used_at > before(IDLE_MS) && begun_at > before(LONGEST_MS) && begun_at < before(-IDLE_MS)
  return {
    begin: (tokenHash, account, csrf) => {
      db.run('delete from session where used_at < ? or begun_at < ?', before(IDLE_MS), before(LONGEST_MS))
      db.run(BEGIN, tokenHash, csrf, db.now(), db.now(), account)
    },
    find: (tokenHash) => {
      const row = db.get<Joined>(FIND, tokenHash)
      if (!row || !alive(row)) return null
      if (row.used_at < before(TOUCH_MS))
        db.run('update session set used_at = ? where token_hash = ?', db.now(), tokenHash)
      return { account: toAccount(row), csrf: row.csrf, since: row.since }
    },
    end: (tokenHash) => {
      db.run('delete from session where token_hash = ?', tokenHash)
    },
    endAll: (account) => {
      db.run('delete from session where account = ?', account)
    },
  }
}

export const openLinks = (db: ConsoleDb): Links => ({
  make: (tokenHash, account) => {
    db.run('delete from link where account is ?', account)
    db.run('insert into link (token_hash, account, made_at) values (?, ?, ?)', tokenHash, account, db.now())
  },
  find: (tokenHash) => {
    const oldest = new Date(Date.parse(db.now()) - LINK_MS).toISOString()
    return (
      db.get<{ readonly account: number | null }>(
        'select account from link where token_hash = ? and made_at > ?',
        tokenHash,
        oldest,
      ) ?? null
    )
  },
  use: (tokenHash) => {
    db.run('delete from link where token_hash = ?', tokenHash)
  },
})
