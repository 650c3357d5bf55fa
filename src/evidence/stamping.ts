import { BadInput, FetchFailed } from '../errors.ts'
import { type Authority, type Stamp, stamp } from '../timestamp/stamp.ts'
import { addToken } from './anchors.ts'
import type { Gap } from './gate.ts'
import type { ChainState } from './ledger-chain.ts'
import type { BagWriter } from './payload.ts'
import type { PackAnchor, PackSource } from './source.ts'

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
): Promise<{ readonly anchors: readonly Stamped[]; readonly gaps: readonly Gap[] }> {
  const stored = new Set<string>()
  if (authorities.length)
    for await (const anchor of source.anchors()) if (anchor.head === head) stored.add(anchor.authority)
  const anchors: Stamped[] = []
  const gaps: Gap[] = []
  for (const authority of authorities.filter(({ name }) => !stored.has(name)))
    try {
      anchors.push({ seq: entries, head, ...(await stamp(Buffer.from(head), authority, signal)) })
    } catch (error) {
      if (!(error instanceof FetchFailed || error instanceof BadInput)) throw error
      gaps.push({ kind: 'unsigned', sighting: null, what: error.message })
    }
  return { anchors, gaps }
}

/**
 * timestamps/pack-<n>: tokens over the signed tag manifest, outside every list, for they come after it. Returns how many.
 * Throws FetchFailed or BadInput where an authority fails, unless gaps are `accepted`: its silence over the head is told already.
 */
export async function stampAll(
  to: BagWriter,
  tagManifest: Uint8Array,
  authorities: readonly Authority[],
  accepted: boolean,
  signal: AbortSignal | undefined,
): Promise<number> {
  let n = 0
  for (const authority of authorities)
    try {
      const made = await stamp(tagManifest, authority, signal)
      await addToken(to, `timestamps/pack-${n + 1}`, made)
      n += 1
    } catch (error) {
      if (!accepted || !(error instanceof FetchFailed || error instanceof BadInput)) throw error
    }
  return n
}
