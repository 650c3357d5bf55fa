import { isOverdue } from '../casework/facts.ts'
import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { consoleCasework } from '../i18n/console-casework.ts'
import { consoleWork } from '../i18n/console-work.ts'
import { CASE_STATUSES, type Case, type CaseStatus } from '../store/api.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { SignedAsk } from './ask.ts'
import { csrfField } from './layout.ts'
import { moment, number, table } from './parts.ts'
import { may } from './roles.ts'

/** A day (YYYY-MM-DD) as people write it. */
export const dayText = (day: string): string => day.split('-').reverse().join('/')

export const statusTag = (status: CaseStatus, ask: SignedAsk): Markup =>
  html`<span class="standing case-${status}">${caseworkMessages(ask.lang).statuses[status]}</span>`

/** The deadline, and that it has passed where it has. */
export function dueTag(of: Pick<Case, 'due' | 'status'>, ask: SignedAsk): Markup | null {
  if (of.due === null) return null
  const t = caseworkMessages(ask.lang)
  const late = isOverdue(of, vietnamDay(ask.world.now()))
  return html`<time datetime="${of.due}">${dayText(of.due)}</time>${late ? html` <span class="overdue">${t.overdue}</span>` : null}`
}

const fact = (label: string, value: Markup | string | null): Markup | null =>
  value === null || value === ''
    ? null
    : html`<dt>${label}</dt><dd>${typeof value === 'string' ? shown(value) : value}</dd>`

/** What stands of a case, and, for who may, the form that changes it. */
export function factsPart(of: Case, ask: SignedAsk): Markup {
  const t = consoleCasework(ask.lang)
  const words = caseworkMessages(ask.lang)
  const work = consoleWork(ask.lang)
  const facts = [
    fact(words.fields.status, statusTag(of.status, ask)),
    fact(words.fields.due, dueTag(of, ask)),
    fact(words.fields.assignee, of.assignee),
    fact(words.fields.units, of.units.join(', ')),
    fact(words.fields.province, of.province),
    fact(work.made, html`${moment(of.createdAt, ask.lang)} ${work.by} ${shown(of.createdBy)}`),
  ]
  return html`<section class="card record" id="facts"><h2>${t.facts}</h2><dl>${facts}</dl>${may(ask.session.account.role, 'case') ? editForm(of, ask) : null}</section>`
}

function editForm(of: Case, ask: SignedAsk): Markup {
  const t = consoleCasework(ask.lang)
  const { statuses, fields } = caseworkMessages(ask.lang)
  const officers = ask.world.console.accounts
    .list()
    .filter(({ active, role }) => active && may(role, 'case'))
    .map(({ name, displayName }) => html`<option value="${name}">${displayName}</option>`)
  const options = CASE_STATUSES.map(
    (status) =>
      html`<option value="${status}"${status === of.status ? html` selected` : null}>${statuses[status]}</option>`,
  )
  return html`<details class="verdict"><summary data-key="e" aria-keyshortcuts="e">${t.edit} <kbd>e</kbd></summary><form method="post" action="/cases/${of.id}/set" class="stack">${csrfField(ask)}
<label>${fields.status}<select name="status">${options}</select></label>
<label>${fields.due}<input type="date" name="due" value="${of.due ?? ''}"></label>
<label>${fields.assignee}<input name="assignee" value="${of.assignee ?? ''}" maxlength="200" list="officers" autocomplete="off"></label><datalist id="officers">${officers}</datalist>
<label>${fields.units} (${t.unitsHint})<input name="units" value="${of.units.join(', ')}" maxlength="200"></label>
<label>${fields.province} (${t.provinceHint})<input name="province" value="${of.province ?? ''}" maxlength="200"></label>
<button class="main">${t.save}</button></form></details>`
}

/** Files beside the case. They are only ever saved, never shown by the browser. */
export function attachmentsPart({ id, attachments }: Case, ask: SignedAsk): Markup {
  const t = consoleCasework(ask.lang)
  const rows = attachments.map(
    ({ id: n, name, size, sha256, at, officer }) =>
      html`<tr><th scope="row"><a href="/cases/${id}/files/${n}">${shown(name)}</a></th><td class="number">${number(size, ask.lang)}</td><td>${shown(officer)} · ${moment(at, ask.lang)}</td><td class="hash">${sha256}</td></tr>`,
  )
  const body = rows.length
    ? table(t.files, [t.file, { number: 'byte' }, t.addedBy, 'SHA-256'], rows)
    : html`<p class="soft">${t.noFiles}</p>`
  const form = html`<form method="post" action="/cases/${id}/files" enctype="multipart/form-data" class="row">${csrfField(ask)}<label>${t.file}<input type="file" name="file" required></label><button>${t.addFile}</button></form><p class="fine">${t.fileHint}</p>`
  return html`<section class="card" id="files"><h2>${t.files}</h2>${body}${may(ask.session.account.role, 'case') ? form : null}</section>`
}

export function sellersPart({ sellers }: Case, ask: SignedAsk): Markup {
  const t = consoleCasework(ask.lang)
  const items = sellers.map(({ site, key, name, officer, at }) => {
    const query = new URLSearchParams(key === null ? { site, name: name ?? '' } : { site, key })
    return html`<li><a href="/seller?${query.toString()}">${shown(name ?? key ?? '')}</a> <span class="soft">${shown(site)} · ${shown(officer)} · ${moment(at, ask.lang)}</span></li>`
  })
  return html`<section class="card" id="sellers"><h2>${t.sellers}</h2>${items.length ? html`<ul>${items}</ul>` : html`<p class="soft">${t.noSellers}</p>`}</section>`
}

/** Cases whose deadline has passed, the oldest first; nothing where there is none. */
export async function overduePart(ask: SignedAsk): Promise<Markup | null> {
  const t = consoleCasework(ask.lang)
  const day = vietnamDay(ask.world.now())
  const late = (await ask.world.store.cases.list())
    .filter((each) => isOverdue(each, day))
    .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
  if (late.length === 0) return null
  const items = late.map(
    (each) =>
      html`<li><a href="/cases/${each.id}">#${each.id} ${shown(each.title)}</a> ${dueTag(each, ask)}${each.assignee ? html` <span class="soft">${shown(each.assignee)}</span>` : null}</li>`,
  )
  return html`<section class="card late"><h2>${t.overdueCases}</h2><ul>${items}</ul></section>`
}
