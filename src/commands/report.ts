import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import type { Kind } from '../report/document.ts'
import type { PrintPage } from '../report/files.ts'
import type { Wish } from '../report/wish.ts'
import type { Command, Tools } from './command.ts'

interface Options extends Omit<Wish, 'as_of'> {
  readonly asOf?: string
  readonly kind: string
  readonly format: string
  readonly output: string
}

async function kindOf(text: string, lang: Lang): Promise<Kind> {
  const { KINDS } = await import('../report/document.ts')
  const kind = KINDS.find((each) => each === text)
  if (kind === undefined) throw new BadInput(reportMessages(lang).badKind(text))
  return kind
}

async function report(tools: Tools, options: Options): Promise<ExitCode> {
  const { lang } = tools
  const t = reportMessages(lang)
  const [{ buildReport }, { REPORT_FORMATS, reportBytes }, { wishedReport }, { openExisting }, files] =
    await Promise.all([
      import('../report/build.ts'),
      import('../report/files.ts'),
      import('../report/wish.ts'),
      import('../store/store.ts'),
      import('../evidence/whole-file.ts'),
    ])
  const format = REPORT_FORMATS.find((each) => each === options.format)
  if (format === undefined) throw new BadInput(t.badFormat(options.format))
  const kind = await kindOf(options.kind, lang)
  const wish = wishedReport({ ...options, as_of: options.asOf })
  await files.refuseExisting(options.output)
  const store = await openExisting(tools.home, { actor: tools.operator })
  try {
    const made = await buildReport(store.reports, wish)
    const print: PrintPage = async (html, file, at) =>
      (await import('../print/once.ts')).printOnce({ chromium: tools.chromium }, html, file, at)
    const bytes = await reportBytes(made, { format, kind, lang, print })
    // A report names sellers: it stands in the ledger before it is anywhere else.
    const body = { format, lang, period: made.period, until: made.until, head: made.head?.seq ?? null }
    await store.ledger.append('exported', `${kind}:${made.name}`, body)
    await files.writeWholeFile(options.output, (handle) => handle.writeFile(bytes))
    tools.out(t.done(options.output, made.name))
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'report',
  declare: (program, lang, act) => {
    const t = reportMessages(lang)
    program
      .command('report')
      .description(t.about)
      .option('--from <day>', t.from)
      .option('--to <day>', t.to)
      .option('--day <day>', t.presets.day)
      .option('--week <week>', t.presets.week)
      .option('--month <month>', t.presets.month)
      .option('--quarter <quarter>', t.presets.quarter)
      .option('--year <year>', t.presets.year)
      .option('--title <text>', t.campaign)
      .option('--as-of <entry|day|instant>', t.asOf)
      .option('--kind <report|warning|tricks>', t.kind, 'report')
      .requiredOption('--format <html|pdf|docx|xlsx|csv|json>', t.format)
      .requiredOption('-o, --output <file>', t.output)
      .action(act((tools, options: Options) => report(tools, options)))
  },
}
