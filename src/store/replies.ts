import { BadInput } from '../errors.ts'
import { isDay, vietnamDay } from '../vietnam-day.ts'
import { type NewReply, REPLY_KINDS, REPLY_WAYS, type Replies, type Reply } from './api.ts'
import { keepExhibit } from './cases.ts'
import { actingAs, type Db } from './db.ts'
import type { Schema } from './schema.ts'
import { nextId, tell } from './told.ts'

type Row = { readonly [K in keyof Schema['reply']]: Schema['reply'][K] }

const toReply = ({ listing_key: key, file_name, media_type, size, sha256, ...row }: Row): Reply => ({
  ...row,
  key,
  file:
    file_name === null || media_type === null || size === null || sha256 === null
      ? null
      : { name: file_name, mediaType: media_type, size, sha256 },
})

const checked = ({ kind, way, received, sender, text }: NewReply, now: string): void => {
  if (!REPLY_KINDS.includes(kind)) throw new BadInput(`a reply is one of: ${REPLY_KINDS.join(', ')}; not ${kind}`)
  if (!REPLY_WAYS.includes(way)) throw new BadInput(`it came by one of: ${REPLY_WAYS.join(', ')}; not ${way}`)
  if (!isDay(received) || received > vietnamDay(now))
    throw new BadInput(`${received} is no day on which a reply was received; write it as 2026-11-25`)
  if (sender.trim() === '') throw new BadInput('say who answered')
  if (text.trim() === '') throw new BadInput('say what was answered')
}

const add = (db: Db, reply: NewReply): Reply => {
  checked(reply, db.now())
  const { sighting, kind, received, way, sender, text, file, unit } = reply
  const about = db.prepare('select site, listing_key from sighting where id = ?').get(sighting)
  if (about === undefined) throw new BadInput(`there is no sighting ${sighting}; "soi list" shows those there are`)
  if (file) keepExhibit(db, file.sha256, file.size)
  const row: Row = {
    ...{ id: nextId(db, 'reply'), at: db.now(), officer: db.actor, unit },
    ...(about as Pick<Row, 'site' | 'listing_key'>),
    ...{ sighting, kind, received, way, sender: sender.trim(), text: text.trim() },
    ...{ file_name: file?.name ?? null, media_type: file?.mediaType ?? null },
    ...{ size: file?.size ?? null, sha256: file?.sha256 ?? null },
  }
  tell(db, 'reply', `sighting:${sighting}`, row)
  return toReply(row)
}

/** What sellers answered, as officers received it; kept with the listing and taken along in its packs. */
export const openReplies = (db: Db): Replies => ({
  add: async (reply, by) => db.write('full', () => add(actingAs(db, by), reply)),
  of: async (site, key) => {
    const rows = await db.query
      .selectFrom('reply')
      .selectAll()
      .where('site', '=', site)
      .where('listing_key', '=', key)
      .orderBy('id')
      .execute()
    return rows.map(toReply)
  },
})
