import { CannotWrite, EvidenceBroken } from '../errors.ts'
import type { Db } from './db.ts'
import { named } from './failures.ts'

/** Shares one durable transaction among works that arrive close together: one fsync for all of them. */
export interface Committer {
  /**
   * Runs `work` in a transaction; resolves when it is on the disk. A work that throws is undone alone; one may run twice, and
   * leaves nothing outside of the database until it resolves.
   */
  submit<T>(work: () => T): Promise<T>
  /** Runs what waits, now. */
  flush(): void
}

/** A work waits this long for company after the last commit, or as long as that commit took: after a quiet time not at all. */
const GATHER_MS = 25
/** Works in one transaction at most, so that no writer of another process waits long. */
const MOST = 256

interface Waiting {
  readonly run: () => () => void
  readonly reject: (error: unknown) => void
}

/** A full disk or a damaged file ends the whole transaction; anything else is one work's alone. */
const isOfAll = (error: unknown): boolean => error instanceof CannotWrite || error instanceof EvidenceBroken

/** Runs each in its own savepoint; the callbacks that settle them are for after the commit. */
const runEach = (db: Db, batch: readonly Waiting[]): readonly (() => void)[] =>
  db.write('full', () =>
    batch.map((each) => {
      try {
        return db.write('full', each.run)
      } catch (error) {
        if (!db.inTransaction() || isOfAll(error)) throw error
        return () => each.reject(error)
      }
    }),
  )

/** Savepoints take a sixth of the time of recording: there are some only where a work has thrown, and all run again then. */
const runAll = (db: Db, batch: readonly Waiting[]): readonly (() => void)[] => {
  let hasThrown = false
  const run = (each: Waiting): (() => void) => {
    try {
      return each.run()
    } catch (error) {
      hasThrown = true
      throw error
    }
  }
  try {
    return db.write('full', () => batch.map(run))
  } catch (error) {
    if (!hasThrown || isOfAll(error)) throw error
    return runEach(db, batch)
  }
}

const commit = (db: Db, batch: readonly Waiting[]): void => {
  try {
    for (const settle of runAll(db, batch)) settle()
  } catch (error) {
    for (const each of batch) each.reject(named(error, db.file))
  }
}

export const openCommitter = (db: Db): Committer => {
  let queue: Waiting[] = []
  let timer: NodeJS.Timeout | null = null
  /** By a clock that is never set back: works must not wait for an hour that is had twice. */
  let free = 0

  const flush = (): void => {
    const begun = performance.now()
    if (timer !== null) clearTimeout(timer)
    timer = null
    while (queue.length > 0) {
      const batch = queue.slice(0, MOST)
      queue = queue.slice(MOST)
      commit(db, batch)
    }
    const ended = performance.now()
    // A slow disk gathers more, so that it is not asked to sync all the time.
    free = ended + Math.max(GATHER_MS, ended - begun)
  }

  return {
    flush,
    submit: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        const run = () => {
          const result = work()
          return () => resolve(result)
        }
        queue.push({ run, reject })
        if (queue.length >= MOST) flush()
        else timer ??= setTimeout(flush, Math.max(0, free - performance.now()))
      }),
  }
}
