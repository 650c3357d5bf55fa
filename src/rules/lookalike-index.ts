import { couldBeSyllable } from '../normalise/syllables.ts'
import type { Brand } from './brands.ts'
import { asOne, confusion, soundOf } from './letter-costs.ts'

/** Names by every form with letters left out and by sound; built once, so that looking a word up takes a bounded time. */
export interface Lookalikes {
  readonly names: ReadonlyMap<string, readonly string[]>
  readonly sounds: ReadonlyMap<string, readonly string[]>
  /** Words that are honest as they stand: the names themselves and their neighbours. */
  readonly honest: ReadonlySet<string>
  /** The same as they are written, spaces and marks of letters kept. */
  readonly written: ReadonlySet<string>
}

const SHORTEST = 4
const LONGEST = 20
/** Names this long may be two light changes away. */
export const LONG = 9

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
export const spaced = (name: string): string =>
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
