import type { Instant } from '../../domain.ts'
import type { KeptFile } from './files.ts'
import type { SellerRef } from './sellers.ts'

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

interface CaseAttachment extends KeptFile {
  readonly id: number
  readonly at: Instant
  readonly officer: string
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
  /** The note as it is kept. BadInput when it says nothing, or there is no such case. */
  note(id: number, text: string, by?: string): Promise<CaseNote>
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
