import { BadInput } from '../errors.ts'
import type { NewSweep, SweepEnd, Sweeps, VisitRow } from './api.ts'
import { canonical } from './canonical.ts'
import type { Committer } from './committer.ts'
import { coverage } from './coverage.ts'
import type { Db } from './db.ts'
import { healthOfSweep, keepHealth, siteTally } from './health.ts'
import { appendEntry } from './ledger.ts'
import { sweepLockName } from './locks.ts'
import { keepRobots, robotsOf, robotsText } from './robots.ts'
import { noteRules } from './rules-changed.ts'
import { type Digest, digestSweep } from './sweep-digest.ts'
import { toSweep } from './sweep-row.ts'
import { askedIn, seenBefore, seenIn } from './sweep-seen.ts'

const PAGE = 500

const begin = (db: Db, { name, kind, specHash, spec, rulesetHash }: NewSweep): number => {
  noteRules(db, rulesetHash)
  const begunAt = db.now()
  const { lastInsertRowid } = db
    .prepare(
      `insert into sweep (name, kind, spec_hash, spec, ruleset_hash, state, begun_at)
       values (?, ?, ?, ?, ?, 'running', ?)`,
    )
    .run(name, kind, specHash, canonical(spec), rulesetHash, begunAt)
  const id = Number(lastInsertRowid)
  db.prepare('insert into queue_count (sweep) values (?)').run(id)
  appendEntry(db, 'sweep.begin', `sweep:${id}`, {
    body: canonical({ id, name, kind, specHash, spec, rulesetHash, begunAt }),
  })
  return id
}

const end = (db: Db, id: number, state: SweepEnd, digest: Digest): void => {
  const endedAt = db.now()
  const { changes } = db.prepare('update sweep set state = ?, ended_at = ? where id = ?').run(state, endedAt, id)
  if (changes === 0) throw new BadInput(`there is no sweep ${id}`)
  appendEntry(db, 'sweep.end', `sweep:${id}`, { body: canonical({ id, state, endedAt, ...digest }) })
}

const visitPage = (db: Db, sweep: number, after: number) =>
  db.query
    .selectFrom('visit as v')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('sighting as s')
        .whereRef('s.visit', '=', 'v.id')
        .select((inner) => inner.fn<string>('json_group_array', ['s.id']).as('ids'))
        .as('sightings'),
    )
    .where('v.sweep', '=', sweep)
    .where('v.id', '>', after)
    .orderBy('v.id')
    .limit(PAGE)
    .execute()

async function* visits(db: Db, sweep: number): AsyncIterable<VisitRow> {
  let after = 0
  for (;;) {
    const rows = await visitPage(db, sweep, after)
    for (const { sweep: _, request: __, final_url, page_hash, ...row } of rows) {
      const lists = { reasons: JSON.parse(row.reasons), sightings: JSON.parse(row.sightings ?? '[]') }
      yield { ...row, ...lists, finalUrl: final_url, pageHash: page_hash }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** Runs of sweeps, newest first. */
const runs = (db: Db) => db.query.selectFrom('sweep').selectAll().where('kind', '=', 'sweep').orderBy('id', 'desc')

export const openSweeps = (db: Db, committer: Committer): Sweeps => ({
  begin: async (sweep) => db.write('full', () => begin(db, sweep)),
  resumable: async (name, specHash) => {
    const newest = await db.query
      .selectFrom('sweep')
      .select(['id', 'state'])
      .where('name', '=', name)
      .where('spec_hash', '=', specHash)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return newest !== undefined && (newest.state === 'running' || newest.state === 'interrupted') ? newest.id : null
  },
  end: async (id, state) => {
    committer.flush()
    const digest = await digestSweep(db, id, null)
    db.write('full', () => end(db, id, state, digest))
  },
  get: async (id) => {
    const row = await db.query.selectFrom('sweep').selectAll().where('id', '=', id).executeTakeFirst()
    if (row === undefined) throw new BadInput(`there is no sweep ${id}`)
    return toSweep(row)
  },
  newestOf: async (specHash) => {
    const row = await db.query
      .selectFrom('sweep')
      .selectAll()
      .where('spec_hash', '=', specHash)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row === undefined ? null : toSweep(row)
  },
  newestNamed: async (name) => {
    const row = await runs(db).where('name', '=', name).limit(1).executeTakeFirst()
    return row === undefined ? null : toSweep(row)
  },
  since: async (at) => {
    const recent = runs(db).where((eb) => eb.or([eb('state', '=', 'running'), eb('ended_at', '>=', at)]))
    return (await recent.execute()).map(toSweep)
  },
  list: async () => (await db.query.selectFrom('sweep').selectAll().orderBy('id', 'desc').execute()).map(toSweep),
  coverage: (id) => coverage(db, id),
  visits: (id) => visits(db, id),
  hostVisits: async (id) =>
    db.query
      .selectFrom('request as r')
      .innerJoin('lane as l', 'l.id', 'r.lane')
      .innerJoin('host as h', 'h.id', 'l.host')
      .select('h.name as host')
      .select((eb) => eb.fn.countAll<number>().as('visits'))
      .where('r.sweep', '=', id)
      .where('r.state', '=', 2)
      .groupBy('h.id')
      .execute(),
  seen: (id) => seenIn(db, id),
  asked: (id) => askedIn(db, id),
  seenBefore: (id, listings) => seenBefore(db, id, listings),
  tally: (id, site, fields) => siteTally(db, id, site, fields),
  keepHealth: async (id, all) => keepHealth(db, id, all),
  health: (id) => healthOfSweep(db, id),
  keepRobots: async (id, record, text) => keepRobots(db, id, record, text),
  robots: (id) => robotsOf(db, id),
  robotsText: (sha256) => robotsText(db, sha256),
  lock: (name) => db.locks.acquire(sweepLockName(name), `the sweep "${name}"`),
  isRunning: (name) => db.locks.isHeld(sweepLockName(name)),
})
