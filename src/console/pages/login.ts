import { html } from '../../evidence/report/markup.ts'
import { consoleMessages } from '../../i18n/console.ts'
import { LANGS } from '../../i18n/messages.ts'
import type { Account, Secrets } from '../../store/console/api.ts'
import type { Ask, Route, SignedAsk } from '../ask.ts'
import { passwordFits } from '../auth/password.ts'
import { languageCookie, newToken, noSessionCookie, sessionCookie, tokenHash } from '../auth/tokens.ts'
import { stepOf } from '../auth/totp.ts'
import { notice, page } from '../layout.ts'
import { ownPath, redirect } from '../reply.ts'
import { problemPage } from './problem.ts'

const loginPage = (ask: Ask, failed: boolean): Response => {
  const t = consoleMessages(ask.lang)
  const next = ownPath(failed ? ask.form['next'] : ask.url.searchParams.get('next'))
  return page(ask, {
    title: t.signIn,
    status: failed ? 401 : 200,
    body: html`<section class="narrow"><h1>${t.signIn}</h1>${notice(failed ? t.notSignedIn : null)}
<form method="post" action="/login" class="stack"><input type="hidden" name="next" value="${next}">
<label>${t.account}<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="80" value="${failed ? (ask.form['name'] ?? '').slice(0, 80) : ''}"></label>
<label>${t.password}<input type="password" name="password" autocomplete="current-password" required maxlength="256"></label>
<label>${t.code} <small>${t.codeHint}</small><input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10"></label>
<button class="main">${t.signIn}</button></form></section>`,
  })
}

const codeFits = ({ world, form }: Ask, { id, totpSecret }: Account & Secrets): boolean => {
  if (totpSecret === null) return true
  const step = stepOf(totpSecret, form['code'] ?? '', world.now())
  return step !== null && world.console.accounts.useTotpStep(id, step)
}

/** The account that signs in; null for every reason alike, after the same work. */
async function admitted(ask: Ask): Promise<Account | null> {
  const { accounts, attempts } = ask.world.console
  const name = (ask.form['name'] ?? '').slice(0, 80)
  const found = accounts.byName(name)
  const fits = await passwordFits(found?.passwordHash ?? null, ask.form['password'] ?? '')
  if (attempts.locked(name)) return null
  if (found?.active && fits && codeFits(ask, found)) {
    attempts.succeeded(name)
    return found
  }
  attempts.failed(name)
  return null
}

/** A new session for an account; a cookie that was there before is worth nothing afterwards. */
export function signIn(ask: Ask, account: Account, to: string): Response {
  const { sessions, access } = ask.world.console
  if (ask.token) sessions.end(ask.token)
  const token = newToken()
  sessions.begin(tokenHash(token), account.id, newToken())
  access.note(account.name, 'login', `account:${account.name}`)
  return redirect(to, [sessionCookie(token, ask.secure)])
}

const login = async (ask: Ask): Promise<Response> => {
  if (!ask.world.throttle.allow(ask.address)) return problemPage(ask, 'too-many')
  const account = await admitted(ask)
  return account ? signIn(ask, account, ownPath(ask.form['next'])) : loginPage(ask, true)
}

const logout = async (ask: SignedAsk): Promise<Response> => {
  ask.world.console.sessions.end(ask.token)
  ask.world.console.access.note(ask.session.account.name, 'logout', `account:${ask.session.account.name}`)
  return redirect('/login', [noSessionCookie(ask.secure)])
}

const language = async (ask: Ask): Promise<Response> => {
  const lang = LANGS.find((each) => each === ask.form['lang']) ?? 'vi'
  return redirect(ownPath(ask.form['back']), [languageCookie(lang, ask.secure)])
}

export const loginRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/login',
    permission: 'public',
    handle: async (ask) => (ask.session ? redirect('/') : loginPage(ask, false)),
  },
  { method: 'POST', path: '/login', permission: 'public', handle: login },
  { method: 'POST', path: '/logout', permission: 'self', handle: logout },
  { method: 'POST', path: '/language', permission: 'public', handle: language },
]
