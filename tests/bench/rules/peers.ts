import { Engine, type NestedCondition, Rule as PeerRule, type TopLevelCondition } from 'json-rules-engine'
import type { ScoreInput } from '../../../src/domain.ts'
import { fold } from '../../../src/normalise/fold.ts'
import type { Compiled } from '../../../src/rules/compiled.ts'
import type { Rule, Ruleset } from '../../../src/rules/ruleset.ts'
import { tokenise } from '../../../src/rules/tokens.ts'
import type { CompiledTerm, TermTrie } from '../../../src/rules/trie.ts'

/**
 * What others would write: one regular expression for each word list, over text folded once by the project's own folding.
 * They are asked for less than the project does: no readings of hidden words, no negation, no distance between words, no
 * facts, no quotes. Where a rule has such a part, it is left out or, for words near others, both must be there.
 */

export function termsByList(trie: TermTrie): ReadonlyMap<number, readonly CompiledTerm[]> {
  const lists = new Map<number, CompiledTerm[]>()
  for (let id = 0; id < trie.size; id++) {
    const term = trie.term(id)
    for (const list of term.lists) {
      const terms = lists.get(list)
      if (terms) terms.push(term)
      else lists.set(list, [term])
    }
  }
  return lists
}

/** Words of all fields with one space between them, `|` between clauses: what lists are looked for in. */
export function plainText(input: ScoreInput): string {
  const { title, description, attributes, ocr_text, seller, brand, category } = input
  const fields = [title, description, ...Object.values(attributes), ocr_text, seller?.name, brand, category]
  return fields.flatMap((text) => (text ? [wordsIn(text)] : [])).join('|')
}

function wordsIn(text: string): string {
  const { marked, gap, glued } = tokenise(fold(text), text)
  let out = ' '
  for (let at = 0; at < marked.length; at++) {
    if (at > 0 && !glued[at]) out += gap[at] === 0 ? ' ' : ' | '
    out += marked[at]
  }
  return `${out} `
}

/** Between a letter and a digit the space may be missing: `vtv3`. */
const joined = (words: readonly string[]): string =>
  words
    .map((word, at) => {
      const before = words[at - 1] ?? ''
      const space = at === 0 ? '' : /[\d#%]/.test(before) === /[\d#%]/.test(word) ? ' ' : ' ?'
      return space + (word === '#' ? '\\d+' : word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    })
    .join('')

/** List → its regular expression; a leading space lets it fail at most characters at once. */
export function expressions(ruleset: Ruleset): ReadonlyMap<number, RegExp> {
  return new Map(
    [...termsByList(ruleset.trie)].map(([list, terms]) => {
      const words = [...new Set(terms.map(({ marked }) => joined(marked)))]
      return [list, new RegExp(` (?:${words.join('|')}) `, 'u')]
    }),
  )
}

type Asked = (list: number) => boolean
type Whole = Pick<ScoreInput, 'price_vnd'>

/** A rule's condition by which lists were found. */
function holds(when: Compiled, asked: Asked, input: Whole): boolean {
  switch (when.op) {
    case 'all':
      return when.parts.every((part) => holds(part, asked, input))
    case 'any':
      return when.parts.some((part) => holds(part, asked, input))
    case 'not':
      return !holds(when.part, asked, input)
    case 'words':
      return asked(when.list) && (when.near === null || asked(when.near.list))
    case 'number':
      return when.of === 'price_vnd' && input.price_vnd !== null && input.price_vnd < when.below
    default:
      return false
  }
}

/** Ids of rules that hold; every list is looked for at most once. */
export function expressionLoop(ruleset: Ruleset): (input: ScoreInput) => readonly string[] {
  const all = expressions(ruleset)
  return (input) => {
    const text = plainText(input)
    const known = new Map<number, boolean>()
    for (const [list, expression] of all) known.set(list, expression.test(text))
    const asked = (list: number) => known.get(list) === true
    return ruleset.rules.filter(({ when }) => holds(when, asked, input)).map(({ body }) => body.id)
  }
}

/** The same rules in json-rules-engine: its conditions, and one operator of our own that looks a list up. */
export function jsonRulesEngine(ruleset: Ruleset): (input: ScoreInput) => Promise<readonly string[]> {
  const all = expressions(ruleset)
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator('says', (text: string, list: number) => all.get(list)?.test(text) === true)
  engine.addOperator('below', (price: number | null, most: number) => price !== null && price < most)
  for (const rule of ruleset.rules) engine.addRule(peerRule(rule))
  return async (input) => {
    const { events } = await engine.run({ text: plainText(input), price: input.price_vnd })
    return events.map(({ type }) => type)
  }
}

const NEVER: NestedCondition = { fact: 'text', operator: 'says', value: -1 }

function peerRule({ when, body }: Rule): PeerRule {
  const condition = nested(when)
  const top = ('fact' in condition ? { all: [condition] } : condition) as TopLevelCondition
  return new PeerRule({ conditions: top, event: { type: body.id } })
}

function nested(when: Compiled): NestedCondition {
  switch (when.op) {
    case 'all':
      return { all: when.parts.map(nested) }
    case 'any':
      return { any: when.parts.map(nested) }
    case 'not':
      return { not: nested(when.part) }
    case 'words': {
      const says = (value: number): NestedCondition => ({ fact: 'text', operator: 'says', value })
      return when.near ? { all: [says(when.list), says(when.near.list)] } : says(when.list)
    }
    case 'number':
      return when.of === 'price_vnd' ? { fact: 'price', operator: 'below', value: when.below } : NEVER
    default:
      return NEVER
  }
}
