import type { BroughtFile, Files } from './api.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry, recordsAbout } from './ledger.ts'

/** Files that officers bring: each is an exhibit of its own, whether or not a sighting names it. */
export const openFiles = (db: Db): Files => ({
  bring: async ({ sha256, size, name, mediaType }) => {
    const subject = `file:${sha256}`
    const [known] = await recordsAbout(db, [subject])
    if (known) return JSON.parse(known.body) as BroughtFile
    return db.write('full', () => {
      db.prepare(
        'insert into exhibit (sha256, size) select ?, ? where not exists (select 1 from exhibit where sha256 = ?)',
      ).run(sha256, size, sha256)
      const file: BroughtFile = { sha256, size, name, mediaType, at: db.now(), by: db.actor }
      appendEntry(db, 'file.bring', subject, { body: canonical(file) })
      return file
    })
  },
})
