import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleMessages } from '../../i18n/console.ts'
import { type Account, ROLES, type Role } from '../../store/console/api.ts'
import { vietnamDay } from '../../vietnam-day.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { newToken, tokenHash } from '../auth/tokens.ts'
import { dayText } from '../case-parts.ts'
import { csrfField, notice, page } from '../layout.ts'
import { redirect } from '../reply.ts'
import { isAccountName } from './account-name.ts'
import { problemPage } from './problem.ts'

interface Said {
  readonly problem?: string
  /** Shown once, never kept. */
  readonly link?: { readonly name: string; readonly url: string }
}

const roleOf = (text: string | undefined): Role | null => ROLES.find((role) => role === text) ?? null

/** In a table the select stands outside its form and is named by its column. */
const roleSelect = (ask: SignedAsk, chosen: Role, inTable: { form: string; label: string } | null): Markup => {
  const t = consoleMessages(ask.lang)
  const options = ROLES.map(
    (role) => html`<option value="${role}"${role === chosen ? html` selected` : null}>${t.roles[role]}</option>`,
  )
  const place = inTable && html` form="${inTable.form}" aria-label="${inTable.label}"`
  return html`<select name="role"${place}>${options}</select>`
}

function accountRow(ask: SignedAsk, account: Account): Markup {
  const t = consoleMessages(ask.lang)
  const { id, name, displayName, role, unit, active } = account
  const form = `account-${id}`
  const field = (label: string) => `${label}: ${name}`
  const facts = [...(account.hasPassword ? [] : [t.waiting]), ...(account.hasTotp ? [t.secondFactor] : [])].join(', ')
  const state = html`<select name="active" form="${form}" aria-label="${field(t.state)}"><option value="yes"${active ? html` selected` : null}>${t.active}</option><option value="no"${active ? null : html` selected`}>${t.inactive}</option></select>`
  const roles = roleSelect(ask, role, { form, label: field(t.role) })
  return html`<tr><th scope="row"><bdi>${displayName}</bdi><br><span class="soft"><bdi>${name}</bdi></span></th><td>${roles}</td>
<td><input name="unit" form="${form}" value="${unit}" maxlength="40" required aria-label="${field(t.unit)}"></td><td>${state} <span class="soft">${facts}</span></td><td>${dayText(vietnamDay(new Date(account.createdAt)))}</td>
<td class="actions"><form id="${form}" method="post" action="/accounts/${id}" class="inline">${csrfField(ask)}<button>${t.save}</button></form> <form method="post" action="/accounts/${id}/link" class="inline">${csrfField(ask)}<button class="quiet">${t.newLink}</button></form></td></tr>`
}

function accountsPage(ask: SignedAsk, { problem, link }: Said): Response {
  const t = consoleMessages(ask.lang)
  const all = ask.world.console.accounts.list()
  const value = (name: string) => (problem ? (ask.form[name] ?? '') : '')
  const shown = link
    ? html`<div class="notice good" role="status"><p>${t.linkFor(link.name)}</p><p><code>${link.url}</code></p></div>`
    : notice(ask.url.searchParams.has('saved') && !problem ? t.saved : null, 'good')
  return page(ask, {
    title: t.accounts,
    section: 'accounts',
    status: problem ? 400 : 200,
    body: html`<h1>${t.accounts}</h1>${notice(problem ?? null)}${shown}
<div class="scroll" tabindex="0" role="region" aria-label="${t.accounts}"><table class="list"><thead><tr><th scope="col">${t.displayName}</th><th scope="col">${t.role}</th><th scope="col">${t.unit}</th><th scope="col">${t.state}</th><th scope="col">${t.created}</th><th scope="col">${t.acts}</th></tr></thead><tbody>${all.map((account) => accountRow(ask, account))}</tbody></table></div>
<section class="card"><h2>${t.newAccount}</h2><form method="post" action="/accounts" class="row">${csrfField(ask)}
<label>${t.displayName}<input name="displayName" required maxlength="80" value="${value('displayName')}"></label>
<label>${t.account}<input name="name" required maxlength="40" autocapitalize="none" spellcheck="false" value="${value('name')}"></label>
<label>${t.unit}<input name="unit" required maxlength="40" value="${value('unit')}"></label><label>${t.role}${roleSelect(ask, 'analyst', null)}</label><button class="main">${t.make}</button></form></section>`,
  })
}

/** The link is shown to the administrator, who hands it over; it opens nothing but the choice of a password. */
function withLink(ask: SignedAsk, { id, name }: Account): Response {
  const token = newToken()
  ask.world.console.links.make(tokenHash(token), id)
  const origin = `${ask.secure ? 'https:' : ask.url.protocol}//${ask.url.host}`
  return accountsPage(ask, { link: { name, url: `${origin}/welcome/${token}` } })
}

async function create(ask: SignedAsk): Promise<Response> {
  const t = consoleMessages(ask.lang)
  const { accounts } = ask.world.console
  const [name, displayName, unit] = ['name', 'displayName', 'unit'].map((field) => ask.form[field]?.trim() ?? '')
  const role = roleOf(ask.form['role'])
  if (!name || !isAccountName(name)) return accountsPage(ask, { problem: t.badAccountName })
  if (!displayName || !unit || !role) return accountsPage(ask, { problem: t.needFields })
  if (accounts.byName(name)) return accountsPage(ask, { problem: t.nameTaken })
  const by = ask.session.account.name
  const made = accounts.create({ name, displayName, unit, role, createdBy: by })
  await ask.world.store.ledger.append('account.create', `account:${made.name}`, { role, unit, by })
  return withLink(ask, made)
}

async function change(ask: SignedAsk): Promise<Response> {
  const t = consoleMessages(ask.lang)
  const { accounts, sessions } = ask.world.console
  const account = accounts.byId(Number(ask.params['id']))
  const role = roleOf(ask.form['role'])
  const unit = ask.form['unit']?.trim()
  if (!account) return problemPage(ask, 'not-found')
  if (!role || !unit) return accountsPage(ask, { problem: t.needFields })
  const active = ask.form['active'] === 'yes'
  if (account.id === ask.session.account.id && (role !== account.role || !active))
    return accountsPage(ask, { problem: t.notYourself })
  accounts.change(account.id, { role, unit, active })
  if (!active) sessions.endAll(account.id)
  const body = { role, unit, active, by: ask.session.account.name }
  await ask.world.store.ledger.append('account.change', `account:${account.name}`, body)
  return redirect('/accounts?saved')
}

async function link(ask: SignedAsk): Promise<Response> {
  const account = ask.world.console.accounts.byId(Number(ask.params['id']))
  if (!account) return problemPage(ask, 'not-found')
  await ask.world.store.ledger.append('account.link', `account:${account.name}`, { by: ask.session.account.name })
  return withLink(ask, account)
}

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/accounts', permission: 'accounts', handle: async (ask) => accountsPage(ask, {}) },
  { method: 'POST', path: '/accounts', permission: 'accounts', handle: create },
  { method: 'POST', path: '/accounts/:id{[0-9]+}', permission: 'accounts', handle: change },
  { method: 'POST', path: '/accounts/:id{[0-9]+}/link', permission: 'accounts', handle: link },
]
