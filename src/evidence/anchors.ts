import type { Sha256 } from '../domain.ts'
import type { PackAnchor, PackSource } from '../store/api.ts'
import type { BagWriter } from './payload.ts'

/** An anchor as a report names it. */
export interface AnchorSaid {
  readonly seq: number
  readonly head: Sha256
  readonly authority: string
  readonly file: string
}

/** A token and what checks it, as files of one stem. */
export async function addToken(
  to: { readonly add: (path: string, bytes: Uint8Array) => Promise<unknown> },
  stem: string,
  { token, chainPem, crlPem }: Pick<PackAnchor, 'token' | 'chainPem' | 'crlPem'>,
): Promise<void> {
  await to.add(`${stem}.tsr`, token)
  await to.add(`${stem}.chain.pem`, Buffer.from(chainPem))
  if (crlPem !== null) await to.add(`${stem}.crl.pem`, Buffer.from(crlPem))
}

/** Puts every timestamp over a head of the ledger into data/timestamps; `more`: those made for this pack and not stored yet. */
export async function addAnchors(
  to: BagWriter,
  source: PackSource,
  more: readonly PackAnchor[],
): Promise<readonly AnchorSaid[]> {
  const said: AnchorSaid[] = []
  const counts = new Map<number, number>()
  const add = async (anchor: PackAnchor) => {
    const n = (counts.get(anchor.seq) ?? 0) + 1
    counts.set(anchor.seq, n)
    const stem = `data/timestamps/anchor-${anchor.seq}-${n}`
    await addToken(to, stem, anchor)
    said.push({ seq: anchor.seq, head: anchor.head, authority: anchor.authority, file: `${stem}.tsr` })
  }
  for await (const anchor of source.anchors()) await add(anchor)
  for (const anchor of more) await add(anchor)
  return said
}
