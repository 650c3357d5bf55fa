import type { Folded } from '../normalise/fold.ts'
import { smallOf } from '../normalise/letters.ts'
import type { Tokens } from './tokens.ts'

/** Letter for letter what was written, upper or lower case; answers for nearly every word of nearly every listing. */
function isPlain({ text, starts, ends }: Folded, input: string, first: number, last: number): boolean {
  const start = starts[first] ?? 0
  if ((ends[last] ?? 0) - start !== last - first + 1) return false
  for (let at = first; at <= last; at++) {
    const own = smallOf(input.charCodeAt(start + at - first))
    if (own === 0 || own !== text.charCodeAt(at)) return false
  }
  return true
}

/** The seller's own letters of these tokens are not the ones they are read as: look-alikes, styled or invisible ones. */
export function disguised(tokens: Tokens, from: number, to: number): boolean {
  const { folded, input } = tokens
  const first = tokens.starts[from] ?? 0
  const last = (tokens.ends[to - 1] ?? 0) - 1
  if (isPlain(folded, input, first, last)) return false
  const own = input.slice(folded.starts[first] ?? 0, folded.ends[last] ?? 0)
  const plain = folded.plain.slice(first, last + 1)
  const letters = own
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
  return letters.replace(/\s+/g, ' ') !== plain.replace(/\s+/g, ' ')
}
