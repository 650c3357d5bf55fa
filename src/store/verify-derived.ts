import type { Problem, ProblemKind } from './api.ts'
import { canonical, sha256 } from './canonical.ts'
import { madeBody } from './cases.ts'
import type { Db } from './db.ts'
import { ledgerRecords } from './ledger.ts'
import { digestSweep } from './sweep-digest.ts'
import { toSweep } from './sweep-row.ts'

/** Subject → what the ledger says its rows must be. */
interface Expected {
  readonly made: Map<string, string>
  readonly ended: Map<string, string>
  readonly members: Map<string, number[]>
}

const MADE = new Set(['sweep.begin', 'case.create', 'ruleset.keep'])

const parsed = (body: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(body)
  } catch {
    return null // the walk of the ledger names it: the body no longer matches its hash
  }
}

const expected = async (db: Db): Promise<Expected> => {
  const found: Expected = { made: new Map(), ended: new Map(), members: new Map() }
  for await (const { action, subject, body } of ledgerRecords(db)) {
    if (MADE.has(action)) found.made.set(subject, body)
    if (action === 'sweep.end') found.ended.set(subject, body)
    if (action !== 'case.add') continue
    const sightings = parsed(body)?.sightings
    if (Array.isArray(sightings)) found.members.set(subject, [...(found.members.get(subject) ?? []), ...sightings])
  }
  return found
}

interface Held {
  readonly subject: string
  readonly made: string
}

const heldSweeps = async (db: Db): Promise<readonly Held[]> => {
  const rows = await db.query.selectFrom('sweep').selectAll().orderBy('id').execute()
  return rows.map((row) => {
    const {
      state: _,
      endedAt: __,
      ...begun
    } = toSweep({ ...row, spec: parsed(row.spec) === null ? '"unreadable"' : row.spec })
    return { subject: `sweep:${row.id}`, made: canonical(begun) }
  })
}

const heldCases = async (db: Db): Promise<readonly Held[]> => {
  const rows = await db.query.selectFrom('case_file').selectAll().orderBy('id').execute()
  return rows.map((row) => ({ subject: `case:${row.id}`, made: madeBody(row) }))
}

const heldRulesets = async (db: Db): Promise<readonly Held[]> => {
  const rows = await db.query.selectFrom('ruleset').selectAll().orderBy('hash').execute()
  const files = await db.query.selectFrom('ruleset_file').selectAll().execute()
  return rows.map(({ hash }) => {
    const own = files.filter((file) => file.ruleset === hash)
    const list = own.map((file) => [file.path, { rule: file.rule, sha256: file.sha256 }])
    return { subject: `ruleset:${hash}`, made: canonical({ ruleset: hash, files: Object.fromEntries(list) }) }
  })
}

/** Rows that differ from the ledger, rows it does not know, and rows it knows that are gone. */
const compare = (
  kind: ProblemKind & string,
  held: readonly Held[],
  made: ReadonlyMap<string, string>,
): readonly Problem[] => {
  const there = new Set(held.map((each) => each.subject))
  const gone = [...made.keys()].filter((subject) => subject.startsWith(`${kind}:`) && !there.has(subject))
  const wrong = held.filter((each) => made.get(each.subject) !== each.made)
  return [
    ...gone.map((subject) => ({ kind, subject, detail: 'is in the ledger and has no row' })),
    ...wrong.map(({ subject }) => ({ kind, subject, detail: 'its rows differ from what the ledger recorded' })),
  ]
}

const checkMembers = async (db: Db, members: Expected['members']): Promise<readonly Problem[]> => {
  const rows = await db.query.selectFrom('case_sighting').selectAll().execute()
  const text = (pairs: readonly string[]) => new Set(pairs)
  const held = text(rows.map((row) => `case:${row.case_file} ${row.sighting}`))
  const told = text([...members].flatMap(([subject, ids]) => ids.map((id) => `${subject} ${id}`)))
  const differing = [...[...held].filter((pair) => !told.has(pair)), ...[...told].filter((pair) => !held.has(pair))]
  const subjects = [...new Set(differing.map((pair) => pair.split(' ')[0] ?? pair))]
  return subjects.map((subject) => ({
    kind: 'case',
    subject,
    detail: 'holds other sightings than the ledger recorded',
  }))
}

/** State, and one hash over all visits and sightings up to the last end. */
const checkEnds = async (db: Db, ended: ReadonlyMap<string, string>): Promise<readonly Problem[]> => {
  const problems: Problem[] = []
  for (const row of await db.query.selectFrom('sweep').selectAll().execute()) {
    const subject = `sweep:${row.id}`
    const end = parsed(ended.get(subject) ?? '{"state":"running","endedAt":null}')
    if (end?.state !== row.state || end?.endedAt !== row.ended_at)
      problems.push({ kind: 'sweep', subject, detail: 'its state differs from what the ledger recorded' })
    if (!ended.has(subject) || end === null) continue
    const { digest } = await digestSweep(db, row.id, Number(end.lastVisit))
    if (digest !== end.digest)
      problems.push({
        kind: 'sweep',
        subject,
        detail: 'a visit or an unflagged sighting of it was changed after it ended',
      })
  }
  return problems
}

const checkRuleTexts = async (db: Db): Promise<readonly Problem[]> => {
  const rows = await db.query.selectFrom('rule_text').selectAll().execute()
  return rows
    .filter((row) => sha256(row.text) !== row.sha256)
    .map((row) => ({
      kind: 'ruleset',
      subject: `rule_text:${row.sha256}`,
      detail: 'the text of a rule file was changed',
    }))
}

/** Sweeps, cases and rulesets: rows that the ledger tells of too. */
export const checkDerived = async (db: Db): Promise<readonly Problem[]> => {
  const { made, ended, members } = await expected(db)
  return [
    ...compare('sweep', await heldSweeps(db), made),
    ...compare('case', await heldCases(db), made),
    ...compare('ruleset', await heldRulesets(db), made),
    ...(await checkMembers(db, members)),
    ...(await checkEnds(db, ended)),
    ...(await checkRuleTexts(db)),
  ]
}
