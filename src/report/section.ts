import type { Cell } from '../export/columns.ts'
import type { Chart } from './charts.ts'

/** One part of a document: words, a picture, a table; each of them may be missing. */
export interface Section {
  readonly title: string
  /** Paragraphs above the table. */
  readonly text: readonly string[]
  readonly chart: Chart | null
  /** The first `names` cells of a row say what it is about, the others are counts. Null: no table is meant to be here. */
  readonly table: Table | null
  readonly note: string | null
}

export interface Table {
  readonly names: number
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What every format is made from. */
export interface ReportDocument {
  readonly title: string
  /** Period, comparison, caution, the head of the ledger. */
  readonly lines: readonly string[]
  readonly sections: readonly Section[]
  /** The end of the period: the time that files bear, so that they do not depend on when they are made. */
  readonly at: string
}

/** A table and no more. */
export const tableSection = (
  title: string,
  names: readonly string[],
  counts: readonly string[],
  rows: Table['rows'],
  more: Partial<Pick<Section, 'note' | 'chart' | 'text'>> = {},
): Section => ({
  ...{ title, text: [], chart: null, note: null },
  table: { names: names.length, head: [...names, ...counts], rows },
  ...more,
})
