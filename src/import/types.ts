import type { Origin, Page, RawListing } from '../domain.ts'

/** What a file is, by its bytes. */
export type Kind = 'saved' | 'warc' | 'wacz' | 'har' | 'picture' | 'csv' | 'xlsx' | 'json' | 'jsonl' | 'pack'
/** What is read piece by piece; a pack is kept whole, beside what this unit recorded. */
export type ReadKind = Exclude<Kind, 'picture' | 'pack'>

export type Claimed = Origin['claimed']
export const NOTHING_CLAIMED: Claimed = { savedAt: null, software: null, source: null, date: null }

/** One page out of a file. */
export interface PagePiece {
  readonly page: Page
  /** Where in the file; null for the whole of it. */
  readonly place: string | null
  readonly claimed: Claimed
}

/** One row out of a table: a listing as printed there. */
export interface RowPiece {
  readonly row: RawListing
  readonly url: string
  readonly place: string
  /** The row as it stands there, column → cell. */
  readonly cells: Readonly<Record<string, string>>
}

/** Something of a file that was not read, or does not agree with itself. */
export interface Trouble {
  readonly place: string
  readonly problem: string
}

/** What reading a file brings, in the order of the file. `passed`: a part that holds no page, and what it is. */
export type Piece = PagePiece | RowPiece | { readonly trouble: Trouble } | { readonly passed: string }

/** A file to be read, wherever its bytes lie. */
export interface Source {
  /** Where to read it. */
  readonly path: string
  /** What it was called when it came, without folders. */
  readonly name: string
  readonly size: number
  /** How many bytes of it were read so far. */
  readonly onBytes: (bytes: number) => void
}

/** Largest page that is read: none is larger. */
export const MOST_PAGE = 50 * 2 ** 20
/** Largest file that has to be in memory whole (HAR, JSON). */
export const MOST_WHOLE = 256 * 2 ** 20
