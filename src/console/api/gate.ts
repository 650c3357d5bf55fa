import { BadInput, EvidenceBroken } from '../../errors.ts'
import type { Ask, Route } from '../ask.ts'
import { tokenHash } from '../auth/tokens.ts'
import { mayWith } from '../roles.ts'
import { refusal } from './reply.ts'

type TokenRoute = Extract<Route, { readonly permission: 'token' }>

const MINUTE = { 'Retry-After': '60' }
const CHALLENGE = { 'WWW-Authenticate': 'Bearer' }

const bearer = (headers: Headers): string | null =>
  /^Bearer ([\w-]{20,200})$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null

/** What went wrong: a thing that is not there by its address, a question that makes no sense, or a defect the log tells. */
function failed(ask: Ask, route: TokenRoute, error: unknown): Response {
  if (error instanceof BadInput) return refusal(route.path.includes(':id') ? 404 : 400, error.message)
  ask.world.log.error({ err: error, path: ask.url.pathname }, 'a request of a program failed')
  return refusal(500, error instanceof EvidenceBroken ? 'the stored evidence is broken; run "soi verify"' : 'a defect')
}

/** Lets a program through to what its token is good for. A session's cookie counts for nothing here: no page can misuse it. */
export async function programsAnswer(ask: Ask, route: TokenRoute, headers: Headers): Promise<Response> {
  const { console, programs } = ask.world
  const shown = bearer(headers)
  const found = shown ? console.tokens.find(tokenHash(shown)) : null
  if (!programs.allow(found ? `token:${found.token.id}` : `address:${ask.address}`))
    return refusal(429, 'too many requests within a minute', MINUTE)
  if (!found) return refusal(401, 'send "Authorization: Bearer <token>" with a token in force', CHALLENGE)
  if (!mayWith(found.account.role, found.token.scopes, route.scope))
    return refusal(403, `this token, or its account, is not good for "${route.scope}"`)
  console.access.note(found.account.name, 'api.read', `token:${found.token.id} ${ask.url.pathname}${ask.url.search}`)
  const ifNoneMatch = headers.get('if-none-match')
  return route.handle({ ...ask, program: found, ifNoneMatch }).catch((error: unknown) => failed(ask, route, error))
}
