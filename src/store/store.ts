import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openAllowances } from './allowances.ts'
import { openAnchors } from './anchors.ts'
import type { OpenOptions, Store } from './api.ts'
import { openBlobs, removeStaleTemporaries } from './blobs.ts'
import { openCases } from './cases.ts'
import { openCommitter } from './committer.ts'
import type { Db } from './db.ts'
import { openBlindReviews, openDecisions } from './decisions.ts'
import { openFiles } from './files.ts'
import { openFrontier } from './frontier.ts'
import { openImages } from './images.ts'
import { openLedger } from './ledger-room.ts'
import { openLikeness } from './likeness.ts'
import { openMemory } from './memory.ts'
import { openNotices } from './notices.ts'
import { openDb } from './open.ts'
import { packSource } from './pack-source.ts'
import { openReplies } from './replies.ts'
import { openReports } from './reports.ts'
import { dropLeases } from './requests.ts'
import { openRuleHits } from './rule-hits.ts'
import { openRulesets } from './rulesets.ts'
import { openRun } from './runs.ts'
import { openSellers } from './sellers.ts'
import { openSightings } from './sightings.ts'
import { openSweeps } from './sweeps.ts'
import { verifyStore } from './verify.ts'
import { openWays } from './ways.ts'

export type * from './api.ts'

const roomsOf = (db: Db): Store => {
  const blobs = openBlobs(db.home)
  const committer = openCommitter(db)
  const run = openRun(db)
  const rooms = {
    blobs,
    files: openFiles(db),
    sweeps: openSweeps(db, committer),
    sightings: openSightings(db, blobs),
    memory: openMemory(db),
    ways: openWays(db),
    images: openImages(db),
    rulesets: openRulesets(db),
    ledger: openLedger(db, blobs),
    cases: openCases(db),
    decisions: openDecisions(db),
    likeness: openLikeness(db),
    allowances: openAllowances(db),
    reviews: openBlindReviews(db),
    replies: openReplies(db),
    sellers: openSellers(db),
    notices: openNotices(db),
    reports: openReports(db),
    ruleHits: openRuleHits(db),
    anchors: openAnchors(db, blobs),
  }
  const used = new Set<number>()
  let closed = false
  return {
    ...rooms,
    home: db.home,
    frontier: (sweep) => {
      used.add(sweep)
      return openFrontier({ db, blobs, committer, run }, sweep)
    },
    packSource: (of) => packSource(db, rooms, of),
    verify: () => verifyStore(db, blobs),
    close: async () => {
      if (closed) return
      closed = true
      committer.flush()
      const owner = run.idIfUsed()
      if (owner !== null) for (const sweep of used) db.write('normal', () => dropLeases(db, sweep, owner))
      run.release()
      db.close()
    },
  }
}

/**
 * Opens the evidence store of a run home, making or migrating it when needed.
 * BadInput: written by a newer Soi, or another program's database. EvidenceBroken: not a database. Busy, CannotWrite.
 */
export const openStore = async (home: string, options: OpenOptions): Promise<Store> => {
  const readOnly = options.readOnly ?? false
  const now = options.now ?? (() => new Date().toISOString())
  const db = await openDb({ home: resolve(home), readOnly, actor: options.actor, now })
  if (!readOnly) await removeStaleTemporaries(db.home)
  return roomsOf(db)
}

/** The same of a store that must be there already: NoInput otherwise, and nothing is made. */
export const openExisting = async (home: string, options: OpenOptions): Promise<Store> =>
  openStore(home, existsSync(join(resolve(home), 'evidence.sqlite')) ? options : { ...options, readOnly: true })
