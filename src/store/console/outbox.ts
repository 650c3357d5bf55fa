import type { ConsoleDb } from './console.ts'
import type { Delivery, DeliveryState, NewNotice, Notice, Outbox } from './outbox-api.ts'

interface NoticeRow {
  readonly id: number
  readonly channel: string
  readonly event: string
  readonly key: string
  readonly body: string
  readonly made_at: string
  readonly due_at: string
  readonly delivery: string | null
}

interface Row {
  readonly id: string
  readonly channel: string
  readonly made_at: string
  readonly state: DeliveryState
  readonly tries: number
  readonly next_at: string
  readonly sent_at: string | null
  readonly problem: string | null
}

const toNotice = ({ made_at, due_at, ...row }: NoticeRow): Notice => ({ ...row, madeAt: made_at, dueAt: due_at })

const PUT = `insert or ignore into notice (channel, event, key, body, made_at, due_at)
  values (:channel, :event, :key, :body, :madeAt, :dueAt)`
const BIND = `update notice set delivery = :id where id in (
  select id from notice where channel = :channel and delivery is null and due_at <= :now order by id limit :most)`
const TAKE = `select * from notice_delivery where state = 'waiting' and next_at <= :now and (held_until is null or held_until <= :now)
  and channel in (select value from json_each(:channels)) order by made_at, id limit 1`

function put(db: ConsoleDb, notices: readonly NewNotice[], marks: Readonly<Record<string, string>>): number {
  return db.whole(() => {
    let fresh = 0
    for (const notice of notices) fresh += db.run(PUT, { ...notice, madeAt: db.now() }).changes
    for (const [name, value] of Object.entries(marks))
      db.run(
        'insert into notice_mark values (?, ?) on conflict (name) do update set value = excluded.value',
        name,
        value,
      )
    return fresh
  })
}

function bundle(db: ConsoleDb, channel: string, id: string, most: number): string | null {
  const now = db.now()
  const due = db.get('select 1 from notice where channel = ? and delivery is null and due_at <= ?', channel, now)
  if (!due) return null
  return db.whole(() => {
    db.run(
      `insert into notice_delivery (id, channel, made_at, state, tries, next_at) values (?, ?, ?, 'waiting', 0, ?)`,
      ...[id, channel, now, now],
    )
    const { changes } = db.run(BIND, { id, channel, now, most })
    // Another process may have bound them in between.
    if (changes === 0) db.run('delete from notice_delivery where id = ?', id)
    return changes === 0 ? null : id
  })
}

export const openOutbox = (db: ConsoleDb): Outbox => {
  const toDelivery = ({ made_at, next_at, sent_at, ...row }: Row): Delivery => ({
    ...{ id: row.id, channel: row.channel, state: row.state, tries: row.tries, problem: row.problem },
    ...{ madeAt: made_at, nextAt: next_at, sentAt: sent_at },
    notices: db.all<NoticeRow>('select * from notice where delivery = ? order by id', row.id).map(toNotice),
  })
  const count = (sql: string, ...values: unknown[]) => db.get<{ readonly n: number }>(sql, ...values)?.n ?? 0
  const ofState = (state: DeliveryState) => count('select count(*) as n from notice_delivery where state = ?', state)
  return {
    mark: (name) =>
      db.get<{ readonly value: string }>('select value from notice_mark where name = ?', name)?.value ?? null,
    put: (notices, marks) => put(db, notices, marks),
    bundle: (channel, id, most) => bundle(db, channel, id, most),
    take: (channels, heldMs) =>
      db.whole(() => {
        const now = db.now()
        const row = db.get<Row>(TAKE, { now, channels: JSON.stringify(channels) })
        if (!row) return null
        const held = new Date(Date.parse(now) + heldMs).toISOString()
        db.run('update notice_delivery set held_until = ?, tries = tries + 1 where id = ?', held, row.id)
        return toDelivery({ ...row, tries: row.tries + 1 })
      }),
    sent: (id) => {
      db.run(
        `update notice_delivery set state = 'sent', sent_at = ?, held_until = null, problem = null where id = ?`,
        ...[db.now(), id],
      )
    },
    failed: (id, problem, nextAt) => {
      db.run(
        'update notice_delivery set state = ?, problem = ?, next_at = ?, held_until = null where id = ?',
        ...[nextAt === null ? 'failed' : 'waiting', problem, nextAt ?? db.now(), id],
      )
    },
    retry: (id) =>
      db.run(
        `update notice_delivery set state = 'waiting', tries = 0, next_at = ?, held_until = null where id = ? and state = 'failed'`,
        ...[db.now(), id],
      ).changes === 1,
    list: ({ state, limit }) =>
      db
        .all<Row>(
          'select * from notice_delivery where (:state is null or state = :state) order by made_at desc, id limit :limit',
          { state: state ?? null, limit },
        )
        .map(toDelivery),
    waiting: (limit) =>
      db.all<NoticeRow>('select * from notice where delivery is null order by due_at, id limit ?', limit).map(toNotice),
    counts: () => ({
      waiting: ofState('waiting'),
      sent: ofState('sent'),
      failed: ofState('failed'),
      unbound: count('select count(*) as n from notice where delivery is null'),
    }),
  }
}
