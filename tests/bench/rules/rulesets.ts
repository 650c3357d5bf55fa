import { createHash } from 'node:crypto'
import { alternatives } from '../../../src/rules/alternatives.ts'
import { keeper, type Reader, type RuleFile } from '../../../src/rules/kept.ts'
import { lexiconOf, wordsOf } from '../../../src/rules/lexicon.ts'
import { rulesetOf } from '../../../src/rules/load.ts'
import type { Excusing, Rule, Ruleset } from '../../../src/rules/ruleset.ts'
import type { Condition, Term } from '../../../src/rules/schema.ts'
import { randomFrom } from '../random.ts'

const waysOf = alternatives((text) => ({ text }))
const firstWay = (text: string): string =>
  waysOf(text)?.[0]
    ?.map((word) => word.text)
    .join(' ') ?? text

type Random = () => number
/** Of one word list at most so many words go into a variant: a new rule has its own words, not those of another one anew. */
const MOST_WORDS = 60
const SOUNDS = 'ba do ki lu me na po ri su te vo xa zu gho quy tran blo kre sta vli'.split(' ')

/** A word of no language, of two to four sounds. */
export const inventedWord = (random: Random): string =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => SOUNDS[Math.floor(random() * SOUNDS.length)] ?? 'ba').join(
    '',
  )

/** The project's rules cut or grown to `size`, always the same ones. Grown ones keep the conditions of a rule and get telling words of their own. */
export async function rulesetOfSize(whole: Ruleset, size: number): Promise<Ruleset> {
  const random = randomFrom(size)
  const files = [...whole.files].map(([path, text]) => ({ path, text, sha256: hash(text) }))
  const all: readonly (Rule | Excusing)[] = [...whole.rules, ...whole.excuses]
  const chosen = shuffled(all, random).slice(0, size)
  const kept = new Set(chosen.map(({ file }) => file))
  const own = files.filter(({ path }) => kept.has(path) || !all.some(({ file }) => file === path))
  const { read } = await keeper(files)
  const lists = lexiconOf(files, read)
  const expand = (terms: readonly Term[]) =>
    terms.flatMap((term) => {
      const text = typeof term === 'string' ? term : term.term
      return text.startsWith('@') ? wordsOf(lists, text.slice(1)) : [text]
    })
  const bodies = new Map<string, unknown>()
  const grown = Array.from({ length: Math.max(0, size - chosen.length) }, (_, n): RuleFile => {
    const { body, file } = chosen[n % chosen.length] ?? chosen[0] ?? raise()
    const id = `${body.id}-v${n}`
    const path = `${file.split('/')[0]}/${id}.yaml`
    bodies.set(path, { ...body, id, when: varied(body.when, expand, random) })
    return { path, text: id, sha256: hash(id) }
  })
  const reader: Reader = (file, shown, schema) =>
    bodies.has(file.path) ? (bodies.get(file.path) as ReturnType<typeof schema.parse>) : read(file, shown, schema)
  return rulesetOf([...own, ...grown], reader)
}

const raise = (): never => {
  throw new Error('there are no rules')
}
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

export function shuffled<T>(all: readonly T[], random: Random): T[] {
  return all
    .map((one) => ({ one, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one)
}

/** The same condition with other telling words: those of the first list it asks for, each with an invented word in it. */
function varied(when: Condition, expand: (terms: readonly Term[]) => readonly string[], random: Random): Condition {
  if (when.words) {
    const words = shuffled(expand(when.words), random).slice(0, MOST_WORDS)
    return { ...when, words: words.map((text) => withInvented(firstWay(text), random)) }
  }
  if (when.any) return { ...when, any: when.any.map((part) => varied(part, expand, random)) }
  const first = when.all?.findIndex((part) => part.words || part.any) ?? -1
  return when.all && first >= 0
    ? { ...when, all: when.all.map((part, at) => (at === first ? varied(part, expand, random) : part)) }
    : when
}

/** One of the words is exchanged, so that the term shares its beginning or its end with real ones. */
function withInvented(text: string, random: Random): string {
  const words = text.split(' ')
  const at = Math.floor(random() * words.length)
  return words.map((word, i) => (i === at ? inventedWord(random) : word)).join(' ')
}
