import type { Cell } from '../export/columns.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { terms } from '../i18n/terms.ts'
import { TRICK_EXAMPLES, warningMessages } from '../i18n/warning.ts'
import type { Report } from './schema.ts'
import { type Section, tableSection } from './section.ts'

/** Smaller counts are not told: few listings could be known by them. */
const FEWEST = 5

/**
 * All that the public documents are made from: counts under names that are ours. Provinces and sites are left out, for a small one
 * stands for a seller; of a listing, a seller or a title there is nothing here to leak.
 */
export type PublicCounts = Pick<Report, 'violations' | 'goods' | 'tricks'>

const told = (n: number, lang: Lang): Cell => (n < FEWEST ? warningMessages(lang).few(FEWEST) : n)

const textSection = (title: string, text: readonly string[]): Section => ({
  ...{ title, text, chart: null, table: null, note: null },
})

/** What consumers are told: what was seen, of which goods, how to recognise it, what to do. */
export function warningSections({ violations, goods }: PublicCounts, lang: Lang): readonly Section[] {
  const w = warningMessages(lang)
  const { columns } = reportMessages(lang)
  const kinds = violations.filter(({ now }) => now > 0)
  const groups = goods.flatMap(({ goods: group, now }) => (group !== null && now > 0 ? [{ group, now }] : []))
  const advice = groups.flatMap(({ group }) => w.adviceOn[group] ?? [])
  return [
    textSection(w.what, w.intro),
    tableSection(
      w.what,
      [columns.kind],
      [columns.count],
      kinds.map(({ category, now }) => [terms(lang).category[category], told(now, lang)]),
    ),
    tableSection(
      w.goodsHead,
      [columns.goods],
      [columns.count],
      groups.map(({ group, now }) => [terms(lang).goods[group], told(now, lang)]),
    ),
    textSection(
      w.signs,
      kinds.map(({ category }) => w.signsOf[category]),
    ),
    textSection(w.advice, [...advice, ...w.always]),
    textSection(w.report, w.reportHow),
  ].filter(({ text, table }) => text.length > 0 || table !== null)
}

/** Which tricks were seen, each with an example that nobody wrote. */
export function trickSections({ tricks }: PublicCounts, lang: Lang): readonly Section[] {
  const w = warningMessages(lang)
  const { columns, sections } = reportMessages(lang)
  const rows = tricks
    .filter(({ now }) => now > 0)
    .map(({ trick, now }) => [terms(lang).trick[trick], TRICK_EXAMPLES[trick], told(now, lang)])
  return [
    tableSection(sections.tricks, [columns.trick, columns.example], [columns.count], rows, { text: w.tricksIntro }),
  ]
}
