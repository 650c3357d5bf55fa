import { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { loadRuleset } from '../rules/load.ts'
import type { Tools } from './command.ts'

interface ListOptions {
  readonly json?: boolean
}

/** Every rule: id, strength, what it is about, title. */
export async function listRules(tools: Tools, options: ListOptions): Promise<ExitCode> {
  const t = rulesMessages(tools.lang)
  const ruleset = await loadRuleset(tools.rulesFolder)
  const rows = [...ruleset.rules, ...ruleset.excuses].map((rule) => ({
    id: rule.body.id,
    version: rule.version,
    file: rule.file,
    title: rule.body.title,
    strength: rule.body.strength,
    ...(rule.kind === 'offence'
      ? { category: rule.body.category, legal: rule.body.legal }
      : { lowers: rule.body.lowers }),
    active: rule.active,
  }))
  if (options.json) {
    tools.out(JSON.stringify({ ruleset: ruleset.hash, rules: rows }))
    return ExitCode.Ok
  }
  for (const row of rows) {
    const about = 'category' in row ? row.category : t.lowers(row.lowers.join(', '))
    tools.out(
      `${row.id}  ${row.strength}  ${about}${row.active ? '' : `  (${t.retired})`}\n    ${row.title[tools.lang]}`,
    )
  }
  tools.out(t.loaded(ruleset.rules.length, ruleset.excuses.length, ruleset.hash.slice(0, 12)))
  return ExitCode.Ok
}
