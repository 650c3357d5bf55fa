import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { BadInput } from '../errors.ts'

/** One JSON value and its line number, from 1. */
export interface JsonLine {
  readonly number: number
  readonly value: unknown
}

/** JSON Lines as a stream: one line in memory at a time, empty lines skipped; BadInput at the first that is no JSON. */
export async function* jsonLines(
  input: Readable,
  say: (number: number, why: string) => string,
): AsyncGenerator<JsonLine> {
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line
    if (text.trim() === '') continue
    yield { number, value: parsed(text, number, say) }
  }
}

function parsed(text: string, number: number, say: (number: number, why: string) => string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BadInput(say(number, cause instanceof Error ? cause.message : String(cause)))
  }
}
