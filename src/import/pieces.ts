import { harPieces } from './har.ts'
import { savedPage } from './saved.ts'
import { csvPieces } from './table/csv.ts'
import { jsonLinePieces, jsonPieces } from './table/json.ts'
import type { Mapping } from './table/mapping.ts'
import { xlsxPieces } from './table/xlsx.ts'
import type { Piece, ReadKind, Source } from './types.ts'
import { waczPieces } from './wacz.ts'
import { warcPieces } from './warc.ts'

export interface Reading {
  /** Our clock at the import. */
  readonly at: string
  /** The address a saved page came from, as the officer says. */
  readonly url: string | null
  readonly mapping: Mapping | null
}

/**
 * Everything a file holds, in its order, in bounded memory. BadInput where it is damaged or too large; what came before
 * that has been given already.
 */
export async function* piecesOf(kind: ReadKind, source: Source, reading: Reading): AsyncGenerator<Piece> {
  const { at, url, mapping } = reading
  if (kind === 'warc') yield* warcPieces(source, at)
  else if (kind === 'wacz') yield* waczPieces(source, at)
  else if (kind === 'har') yield* harPieces(source, at)
  else if (kind === 'saved') yield await savedPage(source, url, at)
  else if (mapping !== null) yield* tablePieces(kind, source, mapping)
}

async function* tablePieces(
  kind: 'csv' | 'xlsx' | 'json' | 'jsonl',
  source: Source,
  mapping: Mapping,
): AsyncGenerator<Piece> {
  if (kind === 'csv') yield* csvPieces(source, mapping)
  else if (kind === 'xlsx') yield* xlsxPieces(source, mapping)
  else if (kind === 'json') yield* jsonPieces(source, mapping)
  else yield* jsonLinePieces(source, mapping)
}
