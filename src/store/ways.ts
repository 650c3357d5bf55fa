import type { Way, Ways } from './api.ts'
import type { Db } from './db.ts'

const PUT = `insert into reading_way (site, kind, via, compared, same, at) values (?, ?, ?, ?, ?, ?)
  on conflict (site, kind) do update set via = excluded.via, compared = excluded.compared, same = excluded.same, at = excluded.at`

export const openWays = (db: Db): Ways => ({
  all: () => db.prepare('select site, kind, via, compared, same, at from reading_way').all() as readonly Way[],
  put: async ({ site, kind, via, compared, same }) => {
    db.write('normal', () => db.prepare(PUT).run(site, kind, via, compared, same, db.now()))
  },
})
