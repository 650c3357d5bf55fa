import type { Problem } from './api.ts'
import type { Db } from './db.ts'

const UNINDEXED = 'select count(*) from sighting where id not in (select id from sighting_search_docsize)'
const STRANGERS = 'select count(*) from sighting_search_docsize where id not in (select id from sighting)'

/** The search index is no evidence, but what it leaves out is not found. */
export const checkSearch = (db: Db): readonly Problem[] => {
  const missing = Number(db.prepare(UNINDEXED).pluck().get()) + Number(db.prepare(STRANGERS).pluck().get())
  if (missing === 0) return []
  const detail = `${missing} sightings are not found by words, or are no longer there; soi list --rebuild-search makes it again`
  return [{ kind: 'search', subject: 'sighting_search', detail }]
}
