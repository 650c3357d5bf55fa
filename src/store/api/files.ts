import type { Instant, Sha256 } from '../../domain.ts'

/** A file as it came from an officer; an exhibit from the moment it is kept. */
export interface BroughtFile {
  readonly sha256: Sha256
  readonly size: number
  /** The name it had, without folders. */
  readonly name: string
  readonly mediaType: string
  readonly at: Instant
  readonly by: string
}

export interface Files {
  /** Enters a stored file as an exhibit, with name and bringer in the ledger (`file.bring`, `file:<sha256>`); once for each hash. */
  bring(file: Pick<BroughtFile, 'sha256' | 'size' | 'name' | 'mediaType'>): Promise<BroughtFile>
}

export interface Blobs {
  /** Durable when it returns. CannotWrite when the disk is full or read-only. */
  put(bytes: Uint8Array): Promise<Sha256>
  /** The same of content too large for memory. What `content` throws is thrown, and nothing is kept. */
  putStream(content: AsyncIterable<Uint8Array>): Promise<{ readonly sha256: Sha256; readonly size: number }>
  /** Hashes what it reads; EvidenceBroken when missing or changed. */
  read(sha256: Sha256): Promise<Uint8Array>
  /** The bytes as they are, for who hashes them anyway; EvidenceBroken when missing. */
  unchecked(sha256: Sha256): Promise<Uint8Array>
  /** Absolute. */
  path(sha256: Sha256): string
}

export interface Rulesets {
  /** Keeps the files (path → text) of a ruleset; harmless when it is already kept. */
  keep(hash: Sha256, files: ReadonlyMap<string, string>): Promise<void>
  /** The file that declares `id: <rule>`, or is named so; null when not kept. */
  text(hash: Sha256, rule: string): Promise<string | null>
  /** Every file of a kept ruleset, path → text; null when it is not kept. */
  files(hash: Sha256): Promise<ReadonlyMap<string, string> | null>
}

/** A file that an officer put to a case or a reply. `mediaType` is what its bytes say. */
export interface KeptFile {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Sha256
}
