import { sql } from 'kysely'
import type { LedgerEntry } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { Blobs, Ledger, LedgerPage, LedgerRecord } from './api.ts'
import { canonical } from './canonical.ts'
import { checkChain } from './chain-check.ts'
import { actingAs, type Db } from './db.ts'
import { appendEntry, ledgerHead, ledgerRecords, toRecord, withBodies } from './ledger.ts'
import { enterSetting } from './settings.ts'
import { verifyTips } from './verify-tips.ts'

/** One page, newest first. A subject that ends in a colon stands for all of its kind. */
const page = async (db: Db, { actor, action, subject, from, to, before, limit }: LedgerPage) =>
  (
    await withBodies(db)
      .clearOrderBy()
      .$if(actor !== undefined, (query) => query.where('l.actor', '=', actor ?? ''))
      .$if(action !== undefined, (query) => query.where('l.action', '=', action ?? ''))
      .$if(subject !== undefined, (query) =>
        subject?.endsWith(':')
          ? query.where(sql<number>`instr(l.subject, ${subject})`, '=', 1)
          : query.where('l.subject', '=', subject ?? ''),
      )
      .$if(from !== undefined, (query) => query.where('l.at', '>=', from ?? ''))
      .$if(to !== undefined, (query) => query.where('l.at', '<', to ?? ''))
      .$if(before !== undefined, (query) => query.where('l.seq', '<', before ?? 0))
      .orderBy('l.seq', 'desc')
      .limit(limit)
      .execute()
  ).map(toRecord)

const entry = async (db: Db, seq: number): Promise<LedgerRecord> => {
  const row = await withBodies(db).where('l.seq', '=', seq).executeTakeFirst()
  if (row === undefined) throw new BadInput(`there is no ledger entry ${seq}; "soi ledger list" shows those there are`)
  return toRecord(row)
}

/** A list that is looked at again and again within this time is one look. */
const SAME_LOOK_MS = 60 * 60_000

const looked = (db: Db, list: string, body: unknown): LedgerEntry | null =>
  db.write('full', () => {
    const subject = `list:${list}`
    const text = canonical(body)
    const last = db
      .prepare(
        `select at, body from ledger where subject = ? and action = 'looked' and actor = ? order by seq desc limit 1`,
      )
      .get(subject, db.actor) as { readonly at: string; readonly body: string } | undefined
    const recent = last !== undefined && Math.abs(Date.parse(db.now()) - Date.parse(last.at)) < SAME_LOOK_MS
    return recent && last.body === text ? null : appendEntry(db, 'looked', subject, { body: text })
  })

export const openLedger = (db: Db, blobs: Blobs): Ledger => ({
  head: () => ledgerHead(db),
  entries: () => ledgerRecords(db),
  list: (of) => page(db, of),
  actions: async () => {
    const rows = await db.query.selectFrom('ledger').select('action').distinct().orderBy('action').execute()
    return rows.map(({ action }) => action)
  },
  get: (seq) => entry(db, seq),
  check: (head) => checkChain(db, blobs, head ?? null),
  setting: async (name, value) => db.write('full', () => enterSetting(db, name, value)),
  looked: async (list, body) => looked(db, list, body),
  checkTips: async () => verifyTips(db),
  appendOnce: async (action, subject, body, by) =>
    db.write('full', () =>
      db.prepare('select 1 from ledger where subject = ? and action = ? limit 1').get(subject, action) === undefined
        ? appendEntry(actingAs(db, by), action, subject, { body: canonical(body) })
        : null,
    ),
  append: async (action, subject, body, by) =>
    db.write('full', () => appendEntry(actingAs(db, by), action, subject, { body: canonical(body) })),
})
