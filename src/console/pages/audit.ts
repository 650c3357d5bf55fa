import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { ledgerActions } from '../../i18n/ledger-actions.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { page } from '../layout.ts'
import { moment, table, withQuery } from '../parts.ts'

const PAGE = 100

const beforeOf = ({ url }: SignedAsk): { before?: number } => {
  const before = Number(url.searchParams.get('before') ?? '')
  return Number.isSafeInteger(before) && before > 0 ? { before } : {}
}

const given = (ask: SignedAsk, name: string): string | undefined => ask.url.searchParams.get(name)?.trim() || undefined

const tabs = (ask: SignedAsk, active: 'ledger' | 'access'): Markup => {
  const t = consolePages(ask.lang)
  const link = (path: string, text: string, own: boolean) =>
    html`<a href="${path}"${own ? html` aria-current="page"` : null}>${text}</a>`
  return html`<nav class="tabs" aria-label="${t.audit}">${link('/audit', t.ledgerTab, active === 'ledger')} ${link('/audit/access', t.accessTab, active === 'access')} ${link('/reviews', consoleCasework(ask.lang).reviews, false)}</nav>`
}

const textField = (ask: SignedAsk, label: string, name: string): Markup =>
  html`<label>${label}<input name="${name}" value="${given(ask, name) ?? ''}" maxlength="200"${name === 'actor' || name === 'account' ? html` data-search` : null}></label>`

const olderLink = (ask: SignedAsk, last: number | undefined, full: boolean): Markup | null =>
  full && last !== undefined
    ? html`<p class="pager"><a href="${withQuery(ask.url, { before: String(last) })}" data-key="]">${consolePages(ask.lang).older}</a></p>`
    : null

async function filterForm(ask: SignedAsk): Promise<Markup> {
  const t = consolePages(ask.lang)
  const actions = await ask.world.store.ledger.actions()
  const chosen = given(ask, 'action')
  const words = ledgerActions(ask.lang)
  const options = actions.map(
    (action) =>
      html`<option value="${action}"${action === chosen ? html` selected` : null}>${words[action] ? `${words[action]} (${action})` : action}</option>`,
  )
  return html`<form class="filter" method="get" action="/audit" role="search" aria-label="${t.filter}">${textField(ask, t.actor, 'actor')}<label>${t.action}<select name="action"><option value="">${t.any}</option>${options}</select></label>${textField(ask, t.subject, 'subject')}<div class="buttons"><button class="main">${t.filter}</button><a href="/audit">${t.clear}</a></div></form>`
}

/** What was done, in words, with the name that stands in the ledger. */
const actionOf = (action: string, ask: SignedAsk): Markup => {
  const words = ledgerActions(ask.lang)[action]
  return words === undefined || words === action
    ? shown(action)
    : html`${words} <span class="soft action">${action}</span>`
}

/** A sighting's entry leads to the sighting. */
const subjectOf = (subject: string): Markup => {
  const id = /^sighting:(\d+)$/.exec(subject)?.[1]
  return id ? html`<a href="/listings/${id}">${subject}</a>` : shown(subject)
}

async function ledger(ask: SignedAsk): Promise<Response> {
  const t = consolePages(ask.lang)
  const { store } = ask.world
  const [actor, action, subject] = ['actor', 'action', 'subject'].map((name) => given(ask, name))
  const wish = { ...(actor ? { actor } : {}), ...(action ? { action } : {}), ...(subject ? { subject } : {}) }
  const found = await store.ledger.list({ ...wish, ...beforeOf(ask), limit: PAGE + 1 })
  const entries = found.slice(0, PAGE)
  const head = await store.ledger.head()
  const rows = entries.map(
    (each) =>
      html`<tr data-row><th scope="row" class="number">${each.seq}</th><td>${moment(each.at, ask.lang)}</td><td>${shown(each.actor)}</td><td>${actionOf(each.action, ask)}</td><td class="long">${subjectOf(each.subject)}</td><td class="hash">${each.hash}</td></tr>`,
  )
  return page(ask, {
    title: t.audit,
    section: 'audit',
    body: html`<h1>${t.audit}</h1>${tabs(ask, 'ledger')}<p class="fine">${t.head}: <span class="hash">${head ? `${head.seq} · ${head.hash}` : '–'}</span></p>${await filterForm(ask)}
${rows.length ? table(t.ledgerTab, [{ number: t.number }, t.when, t.actor, t.action, t.subject, t.hash], rows) : html`<p class="empty">${t.emptyLedger}</p>`}${olderLink(ask, entries.at(-1)?.seq, found.length > PAGE)}`,
  })
}

async function access(ask: SignedAsk): Promise<Response> {
  const t = consolePages(ask.lang)
  const account = given(ask, 'account')
  const found = ask.world.console.access.list({ ...(account ? { account } : {}), ...beforeOf(ask), limit: PAGE + 1 })
  const entries = found.slice(0, PAGE)
  const rows = entries.map(
    (each) =>
      html`<tr><td>${moment(each.at, ask.lang)}</td><td>${shown(each.account)}</td><td>${actionOf(each.action, ask)}</td><td class="long">${subjectOf(each.subject)}</td></tr>`,
  )
  return page(ask, {
    title: t.accessTab,
    section: 'audit',
    body: html`<h1>${t.audit}</h1>${tabs(ask, 'access')}<form class="filter" method="get" action="/audit/access" role="search" aria-label="${t.filter}">${textField(ask, t.actor, 'account')}<div class="buttons"><button class="main">${t.filter}</button><a href="/audit/access">${t.clear}</a></div></form>
${rows.length ? table(t.accessTab, [t.when, t.actor, t.action, t.subject], rows) : html`<p class="empty">${t.emptyLedger}</p>`}${olderLink(ask, entries.at(-1)?.id, found.length > PAGE)}`,
  })
}

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit', permission: 'audit', handle: ledger },
  { method: 'GET', path: '/audit/access', permission: 'audit', handle: access },
]
