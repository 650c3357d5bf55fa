import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Sha256 } from '../../domain.ts'
import type { VerifyText } from '../../i18n/verify.ts'
import * as bag from '../bag.ts'
import { fingerprintOf } from '../key.ts'
import type { Contents } from './contents.ts'

/** The bag's own texts, parsed; null where one is missing or malformed. */
export interface Lists {
  readonly manifest: ReadonlyMap<string, Sha256> | null
  readonly tagManifest: ReadonlyMap<string, Sha256> | null
  readonly info: ReadonlyMap<string, string> | null
  readonly key: KeyObject | null
  readonly fingerprint: Sha256 | null
}

function keyOf(pem: string | null): KeyObject | null {
  try {
    const key = pem === null ? null : createPublicKey(pem)
    return key?.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null // no key: the signature check says so
  }
}

export async function readLists(contents: Contents): Promise<Lists> {
  const parsed = async <T>(path: string, parse: (text: string) => T | null) => {
    const text = await contents.text(path)
    return text === null ? null : parse(text)
  }
  const key = keyOf(await contents.text(bag.PUBLIC_KEY))
  return {
    manifest: await parsed(bag.MANIFEST, bag.parseManifest),
    tagManifest: await parsed(bag.TAG_MANIFEST, bag.parseManifest),
    info: await parsed(bag.BAG_INFO, bag.parseBagInfo),
    key,
    fingerprint: key && fingerprintOf(key),
  }
}

export async function bagitFaults(contents: Contents, { info }: Lists, t: VerifyText): Promise<string[]> {
  const bagit = (await contents.text(bag.BAGIT)) === bag.BAGIT_TXT ? [] : [t.bad(bag.BAGIT)]
  return info ? bagit : [...bagit, t.bad(bag.BAG_INFO)]
}

const inData = (path: string): boolean => path.startsWith('data/')

/** Both ways: nothing listed is missing, nothing is there that no list names. Timestamps come after the lists. */
export function completeFaults(contents: Contents, { manifest, tagManifest }: Lists, t: VerifyText): string[] {
  if (!manifest || !tagManifest) return [t.bad(manifest ? bag.TAG_MANIFEST : bag.MANIFEST)]
  const there = new Set(contents.paths)
  const needed = bag.TAG_FILES.filter((path) => !bag.LATER_TAGS.includes(path))
  const wanted = new Set([...manifest.keys(), ...tagManifest.keys(), ...needed, bag.TAG_MANIFEST, bag.SIGNATURE])
  const stamps = new Set(contents.paths.filter((path) => bag.PACK_STAMP.test(path)))
  if (stamps.size > 0) stamps.add(bag.STAMP_MANIFEST)
  const stray = [...stamps].filter((path) => !stamps.has(path.replace(/\.(chain|crl)\.pem$/, '.tsr')))
  return [
    ...[...manifest.keys()].filter((path) => !inData(path)).map(t.bad),
    ...[...tagManifest.keys()].filter((path) => !bag.TAG_FILES.includes(path)).map(t.bad),
    ...needed.filter((path) => !tagManifest.has(path)).map((path) => t.extra(path)),
    ...[...wanted].filter((path) => !there.has(path)).map(t.gone),
    ...contents.paths.filter((path) => !wanted.has(path) && !stamps.has(path)).map(t.extra),
    ...stray.map(t.extra),
  ]
}

/** Where the files do not stand in the order in which they were written; null when they do, or when the pack does not say. */
export function orderFault(contents: Contents, { info }: Lists, t: VerifyText): string | null {
  const said = info?.get('Soi-Order-SHA256')
  if (said === undefined) return null
  const payload = contents.written.filter(inData)
  const stamps = contents.written.filter((path) => path.startsWith('timestamps/')).sort()
  const tags = bag.TAG_ORDER.filter((path) => contents.found.has(path))
  const wanted = [...payload, ...tags, ...stamps]
  const place = contents.written.findIndex((path, i) => path !== wanted[i])
  if (place >= 0) return t.orderOf(contents.written[place] ?? '')
  return bag.orderDigest(payload) === said ? null : t.orderOf('data/')
}

/** Files whose digest is not the listed one; missing ones are `completeFaults`' to name. */
export function digestFaults(
  contents: Contents,
  list: ReadonlyMap<string, Sha256> | null,
  t: VerifyText,
): string[] | null {
  if (!list) return null
  return [...list].flatMap(([path, wanted]) => {
    const why = contents.unreadable.get(path)
    if (why !== undefined) return [why]
    const found = contents.found.get(path)
    if (found && found.sha256 !== wanted) return [t.changed(path)]
    return found && !found.crcFits ? [t.crc(path)] : []
  })
}

export async function signatureFaults(contents: Contents, { key }: Lists, t: VerifyText): Promise<string[]> {
  const message = await contents.bytes(bag.TAG_MANIFEST)
  const signature = await contents.bytes(bag.SIGNATURE)
  if (!message || !signature) return [t.signatureBad]
  if (contents.found.get(bag.TAG_MANIFEST)?.crcFits === false) return [t.crc(bag.TAG_MANIFEST)]
  if (contents.found.get(bag.SIGNATURE)?.crcFits === false) return [t.crc(bag.SIGNATURE)]
  if (!key) return [t.keyUnreadable]
  return verify(null, message, key, signature) ? [] : [t.signatureBad]
}

export function oxumFaults(contents: Contents, { info }: Lists, t: VerifyText): string[] | null {
  const said = info?.get('Payload-Oxum')
  if (said === undefined) return null
  const real = bag.payloadOxum([...contents.found].filter(([path]) => inData(path)).map(([, found]) => found))
  return said === real ? [] : [t.oxumBad(said, real)]
}
