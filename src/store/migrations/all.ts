import type { Migration } from 'kysely'
import type { Db } from '../db.ts'
import { evidence } from './0001-evidence.ts'
import { frontier } from './0002-frontier.ts'
import { politeness } from './0003-politeness.ts'
import { images } from './0005-images.ts'
import { custody } from './0006-custody.ts'
import { search } from './0007-search.ts'
import { queue } from './0009-queue.ts'
import { casework } from './0010-casework.ts'
import { review } from './0011-review.ts'
import { flags } from './0012-flags.ts'
import { derived } from './0013-derived.ts'
import { lanes } from './0014-lanes.ts'

/** In the order of their names. A published migration is never changed: add one. */
export const migrationsOf = (db: Pick<Db, 'prepare'>): Readonly<Record<string, Migration>> => ({
  '0001-evidence': evidence,
  '0002-frontier': frontier,
  '0003-politeness': politeness,
  '0005-images': images,
  '0006-custody': custody,
  '0007-search': search(db),
  '0009-queue': queue,
  '0010-casework': casework(db),
  '0011-review': review,
  '0012-flags': flags(db),
  '0013-derived': derived,
  '0014-lanes': lanes,
})
