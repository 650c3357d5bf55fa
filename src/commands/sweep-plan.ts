import Table from 'cli-table3'
import { NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { sweepPlanMessages } from '../i18n/sweep-plan.ts'
import type { Store } from '../store/api.ts'
import type { Forecast } from '../sweep/forecast.ts'
import type { SweepPlan } from '../sweep/plan.ts'
import type { Tools } from './command.ts'

/** Says how many requests a plan will send and how long that takes, before anything but robots.txt is asked for. */
export async function printForecast(tools: Tools, plan: SweepPlan, json: boolean): Promise<ExitCode> {
  const { forecast } = await import('../sweep/forecast.ts')
  const { loadSites } = await import('../sites/load.ts')
  const book = await loadSites(tools.siteFolders)
  const store = await storeIfAny(tools)
  try {
    const told = await forecast(plan, { book, store, signal: tools.signal })
    tools.out(json ? JSON.stringify({ name: plan.name, ...told }) : forecastText(told, tools))
    return ExitCode.Ok
  } finally {
    await store?.close()
  }
}

async function storeIfAny(tools: Tools): Promise<Store | null> {
  const { openStore } = await import('../store/store.ts')
  try {
    return await openStore(tools.home, { actor: tools.operator, readOnly: true })
  } catch (error) {
    if (error instanceof NoInput) return null // Nothing was ever run here.
    throw error
  }
}

function forecastText({ hosts, basis, limits, minutes, opensAt }: Forecast, tools: Tools): string {
  const t = sweepPlanMessages(tools.lang)
  const table = new Table({
    head: [t.host, t.starts, t.robots, t.visits, t.apart, t.lasts],
    style: { head: [], border: [], compact: true },
  })
  for (const { host, starts, refused, why, visits, delayMs, minutes: lasts } of hosts)
    table.push([
      forTerminal(host),
      starts,
      refused === 0 ? t.allowed : forTerminal(`${t.refused(refused)}: ${why ?? ''}`),
      visits ?? '?',
      t.seconds(delayMs / 1000),
      lasts === null ? '?' : t.minutes(Math.ceil(lasts)),
    ])
  return [
    table.toString(),
    basis === null ? t.noBasis(limits.visits) : t.basis(basis),
    t.total(Math.ceil(minutes)),
    ...(opensAt === null ? [] : [t.opensAt(localTime(opensAt, tools.lang))]),
  ].join('\n')
}
