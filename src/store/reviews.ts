import { randomInt } from 'node:crypto'
import { BadInput } from '../errors.ts'
import type { Decision, Review, Reviews } from './api.ts'
import { actingAs, type Db } from './db.ts'
import { enterSetting, settingOf } from './settings.ts'
import { standing } from './standing.ts'
import { tell } from './told.ts'

const MILLION = 1_000_000
const DEFAULT_SHARE = 0.05
const SETTING = 'blind-review-share'

const shareOf = (db: Db): number => {
  const value = Number(settingOf(db, SETTING) ?? DEFAULT_SHARE)
  return value >= 0 && value <= 1 ? value : DEFAULT_SHARE
}

/**
 * Draws lots for a decision that has just been made, inside its transaction: a dismissal that holds, or a confirmation, which are
 * drawn alike so that being asked says nothing of the first verdict. The number comes from the machine's cryptographic source and
 * stands in the ledger whether it was picked or not: nobody can know it before, and nobody can choose afterwards.
 */
export const drawLots = (db: Db, { id, verdict, site, key, sighting }: Decision): void => {
  const holds = verdict === 'confirm' || (verdict === 'dismiss' && standing(db, site, key) === 'dismiss')
  if (!holds || sighting === null) return
  const [draw, share] = [randomInt(MILLION), Math.round(shareOf(db) * MILLION)]
  const row = { decision: id, at: db.now(), officer: db.actor, draw, share, picked: draw < share ? 1 : 0 }
  tell(db, 'review_draw', `decision:${id}`, row)
}

const ROWS = `select w.decision, d.sighting, d.site, d.listing_key, d.title, w.at as drawn_at, d.officer, d.verdict,
    d.at as decided_at, b.officer as second, b.unit, b.verdict as again, b.reason, b.note, b.at as judged_at, b.agrees
  from review_draw w join decision d on d.id = w.decision left join blind_review b on b.decision = w.decision
  where w.picked = 1`

interface Row {
  readonly decision: number
  readonly sighting: number
  readonly site: string
  readonly listing_key: string
  readonly title: string
  readonly drawn_at: string
  readonly officer: string
  readonly verdict: Decision['verdict']
  readonly decided_at: string
  readonly second: string | null
  readonly unit: string | null
  readonly again: Decision['verdict']
  readonly reason: Decision['reason']
  readonly note: string | null
  readonly judged_at: string
  readonly agrees: 0 | 1
}

const toReview = (row: Row): Review => ({
  ...{ decision: row.decision, sighting: row.sighting, site: row.site, key: row.listing_key, title: row.title },
  drawnAt: row.drawn_at,
  first: { officer: row.officer, verdict: row.verdict, at: row.decided_at },
  second:
    row.second === null
      ? null
      : {
          ...{ officer: row.second, unit: row.unit, verdict: row.again, reason: row.reason, note: row.note },
          ...{ at: row.judged_at, agrees: row.agrees === 1 },
        },
})

const all = (db: Db, where: string, order: string, most: number, values: Readonly<Record<string, unknown>>) =>
  (db.prepare(`${ROWS} and ${where} order by ${order} limit ${most}`).all(values) as readonly Row[]).map(toReview)

const MOST_OF_ONE = 100
/** Whoever decided on the listing is no stranger to it. */
const DECIDED = `exists (select 1 from decision o where o.site = d.site and o.listing_key = d.listing_key and o.officer = @officer)`

export const reviewOf = (db: Db, decision: number): Review => {
  const [found] = all(db, 'w.decision = @decision', 'w.decision', 1, { decision })
  if (!found) throw new BadInput(`decision ${decision} was not drawn for a second review`)
  return found
}

/** Keeps the second judgement; what follows from it is the caller's. */
export const keepReview = (
  db: Db,
  review: Review,
  second: Pick<Decision, 'verdict' | 'reason' | 'note' | 'unit'>,
): Review => {
  const own = db.prepare(`select ${DECIDED} from (select @site as site, @key as listing_key) d`).pluck()
  if (review.second) throw new BadInput(`decision ${review.decision} was reviewed already`)
  if (own.get({ site: review.site, key: review.key, officer: db.actor }) === 1)
    throw new BadInput('nobody reviews a listing that they decided on themselves')
  const { verdict, reason, note, unit } = second
  const agrees = verdict === review.first.verdict ? 1 : 0
  tell(db, 'blind_review', `decision:${review.decision}`, {
    ...{ decision: review.decision, at: db.now(), officer: db.actor, unit, sighting: review.sighting },
    ...{ verdict, reason, note, agrees },
  })
  return reviewOf(db, review.decision)
}

const figures = (db: Db) => {
  const sql = `select count(*) as drawn, count(b.decision) as judged, coalesce(sum(b.agrees), 0) as agreed
    from review_draw w left join blind_review b on b.decision = w.decision where w.picked = 1`
  return db.prepare(sql).get() as { readonly drawn: number; readonly judged: number; readonly agreed: number }
}

const setShare = (db: Db, share: number): void => {
  if (!(share >= 0 && share <= 1)) throw new BadInput('the share for second review is 0 to 100 percent')
  if (share !== shareOf(db)) enterSetting(db, SETTING, share)
}

/** Decisions that are judged a second time by somebody who sees neither the first verdict nor whose it is. */
export const openReviews = (db: Db, judge: Reviews['judge']): Reviews => ({
  share: () => shareOf(db),
  setShare: async (share, by) => db.write('full', () => setShare(actingAs(db, by), share)),
  waitingFor: async (officer, most) =>
    all(db, `b.decision is null and not ${DECIDED}`, 'w.decision', most, { officer }),
  waitingOn: async (officer, site, key) => {
    const where = `b.decision is null and d.site = @site and d.listing_key = @key and not ${DECIDED}`
    return all(db, where, 'w.decision', 1, { officer, site, key })[0] ?? null
  },
  get: async (decision) => reviewOf(db, decision),
  ofListing: async (site, key) =>
    all(db, 'd.site = @site and d.listing_key = @key', 'w.decision', MOST_OF_ONE, { site, key }),
  disagreements: async ({ officer }, most) =>
    all(db, 'b.agrees = 0 and (@officer is null or @officer in (d.officer, b.officer))', 'w.decision desc', most, {
      officer: officer ?? null,
    }),
  figures: async () => figures(db),
  judge,
})
