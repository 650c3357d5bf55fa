import { forTerminal, localTime } from '../i18n/format.ts'
import { importMessages } from '../i18n/import.ts'
import type { Look } from '../import/look.ts'
import type { ImportReport } from '../import/run.ts'
import type { Tools } from './command.ts'

const SHOWN = 10
const number = (n: number, tools: Tools): string => n.toLocaleString(tools.lang === 'vi' ? 'vi-VN' : 'en-GB')

const headLine = (of: Pick<ImportReport, 'file' | 'kind' | 'size' | 'sha256'>, tools: Tools): string => {
  const t = importMessages(tools.lang)
  return forTerminal(t.file(of.file, t.kinds[of.kind], number(of.size, tools), of.sha256))
}

/** What was passed over, what was not read, where the file is damaged. */
function restLines(of: Pick<ImportReport, 'passed' | 'troubles' | 'firstTroubles' | 'damage'>, tools: Tools): string[] {
  const t = importMessages(tools.lang)
  const passed = Object.entries(of.passed).sort(([, a], [, b]) => b - a)
  const more = passed.length > SHOWN ? ' …' : ''
  const list = passed.slice(0, SHOWN).map(([what, n]) => `${n} × ${what}`)
  return [
    ...(list.length ? [`  ${t.passed(list.join(', '))}${more}`] : []),
    ...(of.troubles ? [`  ${t.troubles(of.troubles)}`] : []),
    ...of.firstTroubles.slice(0, SHOWN).map(({ place, problem }) => `    ${place}: ${problem}`),
    ...(of.troubles > SHOWN ? ['    …'] : []),
    ...(of.damage === null ? [] : [`  ${t.damaged(of.damage)}`]),
  ].map(forTerminal)
}

/** One imported file. */
export function reportLines(report: ImportReport, tools: Tools): string[] {
  const t = importMessages(tools.lang)
  const { before, run, pages, listings, flagged, kind, end } = report
  return [
    headLine(report, tools),
    before
      ? `  ${t.before(localTime(before.at, tools.lang), forTerminal(before.by), run)}`
      : `  ${t.read(pages, listings, flagged.length, run)}`,
    ...(['warc', 'wacz', 'har'].includes(kind) ? [`  ${t.cookies}`] : []),
    ...restLines(report, tools),
    ...(end === 'interrupted' ? [`  ${t.interrupted}`] : []),
  ]
}

/** What would be read of one file. */
export function lookLines(look: Look, tools: Tools): string[] {
  const t = importMessages(tools.lang)
  const pages = look.first
    .slice(0, SHOWN)
    .map(({ url, listings, why }) => `    ${listings} · ${forTerminal(url)}${why ? ` (${forTerminal(why)})` : ''}`)
  return [
    headLine(look, tools),
    `  ${t.wouldRead(look.pages, look.listings)}`,
    ...pages,
    ...(look.first.length > SHOWN ? ['    …'] : []),
    ...restLines(look, tools),
  ]
}
