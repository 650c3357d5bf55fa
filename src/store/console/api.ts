// Long because it is the one list of what the console keeps for itself.
import type { Instant, Sha256 } from '../../domain.ts'
import type { Outbox } from './outbox-api.ts'
import type { Tips } from './tip-api.ts'

/** What the console's own database promises: who may sign in, who is signed in, who saw and did what. No evidence stands in it. */
export interface ConsoleStore {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly links: Links
  readonly attempts: Attempts
  readonly access: Access
  readonly tokens: ApiTokens
  readonly tips: Tips
  readonly outbox: Outbox
  readonly schedules: Schedules
  readonly watchLists: WatchLists
  readonly requests: ApiRequests
  readonly jobs: Jobs
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
  'packs',
  'checks',
  'tips',
  'decisions:write',
  'sellers:write',
  'cases:write',
  'sweeps:write',
  'packs:write',
  'checks:write',
  'tips:write',
  'reports:write',
  'rules:write',
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

/** Work that a program asked for and that outlasts its request. */
export interface JobRow {
  readonly id: number
  readonly kind: 'pack' | 'check' | 'report' | 'effect'
  /** Whose token asked. */
  readonly account: string
  /** `case:7` of a pack, the address of a check, `report:2026-11` of a report, `rules/<path>` of an effect. */
  readonly subject: string
  readonly madeAt: Instant
  /** The server that does it; begun by one that is gone, it was cut off. */
  readonly server: string
  readonly state: 'begun' | 'done' | 'failed'
  readonly endedAt: Instant | null
  /** What came of it, as JSON; null unless done. */
  readonly result: string | null
  /** Why it failed, in words for whoever asked; null where it is a defect that the log tells. */
  readonly problem: string | null
}

export interface Jobs {
  begin(job: Pick<JobRow, 'kind' | 'account' | 'subject' | 'server'>): JobRow
  end(id: number, end: Pick<JobRow, 'result' | 'problem'> & { readonly state: 'done' | 'failed' }): void
  /** Null where there is none of this kind. */
  get(kind: JobRow['kind'], id: number): JobRow | null
  /** Newest first. */
  list(filter: {
    readonly kind: JobRow['kind']
    readonly subject?: string
    readonly limit: number
    readonly before?: number
  }): readonly JobRow[]
}

/** What an officer set for a sweep; its plan stands in its file. */
export interface SweepSwitch {
  readonly name: string
  /** Null: not paused. */
  readonly pausedAt: Instant | null
  readonly pausedBy: string | null
  /** Times before this do not count. */
  readonly resumedAt: Instant | null
  /** "Run now", not begun yet. */
  readonly askedAt: Instant | null
  readonly askedBy: string | null
}

/** A time at which a sweep was due, and what became of it. */
export interface DueRow {
  readonly id: number
  readonly name: string
  readonly dueAt: Instant
  /** By its cron line, or because an officer asked. */
  readonly why: 'time' | 'asked'
  /** `begun` and not under way: it was cut off, and goes on where it stopped. */
  readonly state: 'begun' | 'done' | 'failed' | 'skipped'
  /** Earlier times that this one run makes up for. */
  readonly missed: number
  readonly attempts: number
  readonly at: Instant
  readonly endedAt: Instant | null
  /** The run in the evidence store. */
  readonly sweep: number | null
  /** Why it was skipped (`paused`, `running`, `ran`) or what failed, in English. */
  readonly detail: string | null
  /** Who asked. */
  readonly by: string | null
}

/** What is kept of schedules beside the sweep files. Two servers may write it at once. */
export interface Schedules {
  switches(): readonly SweepSwitch[]
  switchOf(name: string): SweepSwitch
  pause(name: string, by: string): void
  resume(name: string): void
  /** "Run now". False when it is asked for already. */
  ask(name: string, by: string): boolean
  answered(name: string, askedAt: Instant): void
  /** Since when a sweep has this cron line: `since` when it is another than before. */
  cronSince(name: string, line: string, since: Instant): Instant
  /** A sweep whose file is gone; what became of its times stays. */
  forget(name: string): void
  /** Null when that time of that sweep was claimed before, by whatever process. */
  claim(
    due: Pick<DueRow, 'name' | 'dueAt' | 'why' | 'missed' | 'detail' | 'by'> & { readonly state: 'begun' | 'skipped' },
  ): DueRow | null
  /** One attempt more. */
  again(id: number): void
  /** The last attempt says nothing of the run. */
  uncount(id: number): void
  end(id: number, end: Pick<DueRow, 'sweep' | 'detail'> & { readonly state: Exclude<DueRow['state'], 'begun'> }): void
  /** Begun and not ended, oldest first. */
  open(): readonly DueRow[]
  /** The newest claimed time of its cron line up to then: a clock that was ahead for a while counts for nothing. */
  lastDue(name: string, upTo: Instant): Instant | null
  /** Newest first. */
  list(filter: { readonly name?: string; readonly limit: number; readonly before?: number }): readonly DueRow[]
}

export const WATCH_KINDS = ['word', 'url', 'phone', 'account'] as const
export type WatchKind = (typeof WATCH_KINDS)[number]

/** One thing to watch: a word to search for, or a seller by address, telephone or account. */
export interface WatchEntry {
  readonly kind: WatchKind
  readonly value: string
  /** Id of the site file it is searched on; null: wherever the sweep says. */
  readonly site: string | null
  readonly note: string | null
}

export interface WatchList {
  readonly id: number
  readonly name: string
  readonly entries: number
  readonly changedAt: Instant
  readonly changedBy: string
}

export interface WatchLists {
  /** By name. */
  list(): readonly WatchList[]
  byName(name: string): WatchList | null
  /** In the order in which they came. */
  entries(id: number): readonly WatchEntry[]
  /** Makes the list where it is not there, and adds; `replace`: what it held goes. All or nothing. Returns how many are new. */
  put(name: string, entries: readonly WatchEntry[], by: string, replace: boolean): number
  remove(id: number): void
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
