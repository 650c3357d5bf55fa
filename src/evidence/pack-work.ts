import type { FileHandle } from 'node:fs/promises'
import type { Instant, Sha256 } from '../domain.ts'
import type { Lang } from '../i18n/messages.ts'
import type { PackSource } from '../store/api.ts'
import type { Authority } from '../timestamp/stamp.ts'
import type { RedactedFrom } from './contents.ts'
import type { SigningKey } from './key.ts'
import type { ChainState } from './ledger-chain.ts'
import type { Draw } from './report/pictures.ts'
import type { Print } from './report/print.ts'
import type { Stamped } from './stamping.ts'
import type { Survey } from './survey.ts'

export interface PackOptions {
  /** The ZIP to make; must not exist yet. */
  readonly file: string
  /** Where the signing key is kept; made on first use. */
  readonly keyFolder: string
  readonly title: string
  readonly operator: string
  readonly unit: string | null
  /** Of bag-info.txt, refusals and the workbook's headings; of the report too, where `reportLangs` is not given. */
  readonly lang: Lang
  readonly reportLangs?: readonly Lang[]
  readonly createdAt: Instant
  readonly soiVersion: string
  /** Why it is made, in the officer's words. */
  readonly purpose?: string | null
  readonly case?: { readonly id: number; readonly title: string } | null
  /** Gaps are accepted, and stand on every page. */
  readonly partial?: boolean
  /** Timestamp authorities of the unit; each is asked for a token over the ledger's head and the tag manifest. */
  readonly authorities?: readonly Authority[]
  /** A working copy of that sealed pack; `source` gives masked contents then, and officers stand under pseudonyms. */
  readonly redacted?: (RedactedFrom & { readonly pseudonym: (name: string) => string }) | null
  /** Draws the report's pictures; without it they stand as they are. */
  readonly draw?: Draw | null
  /** Prints the report; without it there is no PDF. */
  readonly print?: Print | null
  /** After each exhibit, and after each listing of the report. */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops between two files; nothing is left behind. */
  readonly signal?: AbortSignal
}

export interface PackSummary {
  readonly file: string
  /** Folder inside the ZIP. */
  readonly bag: string
  readonly bytes: number
  /** Of the ZIP itself: the number to write into the minutes. */
  readonly sha256: Sha256
  readonly sightings: number
  readonly exhibits: number
  readonly files: number
  readonly ledger: ChainState
  readonly fingerprint: Sha256
  /** Of tagmanifest-sha256.txt: what the signature is over, and what a working copy names. */
  readonly tagManifest: Sha256
  /** How many gaps were accepted. */
  readonly gaps: number
  /** Timestamps over the head that were asked for while packing: the store keeps them too. */
  readonly anchored: readonly Stamped[]
}

/** What the parts of a pack are made with. */
export interface Work {
  readonly handle: FileHandle
  readonly source: PackSource
  readonly options: PackOptions
  readonly surveyed: Survey
  readonly key: SigningKey
  readonly name: string
}
