import type { z } from 'zod'
import { BadInput, NoInput } from '../errors.ts'
import { BRANDS_FILE, brandLists, brandsOf } from './brands.ts'
import type { Compiler } from './compile.ts'
import { compiler } from './compile.ts'
import { keeper, parsed, type Reader, type RuleFile, sha256 } from './kept.ts'
import { type KeptWords, keptWords, NOT_KEPT } from './kept-words.ts'
import { lexiconOf, wordsOf } from './lexicon.ts'
import { lookalikesOf } from './lookalike-index.ts'
import { needsOf, wakenedBy } from './needs.ts'
import { type RulesPlace, ruleFiles } from './place.ts'
import type { Excusing, Rule, Ruleset } from './ruleset.ts'
import { USUAL_FIELDS } from './ruleset.ts'
import { excuse, FAMILIES, legal, negation, offence, PRICE_QUANTITIES, prices, scoring } from './schema.ts'
import { trieOf } from './trie.ts'

/** Lists that facts look up by name; rules/lexicon/ must have them. */
const BRANDS = 'brands'
const NOT_LOOKALIKES = 'not-lookalikes'

/** Loads, validates and compiles every YAML file of a rules folder; BadInput names the file, the line and the key. */
export const loadRuleset = async (place: RulesPlace): Promise<Ruleset> => loadRules(await ruleFiles(place))

/** The same of files that were read already. */
export async function loadRules(files: readonly RuleFile[]): Promise<Ruleset> {
  const { read, keep } = await keeper(files)
  const words = await keptWords(files)
  const ruleset = rulesetOf(files, read, words)
  await keep()
  await words.keep()
  return ruleset
}

/** What names the rules of these files, where another thread applies them. */
export const namesOf = (files: readonly RuleFile[]): Pick<Ruleset, 'hash' | 'files'> => ({
  hash: rulesetHash(files),
  files: textsOf(files),
})

const textsOf = (files: readonly RuleFile[]) => new Map(files.map(({ path, text }) => [path, text]))

/** The rules of a place as they would be with these files instead of, or beside, those of the same path. Nothing is written. */
export async function loadRulesetWith(place: RulesPlace, changed: readonly RuleFile[]): Promise<Ruleset> {
  const paths = new Set(changed.map(({ path }) => path))
  const kept = (await ruleFiles(place)).filter(({ path }) => !paths.has(path))
  const files = [...kept, ...changed].sort((a, b) => (a.path < b.path ? -1 : 1))
  return rulesetOf(files, (await keeper(files)).read)
}

/** The same from file contents; pure, for tests and for rulesets kept with evidence. */
export function rulesetOf(files: readonly RuleFile[], reader: Reader = parsed, words: KeptWords = NOT_KEPT): Ruleset {
  const one = (path: string): RuleFile => {
    const found = files.find((file) => file.path === path)
    if (!found) throw new NoInput(`rules/${path} is missing`)
    return found
  }
  const read = <T>(path: string, schema: z.ZodType<T>): T => reader(one(path), `rules/${path}`, schema)
  const copied = files.filter(({ path }) => path === BRANDS_FILE).flatMap((file) => brandsOf(file, reader))
  const lists = { ...lexiconOf(files, reader), ...brandLists(copied) }
  const compile = compiler(lists, words.known)
  compile.floors(read('prices.yaml', prices).floors, 'rules/prices.yaml')
  const negating = compile.negation(read('negation.yaml', negation), 'rules/negation.yaml')
  const references = read('legal.yaml', legal).references
  const known = new Map(references.map((reference) => [reference.id, reference]))
  const rules: Rule[] = []
  const excuses: Excusing[] = []
  for (const file of files) {
    const [family = ''] = file.path.split('/')
    if (family === 'exculpatory') excuses.push(excuseOf(file, compile, reader))
    else if ((FAMILIES as readonly string[]).includes(family)) rules.push(ruleOf(file, compile, known, reader))
    else if (!isShared(file.path))
      throw new BadInput(
        `rules/${file.path}: belongs to no family; the families are ${FAMILIES.join(', ')}, exculpatory`,
      )
  }
  distinct([...rules, ...excuses])
  const brands = compile.named(BRANDS, 'rules/lexicon/')
  const notLookalikes = compile.named(NOT_LOOKALIKES, 'rules/lexicon/')
  const lookalikes = lookalikesOf(copied, wordsOf(lists, BRANDS))
  // Looked for by nobody: names as they are printed, so that they are not put together as hidden ones.
  compile.named('printed-names', 'data/')
  const [marked, spoken] = [compile.named('copied-names', 'data/'), compile.named('spoken-names', 'data/')]
  return {
    hash: rulesetHash(files),
    files: textsOf(files),
    rules: rules.sort(byId),
    wakenedBy: wakenedBy(rules.filter(({ active }) => active)),
    excuses: excuses.sort(byId),
    legal: known,
    scoring: read('scoring.yaml', scoring),
    trie: trieOf(words.made(compile.words()).trie),
    negation: negating,
    factLists: { brands, notLookalikes, marked, spoken, lookalikes },
  }
}

const byId = (a: { body: { id: string } }, b: { body: { id: string } }) => (a.body.id < b.body.id ? -1 : 1)
const isShared = (path: string) =>
  path.startsWith('lexicon/') ||
  path === BRANDS_FILE ||
  ['legal.yaml', 'negation.yaml', 'prices.yaml', 'scoring.yaml'].includes(path)

/** The hash that a ruleset of these files has, without loading them. */
export const rulesetHash = (files: readonly RuleFile[]): string =>
  sha256(
    [...files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, sha256: hash }) => `${path} ${hash}\n`)
      .join(''),
  )

function ruleOf(file: RuleFile, compile: Compiler, legalIds: ReadonlyMap<string, unknown>, read: Reader): Rule {
  const path = `rules/${file.path}`
  const body = read(file, path, offence)
  const stranger = body.legal.find((id) => !legalIds.has(id))
  if (stranger) throw new BadInput(`${path}: "legal" names ${stranger}, which is not in rules/legal.yaml`)
  if (onlyPrice(body.when))
    throw new BadInput(`${path}: price alone never decides; "when" needs words or a fact beside the number`)
  const negatable = body.negatable ?? true
  return { kind: 'offence', body, negatable, ...loaded(file, body, compile) }
}

function excuseOf(file: RuleFile, compile: Compiler, read: Reader): Excusing {
  const body = read(file, `rules/${file.path}`, excuse)
  return { kind: 'excuse', body, negatable: false, ...loaded(file, body, compile) }
}

function loaded(file: RuleFile, body: Rule['body'] | Excusing['body'], compile: Compiler) {
  const path = `rules/${file.path}`
  if (file.path.split('/').at(-1) !== `${body.id}.yaml`)
    throw new BadInput(`${path}: "id" is ${body.id}; name the file ${body.id}.yaml`)
  const when = compile.condition(body.when, path)
  return {
    version: file.sha256.slice(0, 12),
    file: file.path,
    text: file.text,
    when,
    needs: needsOf(when),
    fields: body.fields ?? USUAL_FIELDS,
    active: body.status !== 'retired',
  }
}

const onlyPrice = (when: Rule['body']['when']): boolean =>
  (when.number !== undefined && PRICE_QUANTITIES.includes(when.number.of)) ||
  when.fact === 'price_outlier_in_store' ||
  ((when.all ?? when.any ?? []).length > 0 && (when.all ?? when.any ?? []).every(onlyPrice))

function distinct(rules: readonly (Rule | Excusing)[]): void {
  const seen = new Map<string, string>()
  for (const { body, file } of rules) {
    const other = seen.get(body.id)
    if (other) throw new BadInput(`rules/${file}: the id ${body.id} is taken by rules/${other}`)
    seen.set(body.id, file)
  }
}
