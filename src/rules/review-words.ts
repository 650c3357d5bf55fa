// Longer than most: everything about words that stand in two places, which needs one view of all lists.
import { fold } from '../normalise/fold.ts'
import type { Lists } from './compile.ts'
import { filesOf, type Reader, type RuleFile } from './kept.ts'
import { lexiconOf } from './lexicon.ts'
import { type Finding, finding } from './review.ts'
import type { Rule, Ruleset } from './ruleset.ts'
import { type Condition, lexicon, type Term } from './schema.ts'

/** Lists that the facts about brands look up by name. */
const LOOKED_UP = ['brands', 'not-lookalikes']
const SHOWN = 12

const textOf = (term: Term): string => (typeof term === 'string' ? term : term.term)
/** The form that is matched: two spellings of one form are one word. */
const formOf = (text: string): string => fold(text).text.trim()

/** Lists nobody uses or out of order, and words that stand where they stand already. */
export function reviewWords(ruleset: Ruleset, read: Reader): readonly Finding[] {
  const files = filesOf(ruleset.files)
  const lists = lexiconOf(files, read)
  const homes = homesOf(files, read)
  const used = usedLists(ruleset, lists)
  const perList = Object.entries(lists).flatMap(([name, { terms }]) => {
    const home = homes.get(name) ?? 'lexicon/'
    return [...(used.has(name) ? [] : [finding('list-unused', home, name)]), ...reviewList(name, terms, home)]
  })
  const active = ruleset.rules.filter((rule) => rule.active)
  return [...perList, ...active.flatMap((rule) => twiceInRule(rule, lists)), ...twiceInCategory(active, lists)]
}

function homesOf(files: readonly RuleFile[], read: Reader): Map<string, string> {
  const found = files
    .filter(({ path }) => path.startsWith('lexicon/'))
    .flatMap((file) =>
      Object.keys(read(file, `rules/${file.path}`, lexicon).lists).map((name) => [name, file.path] as const),
    )
  return new Map(found)
}

/** Lists named in a condition, in the shared files or in a list that is used. */
function usedLists(ruleset: Ruleset, lists: Lists): Set<string> {
  const used = new Set<string>()
  const use = (name: string): void => {
    if (used.has(name)) return
    used.add(name)
    for (const term of lists[name]?.terms ?? []) if (textOf(term).startsWith('@')) use(textOf(term).slice(1))
  }
  for (const name of LOOKED_UP) use(name)
  for (const [path, text] of ruleset.files)
    if (!path.startsWith('lexicon/'))
      for (const [, name] of text.matchAll(/@([a-z0-9]+(?:-[a-z0-9]+)*)/g)) use(name ?? '')
  return used
}

/** Vietnamese alphabetical order, numbers by their digits: the order in which a reader looks a word up. */
const collator = new Intl.Collator('vi')

function reviewList(name: string, terms: readonly Term[], home: string): readonly Finding[] {
  const texts = terms.map(textOf)
  const unsorted = texts.find((text, at) => at > 0 && collator.compare(texts[at - 1] ?? '', text) > 0)
  const seen = new Set<string>()
  const doubles = texts.filter((text) => seen.size === seen.add(formOf(text)).size)
  return [
    ...(unsorted === undefined ? [] : [finding('list-unsorted', home, name, unsorted)]),
    ...(doubles.length === 0 ? [] : [finding('word-twice-in-list', home, name, shown(doubles))]),
  ]
}

const shown = (words: readonly string[]): string =>
  words.slice(0, SHOWN).join(' · ') + (words.length > SHOWN ? ` … (${words.length})` : '')

/** A word as it is matched → the lexicon list it came from, or `''` where the rule spells it out. */
type Words = ReadonlyMap<string, string>

function wordsIn(terms: readonly Term[], lists: Lists, origin = ''): Words {
  return new Map(
    terms.flatMap((term) => {
      const text = textOf(term)
      const name = text.slice(1)
      return text.startsWith('@') ? [...wordsIn(lists[name]?.terms ?? [], lists, name)] : [[formOf(text), origin]]
    }),
  )
}

/** The same lexicon list in two places is meant; the same word from two places is an oversight. */
const common = (a: Words, b: Words): string[] =>
  [...a]
    .filter(([word, origin]) => b.has(word) && (origin === '' || b.get(word) !== origin))
    .map(([word]) => word)
    .sort()

/** The conditions whose words are the reason: not those of `not`, `near`, `apart` or that only set the scene. */
const reasons = (when: Condition): readonly Condition[] =>
  when.words && !when.context ? [when] : (when.all ?? when.any ?? []).flatMap(reasons)

/** A word in two lists of one rule may meet two demands at once. */
function twiceInRule(rule: Rule, lists: Lists): readonly Finding[] {
  const distinct = new Map(reasons(rule.body.when).map(({ words = [] }) => [JSON.stringify(words), words]))
  const own = [...distinct.values()].map((terms) => ({
    name: terms.map(textOf).join(', ').slice(0, 60),
    words: wordsIn(terms, lists),
  }))
  return own.flatMap((a, at) =>
    own.slice(at + 1).flatMap((b) => {
      const words = common(a.words, b.words)
      return words.length === 0 ? [] : [finding('word-twice-in-rule', rule.file, `${a.name} / ${b.name}`, shown(words))]
    }),
  )
}

/** Words that make a rule fire by themselves. */
function sufficient(when: Condition, lists: Lists): Words {
  if (when.any) return new Map(when.any.flatMap((part) => [...sufficient(part, lists)]))
  const alone = when.words && !when.near && !when.count && !when.context
  return alone ? wordsIn(when.words, lists) : new Map()
}

/** One word that makes two rules of a category fire counts twice, unless they share a group. */
function twiceInCategory(rules: readonly Rule[], lists: Lists): readonly Finding[] {
  const all = rules.map((rule) => ({ rule, words: sufficient(rule.body.when, lists) }))
  return all.flatMap(({ rule, words }, at) =>
    all.slice(at + 1).flatMap((other) => {
      if (other.rule.body.category !== rule.body.category) return []
      const twice = common(words, other.words)
      return twice.length === 0 ? [] : [finding('word-in-two-rules', rule.file, other.rule.body.id, shown(twice))]
    }),
  )
}
