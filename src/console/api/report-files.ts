import { z } from 'zod'
import { LANGS } from '../../i18n/messages.ts'
import { KINDS } from '../../report/document.ts'
import { REPORT_FORMATS } from '../../report/files.ts'
import { reportQuery, wishedReport } from '../../report/wish.ts'
import type { JobRow } from '../../store/console/api.ts'
import type { ProgramAsk } from '../ask.ts'
import { fileHeaders } from '../security.ts'
import { acting, type Endpoint, hash, instant, reading, sending } from './endpoint.ts'
import { jobFacts, jobIn, jobList, jobOf, resultOf } from './job.ts'
import { ApiProblem } from './problem.ts'

const RESULT = z.object({
  name: z.string(),
  bytes: z.int(),
  sha256: hash,
  until: instant,
  head: z.object({ seq: z.int(), hash, at: instant }).nullable(),
})

const job = jobOf({
  subject: z.string().describe('kind, period and format: `report:2026-11.pdf`'),
  file: z
    .strictObject({
      name: z.string(),
      bytes: z.int(),
      sha256: hash,
      href: z.string().describe('where it is fetched; it never changes'),
      until: instant.describe('the last moment that counts'),
      head: z
        .strictObject({ seq: z.int(), hash, at: instant })
        .nullable()
        .describe('the newest entry of the ledger that counts: asked for up to it, the same counts come again'),
    })
    .nullable()
    .describe('null until it is done'),
})

function told(row: JobRow, { world }: ProgramAsk): z.input<typeof job> {
  const made = resultOf(row, RESULT)
  return {
    ...jobFacts(row, world, `/report-files/${row.id}`, world.reportJobs.waits(row.id)),
    subject: row.subject,
    file: made && { ...made, href: `/api/v1/report-files/${row.id}/file` },
  }
}

const found = (ask: ProgramAsk): JobRow => jobIn(ask, 'report', 'no report was asked for under that number')

const list = jobList({
  path: '/report-files',
  name: 'reportFiles',
  scope: 'reports',
  kind: 'report',
  answer: job,
  told,
})

const one = reading({
  path: '/report-files/{id}',
  name: 'reportFile',
  scope: 'reports',
  query: z.strictObject({}),
  answer: job,
  read: async (ask) => told(found(ask), ask),
})

const create = acting({
  path: '/report-files',
  name: 'createReportFile',
  scope: 'reports:write',
  status: 202,
  changes: true,
  schema: z.strictObject({
    ...reportQuery,
    format: z.enum(REPORT_FORMATS),
    kind: z.enum(KINDS).default('report').describe('warning and tricks are for everybody and name nobody'),
    lang: z.enum(LANGS).default('vi'),
  }),
  example: { month: '2026-11', as_of: '2026-11-25', format: 'csv' },
  answer: job,
  act: async (ask, { format, kind, lang, ...wish }) => {
    const report = wishedReport(wish)
    const row = ask.world.reportJobs.start({ report, format, kind, lang }, ask.program.account.name)
    if (!row) throw new ApiProblem(409, 'too many reports wait; ask again when some are done')
    return told(row, ask)
  },
})

const download = sending({
  path: '/report-files/{id}/file',
  name: 'reportBytes',
  scope: 'reports',
  send: async (ask) => {
    const row = found(ask)
    const made = resultOf(row, RESULT)
    const bytes = made && (await ask.world.reportJobs.read(row.id))
    if (!made || !bytes) throw new ApiProblem(404, 'that report has no file, not yet or not any more')
    ask.world.console.access.note(ask.program.account.name, 'report.file', `${row.subject} ${made.sha256}`)
    return new Response(Buffer.from(bytes), { headers: fileHeaders('application/octet-stream', made.name) })
  },
})

export const reportFileEndpoints: readonly Endpoint[] = [list, one, create, download]
