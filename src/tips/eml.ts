import { BadInput } from '../errors.ts'
import { plainText } from '../normalise/plain-text.ts'

/** What a tip takes from an e-mail. Attachments are not read; `left`: how many parts those are. */
export interface Mail {
  readonly subject: string
  readonly from: string
  /** ISO 8601; null where the mail says none that can be read. */
  readonly date: string | null
  readonly text: string
  readonly left: number
}

/** Parts in parts, and parts in all: mails have a handful. */
const MOST_DEPTH = 6
const MOST_PARTS = 100

interface Part {
  readonly headers: ReadonlyMap<string, string>
  /** One character a byte. */
  readonly body: string
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

function decoded(bytes: Uint8Array, charset: string): string {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(charset.trim() || 'utf-8')
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    decoder = new TextDecoder('utf-8') // A name nobody knows: most mail is UTF-8.
  }
  return decoder.decode(bytes)
}

const quotedPrintable = (text: string): Buffer =>
  bytesOf(
    text
      .replace(/[ \t]+(?=\r?\n)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

/** Encoded words of RFC 2047; what stands between two of them is only a fold. */
const headerText = (raw: string): string =>
  decoded(bytesOf(raw), 'utf-8')
    .replace(/\?=\s{1,100}=\?/g, '?==?')
    .replace(
      /=\?([\w-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?]{0,2000})\?=/gi,
      (_, charset: string, how: string, text: string) =>
        decoded(
          how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
          charset,
        ),
    )
    .trim()

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw)
  const head = end ? raw.slice(0, end.index) : raw
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: end ? raw.slice(end.index + end[0].length) : '' }
}

const parameter = (header: string, name: string): string => {
  for (const piece of header.split(';').slice(1)) {
    const [key = '', ...value] = piece.split('=')
    if (key.trim().toLowerCase() === name) return value.join('=').trim().replace(/^"|"$/g, '')
  }
  return ''
}

const typeOf = ({ headers }: Part): string =>
  (headers.get('content-type') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? ''

function textOf({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : bytesOf(body)
  return decoded(bytes, parameter(headers.get('content-type') ?? '', 'charset'))
}

/** Every part that is no container, in order. */
function leaves(part: Part, depth: number, found: Part[]): readonly Part[] {
  const header = part.headers.get('content-type') ?? ''
  const boundary = parameter(header, 'boundary')
  if (!typeOf(part).startsWith('multipart/') || boundary === '') {
    found.push(part)
    return found
  }
  if (depth >= MOST_DEPTH) throw new BadInput('the e-mail has parts in parts in parts; save its text and import that')
  const pieces = `\n${part.body}`.split(`\n--${boundary}`)
  for (const piece of pieces.slice(1)) {
    if (piece.startsWith('--')) break
    if (found.length >= MOST_PARTS) throw new BadInput(`the e-mail has more than ${MOST_PARTS} parts`)
    leaves(partOf(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r?$/, '')), depth + 1, found)
  }
  return found
}

const isAttached = ({ headers }: Part): boolean => /^\s*attachment/i.test(headers.get('content-disposition') ?? '')

/** Reads a saved e-mail (RFC 5322, 2045, 2047). BadInput: no e-mail. Linear. */
export function readMail(bytes: Uint8Array): Mail {
  const whole = partOf(Buffer.from(bytes).toString('latin1'))
  if (!whole.headers.has('from') && !whole.headers.has('subject'))
    throw new BadInput('this is no saved e-mail: it has neither From nor Subject')
  const parts = leaves(whole, 0, [])
  const own = parts.filter((part) => !isAttached(part))
  const plain = own.filter((part) => typeOf(part) === 'text/plain')
  const rich = own.filter((part) => typeOf(part) === 'text/html')
  const texts = plain.length > 0 ? plain.map(textOf) : rich.map((part) => plainText(textOf(part)))
  const date = Date.parse(whole.headers.get('date') ?? '')
  return {
    subject: headerText(whole.headers.get('subject') ?? ''),
    from: headerText(whole.headers.get('from') ?? ''),
    date: Number.isNaN(date) ? null : new Date(date).toISOString(),
    text: texts.join('\n\n').replace(/\r\n/g, '\n').trim(),
    left: parts.length - plain.length - rich.length,
  }
}
