import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { warningMessages } from '../i18n/warning.ts'
import { lastVietnamDay, vietnamClock, vietnamDay } from '../vietnam-day.ts'
import { trickSections, warningSections } from './public.ts'
import type { Report } from './schema.ts'
import type { ReportDocument } from './section.ts'
import { sectionsOf } from './sections.ts'

/** `report` is for the authority; the other two are for everybody, and name nobody. */
export const KINDS = ['report', 'warning', 'tricks'] as const
export type Kind = (typeof KINDS)[number]

/** To the second, in Viet Nam. */
const second = (at: string): string => vietnamClock(at).toISOString().slice(0, 19).replace('T', ' ')

type Framed = Pick<Report, 'period' | 'before' | 'yearAgo' | 'until' | 'head'>

const period = ({ period: { from, to } }: Framed, lang: Lang): string =>
  reportMessages(lang).period(vietnamDay(from), lastVietnamDay(to))

/** A hash can be compared with one that was printed elsewhere: it stands last, in a line of its own. */
const head = (report: Framed, lang: Lang): string => {
  const t = reportMessages(lang)
  return report.head ? t.head(report.head.seq, report.head.hash) : t.noHead
}

function reportLines(report: Framed, lang: Lang): readonly string[] {
  const t = reportMessages(lang)
  const { before, yearAgo, until } = report
  const written = (span: Report['period']) => `${vietnamDay(span.from)}–${lastVietnamDay(span.to)}`
  return [
    period(report, lang),
    `${t.comparison(written(before), written(yearAgo))} ${t.unobserved}`,
    t.caution,
    t.until(second(until)),
    head(report, lang),
  ]
}

/** A document of one kind, in words. */
export function documentOf(report: Report, kind: Kind, lang: Lang): ReportDocument {
  const { name, title, period: span } = report
  const w = warningMessages(lang)
  if (kind === 'report')
    return {
      title: reportMessages(lang).heading(name, title),
      lines: reportLines(report, lang),
      ...{ sections: sectionsOf(report, lang), at: span.to },
    }
  const { violations, goods, tricks } = report
  const counts = { violations, goods, tricks }
  const heading = kind === 'warning' ? w.heading(name, title) : w.tricksHeading(name, title)
  const sections = kind === 'warning' ? warningSections(counts, lang) : trickSections(counts, lang)
  return { title: heading, lines: [period(report, lang), head(report, lang)], sections, at: span.to }
}
