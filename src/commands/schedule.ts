import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BadInput, Busy, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { localTime } from '../i18n/format.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { parseSweep } from '../sweep/plan.ts'
import { isDue, nextRun, type ScheduledSweep } from '../sweep/schedule.ts'
import type { Command, Tools } from './command.ts'
import { runPlan } from './sweep.ts'

/** How often the long-lived scheduler looks at the clock and at the folder. */
const LOOK_EVERY_MS = 15_000

/** Every sweep file of a folder that carries a cron line; a file that cannot be read stops the scheduler before it begins. */
async function scheduledIn(folder: string): Promise<ScheduledSweep[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new NoInput(`${folder}: ${error.message}`)
  })
  const files = names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
  const sweeps = await Promise.all(
    files.map(async (file) => ({
      file,
      plan: parseSweep(await readFile(file, 'utf8'), file),
      since: (await stat(file)).mtime.toISOString(),
    })),
  )
  const called = sweeps.map(({ plan }) => plan.name)
  const twice = called.find((name, index) => called.indexOf(name) !== index)
  if (twice) throw new BadInput(`${folder}: two sweep files are called ${twice}; a name stands for one sweep`)
  return sweeps.filter(({ plan }) => plan.schedule)
}

async function lastBegun(tools: Tools, name: string): Promise<string | null> {
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator })
  try {
    return (await store.sweeps.list()).find((sweep) => sweep.name === name)?.begunAt ?? null
  } finally {
    await store.close()
  }
}

/** Runs what is due now, one after the other; a sweep that runs elsewhere is left alone. Returns how many ended badly. */
async function runDue(tools: Tools, sweeps: readonly ScheduledSweep[]): Promise<number> {
  const t = sweepMessages(tools.lang)
  let bad = 0
  for (const sweep of sweeps) {
    const { name } = sweep.plan
    if (tools.signal.aborted || !isDue(sweep, await lastBegun(tools, name), new Date().toISOString())) continue
    tools.err(t.dueNow(name))
    try {
      await runPlan(tools, sweep.plan, {})
    } catch (error) {
      // One sweep that cannot run must not keep the others from running; it is said and counted.
      if (error instanceof Busy) tools.err(t.alreadyRuns(name))
      else {
        bad++
        tools.err(t.failedRun(name, (error as Error).message))
        tools.log.error({ sweep: name, err: error }, 'scheduled sweep failed')
      }
    }
  }
  return bad
}

async function schedule(tools: Tools, folder: string | undefined, options: { once?: boolean }): Promise<ExitCode> {
  const t = sweepMessages(tools.lang)
  const place = folder ? resolve(folder) : join(tools.home, 'sweeps')
  const sweeps = await scheduledIn(place)
  if (!sweeps.length) throw new NoInput(t.nothingScheduled(place))
  if (options.once) return (await runDue(tools, sweeps)) ? ExitCode.NothingRead : ExitCode.Ok
  for (const sweep of sweeps) {
    const next = nextRun(sweep, new Date().toISOString())
    tools.out(t.scheduled(sweep.plan.name, next ? localTime(next, tools.lang) : '–'))
  }
  while (!tools.signal.aborted) {
    await runDue(tools, await scheduledIn(place))
    await sleep(LOOK_EVERY_MS, undefined, { signal: tools.signal }).catch(() => {}) // the abort ends the loop above
  }
  return ExitCode.Interrupted
}

export const command: Command = {
  name: 'schedule',
  declare(program, lang, act) {
    const t = sweepMessages(lang)
    program
      .command('schedule')
      .description(t.scheduleAbout)
      .argument('[folder]', t.scheduleFolder)
      .option('--once', t.once)
      .action(act(schedule))
  },
}
