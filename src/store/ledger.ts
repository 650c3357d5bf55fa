import { sql } from 'kysely'
import type { LedgerEntry, Sha256 } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { Ledger, LedgerFilter, LedgerRecord } from './api.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Db } from './db.ts'

/** Rows read at a time: a long ledger is never in memory whole. */
const PAGE = 500

/** A line break would let two different entries hash the same bytes. */
const CONTROL = /[\u0000-\u001f\u007f]/

const oneLine = (name: string, text: string): string => {
  if (text === '' || CONTROL.test(text))
    throw new BadInput(`${name} must be one line of text, not ${JSON.stringify(text)}`)
  return text
}

/** The chain: SHA-256 of the fields joined by line feeds, in this order. */
export const entryHash = (entry: Omit<LedgerEntry, 'hash'>): Sha256 =>
  sha256([entry.prevHash, entry.seq, entry.at, entry.actor, entry.action, entry.subject, entry.bodyHash].join('\n'))

interface LastRow {
  readonly seq: number
  readonly hash: Sha256
}

/** Appends one entry inside the caller's transaction. `body` null: it stands elsewhere, under `bodyHash`. */
export const appendEntry = (
  db: Db,
  action: string,
  subject: string,
  content: { readonly body: string } | { readonly bodyHash: Sha256 },
): LedgerEntry => {
  if (!db.inTransaction()) throw new Error('a ledger entry belongs into a transaction')
  const last = db.prepare('select seq, hash from ledger order by seq desc limit 1').get() as LastRow | undefined
  const unhashed = {
    seq: (last?.seq ?? 0) + 1,
    at: db.now(),
    actor: oneLine('actor', db.actor),
    action: oneLine('action', action),
    subject: oneLine('subject', subject),
    bodyHash: 'body' in content ? sha256(content.body) : content.bodyHash,
    prevHash: last?.hash ?? '',
  }
  const entry = { ...unhashed, hash: entryHash(unhashed) }
  db.prepare(
    `insert into ledger (seq, at, actor, action, subject, body, body_hash, prev_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.seq,
    entry.at,
    entry.actor,
    entry.action,
    entry.subject,
    'body' in content ? content.body : null,
    entry.bodyHash,
    entry.prevHash,
    entry.hash,
  )
  return entry
}

/** The body of a sighting's entry stands in its row: `sighting:<id>`. */
const SIGHTING_OF_SUBJECT = sql<number>`cast(substr(l.subject, length('sighting:') + 1) as integer)`

const withBodies = (db: Db) =>
  db.query
    .selectFrom('ledger as l')
    .leftJoin('sighting as s', (join) => join.on('l.body', 'is', null).on('s.id', '=', SIGHTING_OF_SUBJECT))
    .select(['l.seq', 'l.at', 'l.actor', 'l.action', 'l.subject', 'l.body_hash', 'l.prev_hash', 'l.hash'])
    .select(sql<string>`coalesce(l.body, s.body, '')`.as('body'))
    .orderBy('l.seq')

type Row = Awaited<ReturnType<ReturnType<typeof withBodies>['execute']>>[number]

const toRecord = (row: Row): LedgerRecord => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  bodyHash: row.body_hash,
  prevHash: row.prev_hash,
  hash: row.hash,
  body: row.body,
})

/** Every entry, oldest first, in pages. */
export async function* ledgerRecords(db: Db): AsyncIterable<LedgerRecord> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = await withBodies(db).where('l.seq', '>', after).limit(PAGE).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield* rows.map(toRecord)
    after = last.seq
  }
}

/** The entries about any of these subjects, oldest first. */
export const recordsAbout = async (db: Db, subjects: readonly string[]): Promise<readonly LedgerRecord[]> =>
  (await withBodies(db).where('l.subject', 'in', subjects).execute()).map(toRecord)

/** The newest entry; null while the ledger is empty. */
export const ledgerHead = async (db: Db): Promise<LedgerEntry | null> => {
  const row = await withBodies(db).clearOrderBy().orderBy('l.seq', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return null
  const { body: _, ...entry } = toRecord(row)
  return entry
}

const list = async (
  db: Db,
  { actor, action, subject, before, limit }: LedgerFilter,
): Promise<readonly LedgerEntry[]> => {
  const rows = await db.query
    .selectFrom('ledger')
    .select(['seq', 'at', 'actor', 'action', 'subject', 'body_hash', 'prev_hash', 'hash'])
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ body_hash: bodyHash, prev_hash: prevHash, ...row }) => ({ ...row, bodyHash, prevHash }))
}

const actions = async (db: Db): Promise<readonly string[]> => {
  const rows = await db.query.selectFrom('ledger').select('action').distinct().orderBy('action').execute()
  return rows.map(({ action }) => action)
}

export const openLedger = (db: Db): Ledger => ({
  head: () => ledgerHead(db),
  list: (filter) => list(db, filter),
  actions: () => actions(db),
  entries: () => ledgerRecords(db),
  append: async (action, subject, body) =>
    db.write('full', () => appendEntry(db, action, subject, { body: canonical(body) })),
})
