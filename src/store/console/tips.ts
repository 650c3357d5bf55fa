import { canonical } from '../canonical.ts'
import type { ConsoleDb } from './console.ts'
import type { NewTip, Tip, TipAction, TipChange, TipEntry, TipFilter, TipKind, Tips } from './tip-api.ts'
import { type TipRow, tipEntryHash, toTip } from './tip-rows.ts'

/** More that say the same are not looked through one by one. */
const MOST_SHARING = 50

const ADD = `insert into tip (kind, number, channel, reference_hash, received_at, text, url, seller, phone, about,
    content_hash, entered_by, due_at, status)
  values (:kind, (select coalesce(max(number), 0) + 1 from tip where kind = :kind), :channel, :referenceHash, :receivedAt,
    :text, :url, :seller, :phone, :about, :contentHash, :enteredBy, :dueAt, 'new')`
const LIST = `select * from tip where kind = :kind and merged_into is null
    and (:status is null or status = :status) and (:open = 0 or status in ('new', 'working'))
    and (:assignee is null or assignee = :assignee)
    and (:dueBefore is null or (due_at < :dueBefore and status in ('new', 'working')))
  order by status in ('done', 'rejected'), due_at, id limit :limit offset :offset`
const SHARING = `select t.*, json_group_array(k.key) as keys from tip_key k join tip t on t.id = k.tip
  where k.key in (select value from json_each(?)) and t.kind = ? and t.merged_into is null and t.status in ('new', 'working')
  group by t.id order by t.id limit ${MOST_SHARING}`
const ERASABLE = `select t.* from tip t join tip_contact c on c.tip = t.id where t.status in ('done', 'rejected')
  and (select max(at) from tip_entry e where e.tip = t.id and e.action = 'status') < ?`

interface Said {
  readonly actor: string
  readonly action: TipAction
  readonly body: unknown
  readonly nonce: string
}

/** What the ledger gets is the hash alone; the nonce keeps it from being guessed. */
function enter(db: ConsoleDb, tip: number, { actor, action, body, nonce }: Said): void {
  const at = db.now()
  const text = canonical({ ...(body as object), nonce })
  const hash = tipEntryHash(tip, { at, actor, action, body: text })
  db.run(
    'insert into tip_entry (tip, at, actor, action, body, hash) values (?, ?, ?, ?, ?, ?)',
    ...[tip, at, actor, action, text, hash],
  )
}

function add(db: ConsoleDb, tip: NewTip, actor: string, nonce: string): Tip {
  const { tipster, keys, merge, ...words } = tip
  return db.whole(() => {
    const id = Number(db.run(ADD, words).lastInsertRowid)
    for (const key of keys) db.run('insert or ignore into tip_key (key, tip) values (?, ?)', key, id)
    if (tipster.name !== null || tipster.contact !== null)
      db.run('insert into tip_contact (tip, name, contact) values (?, ?, ?)', id, tipster.name, tipster.contact)
    enter(db, id, { actor, action: 'add', body: { content: tip.contentHash, channel: tip.channel }, nonce })
    if (merge) {
      db.run('update tip set merged_into = ? where id = ?', merge.into, id)
      enter(db, id, { actor: 'soi', action: 'merge', body: merge.body, nonce: merge.nonce })
    }
    const row = db.get<TipRow>('select * from tip where id = ?', id)
    if (!row) throw new Error('a tip was written and is not there')
    return toTip(row)
  })
}

function change(db: ConsoleDb, id: number, said: Said, to: TipChange): void {
  db.whole(() => {
    if (to.status !== undefined) db.run('update tip set status = ? where id = ?', to.status, id)
    if (to.assignee !== undefined) db.run('update tip set assignee = ? where id = ?', to.assignee, id)
    if (to.dueAt !== undefined) db.run('update tip set due_at = ? where id = ?', to.dueAt, id)
    if (to.mergedInto !== undefined) db.run('update tip set merged_into = ? where id = ?', to.mergedInto, id)
    for (const sighting of to.sightings ?? []) db.run('insert or ignore into tip_sighting values (?, ?)', id, sighting)
    if (to.caseId !== undefined) db.run('insert or ignore into tip_case values (?, ?)', id, to.caseId)
    if (to.excluded !== undefined) db.run('insert or ignore into tip_excluded values (?, ?)', id, to.excluded)
    if (to.eraseTipster) db.run('delete from tip_contact where tip = ?', id)
    enter(db, id, said)
  })
  // Old pages of the log still hold what was erased.
  if (to.eraseTipster) db.get('pragma wal_checkpoint(truncate)')
}

const list = (db: ConsoleDb, { kind, status, open, assignee, dueBefore, limit, offset }: TipFilter) =>
  db.all<TipRow>(LIST, {
    ...{ kind, limit, open: open ? 1 : 0, offset: offset ?? 0 },
    ...{ status: status ?? null, assignee: assignee ?? null, dueBefore: dueBefore ?? null },
  })

const ENTRY = 'select id, at, actor, action, body, hash from tip_entry'

export const openTips = (db: ConsoleDb): Tips => {
  const one = (sql: string, ...values: unknown[]): Tip | null => {
    const row = db.get<TipRow>(sql, ...values)
    return row ? toTip(row) : null
  }
  const ids = (sql: string, id: number) => db.all<{ readonly n: number }>(sql, id).map(({ n }) => n)
  return {
    add: (tip, actor, nonce) => add(db, tip, actor, nonce),
    get: (id) => one('select * from tip where id = ?', id),
    numbered: (kind: TipKind, number) => one('select * from tip where kind = ? and number = ?', kind, number),
    byReference: (hash) => one('select * from tip where reference_hash = ?', hash),
    hasContent: (hash) => db.get('select 1 from tip where content_hash = ?', hash) !== undefined,
    list: (filter) => list(db, filter).map(toTip),
    mergedInto: (id) => db.all<TipRow>('select * from tip where merged_into = ? order by id', id).map(toTip),
    sharing: (kind, keys) =>
      db
        .all<TipRow & { readonly keys: string }>(SHARING, JSON.stringify(keys), kind)
        .map((row) => ({ tip: toTip(row), keys: JSON.parse(row.keys) as string[] })),
    tipster: (id) => db.get('select name, contact from tip_contact where tip = ?', id) ?? null,
    erasable: (before) => db.all<TipRow>(ERASABLE, before).map(toTip),
    sightings: (id) => ids('select sighting as n from tip_sighting where tip = ? order by sighting', id),
    cases: (id) => ids('select case_id as n from tip_case where tip = ? order by case_id', id),
    excluded: (id) =>
      db
        .all<{ readonly account: string }>('select account from tip_excluded where tip = ?', id)
        .map(({ account }) => account),
    ofCase: (caseId) =>
      db
        .all<TipRow>('select t.* from tip t join tip_case c on c.tip = t.id where c.case_id = ? order by t.id', caseId)
        .map(toTip),
    change: (id, said, to) => change(db, id, said, to),
    history: (id) => db.all<TipEntry>(`${ENTRY} where tip = ? order by id`, id),
    unentered: () =>
      db.all<TipEntry>(`${ENTRY} where id > (select coalesce(max(entry), 0) from tip_entered) order by id`),
    entered: (entry) => {
      db.run('insert or ignore into tip_entered (entry) values (?)', entry)
    },
    setting: (name) =>
      db.get<{ readonly value: string }>('select value from tip_setting where name = ?', name)?.value ?? null,
    setSetting: (name, value) => {
      db.run(
        'insert into tip_setting values (?, ?) on conflict (name) do update set value = excluded.value',
        name,
        value,
      )
    },
  }
}
