import type { Sha256 } from '../../domain.ts'
import { BadInput, EvidenceBroken } from '../../errors.ts'
import { localTime } from '../../i18n/format.ts'
import type { Lang } from '../../i18n/messages.ts'
import { type VerifyText, verifyMessages } from '../../i18n/verify.ts'
import type { LedgerRecord, Store } from '../../store/api.ts'
import { LEDGER, packSubject } from '../bag.ts'
import { recordsOf } from '../contents.ts'
import { sightingSubject } from '../names.ts'
import type { Contents } from './contents.ts'
import { exhibitsNamed, jsonOf, type PackSaid } from './pack-said.ts'

/** A pack beside the store it came from. */
export interface Comparison {
  /** What is not the same; [] where the store still says what the pack says. */
  readonly differences: readonly string[]
  /** What was done about the pack's sightings since, oldest first: no fault, but who relies on the pack should know. */
  readonly since: readonly string[]
  /** Entries of the ledger since the pack's head. */
  readonly laterEntries: number
}

const MOST_TOLD = 1_000

interface Asked {
  readonly contents: Contents
  readonly said: PackSaid
  readonly store: Store
  readonly lang: Lang
}

/** Compares every sighting, every exhibit and the ledger of a pack with a store. Reads only. */
export async function compareWithStore(asked: Asked): Promise<Comparison> {
  const t = verifyMessages(asked.lang)
  const ledger = await compareLedger(asked, t)
  const differences = [...ledger.differences]
  for (const { id, folder } of asked.said.sightings) differences.push(...(await compareSighting(asked, id, folder, t)))
  return { ...ledger, differences: differences.slice(0, MOST_TOLD) }
}

async function* hashesOf(contents: Contents): AsyncGenerator<Sha256> {
  for await (const line of contents.lines(LEDGER)) yield String((jsonOf(line) as { hash?: unknown } | undefined)?.hash)
}

/** The pack's chain must be the beginning of the store's, entry by entry. */
async function compareLedger({ contents, said, store, lang }: Asked, t: VerifyText): Promise<Comparison> {
  const subjects = new Set([packSubject(contents.bag), ...said.sightings.map(({ id }) => sightingSubject(id))])
  const packed = hashesOf(contents)
  const since: string[] = []
  let laterEntries = 0
  let differs: number | null = null
  for await (const entry of store.ledger.entries()) {
    const next = await packed.next()
    if (next.done) {
      laterEntries++
      if (subjects.has(entry.subject) && since.length < MOST_TOLD) since.push(saidOf(entry, lang))
    } else if (next.value !== entry.hash) {
      differs = entry.seq
      break
    }
  }
  const left = differs === null && !(await packed.next()).done
  const differences = differs !== null ? [t.chainParts(differs)] : left ? [t.chainShorter] : []
  return { differences, since, laterEntries }
}

const saidOf = ({ at, actor, action, subject, seq }: LedgerRecord, lang: Lang): string =>
  `${seq}  ${localTime(at, lang)}  ${actor}  ${action}  ${subject}`

async function compareSighting(
  { contents, store }: Asked,
  id: number,
  folder: string,
  t: VerifyText,
): Promise<string[]> {
  const found = await store.sightings.get(id).catch((error: unknown) => {
    if (error instanceof BadInput) return null // no such sighting: reported
    throw error
  })
  if (!found) return [t.notInStore(id)]
  const records = Object.entries(recordsOf(found.item))
  const changed: string[] = []
  for (const [file, text] of records)
    if ((await contents.text(`${folder}/${file}`)) !== text) changed.push(t.storeOther(`${folder}/${file}`))
  const named = exhibitsNamed(await contents.text(`${folder}/capture.json`)) ?? []
  const stored = new Set(found.item.exhibits.map(({ sha256 }) => sha256))
  for (const { file, sha256 } of named) {
    const path = `${folder}/${file}`
    const why = stored.has(sha256) ? await blobFault(store, sha256) : null
    if (!stored.has(sha256)) changed.push(t.storeOther(path))
    else if (why !== null) changed.push(`${path}: ${why}`)
  }
  return changed
}

/** Reading hashes: what is missing or changed on the disk shows. */
const blobFault = (store: Store, sha256: Sha256): Promise<string | null> =>
  store.blobs.read(sha256).then(
    () => null,
    (error: unknown) => {
      if (error instanceof EvidenceBroken) return error.message
      throw error
    },
  )
