import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { MOST_FILE_BYTES } from '../casework/upload.ts'
import { BadInput } from '../errors.ts'
import { consoleMessages } from '../i18n/console.ts'
import { LANGS, type Lang } from '../i18n/messages.ts'
import { programsAnswer } from './api/gate.ts'
import { refusal } from './api/reply.ts'
import type { Ask, Route, SignedAsk, World } from './ask.ts'
import { cookieName, sameText, tokenHash } from './auth/tokens.ts'
import { problemOf, problemPage } from './pages/problem.ts'
import { redirect } from './reply.ts'
import { may } from './roles.ts'
import { ROUTES } from './routes.ts'
import { secured } from './security.ts'

/** A form holds text. */
const MOST_FORM_BYTES = 256 * 1024
/** One that takes a file too; what surrounds the file is small. */
const MOST_UPLOAD_BYTES = MOST_FILE_BYTES + MOST_FORM_BYTES
/** JSON that takes a file, in base64. */
const MOST_SENT_BYTES = Math.ceil(MOST_FILE_BYTES / 3) * 4 + MOST_FORM_BYTES

/** What the connection itself says; the proxy's word is taken only where one is trusted. */
interface Connection {
  readonly remoteAddress: string
}

const isSecure = (c: Context, world: World): boolean =>
  world.trustProxy && c.req.header('x-forwarded-proto') === 'https'

/** The last hop is the one the trusted proxy itself saw. */
const addressOf = (c: Context, world: World, connection: Connection): string =>
  (world.trustProxy && c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()) || connection.remoteAddress

const languageOf = (c: Context): Lang => LANGS.find((lang) => lang === getCookie(c, 'soi-lang')) ?? 'vi'

type Posted = Pick<Ask, 'form' | 'file'>
const NOTHING: Posted = { form: {}, file: null }

/** A file field that was left empty comes without a name. */
async function fileOf({ file }: Readonly<Record<string, unknown>>): Promise<Posted['file']> {
  return file instanceof File && file.name !== ''
    ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    : null
}

async function posted(c: Context, upload: boolean): Promise<Posted> {
  const body = await c.req.parseBody()
  const form = Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  return { form, file: upload ? await fileOf(body) : null }
}

/** `route` null: there is none, and nothing that was sent is read. */
async function askOf(c: Context, world: World, connection: Connection, route: Route | null): Promise<Ask> {
  const secure = isSecure(c, world)
  const cookie = getCookie(c, cookieName(secure))
  const token = cookie ? tokenHash(cookie) : null
  const session = token ? world.console.sessions.find(token) : null
  // Whoever may not do it sends a large form in vain: it is not read.
  const read = route?.method === 'POST' && may(session?.account.role ?? null, route.permission)
  return {
    world,
    lang: languageOf(c),
    url: new URL(c.req.url),
    params: c.req.param() as Record<string, string>,
    ...(read ? await posted(c, takesFile(route)) : NOTHING),
    address: addressOf(c, world, connection),
    secure,
    session,
    token,
  }
}

/** A change must come from our own page: its origin says so, and for who is signed in the session's own token too. */
function isForged(c: Context, ask: Ask, route: Route): boolean {
  if (route.method !== 'POST') return false
  const origin = c.req.header('origin')
  const host = c.req.header('host') ?? ''
  const own = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
  const stated = route.permission === 'public' || sameText(ask.form['csrf'] ?? '', ask.session?.csrf ?? '')
  return !own || !stated
}

const isSigned = (ask: Ask): ask is SignedAsk => ask.session !== null && ask.token !== null

const strangersAnswer = (ask: Ask, route: Route): Response =>
  route.method === 'GET'
    ? redirect(`/login?next=${encodeURIComponent(ask.url.pathname + ask.url.search)}`)
    : problemPage(ask, 'signed-out')

/** The one place where a request is let through to its page. */
async function answer(c: Context, ask: Ask, route: Route): Promise<Response> {
  if (route.permission === 'token')
    return programsAnswer(ask, route, { headers: c.req.raw.headers, body: () => c.req.text() })
  if (!may(ask.session?.account.role ?? null, route.permission))
    return ask.session ? problemPage(ask, 'forbidden') : strangersAnswer(ask, route)
  if (isForged(c, ask, route)) return problemPage(ask, 'forged')
  if (route.permission === 'public') return route.handle(ask)
  return isSigned(ask) ? route.handle(ask) : strangersAnswer(ask, route)
}

/** What went wrong, as a page: our own errors by what they mean, others as a defect that the log tells. */
function failed(ask: Ask, error: unknown): Response {
  if (error instanceof BadInput) return problemPage(ask, 'not-found')
  ask.world.log.error({ err: error, path: ask.url.pathname }, 'a page failed')
  return problemPage(ask, problemOf(error))
}

const takesFile = (route: Route): boolean => 'upload' in route && route.upload === true
function mostBytes(route: Route): number {
  if (!takesFile(route)) return MOST_FORM_BYTES
  return route.permission === 'token' ? MOST_SENT_BYTES : MOST_UPLOAD_BYTES
}

/** The web application; `connectionOf` tells who is at the other end. */
export function makeApp(world: World, connectionOf: (c: Context) => Connection): Hono {
  const app = new Hono()
  const tooLarge = (most: number) => async (c: Context) => {
    const answer = c.req.path.startsWith('/api/')
      ? refusal(413, `more than ${most} bytes`, { Connection: 'close' })
      : problemPage(await askOf(c, world, connectionOf(c), null), 'too-large')
    return secured(answer, isSecure(c, world))
  }
  for (const route of ROUTES)
    app.on(
      route.method,
      route.path,
      bodyLimit({ maxSize: mostBytes(route), onError: tooLarge(mostBytes(route)) }),
      async (c) => {
        const ask = await askOf(c, world, connectionOf(c), route)
        return secured(await answer(c, ask, route).catch((error: unknown) => failed(ask, error)), ask.secure)
      },
    )
  app.notFound(async (c) =>
    c.req.path.startsWith('/api/')
      ? secured(
          refusal(404, 'there is no such address; /api/v1/openapi.json names those there are'),
          isSecure(c, world),
        )
      : secured(problemPage(await askOf(c, world, connectionOf(c), null), 'not-found'), isSecure(c, world)),
  )
  app.onError((error, c) => {
    world.log.error({ err: error }, 'a request failed')
    const kind = problemOf(error)
    const [title, text] = consoleMessages(languageOf(c)).problems[kind]
    return secured(c.text(`${title}\n\n${text}\n`, kind === 'full' || kind === 'busy' ? 503 : 500), isSecure(c, world))
  })
  return app
}
