import { BadInput } from '../errors.ts'
import { MOST_ALLOWED_DAYS } from './api/allowances.ts'
import type { Allowance, Allowances, NewAllowance, SellerRef } from './api.ts'
import { actingAs, type Db } from './db.ts'
import { requireSeller } from './sellers.ts'
import { nextId, tell } from './told.ts'

/** Percent that a score is lowered by: enough to come after the others, too little to be forgotten. */
export const ALLOWED_PERCENT = 50
const DAY_MS = 86_400_000

interface Row {
  readonly id: number
  readonly at: string
  readonly officer: string
  readonly unit: string | null
  readonly site: string
  readonly seller_key: string | null
  readonly seller_name: string | null
  readonly reason: string
  readonly until: string
  readonly lowers: number
  readonly ended_at: string | null
  readonly ended_by: string | null
  readonly ended_for: string | null
}

const ROWS = `select a.*, e.at as ended_at, e.officer as ended_by, e.reason as ended_for
  from allowance a left join allowance_end e on e.allowance = a.id`

const toAllowance = (row: Row): Allowance => ({
  ...{
    id: row.id,
    at: row.at,
    by: row.officer,
    unit: row.unit,
    until: row.until,
    reason: row.reason,
    lowers: row.lowers,
  },
  seller: { site: row.site, key: row.seller_key, name: row.seller_name },
  ended: row.ended_at === null ? null : { at: row.ended_at, by: row.ended_by ?? '', reason: row.ended_for ?? '' },
})

/** A seller without a key is its name; one with a key may change its name as it likes. */
const sameSeller = ({ key }: SellerRef, table: string): string =>
  key === null ? `${table}.seller_key is null and ${table}.seller_name is @name` : `${table}.seller_key is @key`

const inForce = (db: Db, seller: SellerRef, at: string): Allowance | null => {
  const { site, key, name } = seller
  if (key === null && name === null) return null
  const own = key === null ? { name } : { key }
  const row = db
    .prepare(`${ROWS} where a.site = @site and ${sameSeller(seller, 'a')}
      and a.at <= @at and a.until > @at and (e.at is null or e.at > @at) order by a.id desc limit 1`)
    .get({ site, at, ...own }) as Row | undefined
  return row ? toAllowance(row) : null
}

/** By number: subjects go along in every pack, and the seller is mostly no part of it. Entries of before name the seller. */
const subjectOf = (id: number): string => `allowance:${id}`

const add = (db: Db, { seller, reason, days, unit }: NewAllowance): Allowance => {
  const said = reason.trim()
  if (said === '') throw new BadInput('say why the seller is on the allow-list')
  if (!Number.isInteger(days) || days < 1 || days > MOST_ALLOWED_DAYS)
    throw new BadInput(`an allowance lasts 1 to ${MOST_ALLOWED_DAYS} days`)
  requireSeller(db, seller)
  const at = db.now()
  const before = inForce(db, seller, at)
  if (before) throw new BadInput(`allowance ${before.id} is in force until ${before.until}; end it first`)
  const until = new Date(Date.parse(at) + days * DAY_MS).toISOString()
  const { site, key, name } = seller
  const id = nextId(db, 'allowance')
  tell(db, 'allowance', subjectOf(id), {
    ...{ id, at, officer: db.actor, unit, site, seller_key: key, seller_name: name },
    ...{ reason: said, until, lowers: ALLOWED_PERCENT },
  })
  return { id, at, by: db.actor, unit, until, reason: said, lowers: ALLOWED_PERCENT, seller, ended: null }
}

const end = (db: Db, id: number, reason: string): void => {
  const said = reason.trim()
  if (said === '') throw new BadInput('say why the allowance ends')
  const row = db.prepare(`${ROWS} where a.id = ?`).get(id) as Row | undefined
  if (!row) throw new BadInput(`there is no allowance ${id}; "soi allow list" shows those there are`)
  const at = db.now()
  if (row.ended_at !== null || row.until <= at) throw new BadInput(`allowance ${id} is over already`)
  tell(db, 'allowance_end', subjectOf(id), { allowance: id, at, officer: db.actor, reason: said })
}

/** Sellers that somebody vouched for, for a time. The score of what they offer is lowered, visibly; the flag and its signs stay. */
export const openAllowances = (db: Db): Allowances => ({
  add: async (allowance, by) => db.write('full', () => add(actingAs(db, by), allowance)),
  end: async (id, reason, by) => db.write('full', () => end(actingAs(db, by), id, reason)),
  inForce: (seller, at) => inForce(db, seller, at),
  list: async () => (db.prepare(`${ROWS} order by a.id desc`).all() as readonly Row[]).map(toAllowance),
})
