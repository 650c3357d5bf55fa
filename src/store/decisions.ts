// Longer than most: what is decided, and what follows from it in the same transaction.
import { sql } from 'kysely'
import { BadInput } from '../errors.ts'
import type {
  Decision,
  DecisionAbout,
  DecisionFilter,
  Decisions,
  LeftOpen,
  NewDecision,
  Repeated,
  Reviews,
} from './api.ts'
import { canonical } from './canonical.ts'
import { actingAs, type Db } from './db.ts'
import { reasonsFor } from './decision-reasons.ts'
import { appendEntry } from './ledger.ts'
import { drawLots, keepReview, openReviews, reviewOf } from './reviews.ts'
import type { Schema } from './schema.ts'
import { standing } from './standing.ts'

/** What a decision keeps of the listing it is about. */
interface Subject {
  readonly sighting: number | null
  readonly site: string
  readonly listing_key: string
  readonly title: string
  readonly seller_key: string | null
  readonly seller_name: string | null
}

const COLUMNS = 'site, listing_key, title, seller_key, seller_name'

const subjectOf = (db: Db, about: DecisionAbout): Subject => {
  if ('sighting' in about) {
    const row = db.prepare(`select id as sighting, ${COLUMNS} from sighting where id = ?`).get(about.sighting)
    if (row === undefined)
      throw new BadInput(`there is no sighting ${about.sighting}; "soi list" shows those there are`)
    return row as Subject
  }
  const row = db
    .prepare(
      `select null as sighting, ${COLUMNS} from sighting where site = ? and listing_key = ? order by id desc limit 1`,
    )
    .get(about.site, about.key)
  if (row === undefined) throw new BadInput(`no listing ${about.key} of ${about.site} was ever seen`)
  return row as Subject
}

/** A decision's row and its ledger body say the same; `verify` compares them. */
export const toDecision = ({
  listing_key,
  seller_key,
  seller_name,
  ...row
}: { readonly [K in keyof Schema['decision']]: Schema['decision'][K] }): Decision => ({
  ...row,
  key: listing_key,
  sellerKey: seller_key,
  sellerName: seller_name,
})

const checked = ({ verdict, reason, note }: NewDecision): string | null => {
  if (!reasonsFor(verdict).includes(reason))
    throw new BadInput(`the reason of "${verdict}" is one of: ${reasonsFor(verdict).join(', ')}; not ${reason}`)
  const said = note?.trim() || null
  if (reason === 'other' && said === null) throw new BadInput('the reason "other" needs a note')
  return said
}

const INSERT = `insert into decision
  (id, at, officer, unit, verdict, reason, note, sighting, site, listing_key, title, seller_key, seller_name)
  values (@id, @at, @officer, @unit, @verdict, @reason, @note, @sighting, @site, @listing_key, @title, @seller_key, @seller_name)`

const add = (db: Db, decision: NewDecision): Decision => {
  const note = checked(decision)
  const { about, verdict, reason, unit } = decision
  const last = db.prepare('select max(id) as id from decision').get() as { readonly id: number | null }
  const row = {
    ...{ id: (last.id ?? 0) + 1, at: db.now(), officer: db.actor, unit, verdict, reason, note },
    ...subjectOf(db, about),
  }
  db.prepare(INSERT).run(row)
  const made = toDecision(row)
  const subject = row.sighting === null ? `listing:${row.site}:${row.listing_key}` : `sighting:${row.sighting}`
  appendEntry(db, verdict === 'reopen' ? 're-opened' : 'decided', subject, { body: canonical(made) })
  drawLots(db, made)
  return made
}

/** Two who judge differently have not decided: the listing is open again, unless it was decided anew in between. */
const judge = (db: Db, decision: number, second: Omit<NewDecision, 'about'>) => {
  const before = reviewOf(db, decision)
  const note = checked({ ...second, about: before })
  const review = keepReview(db, before, { ...second, note })
  const { site, key, sighting } = review
  const last = db
    .prepare('select id from decision where site = ? and listing_key = ? order by id desc limit 1')
    .pluck()
    .get(site, key)
  if (review.second?.agrees === false && last === decision) {
    const reopened = { about: { sighting }, verdict: 'reopen', reason: 'second-review-differs', note: null } as const
    add(db, { ...reopened, unit: second.unit })
  }
  return review
}

const bySeller = (seller: string | undefined) =>
  seller === undefined
    ? sql<boolean>`1`
    : sql<boolean>`(seller_key = ${seller} or instr(plain(seller_name), plain(${seller})) > 0)`

const list = async (db: Db, filter: DecisionFilter & { readonly limit: number; readonly before?: number }) => {
  const { officer, seller, verdict, from, to, before, limit } = filter
  const rows = await db.query
    .selectFrom('decision')
    .selectAll()
    .where(bySeller(seller))
    .$if(officer !== undefined, (query) => query.where('officer', '=', officer ?? ''))
    .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict ?? 'confirm'))
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('at', '<', to ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toDecision)
}

const of = async (db: Db, about: DecisionAbout): Promise<readonly Decision[]> => {
  const { site, listing_key } = subjectOf(db, about)
  const rows = await db.query
    .selectFrom('decision')
    .selectAll()
    .where('site', '=', site)
    .where('listing_key', '=', listing_key)
    .orderBy('id')
    .execute()
  return rows.map(toDecision)
}

/** A seller is its key; where a site gives none, its name. */
const repeated = async (db: Db, { officer, seller }: Pick<DecisionFilter, 'officer' | 'seller'>) =>
  (
    await sql<Repeated>`
      select officer, site, seller_key as "sellerKey", max(seller_name) as "sellerName",
        count(distinct listing_key) as listings, count(*) as dismissals, min(at) as first, max(at) as last
      from decision
      where verdict = 'dismiss' and coalesce(seller_key, seller_name) is not null and ${bySeller(seller)}
        and (${officer ?? null} is null or officer = ${officer ?? null})
      group by officer, site, seller_key, case when seller_key is null then seller_name end
      having count(distinct listing_key) > 1
      order by listings desc, dismissals desc, officer, site`.execute(db.query)
  ).rows

const leftOpen = async (db: Db, { officer }: Pick<DecisionFilter, 'officer'>, most: number) =>
  (
    await sql<LeftOpen>`
      select l.actor, s.id as sighting, s.site, s.title, count(*) as views, max(l.at) as last
      from ledger l join sighting s on s.id = cast(substr(l.subject, length('sighting:') + 1) as integer)
      where l.action = 'viewed' and l.subject like 'sighting:%' and s.flagged = 1
        and (${officer ?? null} is null or l.actor = ${officer ?? null})
        and not exists (
          select 1 from decision d where d.site = s.site and d.listing_key = s.listing_key and d.at >= l.at)
      group by l.actor, s.id order by last desc limit ${most}`.execute(db.query)
  ).rows

export const openBlindReviews = (db: Db): Reviews =>
  openReviews(db, async (decision, second, by) => db.write('full', () => judge(actingAs(db, by), decision, second)))

/** What officers decided. Rows are added, never changed: whoever was mistaken decides again. */
export const openDecisions = (db: Db): Decisions => ({
  add: async (decision, by) => db.write('full', () => add(actingAs(db, by), decision)),
  addAll: async (all, by) => db.write('full', () => all.map((decision) => add(actingAs(db, by), decision))),
  standing: async (site, key) => standing(db, site, key),
  list: (page) => list(db, page),
  of: (about) => of(db, about),
  repeated: (filter) => repeated(db, filter),
  leftOpen: (filter, most) => leftOpen(db, filter, most),
})
