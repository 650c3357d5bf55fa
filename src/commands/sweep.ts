import { readFile } from 'node:fs/promises'
import Table from 'cli-table3'
import { Option } from 'commander'
import { NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { localTime } from '../i18n/format.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { sweepPlanMessages } from '../i18n/sweep-plan.ts'
import { OCR_POLICIES, type OcrPolicy } from '../images/policy.ts'
import { parseSweep, type SweepPlan } from '../sweep/plan.ts'
import type { Command, Tools } from './command.ts'

interface RunOptions {
  readonly fresh?: boolean
  /** Instead of what the file says. */
  readonly ocr?: OcrPolicy
  readonly json?: boolean
}

/** Runs one plan and prints its coverage and what it flagged. */
export async function runPlan(tools: Tools, plan: SweepPlan, options: RunOptions): Promise<ExitCode> {
  const t = sweepMessages(tools.lang)
  const { withSweepWorld } = await import('./sweep-world.ts')
  const { runSweep } = await import('../sweep/run.ts')
  const { printRun, readAnything, runJson } = await import('./sweep-report.ts')
  return withSweepWorld(tools, plan, 'sweep', async (world) => {
    const how = { kind: 'sweep', fresh: options.fresh ?? false, maxListings: Number.POSITIVE_INFINITY } as const
    const result = await runSweep(plan, world, how)
    world.endProgress()
    if (result.resumed) tools.err(t.resumed(result.sweep))
    if (options.json) tools.out(JSON.stringify(await runJson(result, world.store)))
    else await printRun(result, world.store, world.rules, tools)
    if (result.end === 'interrupted') return ExitCode.Interrupted
    if (result.flagged.length) return ExitCode.Flagged
    // A site that no longer fits its file was not searched, whatever was read of it.
    return readAnything(result.coverage) && result.end !== 'broken' ? ExitCode.Ok : ExitCode.NothingRead
  })
}

async function planIn(tools: Tools, file: string): Promise<SweepPlan> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new NoInput(`${sweepMessages(tools.lang).fileMissing(file)} (${error.message})`)
  })
  return parseSweep(text, file)
}

async function runFile(tools: Tools, file: string, options: RunOptions): Promise<ExitCode> {
  const plan = await planIn(tools, file)
  return runPlan(tools, options.ocr === undefined ? plan : { ...plan, ocr: options.ocr }, options)
}

async function foretell(tools: Tools, file: string, options: { json?: boolean }): Promise<ExitCode> {
  const { printForecast } = await import('./sweep-plan.ts')
  return printForecast(tools, await planIn(tools, file), options.json ?? false)
}

async function show(tools: Tools, id: string, options: { json?: boolean }): Promise<ExitCode> {
  const { showSweep } = await import('./sweep-show.ts')
  return showSweep(tools, id, options)
}

async function list(tools: Tools, options: { json?: boolean }): Promise<ExitCode> {
  const t = sweepMessages(tools.lang)
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    const sweeps = await store.sweeps.list()
    if (options.json) for (const sweep of sweeps) tools.out(JSON.stringify(sweep))
    else {
      const table = new Table({ head: ['#', t.run, t.state, t.begun], style: { head: [], border: [], compact: true } })
      for (const { id, name, state, begunAt } of sweeps)
        table.push([id, name, t.states[state], localTime(begunAt, tools.lang)])
      tools.out(table.toString())
    }
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'sweep',
  declare(program, lang, act) {
    const t = sweepMessages(lang)
    const sweep = program.command('sweep').description(t.sweepAbout)
    sweep
      .command('run')
      .description(t.runAbout)
      .argument('<file>', t.file)
      .option('--fresh', t.fresh)
      .addOption(new Option('--ocr <which>', t.ocr).choices(OCR_POLICIES))
      .option('--json', t.json)
      .action(act(runFile))
    const p = sweepPlanMessages(lang)
    sweep
      .command('plan')
      .description(p.planAbout)
      .argument('<file>', t.file)
      .option('--json', t.json)
      .action(act(foretell))
    sweep.command('show').description(p.showAbout).argument('<id>', p.id).option('--json', t.json).action(act(show))
    sweep.command('list').description(t.listAbout).option('--json', t.json).action(act(list))
  },
}
