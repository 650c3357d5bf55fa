import type { ExitCode } from '../exit-codes.ts'
import { importMessages } from '../i18n/import.ts'
import type { Look } from '../import/look.ts'
import type { Tools } from './command.ts'
import { each, endingOf, type Work } from './import-work.ts'
import { importProgress } from './registry-report.ts'

/** `--dry-run`: says what would be read, and opens no store. */
export async function lookAll(work: Work, tools: Tools): Promise<ExitCode> {
  const t = importMessages(tools.lang)
  const { lookInto } = await import('../import/look.ts')
  const { lookLines } = await import('./import-text.ts')
  const { loadSites } = await import('../sites/load.ts')
  const { loadRuleset } = await import('../rules/load.ts')
  const { examinerOf } = await import('../examine.ts')
  const { NO_CHECKS } = await import('../domain.ts')
  const book = await loadSites(tools.siteFolders)
  const ruleset = await loadRuleset(tools.rulesFolder)
  const examiner = examinerOf(book, ruleset)
  const at = new Date().toISOString()
  const bar = importProgress(tools)
  const looks = await each(work, async ({ file, kind }): Promise<Look | null> => {
    if (kind === 'picture' || kind === 'pack') return null
    const reading = { file, kind, at, url: work.url, mapping: work.mapping?.rules ?? null, onBytes: bar.show }
    return lookInto(reading, { book, ruleset, examiner, checks: async () => NO_CHECKS }, tools.signal)
  }).finally(bar.end)
  const read = looks.filter((look) => look !== null)
  if (work.options.json) tools.out(JSON.stringify({ files: read, left: work.left }))
  else {
    for (const look of read) for (const line of lookLines(look, tools)) tools.out(line)
    for (const { file, why } of work.left) tools.err(`${file}: ${t.left(why)}`)
  }
  return endingOf(
    read.map((look) => ({ ...look, flagged: [], end: look.damage ? 'damaged' : 'finished' })),
    work.left,
    tools,
  )
}
