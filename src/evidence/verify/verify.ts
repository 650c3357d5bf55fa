import type { Instant, Sha256 } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import type { Lang } from '../../i18n/messages.ts'
import { CHECKS, type CheckId, type VerifyText, verifyMessages } from '../../i18n/verify.ts'
import { BAG_INFO, PACK_JSON, packSubject } from '../bag.ts'
import { sightingSubject } from '../names.ts'
import { type Archive, LIMITS, type Limits, openArchive } from './archive.ts'
import * as bagChecks from './bag-checks.ts'
import { readContents } from './contents.ts'
import { wrapperDifference } from './exact.ts'
import { headFaults, walkLedger } from './ledger-checks.ts'
import { type PackSaid, packSaid } from './pack-said.ts'
import * as sightingChecks from './sighting-checks.ts'

export interface VerifyOptions {
  readonly limits?: Partial<Limits>
  readonly lang?: Lang
  /** Fingerprint of the key the unit has published; without it the signature says only that nothing changed since somebody signed. */
  readonly key?: string
}

interface Check {
  readonly id: CheckId
  /** Null: could not be looked at, or (for `key`) was not asked for. */
  readonly ok: boolean | null
  readonly title: string
  /** In words, one line a fault. */
  readonly detail: string
}

export interface Verification {
  /** No check failed, and none but `key` was left out. */
  readonly ok: boolean
  readonly file: string
  readonly bag: string | null
  readonly title: string | null
  readonly createdAt: Instant | null
  readonly sightings: number | null
  readonly head: Sha256 | '' | null
  readonly fingerprint: Sha256 | null
  readonly checks: readonly Check[]
}

/** Faults of each check; null where it could not be looked at. */
type Findings = Partial<Record<CheckId, readonly string[] | null>>
const SHOWN = 20

/**
 * Checks a pack without trusting it: bounded in memory and time by `limits`, writes nothing, unpacks nothing.
 * Throws NoInput when the file cannot be read, BadInput for a key that is no fingerprint; every other trouble is a finding.
 */
export async function verifyPack(file: string, options: VerifyOptions = {}): Promise<Verification> {
  const t = verifyMessages(options.lang ?? 'vi')
  const wanted = options.key === undefined ? null : fingerprint(options.key, t)
  const archive = await openArchive(file, { ...LIMITS, ...options.limits }, t)
  if (!('zip' in archive)) return verdict(file, { 'zip-safe': archive }, null, t)
  try {
    return await examine(file, archive, wanted, t)
  } finally {
    archive.zip.close()
  }
}

function fingerprint(text: string, t: VerifyText): Sha256 {
  const digits = text.replace(/[\s:]/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(digits)) throw new BadInput(t.badKey)
  return digits
}

async function examine(file: string, archive: Archive, wanted: Sha256 | null, t: VerifyText): Promise<Verification> {
  const contents = await readContents(archive, t)
  const lists = await bagChecks.readLists(contents)
  const said = packSaid(await contents.text(PACK_JSON))
  const subjects = new Set([packSubject(contents.bag), ...(said?.sightings ?? []).map(({ id }) => sightingSubject(id))])
  const ledger = await walkLedger(contents, subjects, t)
  const difference = await wrapperDifference(file, archive, said?.createdAt ?? null, t)
  const findings: Findings = {
    'zip-safe': [],
    'zip-exact': difference === null ? [] : [t.differs(difference)],
    bagit: await bagChecks.bagitFaults(contents, lists, t),
    complete: bagChecks.completeFaults(contents, lists, t),
    payload: bagChecks.digestFaults(contents, lists.manifest, t),
    tags: bagChecks.digestFaults(contents, lists.tagManifest, t),
    signature: await bagChecks.signatureFaults(contents, lists, t),
    key: keyFaults(lists, said, wanted, t),
    oxum: bagChecks.oxumFaults(contents, lists, t),
    ledger: ledger.faults,
    head: said && !ledger.faults.length ? headFaults(ledger.state, said, lists, t) : null,
    sightings: said && !ledger.faults.length ? await sightingChecks.sightingFaults(contents, said, ledger, t) : null,
    exhibits: said && (await sightingChecks.exhibitFaults(contents, said, t)),
    rules: said && (await sightingChecks.ruleFaults(contents, said, t)),
  }
  return verdict(file, findings, { archive, said, key: lists.fingerprint, head: ledger.state.head }, t)
}

/** Null when nobody said which key it should be. */
function keyFaults(
  lists: bagChecks.Lists,
  said: PackSaid | null,
  wanted: Sha256 | null,
  t: VerifyText,
): string[] | null {
  const found = lists.fingerprint
  if (found === null) return [t.keyUnreadable]
  const inside = [
    ...(lists.info?.get('Soi-Public-Key-SHA256') === found ? [] : [t.keyInfo(BAG_INFO)]),
    ...(said?.publicKey.sha256 === found ? [] : [t.keyInfo(PACK_JSON)]),
  ]
  if (wanted !== null && wanted !== found) return [t.keyOther(wanted, found), ...inside]
  return wanted === null && !inside.length ? null : inside
}

interface Known {
  readonly archive: Archive
  readonly said: PackSaid | null
  readonly key: Sha256 | null
  readonly head: Sha256 | ''
}

function verdict(file: string, findings: Findings, known: Known | null, t: VerifyText): Verification {
  const checks = CHECKS.map((id) => check(id, findings[id] ?? null, known?.key ?? null, t))
  const said = known?.said ?? null
  return {
    ok: checks.every(({ id, ok }) => ok === true || (ok === null && id === 'key')),
    ...{ file, bag: known?.archive.bag ?? null, title: said?.title ?? null, createdAt: said?.createdAt ?? null },
    ...{ sightings: said?.sightings.length ?? null, head: known?.head ?? null, fingerprint: known?.key ?? null },
    checks,
  }
}

function check(id: CheckId, faults: readonly string[] | null, key: Sha256 | null, t: VerifyText): Check {
  const title = t.titles[id]
  if (faults === null)
    return { id, ok: null, title, detail: id === 'key' && key !== null ? t.noKey(key) : t.notChecked }
  if (!faults.length) return { id, ok: true, title, detail: t.passed[id] }
  const more = faults.length > SHOWN ? [t.more(faults.length - SHOWN)] : []
  return { id, ok: false, title, detail: [...faults.slice(0, SHOWN), ...more].join('\n') }
}
