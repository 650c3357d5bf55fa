// Long because it is the one list of what is checked, and how each check is told.
import type { Instant, Sha256 } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import type { Lang } from '../../i18n/messages.ts'
import { CHECKS, type CheckId, type VerifyText, verifyMessages } from '../../i18n/verify.ts'
import { BAG_INFO, PACK_JSON } from '../bag.ts'
import { type Archive, LIMITS, type Limits, openArchive } from './archive.ts'
import * as bagChecks from './bag-checks.ts'
import { type Contents, readContents } from './contents.ts'
import { wrapperDifference } from './exact.ts'
import { headFaults, walkLedger } from './ledger-checks.ts'
import { openMedium } from './medium.ts'
import { type PackSaid, packSaid } from './pack-said.ts'
import { replyFaults } from './reply-checks.ts'
import * as sightingChecks from './sighting-checks.ts'
import { anchoredHeads, anchorStamps, packStamps, type StampsFound } from './stamps.ts'

export interface VerifyOptions {
  readonly limits?: Partial<Limits>
  readonly lang?: Lang
  /** Fingerprint of the key the unit has published; without it the signature says only that nothing changed since somebody signed. */
  readonly key?: string
}

interface Check {
  readonly id: CheckId
  /** Null: could not be looked at; for `key` not asked for; for timestamps: there are none. */
  readonly ok: boolean | null
  readonly title: string
  /** In words, one line a fault. */
  readonly detail: string
}

export interface Verification {
  /** No check failed, and none was left out but the key that nobody gave and timestamps that nobody asked an authority for. */
  readonly ok: boolean
  readonly file: string
  readonly bag: string | null
  readonly title: string | null
  readonly createdAt: Instant | null
  readonly sightings: number | null
  readonly head: Sha256 | '' | null
  readonly fingerprint: Sha256 | null
  /** Of the sealed original that this is a working copy of; null for a sealed pack. */
  readonly workingCopyOf: { readonly tagManifest: Sha256; readonly zip: Sha256 } | null
  readonly checks: readonly Check[]
}

/** Faults of each check; null where it could not be looked at. */
type Findings = Partial<Record<CheckId, readonly string[] | null>>
const SHOWN = 20
const MAY_BE_ABSENT: readonly CheckId[] = ['key', 'timestamps', 'anchors', 'replies']

/** A pack that was read: its verdict, and its contents for whoever compares them with something else. */
export interface Examined {
  readonly result: Verification
  /** Null where the ZIP is not safe to read. Usable until `close`. */
  readonly contents: Contents | null
  readonly said: PackSaid | null
  readonly info: ReadonlyMap<string, string> | null
}

/**
 * Checks a pack without trusting it: bounded in memory and time by `limits`, writes nothing, unpacks nothing.
 * Throws NoInput when the file cannot be read, BadInput for a key that is no fingerprint; every other trouble is a finding.
 */
export const verifyPack = (pack: string | Uint8Array, options: VerifyOptions = {}): Promise<Verification> =>
  withPack(pack, options, async ({ result }) => result)

/** The same, and lets `use` read the contents afterwards. */
export async function withPack<T>(
  pack: string | Uint8Array,
  options: VerifyOptions,
  use: (examined: Examined) => Promise<T>,
): Promise<T> {
  const lang = options.lang ?? 'vi'
  const t = verifyMessages(lang)
  const file = typeof pack === 'string' ? pack : ''
  const wanted = options.key === undefined ? null : fingerprint(options.key, t)
  const medium = await openMedium(pack, t)
  try {
    const archive = await openArchive(medium, { ...LIMITS, ...options.limits }, t)
    if ('zip' in archive) return await use(await examine(archive, { file, wanted, lang, t }))
    const result = verdict(file, { findings: { 'zip-safe': archive }, said: {} }, null, t)
    return await use({ result, contents: null, said: null, info: null })
  } finally {
    await medium.close()
  }
}

function fingerprint(text: string, t: VerifyText): Sha256 {
  const digits = text.replace(/[\s:]/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(digits)) throw new BadInput(t.badKey)
  return digits
}

interface Asked {
  readonly file: string
  readonly wanted: Sha256 | null
  readonly lang: Lang
  readonly t: VerifyText
}

/** Long because each line is one check. */
async function examine(archive: Archive, { file, wanted, lang, t }: Asked): Promise<Examined> {
  const contents = await readContents(archive, t)
  const lists = await bagChecks.readLists(contents)
  const said = packSaid(await contents.text(PACK_JSON))
  const sightings = new Set((said?.sightings ?? []).map(({ id }) => id))
  const workingCopy = said?.redacted !== undefined
  const asked = { bag: contents.bag, sightings, heads: anchoredHeads(contents), workingCopy }
  const ledger = await walkLedger(contents, asked, t)
  const complete = bagChecks.completeFaults(contents, lists, t)
  const order = complete.length ? null : bagChecks.orderFault(contents, lists, t)
  const difference = (await wrapperDifference(archive, said?.createdAt ?? null, t)) ?? order
  const stamps = await packStamps(contents, lists, lang, t)
  const anchors = ledger.faults.length ? null : await anchorStamps(contents, ledger.heads, lang, t)
  const findings: Findings = {
    'zip-safe': [],
    'zip-exact': difference === null ? [] : [t.differs(difference)],
    bagit: await bagChecks.bagitFaults(contents, lists, t),
    complete,
    payload: bagChecks.digestFaults(contents, lists.manifest, t),
    tags: bagChecks.digestFaults(contents, lists.tagManifest, t),
    signature: await bagChecks.signatureFaults(contents, lists, t),
    key: keyFaults(lists, said, wanted, t),
    timestamps: stamps?.faults ?? null,
    oxum: bagChecks.oxumFaults(contents, lists, t),
    ledger: ledger.faults,
    head: said && !ledger.faults.length ? headFaults(ledger.state, said, lists, t) : null,
    anchors: anchors?.faults ?? null,
    sightings: said && !ledger.faults.length ? sightingChecks.sightingFaults(contents, said, ledger, t) : null,
    replies: said && !ledger.faults.length && !workingCopy ? replyFaults(contents, said, ledger, t) : null,
    exhibits: said && (await sightingChecks.exhibitFaults(contents, said, t)),
    rules: said && (await sightingChecks.ruleFaults(contents, said, t)),
  }
  const known = { archive, said, key: lists.fingerprint, head: ledger.state.head }
  const words = { findings, said: { timestamps: saidOf(stamps), anchors: saidOf(anchors) } }
  return { result: verdict(file, words, known, t), contents, said, info: lists.info }
}

const saidOf = (stamps: StampsFound): string => (stamps?.said ?? []).slice(0, SHOWN).join('\n')

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

interface Words {
  readonly findings: Findings
  /** What a check that passed says beside its usual words. */
  readonly said: Partial<Record<CheckId, string>>
}

function verdict(file: string, words: Words, known: Known | null, t: VerifyText): Verification {
  const checks = CHECKS.map((id) => check(id, words, known, t))
  const said = known?.said ?? null
  return {
    ok: checks.every(({ id, ok }) => ok === true || (ok === null && MAY_BE_ABSENT.includes(id))),
    ...{ file, bag: known?.archive.bag ?? null, title: said?.title ?? null, createdAt: said?.createdAt ?? null },
    ...{ sightings: said?.sightings.length ?? null, head: known?.head ?? null, fingerprint: known?.key ?? null },
    workingCopyOf: said?.redacted ? { tagManifest: said.redacted.of, zip: said.redacted.zip } : null,
    checks,
  }
}

function check(id: CheckId, { findings, said }: Words, known: Known | null, t: VerifyText): Check {
  const title = t.titles[id]
  const faults = findings[id] ?? null
  if (faults === null) return { id, ok: null, title, detail: absent(id, findings, known, t) }
  if (!faults.length) return { id, ok: true, title, detail: [t.passed[id], said[id]].filter(Boolean).join('\n') }
  const more = faults.length > SHOWN ? [t.more(faults.length - SHOWN)] : []
  return { id, ok: false, title, detail: [...faults.slice(0, SHOWN), ...more].join('\n') }
}

function absent(id: CheckId, findings: Findings, known: Known | null, t: VerifyText): string {
  if (known === null) return t.notChecked
  if (id === 'key' && known.key !== null) return t.noKey(known.key)
  if (id === 'timestamps') return t.noStamp
  if (id === 'replies' && known.said?.redacted) return t.repliesMasked
  return id === 'anchors' && !findings.ledger?.length ? t.noAnchor : t.notChecked
}
