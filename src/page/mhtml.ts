import { BadInput } from '../errors.ts'

// A synchronous reader of the one shape browsers write (RFC 2557, multipart/related); mail libraries are asynchronous
// and flatten the parts into a message, which loses Content-Location.

export interface MhtmlRoot {
  readonly body: Uint8Array
  readonly contentType: string
  /** Where the snapshot was taken; null when the file does not say. */
  readonly url: string | null
}

interface Part {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const looksLikeMhtml = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1')
  return /^\s*[A-Za-z][A-Za-z-]*:/.test(head) && /^content-type:\s*multipart\//im.test(head)
}

/** @throws BadInput when no HTML part can be found */
export const readMhtml = (bytes: Uint8Array, name: string): MhtmlRoot => {
  const whole = partOf(Buffer.from(bytes).toString('latin1').trimStart())
  const boundary = parameter(whole.headers['content-type'] ?? '', 'boundary')
  if (boundary === null) throw new BadInput(`${name} is an MHTML file without a boundary. Save the page again.`)
  const location = whole.headers['snapshot-content-location'] ?? whole.headers['content-location'] ?? null
  const root = rootOf(whole, boundary, location)
  if (root === null) throw new BadInput(`${name} is an MHTML file without an HTML part. Save the page again.`)
  return {
    body: decoded(root),
    contentType: root.headers['content-type'] ?? 'text/html',
    url: [location, root.headers['content-location']].find((url) => /^https?:\/\//i.test(url ?? '')) ?? null,
  }
}

const partOf = (text: string): Part => {
  const blank = /\r?\n\r?\n/.exec(text)
  const head = blank === null ? text : text.slice(0, blank.index)
  const headers: Record<string, string> = Object.create(null)
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] ??= line.slice(colon + 1).trim()
  }
  return { headers, body: blank === null ? '' : text.slice(blank.index + blank[0].length) }
}

const parameter = (header: string, name: string): string | null => {
  const match = new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header)
  return match?.[1] ?? match?.[2] ?? null
}

/** The HTML part the container names (start, location), else the first one. */
const rootOf = (whole: Part, boundary: string, location: string | null): Part | null => {
  const start = parameter(whole.headers['content-type'] ?? '', 'start')
  let first: Part | null = null
  for (const text of partTexts(whole.body, boundary)) {
    const part = partOf(text)
    if (!/^(text\/html|application\/xhtml)/i.test(part.headers['content-type'] ?? '')) continue
    if (start !== null && part.headers['content-id'] === start) return part
    if (start === null && location !== null && part.headers['content-location'] === location) return part
    first ??= part
  }
  return first
}

function* partTexts(body: string, boundary: string): Generator<string> {
  const mark = `--${boundary}`
  for (let at = body.indexOf(mark); at !== -1; ) {
    const start = body.indexOf('\n', at) + 1
    if (start === 0 || body.startsWith('--', at + mark.length)) return
    const end = body.indexOf(`\n${mark}`, start - 1)
    yield end === -1 ? body.slice(start) : body.slice(start, Math.max(start, end)).replace(/\r$/, '')
    at = end === -1 ? -1 : end + 1
  }
}

const decoded = ({ headers, body }: Part): Uint8Array => {
  const encoding = headers['content-transfer-encoding']?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const text = body
    .replace(/=[ \t]{0,998}\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}
