import type { Account, ApiToken, ConsoleStore, Scope } from '../../store/console/api.ts'
import { newToken, tokenHash } from './tokens.ts'

const DAY_MS = 86_400_000
/** A key that nobody renews within a year is a forgotten one. */
const MOST_DAYS = 366
const MOST_LABEL = 80

/** Null for anything but a whole number of days from 1 to 366. */
export const daysOf = (text: string): number | null =>
  /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_DAYS ? Number(text) : null

/** Null for a name that is empty, too long or of several lines. */
export function labelOf(text: string): string | null {
  const label = text.trim()
  return label !== '' && label.length <= MOST_LABEL && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(label) ? label : null
}

export interface WishedToken {
  readonly label: string
  readonly scopes: readonly Scope[]
  readonly days: number
}

/** Makes a token of that account and notes it under who made it. The text is nowhere else. */
export function makeToken(
  console: ConsoleStore,
  { account, by, now }: { readonly account: Account; readonly by: string; readonly now: Date },
  { label, scopes, days }: WishedToken,
): { readonly text: string; readonly token: ApiToken } {
  const text = newToken()
  const endsAt = new Date(now.getTime() + days * DAY_MS).toISOString()
  const token = console.tokens.make(tokenHash(text), { account: account.id, label, scopes, endsAt })
  console.access.note(by, 'token.make', `token:${token.id} account:${account.name} ${scopes.join(',')}`)
  return { text, token }
}

export const tokenState = ({ revokedAt, endsAt }: ApiToken, now: Date): 'good' | 'revoked' | 'ended' =>
  revokedAt !== null ? 'revoked' : endsAt <= now.toISOString() ? 'ended' : 'good'
