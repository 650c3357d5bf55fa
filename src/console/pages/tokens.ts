import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { tokenMessages } from '../../i18n/token.ts'
import type { ApiToken } from '../../store/console/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { daysOf, labelOf, makeToken, tokenState } from '../auth/new-token.ts'
import { csrfField, notice, page } from '../layout.ts'
import { moment, table } from '../parts.ts'
import { redirect } from '../reply.ts'
import { scopesFor } from '../roles.ts'

interface Said {
  readonly problem?: string
  /** A key just made: shown this once. */
  readonly made?: string
}

function row(token: ApiToken, ask: SignedAsk): Markup {
  const t = tokenMessages(ask.lang)
  const state = tokenState(token, ask.world.now())
  const revoke =
    state === 'good'
      ? html`<form method="post" action="/me/tokens/${token.id}/revoke" class="inline">${csrfField(ask)}<button aria-label="${t.revokeNamed(token.label)}">${t.revoke}</button></form>`
      : null
  return html`<tr><th scope="row">${shown(token.label)}</th><td>${token.scopes.map((scope) => t.scopes[scope]).join(', ')}</td><td>${moment(token.madeAt, ask.lang)}</td><td>${moment(token.endsAt, ask.lang)}</td><td>${token.usedAt ? moment(token.usedAt, ask.lang) : '–'}</td><td>${t.states[state]} ${revoke}</td></tr>`
}

function form(ask: SignedAsk): Markup {
  const t = tokenMessages(ask.lang)
  const scopes = scopesFor(ask.session.account.role).map(
    (scope) =>
      html`<label class="check"><input type="checkbox" name="scope-${scope}" value="yes"> ${t.scopes[scope]}</label>`,
  )
  return html`<form method="post" action="/me/tokens" class="stack card">${csrfField(ask)}<h2>${t.make}</h2>
<label>${t.label}<input name="label" required maxlength="80" autocomplete="off"></label>
<fieldset><legend>${t.scopesTitle}</legend>${scopes}</fieldset>
<label>${t.days}<input name="days" inputmode="numeric" value="90" required maxlength="3"></label><button>${t.make}</button></form>`
}

function tokensPage(ask: SignedAsk, { problem, made }: Said): Response {
  const t = tokenMessages(ask.lang)
  const own = ask.world.console.tokens.list(ask.session.account.id)
  const head = [t.label, t.scopesTitle, t.made, t.ends, t.used, t.state]
  const fresh = made ? html`${notice(t.once, 'good')}<p><code>${made}</code></p>` : notice(problem ?? null)
  return page(ask, {
    title: t.title,
    status: problem ? 400 : 200,
    body: html`<h1>${t.title}</h1><p>${t.about} <a href="/api/v1/docs">${t.description}</a></p>${fresh}
${
  own.length
    ? table(
        t.title,
        head,
        own.map((token) => row(token, ask)),
      )
    : html`<p class="empty">${t.none}</p>`
}${form(ask)}`,
  })
}

async function make(ask: SignedAsk): Promise<Response> {
  const { account } = ask.session
  const scopes = scopesFor(account.role).filter((scope) => ask.form[`scope-${scope}`] === 'yes')
  const label = labelOf(ask.form['label'] ?? '')
  const days = daysOf(ask.form['days'] ?? '')
  if (!label || !days || !scopes.length) return tokensPage(ask, { problem: tokenMessages(ask.lang).wrong })
  const who = { account, by: account.name, now: ask.world.now() }
  return tokensPage(ask, { made: makeToken(ask.world.console, who, { label, scopes, days }).text })
}

async function revoke(ask: SignedAsk): Promise<Response> {
  const { tokens, access } = ask.world.console
  const { account } = ask.session
  const id = Number(ask.params['id'])
  if (tokens.revoke(id, account.id)) access.note(account.name, 'token.revoke', `token:${id}`)
  return redirect('/me/tokens')
}

export const tokenRoutes: readonly Route[] = [
  { method: 'GET', path: '/me/tokens', permission: 'self', handle: async (ask) => tokensPage(ask, {}) },
  { method: 'POST', path: '/me/tokens', permission: 'self', handle: make },
  { method: 'POST', path: '/me/tokens/:id{[0-9]+}/revoke', permission: 'self', handle: revoke },
]
