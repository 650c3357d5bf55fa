import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleMessages } from '../../i18n/console.ts'
import { tokenMessages } from '../../i18n/token.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { hashPassword, passwordFits, passwordProblem } from '../auth/password.ts'
import { enrolment, newSecret, stepOf } from '../auth/totp.ts'
import { csrfField, notice, page } from '../layout.ts'
import { redirect } from '../reply.ts'
import { signIn } from './login.ts'

interface Said {
  readonly problem?: string
  /** A secret that waits for its first code. */
  readonly secret?: string
}

const passwordForm = (ask: SignedAsk): Markup => {
  const t = consoleMessages(ask.lang)
  return html`<form method="post" action="/me/password" class="stack">${csrfField(ask)}<h2>${t.changePassword}</h2>
<label>${t.currentPassword}<input type="password" name="current" autocomplete="current-password" required maxlength="256"></label>
<label>${t.password}<input type="password" name="password" autocomplete="new-password" required minlength="12" maxlength="256"></label>
<label>${t.again}<input type="password" name="again" autocomplete="new-password" required maxlength="256"></label>
<button>${t.changePassword}</button></form>`
}

function totpForm(ask: SignedAsk, secret: string | undefined): Markup {
  const t = consoleMessages(ask.lang)
  const { account } = ask.session
  const current = html`<label>${t.currentPassword}<input type="password" name="current" autocomplete="current-password" required maxlength="256"></label>`
  const step = secret
    ? html`<p>${t.totpEnter}</p><p>${t.totpKey}: <code>${secret.replace(/.{4}/g, '$& ')}</code></p><p class="fine"><code>${enrolment(secret, account.name)}</code></p>
<input type="hidden" name="secret" value="${secret}">${current}<label>${t.code}<input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="10"></label><button>${t.totpConfirm}</button>`
    : account.hasTotp
      ? html`<p>${t.totpOn}</p>${current}<input type="hidden" name="remove" value="yes"><button>${t.totpRemove}</button>`
      : html`<p>${t.totpOff}</p><button>${t.totpBegin}</button>`
  return html`<form method="post" action="/me/totp" class="stack">${csrfField(ask)}<h2>${t.totp}</h2>${step}</form>`
}

function mePage(ask: SignedAsk, { problem, secret }: Said): Response {
  const t = consoleMessages(ask.lang)
  const { account } = ask.session
  const done = ask.url.searchParams.has('saved') ? t.saved : null
  return page(ask, {
    title: t.me,
    status: problem ? 400 : 200,
    body: html`<section class="narrow"><h1>${t.me}</h1>${notice(problem ?? null)}${notice(problem ? null : done, 'good')}
<p><b><bdi>${account.displayName}</bdi></b> · <bdi>${account.name}</bdi> · ${t.roles[account.role]} · <bdi>${account.unit}</bdi></p>
${passwordForm(ask)}${totpForm(ask, secret)}<p><a href="/me/tokens">${tokenMessages(ask.lang).title}</a></p></section>`,
  })
}

/** True when the officer who sits there knows the password; tries count like those of the sign-in. */
async function knowsPassword(ask: SignedAsk): Promise<boolean> {
  const { accounts, attempts } = ask.world.console
  const { id, name } = ask.session.account
  if (!ask.world.throttle.allow(ask.address) || attempts.locked(name)) return false
  const fits = await passwordFits(accounts.byId(id)?.passwordHash ?? null, ask.form['current'] ?? '')
  if (!fits) attempts.failed(name)
  return fits
}

async function changePassword(ask: SignedAsk): Promise<Response> {
  const t = consoleMessages(ask.lang)
  const { accounts, sessions, access } = ask.world.console
  const { account } = ask.session
  if (!(await knowsPassword(ask))) return mePage(ask, { problem: t.wrongPassword })
  const problem = passwordProblem(ask.form['password'] ?? '', ask.form['again'] ?? '', account.name)
  if (problem) return mePage(ask, { problem: t.passwordProblems[problem] })
  accounts.setPassword(account.id, await hashPassword(ask.form['password'] ?? ''))
  sessions.endAll(account.id)
  access.note(account.name, 'password.change', `account:${account.name}`)
  return signIn(ask, account, '/me?saved')
}

async function changeTotp(ask: SignedAsk): Promise<Response> {
  const t = consoleMessages(ask.lang)
  const { accounts, access } = ask.world.console
  const { account } = ask.session
  const secret = ask.form['secret']
  if (!secret && !ask.form['remove']) return mePage(ask, { secret: newSecret() })
  if (secret && !/^[A-Z2-7]{32}$/.test(secret)) return mePage(ask, { problem: t.totpWrong })
  const again = secret ? { secret } : {}
  if (!(await knowsPassword(ask))) return mePage(ask, { problem: t.wrongPassword, ...again })
  const step = secret ? stepOf(secret, ask.form['code'] ?? '', ask.world.now()) : null
  if (secret && step === null) return mePage(ask, { problem: t.totpWrong, ...again })
  accounts.setTotp(account.id, secret ?? null)
  if (step !== null) accounts.useTotpStep(account.id, step)
  access.note(account.name, secret ? 'totp.set' : 'totp.remove', `account:${account.name}`)
  return redirect('/me?saved')
}

export const meRoutes: readonly Route[] = [
  { method: 'GET', path: '/me', permission: 'self', handle: async (ask) => mePage(ask, {}) },
  { method: 'POST', path: '/me/password', permission: 'self', handle: changePassword },
  { method: 'POST', path: '/me/totp', permission: 'self', handle: changeTotp },
]
