import type { JobRow, Jobs } from './api.ts'
import type { ConsoleDb } from './console.ts'

interface Row extends Omit<JobRow, 'madeAt' | 'endedAt'> {
  readonly made_at: string
  readonly ended_at: string | null
}

const toJob = ({ made_at: madeAt, ended_at: endedAt, ...rest }: Row): JobRow => ({ ...rest, madeAt, endedAt })

const BEGIN = `insert into job (kind, account, subject, made_at, server, state) values (?, ?, ?, ?, ?, 'begun')
  returning *`
const END = `update job set state = ?, ended_at = ?, result = ?, problem = ? where id = ? and state = 'begun'`
const LIST = `select * from job where kind = ? and (:subject is null or subject = :subject)
  and (:before is null or id < :before) order by id desc limit :limit`

export const openJobs = (db: ConsoleDb): Jobs => ({
  begin: ({ kind, account, subject, server }) => {
    const row = db.get<Row>(BEGIN, kind, account, subject, db.now(), server)
    if (!row) throw new Error('a job was written and is not there')
    return toJob(row)
  },
  end: (id, { state, result, problem }) => {
    db.run(END, state, db.now(), result, problem, id)
  },
  get: (kind, id) => {
    const row = db.get<Row>('select * from job where kind = ? and id = ?', kind, id)
    return row ? toJob(row) : null
  },
  list: ({ kind, subject, before, limit }) =>
    db.all<Row>(LIST, kind, { subject: subject ?? null, before: before ?? null, limit }).map(toJob),
})
