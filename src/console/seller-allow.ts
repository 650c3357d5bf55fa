import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleCasework } from '../i18n/console-casework.ts'
import { consoleWork } from '../i18n/console-work.ts'
import { ALLOWED_PERCENT } from '../store/allowances.ts'
import { MOST_ALLOWED_DAYS } from '../store/api/allowances.ts'
import type { SellerRef } from '../store/api.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { SignedAsk } from './ask.ts'
import { caseOptions, notClosed } from './case-choice.ts'
import { dayText } from './case-parts.ts'
import { csrfField, notice } from './layout.ts'
import { may } from './roles.ts'

const USUAL_DAYS = 90

/** The last day of an allowance as people write it; `until` is the instant after its end. */
export const lastDay = (until: string): string => dayText(vietnamDay(new Date(Date.parse(until) - 1)))

/** Which seller a form is about. */
const sellerFields = ({ site, key, name }: SellerRef): Markup =>
  html`<input type="hidden" name="site" value="${site}">${key === null ? html`<input type="hidden" name="name" value="${name ?? ''}">` : html`<input type="hidden" name="key" value="${key}">`}`

/** Whether the seller is on the allow-list, and, for who may be a second person, the form that puts it there or takes it off. */
export function allowPart(seller: SellerRef, ask: SignedAsk, problem: string | null): Markup {
  const t = consoleCasework(ask.lang)
  const current = ask.world.store.allowances.inForce(seller, ask.world.now().toISOString())
  const said = current
    ? html`<p><span class="allowed">${shown(t.allowed(current.by, lastDay(current.until)))}</span> <q>${shown(current.reason)}</q></p>`
    : html`<p class="soft">${t.allowNone}</p>`
  const end = current
    ? html`<form method="post" action="/seller/allow/end" class="row">${csrfField(ask)}${sellerFields(seller)}<input type="hidden" name="id" value="${current.id}"><label>${t.allowReason}<input name="reason" required maxlength="500"></label><button>${t.allowEnd}</button></form>`
    : html`<form method="post" action="/seller/allow" class="row">${csrfField(ask)}${sellerFields(seller)}<label>${t.days}<input type="number" name="days" min="1" max="${MOST_ALLOWED_DAYS}" value="${USUAL_DAYS}" required></label><label class="wide">${t.allowReason}<input name="reason" required maxlength="500"></label><button>${t.allowAdd}</button></form><p class="fine">${t.allowHint(MOST_ALLOWED_DAYS, ALLOWED_PERCENT)}</p>`
  return html`<section class="card" id="allow"><h2>${t.allow}</h2>${notice(problem)}${said}${may(ask.session.account.role, 'second') ? end : null}</section>`
}

/** Puts the seller itself into a case. */
export async function sellerCasePart(seller: SellerRef, ask: SignedAsk): Promise<Markup | null> {
  if (!may(ask.session.account.role, 'case')) return null
  const t = consoleWork(ask.lang)
  const open = notClosed(await ask.world.store.cases.list())
  if (open.length === 0) return null
  return html`<section class="card"><h2>${t.addToCase}</h2><form method="post" action="/seller/case" class="row">${csrfField(ask)}${sellerFields(seller)}<label>${t.chooseCase}<select name="case">${caseOptions(open)}</select></label><button>${t.add}</button></form></section>`
}
