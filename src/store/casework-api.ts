// Long because it is one page of promises: what officers add to listings, cases and sellers.
import type { Allowed, ContactKind, Instant, Listing, Sha256 } from '../domain.ts'
import type { DecisionVerdict, NewDecision, SightingRow } from './api.ts'
import type { DecisionReason } from './decision-reasons.ts'

// ── cases ───────────────────────────────────────────────────────────────────

/** `with-second-unit`: another unit has it; `waiting`: for an answer (rights holder, platform, laboratory). Only `closed` ends it. */
export const CASE_STATUSES = ['open', 'waiting', 'with-second-unit', 'confirmed', 'closed'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

/** What may be set of a case, again and again; every value that ever stood is kept. */
export const CASE_FIELDS = ['status', 'units', 'province', 'assignee', 'due'] as const
export type CaseField = (typeof CASE_FIELDS)[number]

/** `value` null: it stands empty again. */
export interface CaseChange {
  readonly field: CaseField
  readonly value: string | null
}

/** A file that an officer put to a case or a reply. `mediaType` is what its bytes say. */
export interface KeptFile {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Sha256
}

interface CaseAttachment extends KeptFile {
  readonly id: number
  readonly at: Instant
  readonly officer: string
}

/** A seller is its key on one site; where the site gives none, its name. */
export interface SellerRef {
  readonly site: string
  readonly key: string | null
  readonly name: string | null
}

interface CaseSeller extends SellerRef {
  readonly at: Instant
  readonly officer: string
}

export interface CaseNote {
  readonly at: Instant
  readonly officer: string
  readonly text: string
}

export interface Case {
  readonly id: number
  readonly title: string
  readonly createdAt: Instant
  readonly createdBy: string
  readonly status: CaseStatus
  /** Codes of the units that work on it. */
  readonly units: readonly string[]
  readonly province: string | null
  readonly assignee: string | null
  /** A day of Viet Nam, YYYY-MM-DD: by its end something must have happened. */
  readonly due: string | null
  /** Oldest first. */
  readonly sightings: readonly number[]
  readonly sellers: readonly CaseSeller[]
  readonly attachments: readonly CaseAttachment[]
}

export interface Cases {
  /** `by`: who makes it, where that is not the store's actor; so with the others. */
  create(title: string, by?: string, unit?: string | null): Promise<number>
  /** Those already in are left; returns how many were added. BadInput when a case or a sighting is not there. */
  add(id: number, sightings: readonly number[], by?: string): Promise<number>
  /** One entry for what differs from what stands; returns how many did. BadInput: no such status, day or case. */
  set(id: number, changes: readonly CaseChange[], by?: string): Promise<number>
  note(id: number, text: string, by?: string): Promise<void>
  notes(id: number, most: number): Promise<readonly CaseNote[]>
  /** `file` stands among the blobs already. */
  attach(id: number, file: KeptFile, by?: string): Promise<CaseAttachment>
  /** False where that seller is in it already. BadInput when no listing of that seller was ever seen. */
  addSeller(id: number, seller: SellerRef, by?: string): Promise<boolean>
  /** Newest first. */
  list(): Promise<readonly Case[]>
  /** BadInput when there is none. */
  get(id: number): Promise<Case>
}

// ── listings like a listing ─────────────────────────────────────────────────

export interface Likeness {
  /** Sightings whose listing gives this contact, newest first. */
  contact(kind: ContactKind, value: string, most: number): Promise<readonly number[]>
  /** Sightings whose title and description are nearly the same, the newest `most` looked at; `share` of word triples in common, 0–1. */
  text(listing: Listing, most: number): Promise<readonly { readonly sighting: number; readonly share: number }[]>
  /** What a list shows of these sightings; those that are not there are left out. */
  rows(ids: readonly number[]): Promise<readonly SightingRow[]>
}

// ── sellers on the allow-list ───────────────────────────────────────────────

export interface Allowance extends Allowed {
  readonly unit: string | null
  readonly seller: SellerRef
  /** Null while nobody took it back; it may have expired. */
  readonly ended: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

export interface NewAllowance {
  readonly seller: SellerRef
  readonly reason: string
  /** Days from now. */
  readonly days: number
  readonly unit: string | null
}

export interface Allowances {
  /** BadInput: no reason, too long, no such seller, one that is in force already. */
  add(allowance: NewAllowance, by?: string): Promise<Allowance>
  /** BadInput: no such allowance, or it is over. */
  end(id: number, reason: string, by?: string): Promise<void>
  /** What is in force for this seller at that moment. Synchronous: it stands on the way of every listing. */
  inForce(seller: SellerRef, at: Instant): Allowance | null
  /** Newest first. */
  list(): Promise<readonly Allowance[]>
}

// ── blind second review ─────────────────────────────────────────────────────

/** A decision that the lot chose to be judged a second time by somebody who does not see the first verdict. */
export interface Review {
  /** Of the first decision. */
  readonly decision: number
  readonly sighting: number
  readonly site: string
  readonly key: string
  readonly title: string
  readonly drawnAt: Instant
  readonly first: { readonly officer: string; readonly verdict: DecisionVerdict; readonly at: Instant }
  readonly second: {
    readonly officer: string
    readonly unit: string | null
    readonly verdict: DecisionVerdict
    readonly reason: DecisionReason
    readonly note: string | null
    readonly at: Instant
    readonly agrees: boolean
  } | null
}

export interface Reviews {
  /** The share of final dismissals, and of confirmations, that is drawn: 0–1. */
  share(): number
  setShare(share: number, by?: string): Promise<void>
  /** Waiting, oldest first, without those this officer decided on. */
  waitingFor(officer: string, most: number): Promise<readonly Review[]>
  /** The one of this listing that waits and that this officer may judge; null where there is none. */
  waitingOn(officer: string, site: string, key: string): Promise<Review | null>
  /** BadInput when that decision was not drawn. */
  get(decision: number): Promise<Review>
  /** The reviews of one listing, oldest first. */
  ofListing(site: string, key: string): Promise<readonly Review[]>
  /** Those where the two did not agree, newest first; `officer`: one of the two. */
  disagreements(filter: { readonly officer?: string }, most: number): Promise<readonly Review[]>
  /** How many were drawn, judged, and agreed. */
  figures(): Promise<{ readonly drawn: number; readonly judged: number; readonly agreed: number }>
  /** The second judgement. Where it differs and the first still stands, the listing is opened again. BadInput: not drawn, judged already, own. */
  judge(decision: number, second: Omit<NewDecision, 'about'>, by?: string): Promise<Review>
}

// ── what a seller answered ──────────────────────────────────────────────────

export const REPLY_KINDS = ['reply', 'correction'] as const
export const REPLY_WAYS = ['letter', 'e-mail', 'phone', 'in-person', 'platform', 'other'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]
export type ReplyWay = (typeof REPLY_WAYS)[number]

export interface NewReply {
  readonly sighting: number
  readonly kind: ReplyKind
  /** The day it was received, YYYY-MM-DD in Viet Nam; never after today. */
  readonly received: string
  readonly way: ReplyWay
  /** Who answered, as they call themselves. */
  readonly sender: string
  readonly text: string
  readonly file: KeptFile | null
  readonly unit: string | null
}

/** `officer`: who received it. */
export interface Reply extends NewReply {
  readonly id: number
  readonly at: Instant
  readonly officer: string
  readonly site: string
  readonly key: string
}

export interface Replies {
  /** BadInput: no such sighting, nothing said, a day to come. */
  add(reply: NewReply, by?: string): Promise<Reply>
  /** Oldest first. */
  of(site: string, key: string): Promise<readonly Reply[]>
}
