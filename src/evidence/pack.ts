import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { Instant, Sha256 } from '../domain.ts'
import { BadInput, EvidenceBroken } from '../errors.ts'
import { reportMessages } from '../i18n/evidence.ts'
import type { Lang } from '../i18n/messages.ts'
import type { Authority } from '../timestamp/stamp.ts'
import { addAnchors } from './anchors.ts'
import * as bag from './bag.ts'
import type { PackFacts, RedactedFrom } from './contents.ts'
import { type Gap, refuseGaps } from './gate.ts'
import { howToVerify } from './how-to-verify.ts'
import { type SigningKey, signingKey } from './key.ts'
import { keyRing, publicKeysText } from './key-ring.ts'
import type { ChainState } from './ledger-chain.ts'
import { sightingSubject } from './names.ts'
import { packJson } from './pack-json.ts'
import { addLedger, addSightings, type BagWriter, bagWriter } from './payload.ts'
import { addReplies } from './replies.ts'
import type { Draw } from './report/pictures.ts'
import { addReport, type Print } from './report/print.ts'
import { ruleBook } from './rule-book.ts'
import type { PackSource } from './source.ts'
import { headAnchors, type Stamped, stampAll } from './stamping.ts'
import { type Survey, survey } from './survey.ts'
import { addTables } from './tables.ts'
import { VERIFY_SH } from './verify-script.ts'
import { addArchive } from './wacz/add.ts'
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
  /** Of bag-info.txt, refusals and the workbook's headings; of the report too, where `reportLangs` is not given. */
  readonly lang: Lang
  readonly reportLangs?: readonly Lang[]
  readonly createdAt: Instant
  readonly soiVersion: string
  /** Why it is made, in the officer's words. */
  readonly purpose?: string | null
  readonly case?: { readonly id: number; readonly title: string } | null
  /** Gaps are accepted, and stand on every page. */
  readonly partial?: boolean
  /** Timestamp authorities of the unit; each is asked for a token over the ledger's head and the tag manifest. */
  readonly authorities?: readonly Authority[]
  /** A working copy of that sealed pack; `source` gives masked contents then, and officers stand under pseudonyms. */
  readonly redacted?: (RedactedFrom & { readonly pseudonym: (name: string) => string }) | null
  /** Draws the report's pictures; without it they stand as they are. */
  readonly draw?: Draw | null
  /** Prints the report; without it there is no PDF. */
  readonly print?: Print | null
  /** After each exhibit, and after each listing of the report. */
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
  /** Of tagmanifest-sha256.txt: what the signature is over, and what a working copy names. */
  readonly tagManifest: Sha256
  /** How many gaps were accepted. */
  readonly gaps: number
  /** Timestamps over the head that were asked for while packing: the store keeps them too. */
  readonly anchored: readonly Stamped[]
}

/**
 * Writes one ZIP that is a signed BagIt 1.0 bag. The same source, options and key give the same bytes, timestamp tokens apart.
 * One exhibit, and the report of fifty listings, are in memory at a time. Throws BadInput (nothing to pack, name taken, bad or
 * withdrawn key, gaps that were not accepted), EvidenceBroken (the source contradicts its own hashes), CannotWrite (disk); then
 * no file is left behind.
 */
export async function buildPack(source: PackSource, options: PackOptions): Promise<PackSummary> {
  const surveyed = await survey(source)
  refuseGaps(surveyed.gaps, options.partial ?? false, options.lang)
  const key = await signingKey(options.keyFolder)
  const name = bag.bagName(options.createdAt, Boolean(options.redacted))
  const written = await writeWholeFile(options.file, (handle) => fill({ handle, source, options, surveyed, key, name }))
  return {
    ...{ file: options.file, bag: name, sha256: await digestOf(options.file) },
    ...{ sightings: surveyed.summaries.length, exhibits: surveyed.exhibits },
    ...written,
    fingerprint: key.fingerprint,
  }
}

interface Work {
  readonly handle: FileHandle
  readonly source: PackSource
  readonly options: PackOptions
  readonly surveyed: Survey
  readonly key: SigningKey
  readonly name: string
}

type Written = Pick<PackSummary, 'bytes' | 'files' | 'ledger' | 'tagManifest' | 'gaps' | 'anchored'>

async function fill(work: Work): Promise<Written> {
  const { handle, options, key, name } = work
  const zip = zipWriter(handle, options.createdAt)
  const payload = bagWriter(zip, name, options.signal)
  const { facts, anchored, answering } = await addPayload(payload, work)
  const tags = bagWriter(zip, name, options.signal)
  await tags.add(bag.BAGIT, bag.BAGIT_TXT)
  await tags.add(bag.BAG_INFO, bag.bagInfoText(bagInfo(facts, payload.listed, answering.length)))
  await tags.add(bag.HOW_TO, howToVerify(name, facts))
  await tags.add(bag.MANIFEST, bag.manifestText(payload.listed))
  await tags.add(bag.PUBLIC_KEY, key.publicPem)
  await tags.add(bag.VERIFY_SCRIPT, VERIFY_SH)
  const tagManifest = Buffer.from(bag.manifestText(tags.listed))
  await tags.add(bag.TAG_MANIFEST, tagManifest)
  await tags.add(bag.SIGNATURE, key.sign(tagManifest))
  const after = bagWriter(zip, name, options.signal)
  await stampAll(after, tagManifest, answering, options.signal)
  const files = payload.listed.length + tags.listed.length + after.listed.length
  const digest = createHash('sha256').update(tagManifest).digest('hex')
  return {
    bytes: await zip.finish(),
    files,
    ledger: facts.chain,
    tagManifest: digest,
    gaps: facts.gaps.length,
    anchored,
  }
}

/** Everything under data/, in the order that needs least memory. */
async function addPayload(payload: BagWriter, work: Work) {
  const { source, options, surveyed, key } = work
  const { chain, recorded, custody } = await ledgerPart(payload, work)
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
  await addSightings(payload, source, source.items(), step)
  await addArchive(payload, source, surveyed, { file: options.file, at: options.createdAt, facts })
  for (const { path, text } of book.files) await payload.add(path, text)
  await addTables(payload, source, options)
  const replies = await addReplies(payload, source, surveyed)
  const { draw = null, print = null, reportLangs = [options.lang] } = options
  await addReport(payload, {
    source,
    survey: surveyed,
    facts,
    book,
    custody,
    replies,
    langs: reportLangs,
    draw,
    print,
    onStep: step,
  })
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
  const { chain, found, custody } = part
  const recorded = new Set([...subjects].filter(([subject]) => found.has(subject)).map(([, id]) => id))
  const loose = [...ids].find((id) => !recorded.has(id))
  if (loose !== undefined && !found.has(bag.packSubject(name)))
    throw new EvidenceBroken(`the ledger holds no entry of sighting ${loose}; run: soi verify --store`)
  return { chain, recorded, custody }
}

function bagInfo(facts: PackFacts, payload: readonly bag.Listed[], tokens: number): Readonly<Record<string, string>> {
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
    ...(tokens ? { [bag.STAMPS_STATED]: String(tokens) } : {}),
  }
}

async function digestOf(file: string): Promise<Sha256> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
