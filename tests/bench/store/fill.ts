import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { StoredItem } from '../../../src/store/api.ts'
import { canonical } from '../../../src/store/canonical.ts'
import { deriveFlags } from '../../../src/store/flags.ts'
import { indexSighting } from '../../../src/store/search-index.ts'
import { openStore } from '../../../src/store/store.ts'
import { randomFrom } from '../random.ts'
import { listingOf } from './listings.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const BATCH = 5_000

/** Statements of one connection, prepared once each. */
const preparing = (raw: Database.Database) => {
  const known = new Map<string, Database.Statement<unknown[], unknown>>()
  return (sql: string): Database.Statement<unknown[], unknown> => {
    const statement = known.get(sql) ?? raw.prepare<unknown[], unknown>(sql)
    known.set(sql, statement)
    return statement
  }
}

type Prepare = ReturnType<typeof preparing>

/** The rows that recording a sighting writes, without its files, its request and waiting for the disk. */
function insert(prepare: Prepare, id: number, item: Omit<StoredItem, 'id' | 'sweep'>, prev: string): string {
  const body = canonical({ ...item, id, sweep: 1 })
  const hash = sha256(body)
  prepare(`insert into visit (id, sweep, request, url, final_url, site, outcome, reasons, status, page_hash, at)
    values (?, 1, ?, ?, ?, ?, 'served', '[]', 200, ?, ?)`).run(
    ...[id, -id, item.requestedUrl, item.finalUrl, item.listing.site, item.pageHash, item.at],
  )
  prepare('insert into sighting (id, sweep, visit, body, hash) values (?, 1, ?, ?, ?)').run(id, id, body, hash)
  indexSighting({ prepare } as never, id, 1, item)
  for (const [n, { rule, version, category, strength }] of item.assessment.signals.entries())
    prepare('insert into signal values (?, ?, ?, ?, ?, ?)').run(id, n, rule, version, category, strength)
  for (const { role, mediaType, sha256: file, size } of item.exhibits) {
    prepare('insert into exhibit values (?, ?)').run(file, size)
    prepare('insert into sighting_exhibit values (?, ?, ?, ?)').run(id, role, mediaType, file)
  }
  const { site, key } = item.listing
  const page = { id, sweep: 1, url: item.requestedUrl, at: item.at, outcome: 'served', unchanged: false } as const
  const derive = (seq: number | null) =>
    deriveFlags({ prepare } as never, 'main', {
      ...page,
      sightings: [{ id, site, key, whole: seq === null ? null : { item, seq } }],
    })
  if (!item.assessment.flagged) {
    derive(null)
    return prev
  }
  const seq = Number(prepare('select coalesce(max(seq), 0) + 1 from ledger').pluck().get())
  const own = sha256([prev, seq, item.at, 'bench', 'sighting.record', `sighting:${id}`, hash].join('\n'))
  prepare(`insert into ledger values (?, ?, 'bench', 'sighting.record', ?, null, ?, ?, ?)`).run(
    ...[seq, item.at, `sighting:${id}`, hash, prev, own],
  )
  derive(seq)
  return own
}

/** Bytes of tables and indexes whose name begins so. */
const bytesOf = (raw: Database.Database, prefix: string): number =>
  Number(raw.prepare(`select coalesce(sum(pgsize), 0) from dbstat where name like ? || '%'`).pluck().get(prefix))

/** A store of made-up listings; every n-th is flagged and has the rows of a capture. */
export async function fillStore(home: string, listings: number, captured: number) {
  const store = await openStore(home, { actor: 'bench' })
  await store.sweeps.begin({
    name: 'bench',
    kind: 'sweep',
    specHash: sha256(''),
    spec: {},
    rulesetHash: sha256('rules'),
  })
  const head = await store.ledger.head()
  await store.close()
  const raw = new Database(join(home, 'evidence.sqlite'))
  raw.pragma('synchronous = off')
  raw.pragma('cache_size = -262144')
  const prepare = preparing(raw)
  const random = randomFrom(1)
  const begun = performance.now()
  let prev = head?.hash ?? ''
  for (let from = 1; from <= listings; from += BATCH)
    raw.transaction(() => {
      for (let id = from; id < from + BATCH && id <= listings; id++) {
        const whole = Math.floor((id * captured) / listings) > Math.floor(((id - 1) * captured) / listings)
        prev = insert(prepare, id, listingOf(id, listings, whole, random), prev)
      }
    })()
  const fillSeconds = (performance.now() - begun) / 1000
  raw.pragma('wal_checkpoint(truncate)')
  return {
    count: () => raw.prepare('select count(*) from sighting').get(),
    figures: () => ({
      fillSeconds,
      bytesPerListing: bytesOf(raw, '') / listings,
      searchBytesPerListing: (bytesOf(raw, 'sighting_search') + bytesOf(raw, 'seller')) / listings,
    }),
    close: () => {
      raw.close()
    },
  }
}
