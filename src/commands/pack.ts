import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { VERSION } from '../cli.ts'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { packMessages } from '../i18n/pack.ts'
import type { PackSelection } from '../store/api.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly sweep?: string
  readonly case?: string
  readonly output?: string
  readonly title?: string
  readonly json?: boolean
}

const whole = (text: string, message: string): number => {
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text)
  throw new BadInput(message)
}

/** `--sweep latest`: the run that began last. */
const LATEST = 'latest'

async function selectionOf(
  ids: readonly string[],
  options: Options,
  tools: Tools,
  latest: () => Promise<number | undefined>,
): Promise<PackSelection> {
  const t = packMessages(tools.lang)
  const given = [ids.length > 0, options.sweep !== undefined, options.case !== undefined].filter(Boolean).length
  if (given !== 1) throw new BadInput(t.oneSelection)
  if (options.sweep === LATEST) return { sweep: (await latest()) ?? 0 }
  if (options.sweep !== undefined) return { sweep: whole(options.sweep, t.badNumber(options.sweep)) }
  if (options.case !== undefined) return { caseId: whole(options.case, t.badNumber(options.case)) }
  return { ids: [...new Set(ids.map((id) => whole(id, t.badNumber(id))))] }
}

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

async function pack(tools: Tools, ids: readonly string[], options: Options): Promise<ExitCode> {
  const t = packMessages(tools.lang)
  const [{ openStore }, { bagName, packSubject }, { exportRecords }, { buildPack }, { refuseExisting }] =
    await Promise.all([
      import('../store/store.ts'),
      import('../evidence/bag.ts'),
      import('../evidence/contents.ts'),
      import('../evidence/pack.ts'),
      import('../evidence/whole-file.ts'),
    ])
  const createdAt = new Date().toISOString()
  const file = options.output ?? join(tools.home, 'packs', `${bagName(createdAt)}.zip`)
  if (options.output === undefined) await mkdir(dirname(file), { recursive: true })
  await refuseExisting(file)
  const store = await openStore(tools.home, { actor: tools.operator })
  const bar = progress(tools)
  try {
    const selection = await selectionOf(ids, options, tools, async () => (await store.sweeps.list())[0]?.id)
    const source = await store.packSource(selection)
    const title = options.title ?? t.defaultTitle(createdAt.slice(0, 10))
    const records = await exportRecords(source.items())
    if (!Object.keys(records).length) throw new BadInput(t.nothing)
    // The export itself is evidence: it stands in the ledger, and so in the pack, before the pack is made.
    await store.ledger.append('exported', packSubject(bagName(createdAt)), { ...selection, title, createdAt, records })
    const summary = await buildPack(source, {
      file,
      keyFolder: join(tools.home, 'keys'),
      title,
      operator: tools.operator,
      unit: tools.unit,
      lang: tools.lang,
      createdAt,
      soiVersion: VERSION,
      onProgress: bar.step,
      signal: tools.signal,
    })
    bar.stop()
    tools.out(options.json ? JSON.stringify(summary) : t.done(summary))
    return ExitCode.Ok
  } finally {
    bar.stop()
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
      .option('--json', t.json)
      .action(act((tools, ids: string[], options: Options) => pack(tools, ids, options)))
  },
}
