/** The texts of a BagIt 1.0 bag (RFC 8493): written and read here, so that both sides agree. */
import type { Instant, Sha256 } from '../domain.ts'
import { sha256 } from '../store/canonical.ts'

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
export const BAGIT = 'bagit.txt'
export const BAG_INFO = 'bag-info.txt'
export const MANIFEST = 'manifest-sha256.txt'
export const TAG_MANIFEST = 'tagmanifest-sha256.txt'
export const HOW_TO = 'HOW-TO-VERIFY.txt'
export const VERIFY_SCRIPT = 'verify.sh'
export const PUBLIC_KEY = 'soi-public-key.pem'
export const SIGNATURE = 'signature.ed25519'
/** What the signed tag manifest lists; only itself, its signature and the timestamps over it stand outside it. */
export const TAG_FILES: readonly string[] = [BAGIT, BAG_INFO, HOW_TO, MANIFEST, PUBLIC_KEY, VERIFY_SCRIPT]
/** Of these, what packs from before the script came do not have. */
export const LATER_TAGS: readonly string[] = [VERIFY_SCRIPT]
/** How the tags stand in the ZIP, after everything in data/; timestamps follow. */
export const TAG_ORDER: readonly string[] = [...TAG_FILES, TAG_MANIFEST, SIGNATURE]
/** Tokens of timestamp authorities over the tag manifest, with their certificates and revocation lists. */
export const PACK_STAMP = /^timestamps\/pack-([1-9]\d?)\.(tsr|chain\.pem|crl\.pem)$/
/** Digests of those files; there when bag-info.txt states `Soi-Timestamps`, how many tokens were asked for. */
export const STAMP_MANIFEST = 'timestamps/manifest-sha256.txt'
export const STAMPS_STATED = 'Soi-Timestamps'
/** The same over the ledger's head of that sequence number. */
export const ANCHOR_STAMP = /^data\/timestamps\/anchor-([1-9]\d{0,14})-([1-9]\d?)\.(tsr|chain\.pem|crl\.pem)$/
export const PACK_JSON = 'data/pack.json'
export const LEDGER = 'data/ledger.jsonl'
export const KEYS = 'data/keys.json'
/** Archives for replay: `archive.wacz`; those after the first say their number. */
export const waczPath = (number: number): string => `data/archive${number > 1 ? `.${number}` : ''}.wacz`
export const LISTINGS = { csv: 'data/listings.csv', xlsx: 'data/listings.xlsx', json: 'data/listings.json' } as const
export const LISTINGS_SCHEMA = 'data/listings.schema.json'

/** The bag's own folder: from the time alone, so that nothing a page said can be in a path. */
export const bagName = (at: Instant, workingCopy = false): string =>
  `soi-pack-${at.replace(/[-:]/g, '').replace(/\.\d+/, '')}${workingCopy ? '-working-copy' : ''}`

/** Subject of the ledger entry that records the export; it is written before the pack is made. */
export const packSubject = (bagName: string): string => `pack:${bagName}`

export interface Listed {
  readonly path: string
  readonly sha256: Sha256
  readonly size: number
}

const byPath = (a: Listed, b: Listed): number => (a.path < b.path ? -1 : Number(a.path > b.path))

/** `<sha256>  <path>` a line, sorted: the format that `sha256sum -c` reads. Paths are plain ASCII, so nothing needs escaping. */
export const manifestText = (files: readonly Listed[]): string =>
  [...files]
    .sort(byPath)
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('')

/** path → digest. Null for a line that is not one, or a path that stands twice. */
export function parseManifest(text: string): ReadonlyMap<string, Sha256> | null {
  const found = new Map<string, Sha256>()
  const lines = text.split('\n')
  if (lines.pop() !== '') return null
  for (const line of lines) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}([^\r]+)$/.exec(line) ?? []
    if (digest === undefined || path === undefined || found.has(path)) return null
    found.set(path, digest)
  }
  return found
}

/** Digest of the paths in the order given, a line each: signed with the pack, so that a ZIP in another order shows. */
export const orderDigest = (paths: readonly string[]): Sha256 => sha256(paths.map((path) => `${path}\n`).join(''))

/** Octets and number of the payload files. */
export const payloadOxum = (files: readonly Pick<Listed, 'size'>[]): string =>
  `${files.reduce((sum, file) => sum + file.size, 0)}.${files.length}`

/** `Label: value` lines; a line break inside a value would begin a new label. */
export const bagInfoText = (info: Readonly<Record<string, string>>): string =>
  Object.entries(info)
    .map(([label, value]) => `${label}: ${value.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()}\n`)
    .join('')

/** Label → value. Null when a line has no label or a label stands twice. */
export function parseBagInfo(text: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  const lines = text.split('\n')
  if (lines.pop() !== '') return null
  for (const line of lines) {
    const colon = line.indexOf(': ')
    const label = line.slice(0, colon)
    if (colon <= 0 || found.has(label)) return null
    found.set(label, line.slice(colon + 2))
  }
  return found
}
