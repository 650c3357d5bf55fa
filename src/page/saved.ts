import { gunzipSync } from 'node:zlib'
import type { Instant, Page } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { decodeBytes, isJson } from './decode.ts'
import { looksLikeMhtml, readMhtml } from './mhtml.ts'
import { tagAttributes } from './skim.ts'

/** Pages are a few megabytes; anything larger is a mistake or a bomb. */
const MAX_BYTES = 50 * 1024 * 1024
const HOW_TO_SAVE = 'In the browser choose “Save page as” and “Webpage, single file (.mhtml)” or “Webpage, HTML only”.'

export interface SavedOptions {
  /** File name, for messages and as last resort for the URL. */
  readonly name: string
  /** The URL the user says it came from; it wins over what the file says. */
  readonly url: string | null
  /** Moment of the import; now when left out. */
  readonly at?: Instant
}

/**
 * A page from a file that a browser saved: HTML, MHTML, an API's JSON answer, or one of these in gzip.
 * Its URL is the given one, else what the file says, else `file:///<name>`.
 * @throws BadInput for anything else, saying what it is and what to do
 */
export const readSaved = (bytes: Uint8Array, options: SavedOptions): Page => {
  const plain = unzipped(bytes, options.name)
  if (plain.length > MAX_BYTES) throw tooBig(options.name)
  refuseForeign(plain, options.name)
  const mhtml = looksLikeMhtml(plain) ? readMhtml(plain, options.name) : null
  const body = mhtml?.body ?? plain
  const json = mhtml === null && isJson({ body, headers: {} })
  const contentType = mhtml?.contentType ?? (json ? 'application/json' : 'text/html')
  const html = decodeBytes(body, contentType)
  if (!json && !/<[a-z!?]/i.test(html))
    throw new BadInput(`${options.name} holds no HTML, only plain text. ${HOW_TO_SAVE}`)
  const url = options.url ?? mhtml?.url ?? savedUrl(html) ?? `file:///${encodeURIComponent(baseName(options.name))}`
  return {
    requestedUrl: url,
    url,
    redirects: [],
    status: null,
    headers: { 'content-type': contentType },
    body,
    fetchedAt: options.at ?? new Date().toISOString(),
    via: 'import',
    remoteAddress: null,
  }
}

/** Where a saved document says it came from: the browser's own note, else rel=canonical, else og:url. http(s) only. */
export const savedUrl = (html: string): string | null => {
  for (const address of claimedUrls(html))
    if (/^https?:\/\/[^/]/i.test(address) && URL.canParse(address)) return address
  return null
}

function* claimedUrls(html: string): Generator<string> {
  const head = html.slice(0, 4096)
  const [, length = '0', noted = ''] = /saved from url=\((\d{1,5})\)(\S+)/.exec(head) ?? []
  yield noted.slice(0, Number(length))
  yield /Page saved with SingleFile\s+url:\s*(\S+)/.exec(head)?.[1] ?? ''
  for (const link of tagAttributes(html, 'link')) if (link.rel?.toLowerCase() === 'canonical') yield link.href ?? ''
  for (const meta of tagAttributes(html, 'meta')) if (meta.property === 'og:url') yield meta.content ?? ''
}

const unzipped = (bytes: Uint8Array, name: string): Uint8Array => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
  } catch (cause) {
    if (cause instanceof RangeError) throw tooBig(name)
    throw new BadInput(`${name} is a damaged gzip file. Save or copy it again.`, { cause })
  }
}

const tooBig = (name: string) => new BadInput(`${name} is larger than 50 MB, which no listing page is. ${HOW_TO_SAVE}`)

/** First bytes of what people mistake for a saved page. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, 'a PDF document'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF....WEBP|^BM....\0\0\0\0|^....ftyp(?:avif|heic|heix|mif1)/s, 'a picture'],
  [/^....ftyp|^\x1aE\xdf\xa3/s, 'a video'],
  [/^PK\x03\x04/, 'a ZIP archive or Office document'],
  [/^7z\xbc\xaf|^Rar!/, 'an archive'],
  [/^\xd0\xcf\x11\xe0|^\{\\rtf/, 'an Office document'],
  [/^bplist00/, 'a Safari web archive'],
  [/^WARC\//, 'a WARC archive'],
  [/^\x1f\x8b/, 'gzip inside gzip'],
]

const refuseForeign = (bytes: Uint8Array, name: string): void => {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (bytes.length === 0 || /^[\s\0]*$/.test(start)) {
    if (decodeBytes(bytes, null).trim() === '')
      throw new BadInput(`${name} is empty. Save the page again. ${HOW_TO_SAVE}`)
  }
  const foreign = FOREIGN.find(([magic]) => magic.test(start))
  if (foreign !== undefined) throw new BadInput(`${name} is ${foreign[1]}, not a saved web page. ${HOW_TO_SAVE}`)
}

const baseName = (name: string) => name.split(/[\\/]/).at(-1) ?? name
