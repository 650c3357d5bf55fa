import { setImmediate as breathe } from 'node:timers/promises'
import type { Problem, StoredItem } from './api.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Db } from './db.ts'
import { keptWhole } from './sighting-body.ts'

const PAGE = 500

interface Row {
  readonly id: number
  readonly sweep: number
  readonly visit: number
  readonly body: string
  readonly hash: string
  readonly visit_sweep: number | null
  readonly exhibits: string
  readonly signals: string
  readonly images: string
  readonly recorded: string | null
}

/** With what hangs on each row as JSON, in the order in which the body has it. */
const ROWS = `select s.id, s.sweep, s.visit, s.body, s.hash,
  (select v.sweep from visit v where v.id = s.visit) as visit_sweep,
  (select json_group_array(json_array(e.role, e.media_type, e.sha256, x.size)) from sighting_exhibit e
     left join exhibit x on x.sha256 = e.sha256 where e.sighting = s.id) as exhibits,
  (select json_group_array(json_array(g.n, g.rule, g.version, g.category, g.strength)) from
     (select * from signal where sighting = s.id order by n) g) as signals,
  (select json_group_array(json_array(i.n, i.url, i.sha256, i.pdq, i.quality, i.width, i.height)) from
     (select a.n, a.url, m.sha256, lower(hex(m.pdq)) as pdq, m.quality, m.width, m.height from sighting_image a
        left join image m on m.id = a.image where a.sighting = s.id order by a.n) i) as images,
  (select l.body_hash from ledger l where l.subject = 'sighting:' || s.id and l.action = 'sighting.record') as recorded
  from sighting s where s.id > ? order by s.id limit ${PAGE}`

const parsed = (body: string): StoredItem | null => {
  try {
    return JSON.parse(body)
  } catch {
    return null // named by the caller: the body no longer matches its hash
  }
}

/** Order within a sighting is of no meaning for files. */
const asSet = (rows: readonly (readonly unknown[])[]): string =>
  canonical(rows.map((row) => canonical([row[0], row[1], row[2], row[3]])).sort())

/** JSON numbers, not texts, are compared: 1.0 and 1 are one strength. */
const asList = (rows: unknown): string => canonical(rows)

const checkRow = (row: Row): readonly Problem[] => {
  const subject = `sighting:${row.id}`
  const item = sha256(row.body) === row.hash ? parsed(row.body) : null
  if (item === null) return [{ kind: 'sighting', subject, detail: 'does not match its own hash: the body was changed' }]
  const problems: Problem[] = []
  const say = (kind: Problem['kind'], detail: string) => problems.push({ kind, subject, detail })
  if (item.id !== row.id || item.sweep !== row.sweep) say('sighting', 'its row has another id or sweep than its body')
  if (row.visit_sweep !== row.sweep) say('sighting', 'its visit belongs to another sweep')
  if (keptWhole(item) !== (row.recorded !== null))
    say('sighting', 'flagged or kept whole, and not in the ledger (or the reverse)')
  if (row.recorded !== null && row.recorded !== row.hash) say('sighting', 'differs from what the ledger recorded')
  const exhibits = item.exhibits.map((each) => [each.role, each.mediaType, each.sha256, each.size])
  if (asSet(exhibits) !== asSet(JSON.parse(row.exhibits))) say('exhibit-row', 'its rows name other files than its body')
  const signals = item.assessment.signals.map((each, n) => [n, each.rule, each.version, each.category, each.strength])
  if (asList(signals) !== asList(JSON.parse(row.signals)))
    say('signal-row', 'its rows name other signals than its body')
  const pictures = item.pictures?.seen ?? []
  const images = pictures.map(({ url, sha256: hash, pdq, quality, width, height }, n) => [
    ...[n, url, hash, pdq, quality, width, height],
  ])
  if (asList(images) !== asList(JSON.parse(row.images))) say('image-row', 'its rows name other pictures than its body')
  return problems
}

/** Every sighting against its hash, its ledger entry, and the rows that were written with it. */
export const checkSightings = async (db: Db): Promise<readonly Problem[]> => {
  const problems: Problem[] = []
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = db.prepare(ROWS).all(after) as readonly Row[]
    const last = rows.at(-1)
    if (last === undefined) return problems
    problems.push(...rows.flatMap(checkRow))
    after = last.id
    await breathe()
  }
}
