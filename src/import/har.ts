import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { BadInput } from '../errors.ts'
import { pageOf } from './archive-page.ts'
import { headersOf, isReadable } from './http-record.ts'
import { MOST_PAGE, MOST_WHOLE, NOTHING_CLAIMED, type Piece, type Source } from './types.ts'

/** HAR 1.2, as far as it is used. */
const entryShape = z.object({
  startedDateTime: z.string().nullish(),
  request: z.object({ url: z.string() }),
  response: z.object({
    status: z.number(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    content: z.object({ mimeType: z.string().nullish(), text: z.string().nullish(), encoding: z.string().nullish() }),
  }),
})
const harShape = z.object({
  log: z.object({
    creator: z.object({ name: z.string(), version: z.string().nullish() }).nullish(),
    entries: z.array(z.unknown()),
  }),
})

/** The documents and data that a browser noted down. Cookies stay in the file: no page carries them on. */
export async function* harPieces(source: Source, at: string): AsyncGenerator<Piece> {
  if (source.size > MOST_WHOLE)
    throw new BadInput(`${source.name} is larger than 256 MB: save a shorter recording, or a WARC or WACZ`)
  const { creator, entries } = await logOf(source)
  const software = creator ? [creator.name, creator.version].filter(Boolean).join(' ') : null
  for (const [i, raw] of entries.entries()) {
    const place = `entry ${i + 1}`
    const entry = entryShape.safeParse(raw).data
    if (entry) yield pieceOf(entry, { place, at, software })
    else yield { trouble: { place, problem: 'no entry of a HAR file: address or answer is missing' } }
  }
}

async function logOf(source: Source): Promise<z.infer<typeof harShape>['log']> {
  const text = (await readFile(source.path, 'utf8')).replace(/^\ufeff/, '')
  source.onBytes(source.size)
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (cause) {
    throw new BadInput(`${source.name} is damaged: ${(cause as Error).message}. Save the recording again.`, { cause })
  }
  const har = harShape.safeParse(data).data
  if (!har) throw new BadInput(`${source.name} is no HAR file: log.entries is missing`)
  return har.log
}

interface Place {
  readonly place: string
  readonly at: string
  readonly software: string | null
}

function pieceOf(
  { startedDateTime, request, response }: z.infer<typeof entryShape>,
  { place, at, software }: Place,
): Piece {
  const { status, headers, content } = response
  const mime = content.mimeType ?? headers.find(({ name }) => /^content-type$/i.test(name))?.value ?? ''
  if (!/^https?:\/\/[^/]/i.test(request.url) || !URL.canParse(request.url)) return { passed: 'no web address' }
  if (!isReadable(mime)) return { passed: mime.split(';')[0]?.trim() || 'unknown' }
  if (status === 0 || (status >= 300 && status < 400)) return { passed: status === 0 ? 'no answer' : 'redirect' }
  if (!content.text)
    return { trouble: { place, problem: `${request.url}: the recording holds no body of it (save “with content”)` } }
  const base64 = content.encoding?.toLowerCase() === 'base64'
  const body = Buffer.from(content.text, base64 ? 'base64' : 'utf8')
  if (body.length > MOST_PAGE) return { trouble: { place, problem: `${request.url}: larger than 50 MB, not read` } }
  const rest = headersOf(headers.map(({ name, value }) => [name, value] as const))
  for (const undone of ['content-encoding', 'transfer-encoding', 'content-length']) delete rest[undone]
  // Text in a HAR is decoded already, whatever the server sent.
  rest['content-type'] = base64 ? mime : `${mime.split(';')[0]?.trim()}; charset=utf-8`
  const claimed = { ...NOTHING_CLAIMED, savedAt: startedDateTime ?? null, software }
  return { page: pageOf(request.url, status, rest, body, at), place, claimed }
}
