import { BadInput } from '../errors.ts'
import { isDay, vietnamDay } from '../vietnam-day.ts'
import { type NewNotice, NOTICE_CHANNELS, type Notice, type Notices } from './api.ts'
import { actingAs, type Db } from './db.ts'
import type { Schema } from './schema.ts'
import { nextId, tell } from './told.ts'

type Row = { readonly [K in keyof Schema['notice']]: Schema['notice'][K] }

const toNotice = ({ listing_key, told_on, channel, ...row }: Row): Notice => {
  const known = NOTICE_CHANNELS.find((each) => each === channel) ?? 'other'
  return { ...row, key: listing_key, toldOn: told_on, channel: known }
}

const MOST_TEXT = 2_000

const said = (name: string, text: string | null): string | null => {
  const trimmed = text?.trim() || null
  if (trimmed !== null && trimmed.length > MOST_TEXT)
    throw new BadInput(`${name} is longer than ${MOST_TEXT} characters`)
  return trimmed
}

/** A day on which a platform was told, as it is written. BadInput: no day, or one that has not come. */
export function noticeDay(text: string, now: string): string {
  if (!isDay(text)) throw new BadInput(`${text} is no day: write YYYY-MM-DD`)
  if (text > vietnamDay(now)) throw new BadInput(`${text} is in the future`)
  return text
}

type Subject = Pick<Row, 'sighting' | 'site' | 'listing_key'>

function subjectOf(db: Db, about: NewNotice['about']): Subject {
  const [where, values, missing] =
    'sighting' in about
      ? ['id = ?', [about.sighting], `there is no sighting ${about.sighting}`]
      : [
          'site = ? and listing_key = ?',
          [about.site, about.key],
          `no listing ${about.key} of ${about.site} was ever seen`,
        ]
  const row = db
    .prepare(`select id as sighting, site, listing_key from sighting where ${where} order by id desc limit 1`)
    .get(...values) as Subject | undefined
  if (row === undefined) throw new BadInput(missing)
  return 'sighting' in about ? row : { ...row, sighting: null }
}

function add(db: Db, notice: NewNotice): Notice {
  const at = db.now()
  const row: Row = {
    ...{ id: nextId(db, 'notice'), at, actor: db.actor, unit: notice.unit, ...subjectOf(db, notice.about) },
    ...{ told_on: noticeDay(notice.toldOn, at), channel: notice.channel },
    recipient: said('the recipient', notice.recipient),
    reference: said('the reference', notice.reference),
    note: said('the note', notice.note),
  }
  const subject = row.sighting === null ? `listing:${row.site}:${row.listing_key}` : `sighting:${row.sighting}`
  tell(db, 'notice', subject, row)
  return toNotice(row)
}

/** What platforms were told. Rows are added, never changed: a mistake is said so in the note of another. */
export const openNotices = (db: Db): Notices => ({
  add: async (notice, by) => db.write('full', () => add(actingAs(db, by), notice)),
  list: async ({ site, limit, before }) => {
    const rows = await db.query
      .selectFrom('notice')
      .selectAll()
      .$if(site !== undefined, (query) => query.where('site', '=', site ?? ''))
      .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(toNotice)
  },
  of: async (site, key) => {
    const query = db.query.selectFrom('notice').selectAll().where('site', '=', site).where('listing_key', '=', key)
    return (await query.orderBy('id').execute()).map(toNotice)
  },
})
