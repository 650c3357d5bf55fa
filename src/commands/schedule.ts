import { join, resolve } from 'node:path'
import { Busy, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { localTime } from '../i18n/format.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { type Planned, planned } from '../schedule/due.ts'
import { planFiles } from '../schedule/plan-files.ts'
import type { RunEnd, ScheduleEvent, ScheduleWorld } from '../schedule/world.ts'
import { nextRun } from '../sweep/schedule.ts'
import type { Command, Tools } from './command.ts'
import { runFile } from './sweep.ts'

/** How often the scheduler looks at the clock, at the folder and at what officers ask for. */
export const LOOK_EVERY_MS = 2_000

/** Runs a sweep in this process and prints what it found. */
async function runHere(tools: Tools, { path }: Planned): Promise<RunEnd> {
  try {
    const code = await runFile(tools, path, {})
    return code === ExitCode.Interrupted ? { kind: 'cut off' } : { kind: 'done' }
  } catch (error) {
    if (error instanceof Busy) return { kind: 'busy' }
    throw error
  }
}

/** One event in the words of the command line. */
export function eventLine(event: ScheduleEvent, lang: Tools['lang']): string | null {
  const t = sweepMessages(lang)
  if (event.kind === 'standing by') return t.standingBy
  if (event.kind === 'unreadable') return event.problem
  const { name } = event
  if (event.kind === 'skipped') return { paused: t.pausedNow, running: t.alreadyRuns, ran: t.ranSince }[event.why](name)
  if (event.kind === 'ended') {
    if (event.end.kind === 'failed') return t.failedRun(name, event.end.why)
    return event.end.kind === 'busy' ? t.alreadyRuns(name) : null
  }
  const { why, missed, by } = event.row
  if (event.again) return t.goesOn(name)
  if (why === 'asked') return t.askedFor(name, by ?? '')
  return missed > 0 ? t.madeUp(name, missed) : t.dueNow(name)
}

async function once(world: ScheduleWorld, home: string): Promise<ExitCode> {
  let bad = 0
  const tell = (event: ScheduleEvent) => {
    if (event.kind === 'unreadable' || (event.kind === 'ended' && event.end.kind === 'failed')) bad++
    world.tell(event)
  }
  const { scheduleLease } = await import('../schedule/lease.ts')
  const { scheduleOnce } = await import('../schedule/scheduler.ts')
  const lease = scheduleLease(home, world.folder)
  try {
    await scheduleOnce({ ...world, tell })
  } finally {
    lease.release()
  }
  if (world.signal.aborted) return ExitCode.Interrupted
  return bad > 0 ? ExitCode.NothingRead : ExitCode.Ok
}

async function schedule(tools: Tools, where: string | undefined, options: { once?: boolean }): Promise<ExitCode> {
  const t = sweepMessages(tools.lang)
  const folder = where ? resolve(where) : join(tools.home, 'sweeps')
  const files = await planFiles(folder)
  const sweeps = planned(files).filter(({ plan }) => plan.schedule)
  if (options.once && files.length === 0) throw new NoInput(t.nothingScheduled(folder))
  const { openStore } = await import('../store/store.ts')
  const { openConsole } = await import('../store/console/console.ts')
  const { home, log, signal } = tools
  const now = () => new Date()
  const store = await openStore(home, { actor: tools.operator })
  const desk = openConsole(home, { now: () => now().toISOString() })
  const tell = (event: ScheduleEvent) => {
    const line = eventLine(event, tools.lang)
    if (line !== null) tools.err(line)
  }
  const run = (plan: Planned) => runHere(tools, plan)
  const world = { ...{ folder, store, log, now, signal, tell, run }, schedules: desk.schedules, sideBySide: 1 }
  try {
    if (options.once) return await once(world, home)
    if (sweeps.length === 0) tools.out(t.noneYet(folder))
    for (const { plan, path } of sweeps) {
      const next = nextRun(plan, path, now().toISOString())
      tools.out(t.scheduled(plan.name, next ? localTime(next, tools.lang) : '–'))
    }
    const { scheduleForever } = await import('../schedule/scheduler.ts')
    await scheduleForever(world, LOOK_EVERY_MS)
    return ExitCode.Interrupted
  } finally {
    desk.close()
    await store.close()
  }
}

export const command: Command = {
  name: 'schedule',
  declare(program, lang, act) {
    const t = sweepMessages(lang)
    program
      .command('schedule')
      .summary(t.scheduleAbout)
      .description(`${t.scheduleAbout}\n${t.scheduleRule}`)
      .argument('[folder]', t.scheduleFolder)
      .option('--once', t.once)
      .action(act(schedule))
  },
}
