import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleTips } from '../i18n/console-tips.ts'
import type { Tip, TipKind } from '../store/console/tip-api.ts'
import type { TipDesk } from '../tips/desk.ts'
import { seenTips } from '../tips/sight.ts'
import { isOverdue } from '../tips/work.ts'
import type { Ask, SignedAsk } from './ask.ts'
import { moment, table } from './parts.ts'
import { may, type Permission } from './roles.ts'

/** The two kinds are two parts of the console, each with its own paths and permission: neither knows of the other. */
export interface TipSection {
  readonly kind: TipKind
  readonly base: '/tips' | '/conduct'
  readonly permission: Extract<Permission, 'tips' | 'conduct'>
}

export const TIP_SECTIONS: readonly TipSection[] = [
  { kind: 'seller', base: '/tips', permission: 'tips' },
  { kind: 'official-conduct', base: '/conduct', permission: 'conduct' },
]

export const deskOf = ({ world }: Ask): TipDesk => ({
  tips: world.console.tips,
  ledger: world.store.ledger,
  now: world.now,
})

/** Most tips of one list. */
const MOST = 200
const FEW = 8

export const tipState = (tip: Tip, ask: Ask): Markup =>
  html`<span class="state tip-${tip.status}">${consoleTips(ask.lang).statuses[tip.status]}</span>`

export function tipDue(tip: Tip, ask: Ask): Markup {
  const late = isOverdue(tip, ask.world.now())
  return html`${moment(tip.dueAt, ask.lang)}${late ? html` <b class="late">${consoleTips(ask.lang).overdue}</b>` : null}`
}

const MOST_TITLE = 90

/** What a tip is called in a list: its words, else the address. */
export function tipTitle({ text, url }: Tip): string {
  const line = (text.split('\n').find((each) => each.trim() !== '') ?? url ?? '').trim()
  return line.length > MOST_TITLE ? `${line.slice(0, MOST_TITLE - 1)}…` : line
}

const tipRow = (tip: Tip, base: string, ask: SignedAsk): Markup => {
  const t = consoleTips(ask.lang)
  const again = ask.world.console.tips.mergedInto(tip.id).length
  return html`<tr data-row><th scope="row"><a href="${base}/${tip.number}" data-open>#${tip.number} ${shown(tipTitle(tip))}</a>${again ? html` <span class="tag">${t.others(again)}</span>` : null}</th><td>${tipState(tip, ask)}</td><td>${tipDue(tip, ask)}</td><td>${tip.assignee ? shown(tip.assignee) : t.nobody}</td><td>${t.channels[tip.channel]}</td><td>${moment(tip.receivedAt, ask.lang)}</td></tr>`
}

export function tipTable(label: string, tips: readonly Tip[], base: string, ask: SignedAsk): Markup {
  const t = consoleTips(ask.lang)
  if (tips.length === 0) return html`<p class="empty">${t.none}</p>`
  const head = [t.tip, t.status, t.due, t.assignee, t.channel, t.received]
  return table(
    label,
    head,
    tips.map((tip) => tipRow(tip, base, ask)),
  )
}

/** Overdue tips on Today, for those who deal with them; others are not told that there are any. */
export function overdueTips(ask: SignedAsk): Markup | null {
  const t = consoleTips(ask.lang)
  const { account } = ask.session
  const section = TIP_SECTIONS.find(({ permission }) => may(account.role, permission))
  if (!section) return null
  const dueBefore = ask.world.now().toISOString()
  const late = seenTips(ask.world.console.tips, { kind: section.kind, dueBefore, limit: MOST }, account)
  const body = late.length
    ? html`<p class="late">${t.overdueCount(late.length)}</p>${tipTable(t.overdueTips, late.slice(0, FEW), section.base, ask)}<p><a href="${section.base}?show=overdue">${t.views.overdue}</a></p>`
    : html`<p class="empty">${t.noneOverdue}</p>`
  return html`<section class="card tips-due"><h2>${t.overdueTips}</h2>${body}</section>`
}

/** Tips that were put into a case, for those who deal with tips on sellers. */
export function tipsOfCase(caseId: number, ask: SignedAsk): Markup | null {
  const t = consoleTips(ask.lang)
  if (!may(ask.session.account.role, 'tips')) return null
  const tips = ask.world.console.tips.ofCase(caseId).filter(({ kind }) => kind === 'seller')
  return tips.length === 0
    ? null
    : html`<section class="card"><h2>${t.tipsOfCase}</h2>${tipTable(t.tipsOfCase, tips, '/tips', ask)}</section>`
}
