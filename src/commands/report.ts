import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { reportMessages } from '../i18n/report.ts'
import type { Wish } from '../report/wish.ts'
import type { Command, Tools } from './command.ts'

interface Options extends Wish {
  readonly format: string
  readonly output: string
}

async function report(tools: Tools, options: Options): Promise<ExitCode> {
  const t = reportMessages(tools.lang)
  const [{ buildReport }, { REPORT_FORMATS, reportBytes }, { wishedPeriod }, { openExisting }, files] =
    await Promise.all([
      import('../report/build.ts'),
      import('../report/files.ts'),
      import('../report/wish.ts'),
      import('../store/store.ts'),
      import('../evidence/whole-file.ts'),
    ])
  const format = REPORT_FORMATS.find((each) => each === options.format)
  if (format === undefined) throw new BadInput(t.badFormat(options.format))
  const period = wishedPeriod(options)
  await files.refuseExisting(options.output)
  const store = await openExisting(tools.home, { actor: tools.operator })
  try {
    const made = await buildReport(store.reports, period)
    const bytes = await reportBytes(made, format, tools.lang)
    // It names sellers: it stands in the ledger before it is anywhere else.
    await store.ledger.append('exported', `report:${made.name}`, { format, lang: tools.lang, period: made.period })
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
      .requiredOption('--format <html|csv|xlsx|json>', t.format)
      .requiredOption('-o, --output <file>', t.output)
      .action(act((tools, options: Options) => report(tools, options)))
  },
}
