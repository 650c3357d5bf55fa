import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { naming } from '../failures.ts'
import { BUSY_MS, prepareTables, writeAhead } from '../own-file.ts'
import { openAccess } from './access.ts'
import { openAccounts } from './accounts.ts'
import type { ConsoleStore, OpenConsole } from './api.ts'
import { openAttempts } from './attempts.ts'
import { openJobs } from './jobs.ts'
import { openOutbox } from './outbox.ts'
import { openRequests } from './requests.ts'
import { openSchedules } from './schedules.ts'
import { openLinks, openSessions } from './sessions.ts'
import { CONSOLE_TABLES } from './tables.ts'
import { openTips } from './tips.ts'
import { openTokens } from './tokens.ts'
import { openWatchLists } from './watch-lists.ts'

/** The connection, its clock, and statements prepared once per text. */
export interface ConsoleDb {
  readonly now: () => string
  run(sql: string, ...values: unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint }
  get<T>(sql: string, ...values: unknown[]): T | undefined
  all<T>(sql: string, ...values: unknown[]): readonly T[]
  /** All of it or nothing; the file is held for writing from the start. */
  whole<T>(work: () => T): T
}

const over = (raw: Database.Database, file: string, now: () => string): ConsoleDb => {
  const cache = new Map<string, Database.Statement>()
  const prepared = (sql: string): Database.Statement => {
    const statement = cache.get(sql) ?? raw.prepare(sql)
    cache.set(sql, statement)
    return statement
  }
  return {
    now,
    run: (sql, ...values) => naming(file, () => prepared(sql).run(...values)),
    get: <T>(sql: string, ...values: unknown[]) => naming(file, () => prepared(sql).get(...values)) as T | undefined,
    all: <T>(sql: string, ...values: unknown[]) => naming(file, () => prepared(sql).all(...values)) as T[],
    whole: (work) => naming(file, () => raw.transaction(work).immediate()),
  }
}

/** Opens or makes `<home>/console.sqlite`. BadInput: another program's file or a newer Soi's. Busy, CannotWrite, EvidenceBroken. */
export function openConsole(home: string, options: OpenConsole): ConsoleStore {
  const file = join(resolve(home), 'console.sqlite')
  return naming(file, () => {
    mkdirSync(resolve(home), { recursive: true })
    const raw = new Database(file, { timeout: BUSY_MS })
    try {
      writeAhead(raw)
      raw.pragma('foreign_keys = on')
      // What is erased of a tipster is gone from the file too.
      raw.pragma('secure_delete = on')
      prepareTables(raw, file, CONSOLE_TABLES)
    } catch (error) {
      raw.close()
      throw error
    }
    const db = over(raw, file, options.now)
    return {
      accounts: openAccounts(db),
      sessions: openSessions(db),
      links: openLinks(db),
      attempts: openAttempts(db),
      access: openAccess(db),
      tokens: openTokens(db),
      tips: openTips(db),
      outbox: openOutbox(db),
      schedules: openSchedules(db),
      watchLists: openWatchLists(db),
      requests: openRequests(db),
      jobs: openJobs(db),
      close: () => {
        raw.close()
      },
    }
  })
}
