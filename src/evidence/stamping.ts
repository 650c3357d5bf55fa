import { BadInput, FetchFailed } from '../errors.ts'
import type { PackAnchor, PackSource } from '../store/api.ts'
import { sha256 } from '../store/canonical.ts'
import { type Authority, type Stamp, stamp } from '../timestamp/stamp.ts'
import { addToken } from './anchors.ts'
import { manifestText, STAMP_MANIFEST } from './bag.ts'
import type { Gap } from './gate.ts'
import type { ChainState } from './ledger-chain.ts'
import type { BagWriter } from './payload.ts'

/** A timestamp over a head, as it came. */
export type Stamped = PackAnchor & Pick<Stamp, 'at'>

/**
 * Timestamps over the pack's own head, which is as young as the entry of this export: those the store has not, asked for now.
 * An authority that does not answer is a gap.
 */
export async function headAnchors(
  source: PackSource,
  { entries, head }: ChainState,
  authorities: readonly Authority[],
  signal: AbortSignal | undefined,
): Promise<{
  readonly anchors: readonly Stamped[]
  readonly gaps: readonly Gap[]
  readonly answering: readonly Authority[]
}> {
  const stored = new Set<string>()
  if (authorities.length)
    for await (const anchor of source.anchors()) if (anchor.head === head) stored.add(anchor.authority)
  const anchors: Stamped[] = []
  const gaps: Gap[] = []
  const silent = new Set<string>()
  for (const authority of authorities.filter(({ name }) => !stored.has(name)))
    try {
      anchors.push({ seq: entries, head, ...(await stamp(Buffer.from(head), authority, signal)) })
    } catch (error) {
      if (!(error instanceof FetchFailed || error instanceof BadInput)) throw error
      silent.add(authority.name)
      gaps.push({ kind: 'unsigned', sighting: null, what: error.message })
    }
  return { anchors, gaps, answering: authorities.filter(({ name }) => !silent.has(name)) }
}

/**
 * timestamps/pack-<n>: tokens over the signed tag manifest, outside every list, for they come after it; a list of their own
 * follows, and bag-info.txt states how many were asked for. Throws FetchFailed or BadInput where an authority fails.
 */
export async function stampAll(
  to: BagWriter,
  tagManifest: Uint8Array,
  authorities: readonly Authority[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const files = new Map<string, Uint8Array>()
  for (const [i, authority] of authorities.entries()) {
    const made = await stamp(tagManifest, authority, signal)
    await addToken({ add: async (path, bytes) => void files.set(path, bytes) }, `timestamps/pack-${i + 1}`, made)
  }
  if (!files.size) return
  const list = [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes), size: bytes.length }))
  files.set(STAMP_MANIFEST, Buffer.from(manifestText(list)))
  // In the order of their names, which the verifier holds the ZIP to.
  for (const path of [...files.keys()].sort()) await to.add(path, files.get(path) ?? Buffer.alloc(0))
}
