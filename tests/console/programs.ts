import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { newToken, tokenHash } from '../../src/console/auth/tokens.ts'
import type { Role, Scope } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { must } from '../store/sample.ts'
import type { Desk } from './desk.ts'

const DAY_MS = 86_400_000

/** Where a token is made, and the server that takes it. */
export type TokenGround = Pick<Desk, 'home' | 'clock'> & { readonly console: Pick<Desk['console'], 'url'> }

export interface Program {
  readonly token: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** With an Idempotency-Key of its own unless one is given; null sends none. */
  post(path: string, body: unknown, key?: string | null, headers?: Record<string, string>): Promise<Response>
  revoke(): void
}

/** A program with this token at a server. */
export function programAt(token: string, url: string): Omit<Program, 'revoke'> {
  const at = (path: string) => `${url}/api/v1${path}`
  const bearer = { authorization: `Bearer ${token}` }
  return {
    token,
    get: (path, headers = {}) => fetch(at(path), { headers: { ...bearer, ...headers } }),
    post: (path, body, key = randomUUID(), headers = {}) =>
      fetch(at(path), {
        method: 'POST',
        headers: {
          ...bearer,
          'content-type': 'application/json',
          ...(key === null ? {} : { 'idempotency-key': key }),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** A program with a token of the account named like its role. */
export function tokenOf(desk: TokenGround, role: Role, scopes: readonly Scope[], days = 30): Program {
  const store = openConsole(desk.home, { now: () => desk.clock.now().toISOString() })
  const token = newToken()
  const account = must(store.accounts.byName(role))
  const endsAt = new Date(desk.clock.now().getTime() + days * DAY_MS).toISOString()
  const made = store.tokens.make(tokenHash(token), { account: account.id, label: 'test', scopes, endsAt })
  store.close()
  return {
    ...programAt(token, desk.console.url),
    revoke: () => {
      const again = openConsole(desk.home, { now: () => desk.clock.now().toISOString() })
      if (!again.tokens.revoke(made.id, account.id)) throw new Error('the token was not in force')
      again.close()
    },
  }
}

/** What is at an address. */
export async function read<T>(program: Program, path: string): Promise<T> {
  const answer = await program.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.json()) as T
}

/** Looks again until the job that was begun has ended. */
export async function ended(program: Program, answer: Response): Promise<unknown> {
  expect(answer.status).toBe(202)
  const at = must(answer.headers.get('location')).replace('/api/v1', '')
  for (;;) {
    const job = (await (await program.get(at)).json()) as { readonly state: string }
    if (job.state !== 'waiting' && job.state !== 'running') return job
    await sleep(700)
  }
}

/** Entries of an action, newest first, with what they say. */
export async function ledgerOf({ home }: Pick<Desk, 'home'>, action: string) {
  const store = await openStore(home, { actor: 'test', readOnly: true })
  const found = await store.ledger.list({ action, limit: 9 })
  await store.close()
  return found.map(({ actor, subject, body }) => ({ actor, subject, body: JSON.parse(body) }))
}
