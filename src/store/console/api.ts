import type { Instant, Sha256 } from '../../domain.ts'

/** What the console's own database promises: who may sign in, who is signed in, who saw and did what. No evidence stands in it. */
export interface ConsoleStore {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly links: Links
  readonly attempts: Attempts
  readonly access: Access
  readonly tokens: ApiTokens
  readonly requests: ApiRequests
  close(): void
}

export const ROLES = ['viewer', 'analyst', 'investigator', 'reviewer', 'auditor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export interface Account {
  readonly id: number
  /** What is typed to sign in: lower case, unique. */
  readonly name: string
  readonly displayName: string
  readonly role: Role
  /** The unit's code: `QLTT-HN-01`. */
  readonly unit: string
  readonly active: boolean
  /** False until its one-time link has been used. */
  readonly hasPassword: boolean
  readonly hasTotp: boolean
  readonly createdAt: Instant
  readonly createdBy: string
}

/** What is compared at sign-in; goes nowhere else. */
export interface Secrets {
  /** PHC string of argon2id; null before the first password. */
  readonly passwordHash: string | null
  /** Base32; null where none is set up. */
  readonly totpSecret: string | null
  /** The last 30-second step that was accepted: a code counts once. */
  readonly totpStep: number
}

interface NewAccount {
  readonly name: string
  readonly displayName: string
  readonly role: Role
  readonly unit: string
  readonly createdBy: string
}

export interface Accounts {
  /** BadInput when the name is taken. */
  create(account: NewAccount): Account
  /** By name. */
  list(): readonly Account[]
  byName(name: string): (Account & Secrets) | null
  byId(id: number): (Account & Secrets) | null
  change(id: number, change: { readonly role: Role; readonly unit: string; readonly active: boolean }): void
  setPassword(id: number, hash: string): void
  setTotp(id: number, secret: string | null): void
  /** False when that step, or a later one, was accepted before. */
  useTotpStep(id: number, step: number): boolean
  /** The newest sighting this officer has been shown on Today. */
  seenUpTo(id: number): number
  setSeenUpTo(id: number, sighting: number): void
}

export interface Session {
  readonly account: Account
  /** Stands in every form. */
  readonly csrf: string
  /** What is newer than this has come in since the last visit. */
  readonly since: number
}

/** Only hashes of tokens are kept: who reads the file cannot sign in with it. */
export interface Sessions {
  begin(tokenHash: Sha256, account: number, csrf: string): void
  /** Null when unknown, idle too long, too old, or its account is not active. */
  find(tokenHash: Sha256): Session | null
  end(tokenHash: Sha256): void
  /** Signs one account out everywhere. */
  endAll(account: number): void
}

/** One-time links: the first administrator (account null), or the password of an account. */
export interface Links {
  /** Earlier links for the same are void. */
  make(tokenHash: Sha256, account: number | null): void
  /** Null when unknown, used or too old. */
  find(tokenHash: Sha256): { readonly account: number | null } | null
  use(tokenHash: Sha256): void
}

export interface Attempts {
  /** True while a name is locked, whether there is such an account or not. */
  locked(name: string): boolean
  failed(name: string): void
  succeeded(name: string): void
}

export interface AccessRow {
  readonly id: number
  readonly at: Instant
  readonly account: string
  /** `login`, `listing.open`, `file.open` … */
  readonly action: string
  readonly subject: string
}

/** Who saw and did what. */
export interface Access {
  note(account: string, action: string, subject: string): void
  /** Newest first. */
  list(filter: { readonly account?: string; readonly limit: number; readonly before?: number }): readonly AccessRow[]
}

/** What a token is good for; each is a part of what its account may do itself. */
export const SCOPES = [
  'listings',
  'sweeps',
  'sellers',
  'rules',
  'cases',
  'reports',
  'decisions',
  'ledger',
  'decisions:write',
  'cases:write',
] as const
export type Scope = (typeof SCOPES)[number]

/** A key for another program; the token itself is shown once and kept nowhere. */
export interface ApiToken {
  readonly id: number
  readonly account: number
  /** What its maker calls it. */
  readonly label: string
  readonly scopes: readonly Scope[]
  readonly madeAt: Instant
  readonly endsAt: Instant
  /** To the minute; null where it was never used. */
  readonly usedAt: Instant | null
  readonly revokedAt: Instant | null
}

export interface ApiTokens {
  make(tokenHash: Sha256, token: Pick<ApiToken, 'account' | 'label' | 'scopes' | 'endsAt'>): ApiToken
  /** Null when unknown, revoked, past its end, or its account is not active. */
  find(tokenHash: Sha256): { readonly token: ApiToken; readonly account: Account } | null
  /** Newest first, those that have ended too. `account` null: everybody's. */
  list(account: number | null): readonly ApiToken[]
  /** False where that account has no such token in force. `account` null: whoever's it is. */
  revoke(id: number, account: number | null): boolean
}

/** What became of a request that was sent before under the same key. */
type Earlier =
  | { readonly kind: 'new' }
  | { readonly kind: 'done'; readonly status: number; readonly body: string }
  /** The key stands for another request. */
  | { readonly kind: 'other' }
  /** It is under way, or was when the server stopped: whether it was carried out is not known. */
  | { readonly kind: 'unknown' }

/** Requests that change something, by the key their sender gave them: sent twice, they are carried out once. Kept a week. */
export interface ApiRequests {
  /** Takes the key where it is new. `request`: hash of what is asked. */
  begin(token: number, key: string, request: Sha256): Earlier
  end(token: number, key: string, answer: { readonly status: number; readonly body: string }): void
  /** Nothing was carried out: the key is free again. */
  drop(token: number, key: string): void
}

export interface OpenConsole {
  readonly now: () => Instant
}
