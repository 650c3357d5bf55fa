import type { DueRow, Schedules, SweepSwitch } from './api.ts'
import type { ConsoleDb } from './console.ts'

interface SwitchRow {
  readonly name: string
  readonly paused_at: string | null
  readonly paused_by: string | null
  readonly resumed_at: string | null
  readonly asked_at: string | null
  readonly asked_by: string | null
}

interface Row {
  readonly id: number
  readonly name: string
  readonly due_at: string
  readonly why: DueRow['why']
  readonly state: DueRow['state']
  readonly missed: number
  readonly attempts: number
  readonly at: string
  readonly ended_at: string | null
  readonly sweep: number | null
  readonly detail: string | null
  readonly asked_by: string | null
}

const toSwitch = (row: SwitchRow): SweepSwitch => ({
  name: row.name,
  pausedAt: row.paused_at,
  pausedBy: row.paused_by,
  resumedAt: row.resumed_at,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
})

const toDue = (row: Row): DueRow => ({
  id: row.id,
  name: row.name,
  dueAt: row.due_at,
  why: row.why,
  state: row.state,
  missed: row.missed,
  attempts: row.attempts,
  at: row.at,
  endedAt: row.ended_at,
  sweep: row.sweep,
  detail: row.detail,
  by: row.asked_by,
})

const CLAIM = `insert into sweep_due (name, due_at, why, state, missed, at, ended_at, detail, asked_by)
  values (:name, :dueAt, :why, :state, :missed, :now, case :state when 'begun' then null else :now end, :detail, :by)
  on conflict do nothing`
const LIST = `select * from sweep_due where (:name is null or name = :name) and id < :before order by id desc limit :limit`
const CRON = `insert into sweep_cron (name, line, since) values (:name, :line, :since)
  on conflict (name) do update set line = excluded.line, since = excluded.since where line <> excluded.line`

const switches = (
  db: ConsoleDb,
): Pick<Schedules, 'switches' | 'switchOf' | 'pause' | 'resume' | 'ask' | 'answered'> => {
  const make = (name: string) => db.run('insert into sweep_switch (name) values (?) on conflict do nothing', name)
  return {
    switches: () => db.all<SwitchRow>('select * from sweep_switch order by name').map(toSwitch),
    switchOf: (name) => {
      const row = db.get<SwitchRow>('select * from sweep_switch where name = ?', name)
      return row ? toSwitch(row) : toSwitch({ name, ...NOTHING_SET })
    },
    pause: (name, by) => {
      make(name)
      db.run(
        'update sweep_switch set paused_at = ?, paused_by = ? where name = ? and paused_at is null',
        ...[db.now(), by, name],
      )
    },
    resume: (name) => {
      db.run(
        'update sweep_switch set paused_at = null, paused_by = null, resumed_at = ? where name = ? and paused_at is not null',
        ...[db.now(), name],
      )
    },
    ask: (name, by) => {
      make(name)
      const change = 'update sweep_switch set asked_at = ?, asked_by = ? where name = ? and asked_at is null'
      return db.run(change, db.now(), by, name).changes === 1
    },
    answered: (name, askedAt) => {
      db.run(
        'update sweep_switch set asked_at = null, asked_by = null where name = ? and asked_at is ?',
        ...[name, askedAt],
      )
    },
  }
}

const NOTHING_SET = { paused_at: null, paused_by: null, resumed_at: null, asked_at: null, asked_by: null }

/** What is kept of schedules beside their files. `unique (name, why, due_at)` is what keeps two servers from running one time twice. */
export const openSchedules = (db: ConsoleDb): Schedules => {
  const one = (id: number) => db.get<Row>('select * from sweep_due where id = ?', id)
  return {
    ...switches(db),
    cronSince: (name, line, since) => {
      const known = () =>
        db.get<{ readonly since: string }>('select since from sweep_cron where name = ? and line = ?', name, line)
          ?.since
      // Asked at every look at the clock: it is written only when it changes.
      if (known() === undefined) db.run(CRON, { name, line, since })
      return known() ?? since
    },
    forget: (name) => {
      db.run('delete from sweep_switch where name = ?', name)
      db.run('delete from sweep_cron where name = ?', name)
    },
    claim: ({ name, dueAt, why, state, missed, detail, by }) => {
      const written = db.run(CLAIM, { name, dueAt, why, state, missed, detail, by, now: db.now() })
      const row = written.changes === 1 ? one(Number(written.lastInsertRowid)) : undefined
      return row ? toDue(row) : null
    },
    again: (id) => {
      db.run('update sweep_due set attempts = attempts + 1 where id = ?', id)
    },
    uncount: (id) => {
      db.run('update sweep_due set attempts = attempts - 1 where id = ?', id)
    },
    end: (id, { state, sweep, detail }) => {
      db.run(
        `update sweep_due set state = ?, sweep = ?, detail = ?, ended_at = ? where id = ? and state = 'begun'`,
        ...[state, sweep, detail, db.now(), id],
      )
    },
    open: () => db.all<Row>(`select * from sweep_due where state = 'begun' order by id`).map(toDue),
    lastDue: (name, upTo) =>
      db.get<{ readonly at: string | null }>(
        `select max(due_at) as at from sweep_due where name = ? and why = 'time' and due_at <= ?`,
        ...[name, upTo],
      )?.at ?? null,
    list: ({ name, limit, before }) =>
      db.all<Row>(LIST, { name: name ?? null, before: before ?? Number.MAX_SAFE_INTEGER, limit }).map(toDue),
  }
}
