import type { WARCRecord } from 'warcio'
import { pageOf } from './archive-page.ts'
import { digestFits } from './digests.ts'
import { bodyOf, type HttpAnswer, httpAnswer, isReadable } from './http-record.ts'
import { NOTHING_CLAIMED, type Piece } from './types.ts'

/** Where a record stands, and what its file says of itself. */
export interface Place {
  readonly place: string
  readonly at: string
  readonly software: string | null
}

/** The page of one record, and what of it does not agree with itself. `block` null: too large to be a page. */
export async function* piecesOfRecord(record: WARCRecord, block: Buffer | null, here: Place): AsyncGenerator<Piece> {
  const { place } = here
  if (record.warcType !== 'response' && record.warcType !== 'resource') return
  const url = record.warcTargetURI ?? ''
  if (block === null) {
    yield { trouble: { place, problem: `${url}: larger than 50 MB, not read` } }
    return
  }
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    yield { passed: 'no web address' }
    return
  }
  const answer = record.warcType === 'resource' ? resourceOf(record, block) : httpAnswer(block)
  if (answer === null) {
    yield { trouble: { place, problem: `${url}: the record holds no HTTP answer` } }
    return
  }
  yield* answerPieces(answer, { record, block, url }, here)
}

/** A resource record holds the bytes alone. */
const resourceOf = (record: WARCRecord, wire: Uint8Array): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': record.warcContentType ?? 'application/octet-stream' },
  wire,
})

async function* answerPieces(
  answer: HttpAnswer,
  { record, block, url }: { readonly record: WARCRecord; readonly block: Buffer; readonly url: string },
  { place, at, software }: Place,
): AsyncGenerator<Piece> {
  const mime = answer.headers['content-type']?.split(';')[0]?.trim() || 'unknown'
  const problem = (what: string) => ({ trouble: { place, problem: `${url}: ${what}` } })
  if (record.warcBlockDigest && digestFits(record.warcBlockDigest, [block]) === false)
    yield problem('its digest (WARC-Block-Digest) does not match its bytes')
  let read: Awaited<ReturnType<typeof bodyOf>>
  try {
    read = await bodyOf(answer)
  } catch (error) {
    yield isReadable(answer.headers['content-type']) ? problem((error as Error).message) : { passed: mime }
    return
  }
  const { whole, body } = read
  if (record.warcPayloadDigest && digestFits(record.warcPayloadDigest, [answer.wire, whole, body]) === false)
    yield problem('its digest (WARC-Payload-Digest) does not match its bytes')
  if (!isReadable(answer.headers['content-type'])) yield { passed: mime }
  else if (answer.status >= 300 && answer.status < 400) yield { passed: 'redirect' }
  else {
    const savedAt = record.warcDate ?? null
    const page = pageOf(url, answer.status, answer.headers, body, at)
    yield { page, place, claimed: { ...NOTHING_CLAIMED, savedAt, software } }
  }
}
