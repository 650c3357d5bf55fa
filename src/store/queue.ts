import { type ExpressionBuilder, sql } from 'kysely'
import type { QueueMark, QueuePage, QueueSort, Standing, StoredItem } from './api.ts'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'
import { matchOf } from './search-words.ts'
import { matched, matching } from './sighting-list.ts'
import { lastVerdict, standingOf, strongerThanDismissed } from './standing.ts'

/** Seen again and flagged again, a listing stands in the queue once. The signs keep the planner to the index of the listing. */
const newestOfItsListing = sql<boolean>`not exists (select 1 from sighting later
  where later.site = sighting.site and later.listing_key = sighting.listing_key
  and +later.id > sighting.id and +later.flagged = 1)`

/** The table of signals has an index by category; the categories of a sighting stand in its body. */
const hasSignalOf = (category: string) =>
  sql<boolean>`exists (select 1 from signal where category = ${category} and sighting = sighting.id)`

const beyond = (eb: ExpressionBuilder<Schema, 'sighting'>, sort: QueueSort, { id, score }: QueueMark) => {
  if (sort === 'newest') return eb('id', '<', id)
  if (sort === 'oldest') return eb('id', '>', id)
  return eb.or([eb('score', '<', score), eb.and([eb('score', '=', score), eb('id', '<', id)])])
}

const STANDS = standingOf('sighting')

/** Where nothing is to be done any more, that is told by one look into an index: the other questions are for dismissals. */
const OPEN = `case coalesce(${lastVerdict('sighting')}, 'reopen') when 'reopen' then 1
  when 'dismiss' then ${STANDS} = 'pending' or ${strongerThanDismissed('sighting')} else 0 end = 1`

const DECIDED = `id in (select s.id from (select distinct site, listing_key from decision) d
  join sighting s on s.site = d.site and s.listing_key = d.listing_key where +s.flagged = 1)`

const stands = (standing: Standing) =>
  standing === 'open'
    ? sql<boolean>`${sql.raw(OPEN)}`
    : sql<boolean>`(${sql.raw(DECIDED)} and ${sql.raw(STANDS)} = ${standing})`

/** One page of the queue, in the order asked for. */
export const queue = async (
  db: Db,
  { sort, limit, after, standing, ...filter }: QueuePage,
): Promise<readonly StoredItem[]> => {
  const { category, search } = filter
  const match = search === undefined ? null : matchOf({ ...filter, flagged: true }, null)
  const rows = await db.query
    .selectFrom('sighting')
    .select('body')
    .where('flagged', '=', 1)
    .$if(category !== undefined, (query) => query.where(hasSignalOf(category ?? '')))
    .where(matching({ ...filter, flagged: true }))
    .where(newestOfItsListing)
    .$if(match !== null, (query) => query.where('id', 'in', matched(match ?? '')))
    .$if(standing !== undefined, (query) => query.where(stands(standing ?? 'open')))
    .$if(after !== undefined, (query) => query.where((eb) => beyond(eb, sort, after ?? { id: 0, score: 0 })))
    .$if(sort === 'score', (query) => query.orderBy('score', 'desc').orderBy('id', 'desc'))
    .$if(sort !== 'score', (query) => query.orderBy('id', sort === 'oldest' ? 'asc' : 'desc'))
    .limit(limit)
    .execute()
  return rows.map((row) => JSON.parse(row.body))
}
