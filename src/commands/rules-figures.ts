import Table from 'cli-table3'
import type { Excuse, Signal } from '../domain.ts'
import { forTerminal } from '../i18n/format.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { fieldName, terms } from '../i18n/terms.ts'
import type { Evaluation, Grouping, Wrong } from '../rules/evaluate.ts'
import type { Figures } from '../rules/figures.ts'
import type { Share } from '../rules/shares.ts'
import type { Tools } from './command.ts'

export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`
/** A share with its interval, or a dash where nothing was counted. */
export const share = (of: Share | null): string =>
  of ? `${percent(of.value)} (${percent(of.low)} – ${percent(of.high)})` : '–'
export const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

export const plainTable = (head: readonly string[]) =>
  new Table({ head: [...head], style: { head: [], border: [], compact: true } })

/** Prints the summary, the table asked for and, when asked, every listing judged wrongly. */
export function printEvaluation(
  tools: Tools,
  result: Evaluation,
  { by, list }: { readonly by: Grouping | null; readonly list: boolean },
): void {
  for (const line of summary(result, tools)) tools.out(line)
  if (by) tools.out(groupTable(result, by, tools))
  if (list) for (const line of wrongLines(result, by, tools)) tools.out(line)
}

function summary(result: Evaluation, tools: Tools): readonly string[] {
  const t = rulesMessages(tools.lang)
  const { all } = result
  const violating = all.truePositives + all.falseNegatives
  return [
    t.counted(result.listings, violating, result.listings - violating),
    t.flagged(share(all.precision), share(all.recall), figure(all.f1), share(all.falsePositiveRate)),
    t.ranking(figure(result.averagePrecision), figure(result.rocAuc)),
    t.macro(figure(result.macroF1), result.macroCategories.length),
    t.hard(share(result.hardNegativesFlagged), share(result.evasiveRecall)),
  ]
}

function groupTable(result: Evaluation, by: Grouping, tools: Tools): string {
  const t = rulesMessages(tools.lang)
  const table = plainTable(t.heads)
  for (const [name, figures] of Object.entries(result.groups[by])) table.push(row(forTerminal(name), figures))
  return table.toString()
}

function row(name: string, figures: Figures): string[] {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = figures
  const all = truePositives + falsePositives + falseNegatives + trueNegatives
  const counts = [all, truePositives + falseNegatives, truePositives + falsePositives].map(String)
  return [
    name,
    ...counts,
    share(figures.precision),
    share(figures.recall),
    figure(figures.f1),
    share(figures.falsePositiveRate),
  ]
}

function wrongLines(result: Evaluation, by: Grouping | null, tools: Tools): readonly string[] {
  const t = rulesMessages(tools.lang)
  const lists: readonly (readonly [string, readonly Wrong[]])[] = [
    [t.missed, result.missed],
    [t.alarms, result.falseAlarms],
    ...(by === 'category' ? [[t.otherCategories, result.otherCategories] as const] : []),
  ]
  return lists.flatMap(([head, list]) => [
    `${head} (${list.length})`,
    ...list.flatMap((wrong) => wrongListing(wrong, tools)),
  ])
}

function wrongListing(wrong: Wrong, tools: Tools): readonly string[] {
  const t = rulesMessages(tools.lang)
  const { id, file, line, score, labels, reported, difficulty, evasion, title } = wrong
  const about = [difficulty, evasion].filter((part) => part !== null).join(', ')
  const says = t.labelledAs(labels.join(', ') || t.none, reported.join(', ') || t.none)
  return [
    `  ${forTerminal(`${id}  ${file}:${line}  ${score}  ${says}${about ? `  [${about}]` : ''}`)}`,
    `    ${forTerminal(title.slice(0, 120))}`,
    ...wrong.signals.map((signal) => `    + ${signal.rule} ${signal.strength}: ${quoted(signal, tools)}`),
    ...wrong.excused.map((excuse) => `    − ${excuse.rule} ${excuse.strength}: ${quoted(excuse, tools)}`),
  ]
}

const quoted = ({ quotes }: Signal | Excuse, { lang }: Tools): string =>
  quotes
    .map(
      ({ text, field }) => `“${forTerminal(text.slice(0, 80))}” (${forTerminal(fieldName(field, terms(lang).field))})`,
    )
    .join(', ')
