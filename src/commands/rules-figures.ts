import Table from 'cli-table3'
import { BadInput } from '../errors.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { type Figures, GROUPINGS, type Grouping, grouped, type Judged, overall, type Share } from '../rules/evaluate.ts'
import type { Tools } from './command.ts'
import type { Options } from './rules.ts'

/** Prints the figures of an evaluation, as a table or as JSON. */
export function printFigures(tools: Tools, judged: readonly Judged[], flagAt: number, options: Options): void {
  const t = rulesMessages(tools.lang)
  const by = options.by === undefined ? null : groupingOf(options.by, tools)
  const groups = by ? grouped(judged, by, flagAt) : new Map<string, Figures>()
  const missed = judged.filter(({ labels, assessment }) => labels.length > 0 && !assessment.flagged)
  const alarms = judged.filter(({ labels, assessment }) => labels.length === 0 && assessment.flagged)
  if (options.json) {
    const lists = options.list ? { missed: missed.map(brief), falseAlarms: alarms.map(brief) } : {}
    tools.out(
      JSON.stringify({ all: overall(judged), ...(by ? { by, groups: Object.fromEntries(groups) } : {}), ...lists }),
    )
    return
  }
  const table = new Table({ head: [...t.heads], style: { head: [], border: [] } })
  table.push(row(t.all, overall(judged)), ...[...groups].map(([name, figures]) => row(name, figures)))
  tools.out(table.toString())
  if (!options.list) return
  for (const [head, list] of [[t.missed, missed] as const, [t.alarms, alarms] as const]) {
    tools.out(head)
    for (const one of list)
      tools.out(`  ${one.id}  ${one.assessment.score}  ${one.labels.join(',')}  ${one.title.slice(0, 100)}`)
    if (list.length === 0) tools.out(`  ${t.none}`)
  }
}

function groupingOf(by: string, tools: Tools): Grouping {
  const found = GROUPINGS.find((grouping) => grouping === by)
  if (!found) throw new BadInput(rulesMessages(tools.lang).unknownBy(by))
  return found
}

function row(name: string, figures: Figures): string[] {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = figures
  const all = truePositives + falsePositives + falseNegatives + trueNegatives
  const f1 = figures.f1 === null ? '–' : percent(figures.f1)
  return [name, String(all), share(figures.precision), share(figures.recall), f1, share(figures.falsePositiveRate)]
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`
const share = (of: Share | null) => (of ? `${percent(of.value)} (${percent(of.low)} – ${percent(of.high)})` : '–')
const brief = ({ id, title, labels, assessment }: Judged) => ({
  id,
  title,
  labels,
  score: assessment.score,
  rules: assessment.signals.map(({ rule }) => rule),
})
