import { BadInput, Busy, CannotWrite, EvidenceBroken } from '../../errors.ts'
import type { Ask, Route } from '../ask.ts'
import { tokenHash } from '../auth/tokens.ts'
import { mayWith } from '../roles.ts'
import { ApiProblem } from './problem.ts'
import { refusal } from './reply.ts'

type TokenRoute = Extract<Route, { readonly permission: 'token' }>

const MINUTE = { 'Retry-After': '60' }
const LATER = { 'Retry-After': '10' }
const CHALLENGE = { 'WWW-Authenticate': 'Bearer' }

const bearer = (headers: Headers): string | null =>
  /^Bearer ([\w-]{20,200})$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null

/** What went wrong: a question that makes no sense or does not fit, or a defect the log tells. */
function failed(ask: Ask, error: unknown): Response {
  if (error instanceof ApiProblem) return refusal(error.status, error.message)
  if (error instanceof BadInput) return refusal(400, error.message)
  ask.world.log.error({ err: error, path: ask.url.pathname }, 'a request of a program failed')
  if (error instanceof CannotWrite)
    return refusal(503, 'nothing can be written: the disk of the server is full or closed', LATER)
  if (error instanceof Busy) return refusal(503, 'another process holds the store', LATER)
  return refusal(500, error instanceof EvidenceBroken ? 'the stored evidence is broken; run "soi verify"' : 'a defect')
}

/** What came with the request. */
interface Sent {
  readonly headers: Headers
  readonly body: () => Promise<string>
}

/** Lets a program through to what its token is good for. A session's cookie counts for nothing here: no page can misuse it. */
export const programsAnswer = (ask: Ask, route: TokenRoute, sent: Sent): Promise<Response> =>
  admitted(ask, route, sent).catch((error: unknown) => failed(ask, error))

async function admitted(ask: Ask, route: TokenRoute, { headers, body }: Sent): Promise<Response> {
  const { console, programs } = ask.world
  // Read before anything is refused: a connection that is closed on a half-sent body is lost for the next request. A file is
  // read only from who may bring one.
  const text = route.method === 'POST' && !route.upload ? await body() : ''
  const shown = bearer(headers)
  const found = shown ? console.tokens.find(tokenHash(shown)) : null
  if (!programs.allow(found ? `token:${found.token.id}` : `address:${ask.address}`))
    return refusal(429, 'too many requests within a minute', MINUTE)
  if (!found) return refusal(401, 'send "Authorization: Bearer <token>" with a token in force', CHALLENGE)
  if (!mayWith(found.account.role, found.token.scopes, route.scope))
    return refusal(403, `this token, or its account, is not good for "${route.scope}"`)
  const action = route.method === 'GET' ? 'api.read' : 'api.write'
  console.access.note(found.account.name, action, `token:${found.token.id} ${ask.url.pathname}${ask.url.search}`)
  const sent = {
    ifNoneMatch: headers.get('if-none-match'),
    contentType: headers.get('content-type'),
    idempotencyKey: headers.get('idempotency-key'),
    body: route.upload ? await body() : text,
  }
  return route.handle({ ...ask, program: found, ...sent })
}
