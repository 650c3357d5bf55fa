import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import type { StoredSighting } from '../../store/api.ts'
import type { SignedAsk } from '../ask.ts'
import { caseOptions } from '../case-choice.ts'
import { csrfField } from '../layout.ts'
import { may } from '../roles.ts'

/** The cases a sighting is in, and the form that puts it into one. */
export async function casesPart({ item, cases }: StoredSighting, ask: SignedAsk): Promise<Markup | null> {
  const t = consoleWork(ask.lang)
  const all = await ask.world.store.cases.list()
  const own = all
    .filter(({ id }) => cases.includes(id))
    .map(({ id, title }) => html`<li><a href="/cases/${id}">#${id} ${shown(title)}</a></li>`)
  const inCases = own.length ? html`<p>${t.inCases}:</p><ul>${own}</ul>` : null
  if (!may(ask.session.account.role, 'case')) return inCases && html`<section class="card">${inCases}</section>`
  const choices = caseOptions(all.filter(({ id }) => !cases.includes(id)))
  return html`<section class="card"><h2>${t.cases}</h2>${inCases}<details class="verdict"><summary data-key="a" aria-keyshortcuts="a">${t.addToCase} <kbd>a</kbd></summary>
<form method="post" action="/listings/${item.id}/case" class="stack">${csrfField(ask)}<label>${t.chooseCase}<select name="case"><option value="new" selected>${t.aNewOne}</option>${choices}</select></label>
<label>${t.title}<input name="title" maxlength="200" value="${item.listing.title.replace(/[\p{C}\s]+/gu, ' ').slice(0, 120)}"></label><button class="main">${t.add}</button></form></details></section>`
}
