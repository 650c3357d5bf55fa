import type { LedgerEntry, Sha256 } from '../domain.ts'
import { anchorRows } from './anchors.ts'
import type { AnchorRow, Blobs, ChainCheck, ChainFault, LedgerRecord } from './api.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Db } from './db.ts'
import { CLOCK_STEPPED_BACK, entryHash, ledgerRecords } from './ledger.ts'
import { tokenFaults } from './token-check.ts'

const SIGHTING = /^sighting:(\d+)$/

/** Where a row stood when it was hashed; null where no place fits. */
const formerPlace = (db: Db, entry: LedgerEntry): number | null => {
  const behind = db.prepare('select seq from ledger where prev_hash = ?').pluck().all(entry.hash) as number[]
  const before = db.prepare('select seq from ledger where hash = ?').pluck().all(entry.prevHash) as number[]
  const places = [...behind.map((seq) => seq - 1), ...before.map((seq) => seq + 1)]
  return places.find((seq) => entryHash({ ...entry, seq }) === entry.hash) ?? null
}

/** A time before the entry before must be a step of the clock that the program saw, with both times. */
const clockFault = (entry: LedgerRecord, before: LedgerRecord): string | null => {
  if (entry.action === CLOCK_STEPPED_BACK)
    return entry.body === canonical({ before: before.at, now: entry.at })
      ? null
      : 'tells of a step of the clock with other times than the rows have'
  if (entry.at >= before.at) return null
  return `is dated ${entry.at}, before the entry in front of it (${before.at}): back-dated, or the clock was put back unseen`
}

type Say = (kind: ChainFault['kind'], detail: string) => void

/** Wrong rows whose former place is looked for: each costs a walk of the ledger, and more say nothing new. */
const MOST_PLACED = 20

const rowFaults = (
  place: (entry: LedgerEntry) => number | null,
  entry: LedgerRecord,
  before: LedgerRecord | null,
  say: Say,
): void => {
  const expected = (before?.seq ?? 0) + 1
  const own = entryHash(entry) === entry.hash
  const former = own ? null : place(entry)
  if (entry.seq !== expected)
    say(
      'missing',
      entry.seq - 1 > expected ? `entries ${expected} to ${entry.seq - 1} are gone` : `entry ${expected} is gone`,
    )
  if (former !== null) say('moved', `stood at ${former} when it was written: rows were reordered`)
  else if (!own) say('changed', 'does not match its own hash: a field was changed')
  else if (entry.prevHash !== (before?.hash ?? '') && entry.seq === expected)
    say('chain', 'does not carry the hash of the entry in front of it, which was exchanged or rewritten')
  if (sha256(entry.body) !== entry.bodyHash) say('body', `the body of ${entry.subject} was changed or is missing`)
  if (entry.action === 'sighting.record' && !SIGHTING.test(entry.subject)) say('changed', 'names no sighting')
  const clock = before && own ? clockFault(entry, before) : null
  if (clock !== null) say('clock', clock)
}

/** An anchor row against its entry, and the head it is of against the chain. */
const anchorFaults = (
  rows: readonly AnchorRow[],
  told: ReadonlyMap<string, number>,
  heads: ReadonlyMap<number, Sha256>,
  last: number,
): readonly ChainFault[] => {
  const held = new Set(rows.map((row) => canonical(row)))
  return [
    ...rows.flatMap((row): readonly ChainFault[] => {
      const { seq, head, authority } = row
      if (seq > last)
        return [{ seq: last + 1, kind: 'cut', detail: `${authority} vouches for entry ${seq}: the tail was cut off` }]
      if (heads.get(seq) !== head)
        return [
          { seq, kind: 'rewritten', detail: `${authority} vouches for another hash of it: history was rewritten` },
        ]
      return told.has(canonical(row))
        ? []
        : [{ seq, kind: 'anchor', detail: `its timestamp by ${authority} differs from what the ledger recorded` }]
    }),
    ...[...told].flatMap(([row, seq]): readonly ChainFault[] =>
      held.has(row) ? [] : [{ seq, kind: 'anchor', detail: 'the timestamp it tells of has no row' }],
    ),
  ]
}

/**
 * Walks the chain. What stands behind a wrong row is still checked against its own predecessor, so that one edit is one
 * fault. From inside, a cut tail shows only against timestamps, or against a `head` that was written down elsewhere.
 */
export const checkChain = async (db: Db, blobs: Blobs, head: Sha256 | null): Promise<ChainCheck> => {
  const rows = await anchorRows(db)
  const wanted = new Set(rows.map(({ seq }) => seq))
  const heads = new Map<number, Sha256>()
  const told = new Map<string, number>()
  const faults: ChainFault[] = []
  let [entries, clockSteps, found] = [0, 0, head === null]
  let before: LedgerRecord | null = null
  for await (const entry of ledgerRecords(db)) {
    const { seq } = entry
    const place = (of: LedgerEntry) => (faults.length < MOST_PLACED ? formerPlace(db, of) : null)
    rowFaults(place, entry, before, (kind, detail) => faults.push({ seq, kind, detail }))
    if (wanted.has(seq)) heads.set(seq, entry.hash)
    if (entry.action === 'anchored') told.set(entry.body, seq)
    if (entry.action === CLOCK_STEPPED_BACK) clockSteps++
    found ||= entry.hash === head
    entries++
    before = entry
  }
  const last = before?.seq ?? 0
  faults.push(...anchorFaults(rows, told, heads, last))
  if (!found)
    faults.push({
      seq: last + 1,
      kind: 'cut',
      detail: `no entry has the head ${head}: the tail was cut off, or history rewritten`,
    })
  const { faults: bad, anchored } = await tokenFaults(blobs, rows)
  faults.push(...bad)
  const inOrder = faults.map((fault, n) => ({ fault, n })).sort((a, b) => a.fault.seq - b.fault.seq || a.n - b.n)
  return { faults: inOrder.map(({ fault }) => fault), entries, head: entryOf(before), anchored, clockSteps }
}

const entryOf = (record: LedgerRecord | null): LedgerEntry | null => {
  if (record === null) return null
  const { body: _, ...entry } = record
  return entry
}
