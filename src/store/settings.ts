import type { LedgerEntry } from '../domain.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry } from './ledger.ts'

const LAST = `select body from ledger where subject = ? and action = 'setting-changed' order by seq desc limit 1`

/** A setting's last entry, `{name, value}` as canonical JSON; undefined where it was never entered. */
const lastBody = (db: Db, name: string): string | undefined =>
  db.prepare(LAST).pluck().get(`setting:${name}`) as string | undefined

/** A setting stands in the ledger, so that who changed it when is never lost; null where it was never entered. */
export const settingOf = (db: Db, name: string): unknown => {
  const body = lastBody(db, name)
  return body === undefined ? null : JSON.parse(body).value
}

/** Enters a setting, inside the caller's transaction, when it is another than the one entered last; null otherwise. */
export const enterSetting = (db: Db, name: string, value: unknown): LedgerEntry | null => {
  const body = canonical({ name, value })
  return lastBody(db, name) === body ? null : appendEntry(db, 'setting-changed', `setting:${name}`, { body })
}
