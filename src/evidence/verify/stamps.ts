import { X509Certificate } from 'node:crypto'
import type { Sha256 } from '../../domain.ts'
import { localTime } from '../../i18n/format.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { VerifyText } from '../../i18n/verify.ts'
import { checkToken } from '../../timestamp/check.ts'
import { derBlocks, pemOf } from '../../timestamp/pem.ts'
import { ANCHOR_STAMP, PACK_STAMP, parseManifest, STAMP_MANIFEST, STAMPS_STATED, TAG_MANIFEST } from '../bag.ts'
import type { Lists } from './bag-checks.ts'
import type { Contents } from './contents.ts'

/** What the timestamps come to; `said` is shown where nothing is wrong. Null: the pack carries none. */
export type StampsFound = { readonly faults: readonly string[]; readonly said: readonly string[] } | null

/** Years of daily anchors with two authorities; more are not checked, because each costs milliseconds. */
const MOST_TOKENS = 5_000
/** A real token has a few kilobytes, a chain a few certificates; a path through hundreds is a trap. */
const MOST_BYTES = 64 * 2 ** 10
const MOST_CERTIFICATES = 20

/** Exactly the blocks of that name, as they are written here: no byte beside them. Null where there are others or too many. */
function plainPem(text: string | null, label: string): string | null {
  if (text === null) return null
  const blocks = derBlocks(text, label)
  const same = blocks.map((der) => pemOf(der, label)).join('') === text
  return same && blocks.length > 0 && blocks.length <= MOST_CERTIFICATES ? text : null
}

/** Every certificate whose issuer is here was signed by it, the root by itself: no byte of the chain can be another. */
function chainHolds(pem: string): boolean {
  try {
    const all = derBlocks(pem, 'CERTIFICATE').map((der) => new X509Certificate(der))
    return all.every((one) => {
      const issuers = all.filter(({ subject }) => subject === one.issuer)
      return issuers.length === 0 || issuers.some(({ publicKey }) => one.verify(publicKey))
    })
  } catch {
    return false // no certificates: reported as malformed
  }
}

interface Asked {
  readonly contents: Contents
  readonly lang: Lang
  readonly t: VerifyText
}

type One = { readonly fault: string } | { readonly said: string }

async function oneStamp({ contents, lang, t }: Asked, path: string, data: Uint8Array): Promise<One> {
  const stem = path.slice(0, -'.tsr'.length)
  const size = contents.found.get(path)?.size ?? 0
  const token = size <= MOST_BYTES ? await contents.bytes(path) : null
  const chain = plainPem(await contents.text(`${stem}.chain.pem`), 'CERTIFICATE')
  const listed = contents.found.has(`${stem}.crl.pem`)
  const crl = listed ? plainPem(await contents.text(`${stem}.crl.pem`), 'X509 CRL') : null
  if (token === null) return { fault: t.bad(path) }
  if (chain === null || !chainHolds(chain)) return { fault: t.bad(`${stem}.chain.pem`) }
  if (listed && crl === null) return { fault: t.bad(`${stem}.crl.pem`) }
  const off = [path, `${stem}.chain.pem`, `${stem}.crl.pem`].find((each) => contents.found.get(each)?.crcFits === false)
  if (off !== undefined) return { fault: t.crc(off) }
  const { ok, at, authority, root, faults } = await checkToken(token, data, chain, crl)
  if (ok && at !== null) return { said: t.stamped(path, authority ?? '?', localTime(at, lang), root ?? '?') }
  return { fault: t.stampBad(path, [...new Set(faults.map(({ kind }) => t.stampFaults[kind]))].join('; ')) }
}

async function all(asked: Asked, tokens: ReadonlyMap<string, Uint8Array | null>): Promise<StampsFound> {
  if (tokens.size === 0) return null
  if (tokens.size > MOST_TOKENS) return { faults: [asked.t.tooManyStamps(tokens.size, MOST_TOKENS)], said: [] }
  const faults: string[] = []
  const said: string[] = []
  for (const [path, data] of tokens) {
    const one: One = data === null ? { fault: asked.t.stampOfNothing(path) } : await oneStamp(asked, path, data)
    if ('fault' in one) faults.push(one.fault)
    else said.push(one.said)
  }
  return { faults, said }
}

/** What is wrong with the set of tokens as the signed bag-info states it; where it states nothing, whatever is there must hold. */
async function setFaults(contents: Contents, stated: string | undefined, tokens: number, t: VerifyText) {
  if (stated === undefined) return []
  const count = stated === String(tokens) ? [] : [t.stampCount(stated, tokens)]
  const text = await contents.text(STAMP_MANIFEST)
  if (stated === '0' || text === null) return stated === '0' ? count : [...count, t.gone(STAMP_MANIFEST)]
  const list = parseManifest(text)
  if (!list) return [...count, t.bad(STAMP_MANIFEST)]
  const there = contents.paths.filter((path) => PACK_STAMP.test(path))
  const apart = [
    ...there.filter((path) => !list.has(path)).map(t.extra),
    ...[...list.keys()].filter((path) => !there.includes(path)).map(t.gone),
  ]
  return [
    ...count,
    ...(contents.found.get(STAMP_MANIFEST)?.crcFits === false ? [t.crc(STAMP_MANIFEST)] : []),
    ...(apart.length ? [t.bad(STAMP_MANIFEST), ...apart] : []),
    ...there.filter((path) => list.has(path) && list.get(path) !== contents.found.get(path)?.sha256).map(t.changed),
  ]
}

/** The tokens over the list of lists: each holds, and the signed bag-info states how many there are. */
export async function packStamps(contents: Contents, { info }: Lists, lang: Lang, t: VerifyText): Promise<StampsFound> {
  const message = await contents.bytes(TAG_MANIFEST)
  const paths = contents.paths.filter((path) => PACK_STAMP.exec(path)?.[2] === 'tsr')
  const found = await all({ contents, lang, t }, new Map(paths.map((path) => [path, message])))
  const faults = await setFaults(contents, info?.get(STAMPS_STATED), paths.length, t)
  return faults.length ? { faults: [...faults, ...(found?.faults ?? [])], said: [] } : found
}

const anchored = (path: string): number | null => {
  const [, seq, , kind] = ANCHOR_STAMP.exec(path) ?? []
  return kind === 'tsr' ? Number(seq) : null
}

/** Sequence numbers of the ledger that the anchors speak of. */
export const anchoredHeads = (contents: Contents): ReadonlySet<number> =>
  new Set(contents.paths.map(anchored).filter((seq) => seq !== null))

/** The tokens over heads of the ledger: the head each was made for is the one this ledger has there. */
export async function anchorStamps(
  contents: Contents,
  heads: ReadonlyMap<number, Sha256>,
  lang: Lang,
  t: VerifyText,
): Promise<StampsFound> {
  const tokens = new Map<string, Uint8Array | null>()
  for (const path of contents.paths) {
    const seq = anchored(path)
    const head = seq === null ? undefined : heads.get(seq)
    if (seq !== null) tokens.set(path, head === undefined ? null : Buffer.from(head))
  }
  return all({ contents, lang, t }, tokens)
}
