import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { VERSION } from '../cli.ts'
import { BadInput } from '../errors.ts'
import type { PackOptions, PackSummary } from '../evidence/pack.ts'
import type { PackSource } from '../evidence/source.ts'
import { ExitCode } from '../exit-codes.ts'
import { packMessages } from '../i18n/pack.ts'
import type { PackSelection, Store } from '../store/api.ts'
import { configuredAuthorities } from './authorities.ts'
import type { Command, Tools } from './command.ts'
import { type PackCommandOptions, reportLangs, selectionOf } from './pack-options.ts'
import { packPrinter } from './pack-printer.ts'

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

interface Job {
  readonly tools: Tools
  readonly store: Store
  readonly source: PackSource
  readonly selection: PackSelection
  readonly options: Omit<PackOptions, 'redacted'>
}

/** The key's first use stands in the ledger, so that every pack tells whose it is and since when. */
async function noteKey({ store, source, options }: Job): Promise<void> {
  const [{ signingKey }, { keyRing, keySubject }] = await Promise.all([
    import('../evidence/key.ts'),
    import('../evidence/key-ring.ts'),
  ])
  const { fingerprint, publicPem } = await signingKey(options.keyFolder)
  const known = (await keyRing(source.ledger(), null)).some((key) => key.fingerprint === fingerprint)
  if (!known) await store.ledger.append('key-made', keySubject(fingerprint), { publicPem })
}

/** Writes the sealed pack; its export is in the ledger, and so in the pack, before the pack is made. */
async function sealed(job: Job): Promise<PackSummary> {
  const { store, source, selection, options } = job
  const [{ bagName, packSubject }, { exportRecords }, { buildPack }, { refuseGaps }, { survey }] = await Promise.all([
    import('../evidence/bag.ts'),
    import('../evidence/contents.ts'),
    import('../evidence/pack.ts'),
    import('../evidence/gate.ts'),
    import('../evidence/survey.ts'),
  ])
  // Refused before anything is entered: a pack that is not made was not exported.
  refuseGaps((await survey(source)).gaps, options.partial ?? false, options.lang)
  const { title, purpose, createdAt } = options
  const records = await exportRecords(source.items())
  await noteKey(job)
  const said = { ...selection, title, ...(purpose ? { purpose } : {}), createdAt, records }
  await store.ledger.append('exported', packSubject(bagName(createdAt)), said)
  const summary = await buildPack(source, options)
  for (const { seq, head, ...stamp } of summary.anchored)
    if (head !== '') await store.anchors.add({ seq, head, ...stamp })
  return summary
}

/** Writes the working copy of a sealed pack beside it. */
async function workingCopy({ store, source, selection, options }: Job, of: PackSummary): Promise<PackSummary> {
  const [
    { bagName, packSubject },
    { exportRecords },
    { buildPack },
    { redactedSource },
    { pseudonyms },
    { blurOutside },
  ] = await Promise.all([
    import('../evidence/bag.ts'),
    import('../evidence/contents.ts'),
    import('../evidence/pack.ts'),
    import('../evidence/redact/source.ts'),
    import('../evidence/redact/mask.ts'),
    import('../images/blur.ts'),
  ])
  const file = of.file.replace(/(\.zip)?$/i, '.working-copy.zip')
  const folder = `${file}.pictures`
  const pseudonym = pseudonyms()
  const redacted = { of: of.tagManifest, zip: of.sha256, pseudonym }
  try {
    const masked = redactedSource(source, { blur: blurOutside, folder, pseudonym })
    const { title, createdAt } = options
    const records = await exportRecords(masked.items())
    const said = { ...selection, title, createdAt, records, redactedFrom: of.tagManifest }
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
    const options: Job['options'] = {
      ...{ file, keyFolder: join(tools.home, 'keys'), operator: tools.operator, unit: tools.unit, lang: tools.lang },
      ...{ reportLangs: langs, createdAt, soiVersion: VERSION, authorities, draw: reportPicture, print: printer.print },
      title: typed.title ?? ofCase?.title ?? t.defaultTitle(createdAt.slice(0, 10)),
      ...{
        purpose: typed.purpose ?? null,
        partial: typed.partial ?? false,
        signal: tools.signal,
        onProgress: bar.step,
      },
      case: ofCase && { id: ofCase.id, title: ofCase.title },
    }
    const job: Job = { tools, store, source, selection, options }
    const made = await sealed(job)
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
