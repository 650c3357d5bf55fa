import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { SessionRef } from '../domain.ts'
import { BadInput, NoInput } from '../errors.ts'

const MOST_BYTES = 16 * 2 ** 20

/** Playwright's storage state, as far as it is used. */
const stateShape = z.object({
  cookies: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      domain: z.string().min(1),
      path: z.string().default('/'),
      expires: z.number().default(-1),
      httpOnly: z.boolean().default(false),
      secure: z.boolean().default(false),
      sameSite: z.enum(['Strict', 'Lax', 'None']).default('Lax'),
    }),
  ),
  origins: z
    .array(z.object({ origin: z.string(), localStorage: z.array(z.object({ name: z.string(), value: z.string() })) }))
    .default([]),
})
type State = z.infer<typeof stateShape>
type Cookie = State['cookies'][number]

/** The agency's own sign-in, cut down to the hosts it may be used for. Never logged, never stored. */
export interface SignIn {
  readonly ref: SessionRef
  /** For a browser: every cookie bound to one named host, and to nothing below it. */
  readonly state: State
  covers(host: string): boolean
  /** The Cookie header for a URL; null for every host that is not named. */
  header(url: URL): string | null
}

/** A host name as URLs spell it. BadInput for wildcards, addresses with a scheme, and what is no host. */
export function hostNamed(text: string): string {
  const host = text.trim().toLowerCase()
  if (!/^[^\s/?#@*:]+$/.test(host) || !URL.canParse(`https://${host}/`))
    throw new BadInput(`${text} is no host name: write shop.vn, one host at a time, without https:// and without *`)
  return new URL(`https://${host}/`).hostname
}

/** Loads a session file for these hosts. NoInput; BadInput where others may read it, or it is no storage state. */
export async function loadSignIn(file: string, hosts: readonly string[]): Promise<SignIn> {
  const named = [...new Set(hosts.map(hostNamed))].sort()
  if (named.length === 0) throw new BadInput('a session needs the hosts it may be used for')
  const bytes = await privateBytes(file)
  const found = stateShape.safeParse(parsed(bytes.toString('utf8'))).data
  // Neither the parser's message nor a piece of the file is told: both could hold a secret.
  if (!found) throw new BadInput(`${file} is no Playwright storage state (JSON with cookies and origins)`)
  return signInOf(found, { sha256: createHash('sha256').update(bytes).digest('hex'), hosts: named })
}

async function privateBytes(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause: Error) => {
    throw new NoInput(`${file} cannot be read: ${cause.message}`, { cause })
  })
  try {
    const stats = await handle.stat()
    // Windows has no such bits.
    if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0)
      throw new BadInput(`${file} signs in as the agency, and others on this machine may read it: chmod 600 ${file}`)
    if (!stats.isFile() || stats.size > MOST_BYTES) throw new BadInput(`${file} is no session file`)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // told by the caller, without the text
  }
}

/** RFC 6265 §5.1.3: a leading dot stands for the hosts below too. */
const sentTo = ({ domain }: Cookie, host: string): boolean => {
  const bare = domain.replace(/^\./, '').toLowerCase()
  return host === bare || (domain.startsWith('.') && host.endsWith(`.${bare}`))
}

/** RFC 6265 §5.1.4. */
const pathFits = (cookie: string, path: string): boolean =>
  path === cookie || (path.startsWith(cookie) && (cookie.endsWith('/') || path[cookie.length] === '/'))

function signInOf(all: State, ref: SessionRef): SignIn {
  const covers = (host: string) => ref.hosts.includes(host.toLowerCase())
  const cookies = ref.hosts.flatMap((host) =>
    all.cookies.filter((cookie) => sentTo(cookie, host)).map((cookie) => ({ ...cookie, domain: host })),
  )
  const origins = all.origins.filter(({ origin }) => URL.canParse(origin) && covers(new URL(origin).hostname))
  return {
    ref,
    state: { cookies, origins },
    covers,
    header(url) {
      const now = Date.now() / 1000
      const fits = cookies.filter(
        ({ domain, path, secure, expires }) =>
          domain === url.hostname &&
          pathFits(path, url.pathname) &&
          (!secure || url.protocol === 'https:') &&
          (expires < 0 || expires > now),
      )
      return fits.length === 0 ? null : fits.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
  }
}
