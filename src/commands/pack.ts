import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { BadInput } from '../errors.ts'
import type { PackSummary } from '../evidence/pack.ts'
import { type SealJob, sealPack } from '../evidence/seal-pack.ts'
import { ExitCode } from '../exit-codes.ts'
import { packMessages } from '../i18n/pack.ts'
import { packPrinter } from '../print/pack-printer.ts'
import type { PackSource } from '../store/api.ts'
import { configuredAuthorities } from '../timestamp/authorities.ts'
import { VERSION } from '../version.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { Command, Tools } from './command.ts'
import { type PackCommandOptions, reportLangs, selectionOf } from './pack-options.ts'

/** A bar on a terminal, nothing elsewhere: a pack is one line in a log. */
function progress(tools: Tools): { readonly step: (done: number, total: number) => void; readonly stop: () => void } {
  if (!tools.terminal) return { step: () => {}, stop: () => {} }
  const bar = new SingleBar({
    format: `${packMessages(tools.lang).packing} {bar} {value}/{total}`,
    clearOnComplete: true,
  })
  let begun = false
  return {
    step: (done, total) => {
      if (begun) bar.update(done)
      else bar.start(total, done)
      begun = true
    },
    stop: () => bar.stop(),
  }
}

async function isEmpty(source: PackSource): Promise<boolean> {
  for await (const _ of source.items()) return false
  return true
}

/** Writes the working copy of a sealed pack beside it. */
async function workingCopy({ store, source, selection, options }: SealJob, of: PackSummary): Promise<PackSummary> {
  const [
    { bagName, packSubject },
    { exportRecords },
    { buildPack },
    { redactedSource },
    { maskNote, pseudonyms },
    { blurOutside },
    { besideName, removeLeftovers },
  ] = await Promise.all([
    import('../evidence/bag.ts'),
    import('../evidence/contents.ts'),
    import('../evidence/pack.ts'),
    import('../evidence/redact/source.ts'),
    import('../evidence/redact/mask.ts'),
    import('../images/blur.ts'),
    import('../evidence/leftovers.ts'),
  ])
  const file = of.file.replace(/(\.zip)?$/i, '.working-copy.zip')
  const folder = besideName(file, 'pictures')
  await removeLeftovers(dirname(file))
  const pseudonym = pseudonyms()
  const redacted = { of: of.tagManifest, zip: of.sha256, pseudonym }
  try {
    const masked = redactedSource(source, { blur: blurOutside, folder, pseudonym })
    const { title, createdAt } = options
    const records = await exportRecords(masked.items())
    const said = { ...selection, title: maskNote(title), createdAt, records, redactedFrom: of.tagManifest }
    await store.ledger.append('exported', packSubject(bagName(createdAt, true)), said)
    const operator = pseudonym(options.operator)
    return await buildPack(masked, { ...options, file, operator, authorities: [], redacted })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function pack(tools: Tools, ids: readonly string[], typed: PackCommandOptions): Promise<ExitCode> {
  const t = packMessages(tools.lang)
  const [{ openStore }, { bagName }, { refuseExisting }, { reportPicture }] = await Promise.all([
    import('../store/store.ts'),
    import('../evidence/bag.ts'),
    import('../evidence/whole-file.ts'),
    import('../images/report-picture.ts'),
  ])
  const langs = reportLangs(typed.reportLang, tools.lang)
  const authorities = await configuredAuthorities(tools)
  const createdAt = new Date().toISOString()
  const file = typed.output ?? join(tools.home, 'packs', `${bagName(createdAt)}.zip`)
  if (typed.output === undefined) await mkdir(dirname(file), { recursive: true })
  await refuseExisting(file)
  const store = await openStore(tools.home, { actor: tools.operator })
  const bar = progress(tools)
  const printer = await packPrinter(typed.pdf, tools)
  try {
    const selection = await selectionOf(ids, typed, tools, store)
    const source = await store.packSource(selection)
    if (await isEmpty(source)) throw new BadInput(t.nothing)
    const ofCase = 'caseId' in selection ? await store.cases.get(selection.caseId) : null
    const options: SealJob['options'] = {
      ...{ file, keyFolder: join(tools.home, 'keys'), operator: tools.operator, unit: tools.unit, lang: tools.lang },
      ...{ reportLangs: langs, createdAt, soiVersion: VERSION, authorities, draw: reportPicture, print: printer.print },
      title: typed.title ?? ofCase?.title ?? t.defaultTitle(vietnamDay(createdAt)),
      ...{
        purpose: typed.purpose ?? null,
        partial: typed.partial ?? false,
        signal: tools.signal,
        onProgress: bar.step,
      },
      case: ofCase && { id: ofCase.id, title: ofCase.title },
    }
    const job: SealJob = { store, source, selection, options }
    const made = await sealPack(job)
    const copy = typed.redact ? await workingCopy(job, made) : null
    bar.stop()
    const { anchored: _, ...summary } = made
    tools.out(typed.json ? JSON.stringify({ ...summary, ...(copy ? { workingCopy: copy.file } : {}) }) : t.done(made))
    if (copy && !typed.json) tools.out(t.workingCopy(copy.file))
    return ExitCode.Ok
  } finally {
    bar.stop()
    await printer.close()
    await store.close()
  }
}

export const command: Command = {
  name: 'pack',
  declare: (program, lang, act) => {
    const t = packMessages(lang)
    program
      .command('pack')
      .description(t.about)
      .argument('[id...]', t.ids)
      .option('--sweep <n>', t.sweep)
      .option('--case <n>', t.case)
      .option('-o, --output <file>', t.output)
      .option('--title <text>', t.title)
      .option('--purpose <text>', t.purpose)
      .option('--report-lang <vi|en|both>', t.reportLang)
      .option('--partial', t.partial)
      .option('--redact', t.redact)
      .option('--no-pdf', t.noPdfOption)
      .option('--json', t.json)
      .action(act((tools, ids: string[], options: PackCommandOptions) => pack(tools, ids, options)))
  },
}
