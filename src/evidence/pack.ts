import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Sha256 } from '../domain.ts'
import { reportMessages } from '../i18n/evidence.ts'
import type { PackSource } from '../store/api.ts'
import * as bag from './bag.ts'
import type { PackFacts } from './contents.ts'
import { addPayload } from './data-folder.ts'
import { refuseGaps } from './gate.ts'
import { howToVerify } from './how-to-verify.ts'
import { signingKey } from './key.ts'
import type { PackOptions, PackSummary, Work } from './pack-work.ts'
import { bagWriter } from './payload.ts'
import { maskNote } from './redact/mask.ts'
import { stampAll } from './stamping.ts'
import { survey } from './survey.ts'
import { VERIFY_SH } from './verify-script.ts'
import { writeWholeFile } from './whole-file.ts'
import { zipWriter } from './zip-write.ts'

export type { PackOptions, PackSummary } from './pack-work.ts'

const PIECE = 2 ** 20

/**
 * Writes one ZIP that is a signed BagIt 1.0 bag. The same source, options and key give the same bytes, timestamp tokens apart.
 * One exhibit, and the report of fifty listings, are in memory at a time. Throws BadInput (nothing to pack, name taken, bad or
 * withdrawn key, gaps that were not accepted), EvidenceBroken (the source contradicts its own hashes), CannotWrite (disk); then
 * no file is left behind.
 */
export async function buildPack(source: PackSource, asked: PackOptions): Promise<PackSummary> {
  const options = asked.redacted ? maskedWords(asked) : asked
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

/** What the officer wrote about a working copy, without numbers and addresses. */
const maskedWords = (options: PackOptions): PackOptions => ({
  ...options,
  title: maskNote(options.title),
  purpose: options.purpose ? maskNote(options.purpose) : null,
  case: options.case ? { ...options.case, title: maskNote(options.case.title) } : null,
})

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

/** One piece in memory, used again and again: a pack is many times larger than what a collector should have to clear away. */
async function digestOf(file: string): Promise<Sha256> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(PIECE)
  const handle = await open(file, 'r')
  try {
    for (let got = PIECE; got > 0; ) {
      got = (await handle.read(piece, 0, PIECE)).bytesRead
      hash.update(piece.subarray(0, got))
    }
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}
