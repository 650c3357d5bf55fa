import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleMessages } from '../../i18n/console.ts'
import type { Account } from '../../store/console/api.ts'
import type { Ask, Route } from '../ask.ts'
import { hashPassword, passwordProblem } from '../auth/password.ts'
import { tokenHash } from '../auth/tokens.ts'
import { notice, page } from '../layout.ts'
import { isAccountName } from './account-name.ts'
import { signIn } from './login.ts'
import { problemPage } from './problem.ts'

/** The account a link belongs to (null: the first one, yet to be made), or nothing when the link is not good. */
function linkOf(ask: Ask): { readonly hash: string; readonly account: Account | null } | null {
  const { links, accounts } = ask.world.console
  const hash = tokenHash(ask.params['token'] ?? '')
  const link = links.find(hash)
  if (!link) return null
  if (link.account === null) return accounts.list().length === 0 ? { hash, account: null } : null
  const account = accounts.byId(link.account)
  return account?.active ? { hash, account } : null
}

const firstFields = (ask: Ask): Markup => {
  const t = consoleMessages(ask.lang)
  const value = (name: string) => ask.form[name] ?? ''
  return html`<label>${t.displayName}<input name="displayName" autocomplete="name" required maxlength="80" value="${value('displayName')}"></label>
<label>${t.unit}<input name="unit" required maxlength="40" value="${value('unit')}"></label>
<label>${t.account}<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="40" value="${value('name')}"></label>`
}

function welcomePage(ask: Ask, account: Account | null, problem: string | null): Response {
  const t = consoleMessages(ask.lang)
  const title = account ? t.welcomeBack : t.welcome
  return page(ask, {
    title,
    status: problem ? 400 : 200,
    body: html`<section class="narrow"><h1>${title}</h1><p class="hint">${t.welcomeHint}</p>${notice(problem)}
<form method="post" action="${ask.url.pathname}" class="stack">
${account ? html`<p>${t.account}: <b><bdi>${account.name}</bdi></b></p><input type="hidden" name="username" autocomplete="username" value="${account.name}">` : firstFields(ask)}
<label>${t.password}<input type="password" name="password" autocomplete="new-password" required minlength="12" maxlength="256"></label>
<label>${t.again}<input type="password" name="again" autocomplete="new-password" required maxlength="256"></label>
<button class="main">${account ? t.setPassword : t.make}</button></form></section>`,
  })
}

function problemOf({ form, lang }: Ask, account: Account | null): string | null {
  const t = consoleMessages(lang)
  const name = account?.name ?? form['name'] ?? ''
  if (!account && !isAccountName(name)) return t.badAccountName
  if (!account && (!form['displayName']?.trim() || !form['unit']?.trim())) return t.needFields
  const problem = passwordProblem(form['password'] ?? '', form['again'] ?? '', name)
  return problem && t.passwordProblems[problem]
}

/** The first administrator, entered in the ledger like every account after it. */
async function makeFirst({ world, form }: Ask): Promise<Account> {
  const [name = '', displayName = '', unit = ''] = [form['name'], form['displayName']?.trim(), form['unit']?.trim()]
  const made = world.console.accounts.create({
    name,
    displayName,
    unit,
    role: 'administrator',
    createdBy: 'one-time link',
  })
  await world.store.ledger.append('account.create', `account:${made.name}`, {
    role: made.role,
    unit,
    by: 'one-time link',
  })
  return made
}

async function welcome(ask: Ask): Promise<Response> {
  if (!ask.world.throttle.allow(ask.address)) return problemPage(ask, 'too-many')
  const link = linkOf(ask)
  if (!link) return problemPage(ask, 'not-found')
  const problem = problemOf(ask, link.account)
  if (problem) return welcomePage(ask, link.account, problem)
  const { links, accounts, sessions, attempts } = ask.world.console
  const hash = await hashPassword(ask.form['password'] ?? '')
  // Hashing takes a moment: the same link may have been used meanwhile.
  if (!linkOf(ask)) return problemPage(ask, 'not-found')
  links.use(link.hash)
  const account = link.account ?? (await makeFirst(ask))
  accounts.setPassword(account.id, hash)
  sessions.endAll(account.id)
  attempts.succeeded(account.name)
  return signIn(ask, account, '/')
}

export const welcomeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/welcome/:token',
    permission: 'public',
    handle: async (ask) => {
      const link = linkOf(ask)
      return link ? welcomePage(ask, link.account, null) : problemPage(ask, 'not-found')
    },
  },
  { method: 'POST', path: '/welcome/:token', permission: 'public', handle: welcome },
]
