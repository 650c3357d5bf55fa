import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BadInput, CannotWrite } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { careMessages } from '../i18n/rules-care.ts'
import { loadRuleset } from '../rules/load.ts'
import { writtenTo } from '../rules/place.ts'
import { ruleOf } from '../rules/ruleset.ts'
import { rulePath, SCAFFOLD_FAMILIES, scaffold } from '../rules/scaffold.ts'
import type { Tools } from './command.ts'

/** Writes the file of a new rule to fill in; never overwrites. */
export async function newRule(tools: Tools, path: string, options: { readonly json?: boolean }): Promise<ExitCode> {
  const t = careMessages(tools.lang)
  const place = rulePath(path)
  if (!place) throw new BadInput(t.badPath(path, SCAFFOLD_FAMILIES.join(', ')))
  const ruleset = await loadRuleset(tools.rulesFolder)
  const folder = writtenTo(tools.rulesFolder)
  const file = join(folder, place.family, `${place.id}.yaml`)
  const other = ruleOf(ruleset, place.id)
  if (other) throw new BadInput(t.taken(place.id, `rules/${other.file}`))
  await writeNew(file, scaffold(ruleset, place.family, place.id), tools)
  tools.out(options.json ? JSON.stringify({ file, id: place.id }) : t.written(file))
  return ExitCode.Ok
}

async function writeNew(file: string, text: string, tools: Tools): Promise<void> {
  const t = careMessages(tools.lang)
  try {
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new BadInput(t.exists(file))
    throw new CannotWrite(`${file}: ${String(cause)}`)
  }
}
