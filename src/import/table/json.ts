import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { BadInput } from '../../errors.ts'
import { decodeBytes } from '../../page/decode.ts'
import { MOST_WHOLE, type Piece, type Source } from '../types.ts'
import type { Mapping } from './mapping.ts'
import { pieceOfRow } from './row.ts'

/** No record is larger. */
const MOST_LINE = 4 * 2 ** 20

/** What stands under a name with dots; a name that holds dots itself wins. */
function at(data: unknown, path: string): unknown {
  if (typeof data !== 'object' || data === null) return undefined
  if (Object.hasOwn(data, path)) return (data as Record<string, unknown>)[path]
  const dot = path.indexOf('.')
  if (dot < 0) return undefined
  const [first, rest] = [path.slice(0, dot), path.slice(dot + 1)]
  return Object.hasOwn(data, first) ? at((data as Record<string, unknown>)[first], rest) : undefined
}

/** A cell of JSON as text; lists of simple values are joined. */
function printed(value: unknown): string | null {
  if (typeof value === 'string') return value.normalize('NFC').trim() || null
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return null
  return (
    value
      .map(printed)
      .filter((part) => part !== null)
      .join(' ') || null
  )
}

function pieceOfRecord(record: unknown, place: string, path: string, mapping: Mapping): Piece {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { trouble: { place, problem: 'is no object' } }
  const cells = Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, printed(value) ?? JSON.stringify(value)]),
  )
  const cell = (column: string) => printed(at(record, column))
  return pieceOfRow({ place, cell, source: (column) => `json:${path}.${column}`, cells }, mapping)
}

/** Listings out of one JSON document. */
export async function* jsonPieces(source: Source, mapping: Mapping): AsyncGenerator<Piece> {
  if (source.size > MOST_WHOLE) throw new BadInput(`${source.name} is larger than 256 MB: ask for JSON lines or CSV`)
  const data = parsed(decodeBytes(await readFile(source.path), 'application/json'), source.name)
  source.onBytes(source.size)
  const list = mapping.records === undefined ? data : at(data, mapping.records)
  if (!Array.isArray(list))
    throw new BadInput(
      `${source.name}: ${mapping.records ?? 'the document'} is no list; records: says where the list stands`,
    )
  const path = mapping.records === undefined ? '$' : `$.${mapping.records}`
  for (const [i, record] of list.entries()) yield pieceOfRecord(record, `json:${path}[${i}]`, `${path}[${i}]`, mapping)
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BadInput(`${name} is damaged: ${(cause as Error).message}`, { cause })
  }
}

/** Listings out of JSON lines, one in memory at a time. */
export async function* jsonLinePieces(source: Source, mapping: Mapping): AsyncGenerator<Piece> {
  const stream = createReadStream(source.path)
  stream.on('data', () => source.onBytes(stream.bytesRead))
  stream.pause()
  let number = 0
  for await (const raw of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = number++ === 0 ? raw.replace(/^\ufeff/, '') : raw
    const place = `jsonl:line ${number}`
    if (line.trim() === '') continue
    if (line.length > MOST_LINE) yield { trouble: { place, problem: 'is longer than 4 MB' } }
    else yield lineRecord(line, place, number, mapping)
  }
}

function lineRecord(line: string, place: string, number: number, mapping: Mapping): Piece {
  try {
    return pieceOfRecord(JSON.parse(line), place, `line ${number}`, mapping)
  } catch (error) {
    if (error instanceof SyntaxError) return { trouble: { place, problem: error.message } }
    throw error
  }
}
