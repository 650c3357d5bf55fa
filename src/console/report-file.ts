import { buildReport, type ReportWish } from '../report/build.ts'
import type { Kind } from '../report/document.ts'
import { type FileWish, reportBytes } from '../report/files.ts'
import type { Report } from '../report/schema.ts'
import type { World } from './ask.ts'

export interface ReportFileWish extends Omit<FileWish, 'print'> {
  readonly report: ReportWish
}

interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly report: Report
}

/** What such a file is called in the ledger and in the log of access. */
export const reportSubject = (kind: Kind, period: string): string => `${kind}:${period}`

/**
 * A report as a file for one account. It names sellers: it stands in the ledger before it leaves. BadInput where there is no
 * such report; Unavailable where nothing prints.
 */
export async function makeReportFile(
  { store, console, print }: Pick<World, 'store' | 'console' | 'print'>,
  { report: wish, format, kind, lang }: ReportFileWish,
  account: string,
): Promise<ReportFile> {
  const report = await buildReport(store.reports, wish)
  const bytes = await reportBytes(report, { format, kind, lang, print })
  const { name, period, until, head } = report
  const body = { format, lang, period, until, head: head?.seq ?? null, account }
  await store.ledger.append('exported', reportSubject(kind, name), body, account)
  console.access.note(account, 'report.file', `${reportSubject(kind, name)} ${format}`)
  return { name: `soi-${kind}-${name}.${format}`, bytes, report }
}
