import type { Instant, RegistryKind, RegistryRecord, SnapshotRef } from '../../domain.ts'

/** Keys of a row, made by normalise/registry-keys.ts; '' where the row has none. */
export interface RegistryRow {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly tax: string
  readonly url: string
  readonly record: RegistryRecord
}

export interface NewSnapshot extends SnapshotRef {
  readonly fileName: string
  readonly bytes: number
  readonly encoding: string
}

export interface Rejection {
  /** First line of the row in the file, from 1. */
  readonly line: number
  readonly reason: string
}

/** One import, recorded with what it took and what it refused. */
export interface Snapshot extends NewSnapshot {
  readonly id: number
  readonly state: 'in force' | 'superseded'
  readonly rows: number
  readonly rejected: number
  /** Rows whose number, or name where there are no numbers, another row has too. All are kept. */
  readonly duplicates: number
  readonly importedAt: Instant
  readonly importedBy: string
}

/** A snapshot on its way in. Nothing of it is seen before `enforce`; a process that dies leaves the one before in force. */
export interface Loading {
  readonly id: number
  /** One transaction. */
  add(rows: readonly RegistryRow[], rejected: readonly Rejection[]): void
  /** Indexes what was added and counts it; durable when it returns. */
  complete(): { readonly rows: number; readonly rejected: number; readonly duplicates: number }
  /** Puts it in force instead of the one before, in one transaction. */
  enforce(): void
  /** Removes what was added. Safe to call after a failure. */
  abandon(): void
}

/** Registry snapshots in `<home>/registries.sqlite`, apart from the evidence: they are large and can be had again. */
export interface Registries {
  /** Busy while another import runs. */
  begin(snapshot: NewSnapshot): Loading
  /** Newest first; superseded ones too. */
  list(): readonly Snapshot[]
  rejections(id: number): readonly Rejection[]
  /** In force when this was opened; the same for as long as it stays open. */
  snapshot(kind: RegistryKind): Promise<SnapshotRef | null>
  find(kind: RegistryKind, by: 'number' | 'name' | 'tax' | 'url', key: string): Promise<readonly RegistryRecord[]>
  close(): void
}

export interface OpenRegistries {
  /** No file is made or changed; a home without registries answers that there is none. */
  readonly readOnly: boolean
  readonly actor: string
  readonly now: () => Instant
}
