import type { Quote } from '../domain.ts'
import { couldBeSyllable } from '../normalise/syllables.ts'
import type { Brand } from './brands.ts'
import { asOne, confusion, soundOf } from './letter-costs.ts'
import type { Hit, Stream, Subject } from './subject.ts'
import { quoteTokens } from './subject.ts'
import type { Tokens } from './tokens.ts'

/** Names by every form with letters left out and by sound; built once, so that looking a word up takes a bounded time. */
export interface Lookalikes {
  readonly names: ReadonlyMap<string, readonly string[]>
  readonly sounds: ReadonlyMap<string, readonly string[]>
  /** Words that are honest as they stand: the names themselves and their neighbours. */
  readonly honest: ReadonlySet<string>
  /** The same as they are written, spaces and marks of letters kept. */
  readonly written: ReadonlySet<string>
}

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

const SHORTEST = 4
const LONGEST = 20
/** Names this long may be two light changes away. */
const LONG = 9

/** How far a word may be from a name of this length. */
const allowed = (name: string): number => (name.length < 6 ? 0.6 : name.length < 7 ? 0.9 : name.length < LONG ? 1 : 1.5)

/** The index of single words and of names of several words run together; `extra` are names that have no entry of their own. */
export function lookalikesOf(brands: readonly Brand[], extra: readonly string[]): Lookalikes {
  const all = brands.map(({ name }) => name)
  const lettered = brands.filter(({ kinds }) => kinds.includes('letters')).map(({ name }) => name)
  const known = new Set(all.map(squashed))
  const single = extra.filter((name) => /^[A-Za-z]{5,}$/.test(name) && !known.has(squashed(name)))
  const names = new Map<string, string[]>()
  const sounds = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, name: string): void => {
    const there = map.get(key)
    if (!there) map.set(key, [name])
    else if (!there.includes(name)) there.push(name)
  }
  for (const name of new Set([...lettered, ...single].map(squashed))) {
    if (name.length < SHORTEST || name.length > LONGEST || !/^[a-z]+$/.test(name)) continue
    for (const form of shortened(name)) add(names, form, name)
    if (name.length > 4) {
      add(sounds, soundOf(name), name)
      add(sounds, asOne(name), name)
    }
  }
  const words = [...all, ...extra, ...brands.flatMap(({ neighbours }) => neighbours ?? [])].map((name) =>
    name.toLowerCase(),
  )
  const honest = new Set(words.flatMap((name) => [squashed(name), ...name.split(/[\s&/-]+/)]))
  return { names, sounds, honest, written: new Set(words.map(spaced)) }
}

/** A name as people write it, whatever its apostrophes and hyphens. */
const spaced = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`´.]/g, '')
    .replace(/[\s&/-]+/g, ' ')
    .trim()

const squashed = (name: string): string => name.toLowerCase().replace(/[\s'&./-]/g, '')

/** The word and every form of it with one letter left out: two words one edit apart share one of these. */
function withoutOne(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}

/** Two letters left out where two changes are allowed. */
const shortened = (word: string): ReadonlySet<string> =>
  new Set(word.length < LONG ? withoutOne(word) : withoutOne(word).flatMap(withoutOne))

/** The name that a word is taken for without being it; null when there is none. */
export function lookalikeOf(word: string, { names, sounds, honest }: Lookalikes): string | null {
  if (word.length < SHORTEST || word.length > LONGEST || honest.has(word) || !/^[a-z]+$/.test(word)) return null
  if (couldBeSyllable(word)) return null
  for (const form of shortened(word)) {
    for (const name of names.get(form) ?? []) if (isTaken(name, word)) return name
  }
  const alike = [...(sounds.get(soundOf(word)) ?? []), ...(sounds.get(asOne(word)) ?? [])]
  return alike.find((name) => sameStart(name, word) && confusion(name, word) <= 2) ?? null
}

/** The plural of a name is the name. */
const isTaken = (name: string, word: string): boolean =>
  sameStart(name, word) && !(word === `${name}s` && !name.endsWith('s')) && confusion(name, word) <= allowed(name)

const sameStart = (name: string, word: string): boolean => soundOf(name).charAt(0) === soundOf(word).charAt(0)

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
  const all = [...quotes, ...spoken.map(({ quote }) => quote), ...(hiddenLetters(subject, lists) ?? [])]
  return all.length > 0 ? distinct(all) : null
}

/** A famous name in the title, the text or the brand some letters of which are masked, parted, doubled or other signs. */
export function hiddenLetters({ hits }: Subject, lists: LookalikeLists): Quote[] | null {
  const hidden = (hits.get(lists.marked) ?? []).filter(
    (hit) => hit.hidden && !onlyStyled(hit) && !hit.stream.attributeName && !isWritten(hit, lists.lookalikes),
  )
  return hidden.length > 0 ? distinct(hidden.map(({ quote }) => quote)) : null
}

/** `Close-up`, `L’Oréal`, `Li Ning`: names as they are printed, with a hyphen, a space or an accent of their own. */
const isWritten = ({ quote }: Hit, { written }: Lookalikes): boolean =>
  !/\.\S/.test(quote.text) && written.has(spaced(quote.text))

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
export function onlyStyled({ quote, stream, from, to }: Hit): boolean {
  const plain = stream.tokens.folded.plain.slice(stream.tokens.starts[from] ?? 0, stream.tokens.ends[to - 1] ?? 0)
  return stream.asWritten && unmarkedLetters(quote.text.normalize('NFKC')) === unmarkedLetters(plain)
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
