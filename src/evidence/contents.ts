import type { Exhibit, Instant, Sha256 } from '../domain.ts'
import type { Lang } from '../i18n/messages.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import type { PackItem } from '../store/item.ts'
import type { AnchorSaid } from './anchors.ts'
import type { Gap } from './gate.ts'
import type { KeyRecord } from './key-ring.ts'
import type { ChainState } from './ledger-chain.ts'
import { exhibitFile, sightingFolder } from './names.ts'
import type { LegalText, RuleText } from './rule-text.ts'

/** One exhibit and where it stands in the bag. */
export interface Placed extends Exhibit {
  readonly path: string
}

/** A working copy: personal data of others masked, out of a sealed pack. */
export interface RedactedFrom {
  /** SHA-256 of the sealed original's tagmanifest-sha256.txt: the file that its signature is over. */
  readonly of: Sha256
  /** SHA-256 of the sealed original's ZIP. */
  readonly zip: Sha256
}

/** What a pack says about itself, before its files are counted. */
export interface PackFacts {
  readonly title: string
  readonly operator: string
  readonly unit: string | null
  /** Why it was made, in the officer's words. */
  readonly purpose: string | null
  readonly case: { readonly id: number; readonly title: string } | null
  /** Known and accepted gaps; empty when it is whole. */
  readonly gaps: readonly Gap[]
  /** Null for the sealed original. */
  readonly redacted: RedactedFrom | null
  /** Timestamps over heads of the ledger. */
  readonly anchors: readonly AnchorSaid[]
  /** The unit's keys, this one among them. */
  readonly keys: readonly KeyRecord[]
  readonly lang: Lang
  readonly createdAt: Instant
  readonly soiVersion: string
  readonly fingerprint: Sha256
  readonly chain: ChainState
  /** Sightings with a ledger entry of their own, made when they were seen; the others stand in the entry of the export only. */
  readonly recorded: ReadonlySet<number>
}

/** The rule files that go into a pack, by ruleset and rule. */
export interface RuleBook {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly rule: (ruleset: Sha256, rule: string) => { readonly path: string; readonly text: RuleText | null } | null
  readonly legal: (ruleset: Sha256, id: string) => LegalText | null
}

/** Exhibits in the order of their file names. */
export const placed = (item: PackItem): readonly Placed[] =>
  item.exhibits
    .map((exhibit) => ({ ...exhibit, path: `${sightingFolder(item.id)}/${exhibitFile(exhibit)}` }))
    .sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))

/** capture.json: how the page was visited, what was kept of it, and what was asked outside it before it was judged. */
const captureJson = (item: PackItem) => ({
  id: item.id,
  at: item.at,
  sweep: item.sweep,
  requestedUrl: item.requestedUrl,
  finalUrl: item.finalUrl,
  via: item.via,
  status: item.status,
  headers: item.headers,
  remoteAddress: item.remoteAddress,
  verdict: item.verdict,
  capture: item.capture,
  captureError: item.captureError,
  drift: item.drift,
  ...(item.checks ? { checks: item.checks } : {}),
  ...(item.origin ? { origin: item.origin } : {}),
  exhibits: placed(item).map(({ path, role, mediaType, sha256, size }) => ({
    role,
    mediaType,
    sha256,
    size,
    file: path.slice(sightingFolder(item.id).length + 1),
  })),
})

/** The three records of a sighting, as they stand in its folder. */
export const recordsOf = (item: PackItem): Readonly<Record<string, string>> => ({
  'listing.json': canonical(item.listing),
  'assessment.json': canonical(item.assessment),
  'capture.json': canonical(captureJson(item)),
})

/** id → file → SHA-256 of each record. */
export type ExportRecords = Readonly<Record<string, Readonly<Record<string, Sha256>>>>

/**
 * What the ledger entry of an export says of the sightings it takes along, under the key `records`. Sightings without a sign
 * have no entry of their own from when they were seen; from the export on, the chain holds them too.
 */
export async function exportRecords(items: AsyncIterable<PackItem> | Iterable<PackItem>): Promise<ExportRecords> {
  const records: Record<string, Readonly<Record<string, Sha256>>> = {}
  for await (const item of items)
    records[item.id] = Object.fromEntries(Object.entries(recordsOf(item)).map(([file, text]) => [file, sha256(text)]))
  return records
}
