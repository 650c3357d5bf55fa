import type { RobotsRecord } from '../domain.ts'
import type { Db } from './db.ts'

/** Keeps one answer of a robots.txt, and its text once however often it is met. */
export const keepRobots = (db: Db, sweep: number, record: RobotsRecord, text: string | null): void =>
  db.write('normal', () => {
    const { origin, at, status, decision, reason, sha256 } = record
    if (sha256 !== null && text !== null)
      db.prepare(
        'insert into robots_text (sha256, text) select ?, ? where not exists (select 1 from robots_text where sha256 = ?)',
      ).run(sha256, text, sha256)
    db.prepare(
      'insert into robots_answer (sweep, origin, at, status, decision, reason, sha256) values (?, ?, ?, ?, ?, ?, ?)',
    ).run(sweep, origin, at, status, decision, reason, text === null ? null : sha256)
  })

export const robotsOf = async (db: Db, sweep: number): Promise<readonly RobotsRecord[]> =>
  (await db.query
    .selectFrom('robots_answer')
    .select(['origin', 'at', 'status', 'decision', 'reason', 'sha256'])
    .where('sweep', '=', sweep)
    .orderBy('id')
    .execute()) as readonly RobotsRecord[]

/** The text a robots.txt had; null when it was not kept. */
export const robotsText = async (db: Db, sha256: string): Promise<string | null> =>
  (await db.query.selectFrom('robots_text').select('text').where('sha256', '=', sha256).executeTakeFirst())?.text ??
  null
