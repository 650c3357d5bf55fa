import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { Instant, Sha256 } from '../domain.ts'
import { BadInput, EvidenceBroken } from '../errors.ts'
import { reportMessages } from '../i18n/evidence.ts'
import type { Lang } from '../i18n/messages.ts'
import * as bag from './bag.ts'
import type { PackFacts, RuleBook } from './contents.ts'
import { howToVerify } from './how-to-verify.ts'
import { type SigningKey, signingKey } from './key.ts'
import type { ChainState } from './ledger-chain.ts'
import { sightingSubject } from './names.ts'
import { packJson } from './pack-json.ts'
import { addLedger, addSightings, type BagWriter, bagWriter } from './payload.ts'
import { reportHtml } from './report/report.ts'
import { ruleBook } from './rule-book.ts'
import type { PackItem, PackSource } from './source.ts'
import { VERIFY_SH } from './verify-script.ts'
import { writeWholeFile } from './whole-file.ts'
import { zipWriter } from './zip-write.ts'

export interface PackOptions {
  /** The ZIP to make; must not exist yet. */
  readonly file: string
  /** Where the signing key is kept; made on first use. */
  readonly keyFolder: string
  readonly title: string
  readonly operator: string
  readonly unit: string | null
  readonly lang: Lang
  readonly createdAt: Instant
  readonly soiVersion: string
  /** After each exhibit. */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops between two files; nothing is left behind. */
  readonly signal?: AbortSignal
}

export interface PackSummary {
  readonly file: string
  /** Folder inside the ZIP. */
  readonly bag: string
  readonly bytes: number
  /** Of the ZIP itself: the number to write into the minutes. */
  readonly sha256: Sha256
  readonly sightings: number
  readonly exhibits: number
  readonly files: number
  readonly ledger: ChainState
  readonly fingerprint: Sha256
}

/**
 * Writes one ZIP that is a signed BagIt 1.0 bag. The same source, options and key give the same bytes. One exhibit is in memory
 * at a time. Throws BadInput (nothing to pack, name taken, bad key), EvidenceBroken (the source contradicts its own hashes),
 * CannotWrite (disk); then no file is left behind.
 */
export async function buildPack(source: PackSource, options: PackOptions): Promise<PackSummary> {
  const items = await readItems(source)
  const key = await signingKey(options.keyFolder)
  const book = await ruleBook(source, items)
  const name = bag.bagName(options.createdAt)
  const written = await writeWholeFile(options.file, (handle) =>
    fill({ handle, source, options, items, key, book, name }),
  )
  const exhibits = items.reduce((sum, item) => sum + item.exhibits.length, 0)
  return {
    ...{ file: options.file, bag: name, sha256: await digestOf(options.file), sightings: items.length, exhibits },
    ...written,
    fingerprint: key.fingerprint,
  }
}

async function readItems(source: PackSource): Promise<readonly PackItem[]> {
  const items: PackItem[] = []
  const ids = new Set<number>()
  for await (const item of source.items()) {
    if (ids.has(item.id)) throw new EvidenceBroken(`sighting ${item.id} came twice out of the store`)
    ids.add(item.id)
    items.push(item)
  }
  if (!items.length) throw new BadInput('nothing to pack: the selection holds no sighting')
  return items
}

interface Work {
  readonly handle: FileHandle
  readonly source: PackSource
  readonly options: PackOptions
  readonly items: readonly PackItem[]
  readonly key: SigningKey
  readonly book: RuleBook
  readonly name: string
}

async function fill(work: Work): Promise<Pick<PackSummary, 'bytes' | 'files' | 'ledger'>> {
  const { handle, source, options, items, key, book, name } = work
  const zip = zipWriter(handle, options.createdAt)
  const payload = bagWriter(zip, name, options.signal)
  const { chain, recorded } = await ledgerPart(payload, work)
  const facts: PackFacts = { ...options, chain, recorded, fingerprint: key.fingerprint }
  await addSightings(payload, source, items, options.onProgress)
  for (const { path, text } of book.files) await payload.add(path, text)
  await payload.add(bag.REPORT, reportHtml(facts, items, book))
  await payload.add(bag.PACK_JSON, packJson(facts, items, book))

  const tags = bagWriter(zip, name, options.signal)
  await tags.add(bag.BAGIT, bag.BAGIT_TXT)
  await tags.add(bag.BAG_INFO, bag.bagInfoText(bagInfo(facts, payload.listed)))
  await tags.add(bag.HOW_TO, howToVerify(name, facts))
  await tags.add(bag.MANIFEST, bag.manifestText(payload.listed))
  await tags.add(bag.PUBLIC_KEY, key.publicPem)
  await tags.add(bag.VERIFY_SCRIPT, VERIFY_SH)
  const tagManifest = bag.manifestText(tags.listed)
  await tags.add(bag.TAG_MANIFEST, tagManifest)
  await tags.add(bag.SIGNATURE, key.sign(Buffer.from(tagManifest)))
  return { bytes: await zip.finish(), files: payload.listed.length + tags.listed.length, ledger: chain }
}

/** Throws EvidenceBroken for a sighting that no entry vouches for. */
async function ledgerPart(to: BagWriter, { source, items, name }: Work) {
  const subjects = new Map(items.map(({ id }) => [sightingSubject(id), id]))
  const { chain, found } = await addLedger(to, source, new Set([bag.packSubject(name), ...subjects.keys()]))
  const recorded = new Set([...subjects].filter(([subject]) => found.has(subject)).map(([, id]) => id))
  const loose = items.find(({ id }) => !recorded.has(id))
  if (loose && !found.has(bag.packSubject(name)))
    throw new EvidenceBroken(`the ledger holds no entry of sighting ${loose.id}; run: soi verify --store`)
  return { chain, recorded }
}

function bagInfo(facts: PackFacts, payload: readonly bag.Listed[]): Readonly<Record<string, string>> {
  return {
    'Source-Organization': facts.unit ?? reportMessages(facts.lang).notStated,
    'Contact-Name': facts.operator,
    'External-Description': facts.title,
    'Bagging-Date': facts.createdAt.slice(0, 10),
    'Payload-Oxum': bag.payloadOxum(payload),
    'Soi-Order-SHA256': bag.orderDigest(payload.map(({ path }) => path)),
    'Bag-Software-Agent': `Soi ${facts.soiVersion}`,
    'Soi-Created-At': facts.createdAt,
    'Soi-Ledger-Entries': String(facts.chain.entries),
    'Soi-Ledger-Head': facts.chain.head,
    'Soi-Public-Key-SHA256': facts.fingerprint,
  }
}

async function digestOf(file: string): Promise<Sha256> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
