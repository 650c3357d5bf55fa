import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry } from './ledger.ts'

interface Files {
  readonly path: string
  readonly sha256: string
}

/** A run that judges by other rules than the run before it: which, and the files that differ where both were kept. */
export const noteRules = (db: Db, hash: string): void => {
  const before = db.prepare('select ruleset_hash from sweep order by id desc limit 1').pluck().get()
  if (before === undefined || before === hash) return
  const files = db.prepare('select path, sha256 from ruleset_file where ruleset = ? order by path')
  const [old, now] = [files.all(before) as readonly Files[], files.all(hash) as readonly Files[]]
  const texts = new Map(old.map(({ path, sha256 }) => [path, sha256]))
  const kept = new Set(now.map(({ path }) => path))
  appendEntry(db, 'rules-changed', `ruleset:${hash}`, {
    body: canonical({
      before,
      now: hash,
      added: now.filter(({ path }) => !texts.has(path)).map(({ path }) => path),
      changed: now.filter(({ path, sha256 }) => texts.has(path) && texts.get(path) !== sha256).map(({ path }) => path),
      removed: old.filter(({ path }) => !kept.has(path)).map(({ path }) => path),
    }),
  })
}
