import type { Access, AccessRow } from './api.ts'
import type { ConsoleDb } from './console.ts'

export const openAccess = (db: ConsoleDb): Access => ({
  note: (account, action, subject) => {
    db.run('insert into access (at, account, action, subject) values (?, ?, ?, ?)', db.now(), account, action, subject)
  },
  list: ({ account, limit, before }) =>
    db.all<AccessRow>(
      `select id, at, account, action, subject from access
       where (:account is null or account = :account) and id < :before order by id desc limit :limit`,
      { account: account ?? null, before: before ?? Number.MAX_SAFE_INTEGER, limit },
    ),
})
