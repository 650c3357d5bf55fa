import { EvidenceBroken } from '../errors.ts'
import type { AnchorRow, Blobs, ChainCheck, ChainFault } from './api.ts'

/** Each token against the head it is of, offline, as of its own time; and the newest one that holds. */
export const tokenFaults = async (
  blobs: Blobs,
  rows: readonly AnchorRow[],
): Promise<Pick<ChainCheck, 'faults' | 'anchored'>> => {
  if (rows.length === 0) return { faults: [], anchored: null }
  const { checkToken } = await import('../timestamp/check.ts')
  const faults: ChainFault[] = []
  let anchored: ChainCheck['anchored'] = null
  for (const { seq, head, authority, at, token, chain, crl } of rows) {
    const say = (detail: string) => faults.push({ seq, kind: 'anchor', detail: `timestamp by ${authority}: ${detail}` })
    const files = await read(blobs, [token, chain, ...(crl === null ? [] : [crl])])
    if (files instanceof EvidenceBroken) {
      say(files.message)
      continue
    }
    const [der = new Uint8Array(), chainPem, crlPem] = files
    const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8')
    const checked = await checkToken(der, Buffer.from(head), text(chainPem), crl === null ? null : text(crlPem))
    for (const { detail } of checked.faults) say(detail)
    if (checked.at !== null && checked.at !== at) say(`says ${checked.at}, its row ${at}`)
    else if (checked.ok && seq >= (anchored?.seq ?? 0)) anchored = { seq, at, authority }
  }
  return { faults, anchored }
}

const read = async (blobs: Blobs, hashes: readonly string[]): Promise<readonly Uint8Array[] | EvidenceBroken> => {
  try {
    return await Promise.all(hashes.map((hash) => blobs.read(hash)))
  } catch (error) {
    if (error instanceof EvidenceBroken) return error
    throw error
  }
}
