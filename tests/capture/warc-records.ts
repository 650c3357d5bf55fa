import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

/** A WARC record as its bytes say, read without the library that wrote it. */
export interface WarcRecord {
  readonly type: string
  readonly url: string
  readonly head: Readonly<Record<string, string>>
  readonly block: Buffer
  /** Behind the HTTP head, where there is one. */
  readonly payload: Buffer
  /** HTTP head: its first line, and the rest by lower-case name. */
  readonly line: string
  readonly http: Readonly<Record<string, string>>
}

const headOf = (text: string): [string, Record<string, string>] => {
  const [line = '', ...rest] = text.split('\r\n')
  return [
    line,
    Object.fromEntries(
      rest
        .filter(Boolean)
        .map((one) => [one.slice(0, one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 2)]),
    ),
  ]
}

const sha256 = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Every record of an archive. Throws where a length or a digest is wrong, or a record is not a gzip member of its own. */
export function warcRecordsOf(archive: Uint8Array): readonly WarcRecord[] {
  const all = Buffer.from(archive)
  const members = memberStarts(all).map((start, i, starts) =>
    gunzipSync(all.subarray(start, starts[i + 1] ?? all.length)),
  )
  return members.map((bytes) => {
    const end = bytes.indexOf('\r\n\r\n')
    const [version, head] = headOf(bytes.subarray(0, end).toString())
    const block = bytes.subarray(end + 4, end + 4 + Number(head['content-length']))
    const rest = bytes.subarray(end + 4 + block.length).toString()
    if (version !== 'WARC/1.1' || rest !== '\r\n\r\n')
      throw new Error(`not one whole record: ${version} ${rest.length}`)
    const isHttp = head['content-type']?.startsWith('application/http') ?? false
    const httpEnd = isHttp ? block.indexOf('\r\n\r\n') + 4 : 0
    const payload = block.subarray(httpEnd)
    const [line, http] = headOf(block.subarray(0, httpEnd).toString())
    if (head['warc-block-digest'] && head['warc-block-digest'] !== sha256(block)) throw new Error('block digest')
    if (head['warc-payload-digest'] && head['warc-payload-digest'] !== sha256(payload))
      throw new Error('payload digest')
    return { type: head['warc-type'] ?? '', url: head['warc-target-uri'] ?? '', head, block, payload, line, http }
  })
}

/** Where gzip members begin: each whole up to the next one, which is tried where its magic stands. */
function memberStarts(all: Buffer): readonly number[] {
  const starts = [0]
  for (
    let at = all.indexOf('\x1f\x8b\x08', 1, 'latin1');
    at !== -1;
    at = all.indexOf('\x1f\x8b\x08', at + 1, 'latin1')
  ) {
    try {
      const text = gunzipSync(all.subarray(starts.at(-1), at)).toString('latin1')
      if (text.startsWith('WARC/')) starts.push(at)
    } catch {
      // The magic by chance, within a member.
    }
  }
  return starts
}
