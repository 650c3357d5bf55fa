import { ExitCode } from '../exit-codes.ts'
import { consoleTips } from '../i18n/console-tips.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { tipMessages } from '../i18n/tips.ts'
import type { Tip } from '../store/console/tip-api.ts'
import type { Tools } from './command.ts'
import { sellerTip, withTipDesk } from './tip-desk.ts'

export interface ListOptions {
  readonly overdue?: boolean
  readonly all?: boolean
  readonly json?: boolean
}

/** More are looked at in the console, page by page. */
const MOST = 1_000
const MOST_TITLE = 80

function tipLine(tip: Tip, late: boolean, { lang }: Tools): string {
  const title = forTerminal(tip.text || (tip.url ?? '')).slice(0, MOST_TITLE)
  const status = consoleTips(lang).statuses[tip.status]
  return `${tip.number}  ${tipMessages(lang).line(title, status, localTime(tip.dueAt, lang), late, tip.assignee)}`
}

/** `soi tip list`: tips on sellers. */
export const listTips = (tools: Tools, { overdue, all, json }: ListOptions): Promise<ExitCode> =>
  withTipDesk(tools, async (desk) => {
    const { isOverdue } = await import('../tips/work.ts')
    const late = overdue ? { dueBefore: desk.now().toISOString() } : {}
    const tips = desk.tips.list({ kind: 'seller', open: !all, limit: MOST, ...late })
    if (json) for (const tip of tips) tools.out(JSON.stringify({ ...tip, id: undefined }))
    else if (tips.length === 0) tools.out(tipMessages(tools.lang).none)
    else for (const tip of tips) tools.out(tipLine(tip, isOverdue(tip, desk.now()), tools))
    return ExitCode.Ok
  })

/** `soi tip show`. Who gave it is not shown: that is for the officer who deals with it, in the console. */
export const showTip = (tools: Tools, number: string, { json }: ListOptions): Promise<ExitCode> =>
  withTipDesk(tools, async (desk) => {
    const [{ isOverdue }, { broken }] = await Promise.all([import('../tips/work.ts'), import('../tips/desk.ts')])
    const tip = sellerTip(desk, number, tools)
    const history = desk.tips.history(tip.id)
    const sightings = desk.tips.sightings(tip.id)
    if (json) tools.out(JSON.stringify({ ...tip, id: undefined, sightings, history }))
    else {
      const t = consoleTips(tools.lang)
      tools.out(tipLine(tip, isOverdue(tip, desk.now()), tools))
      for (const line of tip.text.split('\n')) tools.out(`  ${forTerminal(line)}`)
      for (const each of [tip.url, tip.seller, tip.phone]) if (each !== null) tools.out(`  ${forTerminal(each)}`)
      if (sightings.length > 0) tools.out(`  ${t.sightings}: ${sightings.join(', ')}`)
      const wrong = await broken(desk, tip.id)
      tools.out(
        `  ${wrong.length ? t.historyBroken(wrong.map((each) => each.hash.slice(0, 12)).join(', ')) : t.historyWhole}`,
      )
      for (const { at, actor, action, hash } of history)
        tools.out(`  ${localTime(at, tools.lang)}  ${t.actions[action]}  ${forTerminal(actor)}  ${hash.slice(0, 12)}`)
    }
    return ExitCode.Ok
  })
