import type { Quote } from '../domain.ts'
import { LONG, type Lookalikes, lookalikeOf, spaced } from './lookalike-index.ts'
import type { Hit, Stream, Subject } from './subject.ts'
import { quoteOfHit, quoteTokens } from './subject.ts'
import type { Tokens } from './tokens.ts'

/** Numbers of the lists a listing's hits are looked up by. */
export interface LookalikeLists {
  readonly brands: number
  readonly notLookalikes: number
  /** Names that may be written with hidden letters. */
  readonly marked: number
  /** Names spelt as a Vietnamese says them. */
  readonly spoken: number
  readonly lookalikes: Lookalikes
}

/** A word or words of the title or the brand taken for a famous name: one or two letters off, sounding like it, or with letters hidden. */
export function lookalike(subject: Subject, lists: LookalikeLists): Quote[] | null {
  const honest = new Map<Stream, Set<number>>()
  for (const hit of [...(subject.hits.get(lists.brands) ?? []), ...(subject.hits.get(lists.notLookalikes) ?? [])]) {
    const places = honest.get(hit.stream) ?? new Set()
    honest.set(hit.stream, places)
    for (let at = hit.from; at < hit.to; at++) places.add(at)
  }
  const quotes: Quote[] = []
  for (const stream of subject.streams) {
    if (!named(stream)) continue
    for (const [from, to] of alikeIn(stream.tokens, honest.get(stream), lists.lookalikes))
      quotes.push(quoteTokens(stream, from, to))
  }
  const spoken = (subject.hits.get(lists.spoken) ?? []).filter(({ stream }) => named(stream))
  const all = [...quotes, ...spoken.map(quoteOfHit), ...(hiddenLetters(subject, lists) ?? [])]
  return all.length > 0 ? distinct(all) : null
}

/** A famous name in the title, the text or the brand some letters of which are masked, parted, doubled or other signs. */
export function hiddenLetters({ hits }: Subject, lists: LookalikeLists): Quote[] | null {
  const hidden = (hits.get(lists.marked) ?? []).filter(
    (hit) => hit.hidden && !onlyStyled(hit) && !hit.stream.attributeName && !isWritten(hit, lists.lookalikes),
  )
  return hidden.length > 0 ? distinct(hidden.map(quoteOfHit)) : null
}

/** `Close-up`, `L’Oréal`, `Li Ning`: names as they are printed, with a hyphen, a space or an accent of their own. */
export const isWritten = (hit: Hit, { written }: Lookalikes): boolean => {
  const { text } = quoteOfHit(hit)
  return !/\.\S/.test(text) && written.has(spaced(text))
}

const named = ({ field, attributeName }: Stream): boolean =>
  !attributeName && (field.kind === 'title' || field.kind === 'brand')

function* alikeIn(
  tokens: Tokens,
  honest: ReadonlySet<number> | undefined,
  lookalikes: Lookalikes,
): Generator<readonly [number, number]> {
  for (let at = 0; at < tokens.count; at++) {
    const word = tokens.marked[at] ?? ''
    const free = word === tokens.plain[at] && !honest?.has(at)
    if (free && lookalikeOf(word, lookalikes) !== null) yield [at, at + 1]
    else if (isPair(tokens, at) && pairOf(word, tokens.marked[at + 1] ?? '', lookalikes)) yield [at, at + 2]
  }
}

const isPair = (tokens: Tokens, at: number): boolean =>
  at + 1 < tokens.count && tokens.gap[at + 1] === 0 && [at, at + 1].every((i) => tokens.marked[i] === tokens.plain[i])

/** Two words taken for a name of two words: `New Balence`. One of them is as it should be. */
function pairOf(first: string, second: string, lookalikes: Lookalikes): boolean {
  if (first.length < 3 || second.length < 3) return false
  const known = lookalikes.honest.has(first) !== lookalikes.honest.has(second)
  const name = known ? lookalikeOf(first + second, lookalikes) : null
  return name !== null && name.length >= LONG
}

/** Decorative letters (bold, circled …) dress up whole titles of honest sellers too: alone they hide nothing. */
export function onlyStyled(hit: Hit): boolean {
  const { stream, from, to } = hit
  const plain = stream.tokens.folded.plain.slice(stream.tokens.starts[from] ?? 0, stream.tokens.ends[to - 1] ?? 0)
  return stream.asWritten && unmarkedLetters(quoteOfHit(hit).text.normalize('NFKC')) === unmarkedLetters(plain)
}

const unmarkedLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .toLowerCase()
    .slice(0, 200)
    .replace(/['’‘`´ʼ]/g, '')

function distinct(quotes: readonly Quote[]): Quote[] {
  const seen = new Set<string>()
  return quotes.filter(({ field, start, end }) => {
    const key = `${field} ${start} ${end}`
    return !seen.has(key) && seen.add(key)
  })
}
