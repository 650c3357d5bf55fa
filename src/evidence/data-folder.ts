import { BadInput, EvidenceBroken } from '../errors.ts'
import { addAnchors } from './anchors.ts'
import * as bag from './bag.ts'
import type { PackFacts } from './contents.ts'
import { type Gap, refuseGaps } from './gate.ts'
import { keyRing, publicKeysText } from './key-ring.ts'
import { sightingSubject } from './names.ts'
import { packJson } from './pack-json.ts'
import type { PackOptions, Work } from './pack-work.ts'
import { addLedger, type BagWriter } from './payload.ts'
import { addReplies } from './replies.ts'
import { openReport } from './report/print.ts'
import { ruleBook } from './rule-book.ts'
import { addSightings } from './sightings.ts'
import { headAnchors } from './stamping.ts'
import type { Survey } from './survey.ts'
import { addTables } from './tables.ts'
import { addArchive } from './wacz/add.ts'
import { archiveGatherer } from './wacz/gather.ts'

/** Everything under data/, in the order that needs least memory. */
export async function addPayload(payload: BagWriter, work: Work) {
  const { source, options, surveyed, key } = work
  const { chain, recorded, custody, replied } = await ledgerPart(payload, work)
  const made = await headAnchors(source, chain, options.authorities ?? [], options.signal)
  const gaps: readonly Gap[] = [...surveyed.gaps, ...made.gaps]
  refuseGaps(gaps, options.partial ?? false, options.lang)
  const keys = await keyRing(source.ledger(), key)
  const mine = keys.find(({ fingerprint }) => fingerprint === key.fingerprint)
  if (mine?.state !== 'current')
    throw new BadInput(`the signing key ${key.fingerprint} was withdrawn (${mine?.state}); run: soi key rotate`)
  const anchors = await addAnchors(payload, source, made.anchors)
  const redacted = options.redacted ? { of: options.redacted.of, zip: options.redacted.zip } : null
  const facts: PackFacts = {
    ...options,
    ...{ purpose: options.purpose ?? null, case: options.case ?? null, redacted },
    ...{ chain, recorded, gaps, anchors, keys, fingerprint: key.fingerprint },
  }
  const step = steps(surveyed, options)
  const book = await ruleBook(source, surveyed.rules)
  const { draw = null, print = null, reportLangs: langs = [options.lang] } = options
  const replies = await addReplies(payload, source, surveyed, replied)
  const report = openReport(payload, {
    ...{ source, survey: surveyed, facts, book, custody, replies, langs, print },
    onStep: step,
  })
  await addSightings(payload, source, {
    ...{ report, draw, archives: archiveGatherer(surveyed), onExhibit: step },
    addArchive: (volume) => addArchive(payload, source, volume, { at: options.createdAt, facts }),
  })
  for (const { path, text } of book.files) await payload.add(path, text)
  await addTables(payload, source, options)
  await report.end()
  await payload.add(bag.KEYS, publicKeysText(keys))
  await payload.add(bag.PACK_JSON, packJson(facts, surveyed, book, replies))
  return { facts, anchored: made.anchors, answering: made.answering }
}

function steps({ exhibits, summaries }: Survey, { onProgress }: PackOptions): () => void {
  const total = exhibits + summaries.length
  let done = 0
  return () => onProgress?.(++done, total)
}

/** Throws EvidenceBroken for a sighting that no entry vouches for. */
async function ledgerPart(to: BagWriter, { source, options, surveyed, name }: Work) {
  const { redacted = null } = options
  const subjects = new Map(surveyed.summaries.map(({ id }) => [sightingSubject(id), id]))
  const ids = new Set(subjects.values())
  const sealed = redacted ? [] : [...subjects.keys()]
  const bodies = new Set([bag.packSubject(name), ...sealed])
  const part = await addLedger(to, source, bodies, surveyed.summaries, redacted?.pseudonym ?? null)
  const { chain, found, custody, replied } = part
  const recorded = new Set([...subjects].filter(([subject]) => found.has(subject)).map(([, id]) => id))
  const loose = [...ids].find((id) => !recorded.has(id))
  if (loose !== undefined && !found.has(bag.packSubject(name)))
    throw new EvidenceBroken(`the ledger holds no entry of sighting ${loose}; run: soi verify --store`)
  return { chain, recorded, custody, replied }
}
