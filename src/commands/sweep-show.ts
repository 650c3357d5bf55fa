import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { sweepPlanMessages } from '../i18n/sweep-plan.ts'
import type { SiteHealth } from '../sweep/health.ts'
import type { Tools } from './command.ts'
import { healthLines } from './sweep-health.ts'
import { coverageTable } from './sweep-report.ts'

/** One run again: how it ended, what it covered, which sites were broken, and what each robots.txt said, with the hash of its text. */
export async function showSweep(tools: Tools, id: string, options: { json?: boolean }): Promise<ExitCode> {
  const t = sweepMessages(tools.lang)
  const p = sweepPlanMessages(tools.lang)
  if (!/^\d{1,15}$/.test(id)) throw new BadInput(t.badNumber(id))
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    const { sweeps } = store
    const sweep = await sweeps.get(Number(id))
    const [coverage, health, robots] = [
      await sweeps.coverage(sweep.id),
      await sweeps.health(sweep.id),
      await sweeps.robots(sweep.id),
    ]
    if (options.json) tools.out(JSON.stringify({ ...sweep, coverage, health, robots }))
    else {
      tools.out(
        `#${sweep.id} ${forTerminal(sweep.name)} · ${t.states[sweep.state]} · ${localTime(sweep.begunAt, tools.lang)}`,
      )
      tools.out(`${t.coverage}\n${coverageTable(coverage, tools)}`)
      for (const line of healthLines(health as readonly SiteHealth[], tools)) tools.out(line)
      if (robots.length > 0) tools.out(p.robotsSaid)
      for (const { origin, at, decision, reason, sha256 } of robots)
        tools.out(
          `  ${forTerminal(origin)} · ${localTime(at, tools.lang)} · ${p.decisions[decision]} · ${forTerminal(reason)}${sha256 ? ` · SHA-256 ${sha256}` : ''}`,
        )
    }
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}
