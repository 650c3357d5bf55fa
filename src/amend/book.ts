import { BRANDS_FILE } from '../rules/brands.ts'
import { loadRuleset } from '../rules/load.ts'
import { ownFiles, packagedFiles, type RulesPlace, ruleFiles } from '../rules/place.ts'
import type { Excusing, Rule, Ruleset } from '../rules/ruleset.ts'
import type { BookFile, BookRule, RuleBook } from './types.ts'

/** The rules in force, compiled and as a book. */
export interface InForce {
  readonly ruleset: Ruleset
  readonly book: RuleBook
}

function bookRule({ body, version, file, fields, active }: Rule | Excusing): BookRule {
  const raises = 'category' in body ? body : null
  return {
    ...{ id: body.id, version, file, fields, active, strength: body.strength },
    ...{ title: body.title, why: body.why, innocent: body.innocent, falsePositives: body.false_positives },
    category: raises?.category ?? null,
    group: raises?.group ?? null,
    legal: raises?.legal ?? [],
    lowers: 'lowers' in body ? body.lowers : [],
    examples: { fires: body.examples.fires, quiet: body.examples.quiet, obfuscated: body.examples.obfuscated ?? [] },
  }
}

async function bookFiles(place: RulesPlace): Promise<readonly BookFile[]> {
  const packaged = new Map((await packagedFiles(place)).map(({ path, text }) => [path, text]))
  const own = new Set((await ownFiles(place)).map(({ path }) => path))
  return (await ruleFiles(place))
    .filter(({ path }) => path !== BRANDS_FILE)
    .map((file) => ({ ...file, own: own.has(file.path), packaged: packaged.get(file.path) ?? null }))
}

/** Reads the rules of a place. BadInput, NoInput as the loader says. */
export async function inForce(place: RulesPlace): Promise<InForce> {
  const ruleset = await loadRuleset(place)
  return {
    ruleset,
    book: {
      hash: ruleset.hash,
      flagAt: ruleset.scoring.flag_at,
      rules: [...ruleset.rules, ...ruleset.excuses].map(bookRule),
      legal: [...ruleset.legal.values()],
      files: await bookFiles(place),
    },
  }
}
