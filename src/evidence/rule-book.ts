import type { Sha256 } from '../domain.ts'
import { EvidenceBroken } from '../errors.ts'
import type { PackSource } from '../store/api.ts'
import { sha256 } from '../store/canonical.ts'
import type { RuleBook } from './contents.ts'
import { ruleFile } from './names.ts'
import { type LegalText, legalTextOf, type RuleText, ruleTextOf } from './rule-text.ts'

const LEGAL = 'legal'

/** [ruleset, rule, version] of each `ruleset\nrule\nversion`, sorted. */
const parted = (used: ReadonlySet<string>): readonly (readonly [Sha256, string, string])[] =>
  [...used].sort().map((line) => {
    const [ruleset = '', rule = '', version = ''] = line.split('\n')
    return [ruleset, rule, version]
  })

/** Fetches the rule files as they were, by what a survey found used. Throws EvidenceBroken when one is not the version that a sighting names. */
export async function ruleBook(source: PackSource, used: ReadonlySet<string>): Promise<RuleBook> {
  const files = new Map<string, string>()
  const rules = new Map<string, RuleText | null>()
  const legal = new Map<Sha256, ReadonlyMap<string, LegalText>>()
  for (const [ruleset, rule, version] of parted(used)) {
    const text = await source.ruleText(ruleset, rule)
    if (text === null) continue // said in pack.json and in the report
    if (!sha256(text).startsWith(version))
      throw new EvidenceBroken(`the stored file of rule ${rule} is not version ${version}`)
    const path = ruleFile(ruleset, rule)
    files.set(path, text)
    rules.set(path, ruleTextOf(text))
    if (!legal.has(ruleset)) legal.set(ruleset, await legalList(source, ruleset, files))
  }
  return {
    files: [...files].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    rule: (ruleset, rule) => {
      const path = ruleFile(ruleset, rule)
      return files.has(path) ? { path, text: rules.get(path) ?? null } : null
    },
    legal: (ruleset, id) => legal.get(ruleset)?.get(id) ?? null,
  }
}

/** The legal list lies among the rules, where the references of these rules are spelled out. */
async function legalList(source: PackSource, ruleset: Sha256, files: Map<string, string>) {
  const text = await source.ruleText(ruleset, LEGAL)
  if (text !== null) files.set(ruleFile(ruleset, LEGAL), text)
  return legalTextOf(text ?? '')
}
