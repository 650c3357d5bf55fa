import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleMessages } from '../i18n/console.ts'
import type { Ask } from './ask.ts'
import { ICON_PATH, SCRIPT, STYLE } from './assets.ts'
import { helpDialog } from './pages/help.ts'
import { may, type Permission } from './roles.ts'

type Section =
  | 'today'
  | 'queue'
  | 'cases'
  | 'tips'
  | 'conduct'
  | 'sweeps'
  | 'rules'
  | 'reports'
  | 'audit'
  | 'accounts'
  | 'settings'

/** The menu, in order; each with what it asks for and the key that opens it after `g`. */
const MENU: readonly {
  readonly section: Section
  readonly path: string
  readonly permission: Permission
  readonly key: string
}[] = [
  { section: 'today', path: '/', permission: 'read', key: 't' },
  { section: 'queue', path: '/queue', permission: 'read', key: 'q' },
  { section: 'cases', path: '/cases', permission: 'read', key: 'c' },
  { section: 'tips', path: '/tips', permission: 'tips', key: 'p' },
  { section: 'conduct', path: '/conduct', permission: 'conduct', key: 'p' },
  { section: 'sweeps', path: '/sweeps', permission: 'read', key: 's' },
  { section: 'rules', path: '/rules', permission: 'read', key: 'l' },
  { section: 'reports', path: '/reports', permission: 'read', key: 'r' },
  { section: 'audit', path: '/audit', permission: 'audit', key: 'a' },
  { section: 'accounts', path: '/accounts', permission: 'accounts', key: 'u' },
  { section: 'settings', path: '/settings/tips', permission: 'settings', key: 'e' },
]

export interface PageParts {
  readonly title: string
  readonly body: Markup
  readonly section?: Section
  readonly status?: number
  readonly cookies?: readonly string[]
}

/** Hidden in every form of who is signed in. */
export const csrfField = ({ session }: Ask): Markup | null =>
  session && html`<input type="hidden" name="csrf" value="${session.csrf}">`

function menu(ask: Ask, active: Section | undefined): Markup | null {
  const t = consoleMessages(ask.lang)
  const role = ask.session?.account.role ?? null
  if (!role) return null
  const items = MENU.filter(({ permission }) => may(role, permission)).map(
    ({ section, path, key }) =>
      html`<li><a href="${path}" data-go="${key}"${section === active ? html` aria-current="page"` : null}>${t.menu[section]}</a></li>`,
  )
  return html`<nav class="menu" aria-label="${t.menuLabel}"><ul>${items}</ul></nav>`
}

/** The language a form leads back to is the page itself. */
function languageForm(ask: Ask): Markup {
  const other = ask.lang === 'vi' ? 'en' : 'vi'
  const t = consoleMessages(other)
  return html`<form method="post" action="/language" class="inline"><input type="hidden" name="back" value="${ask.url.pathname + ask.url.search}"><input type="hidden" name="lang" value="${other}"><button class="quiet" lang="${other}">${t.thisLanguage}</button></form>`
}

function officer(ask: Ask): Markup | null {
  const { session, lang } = ask
  if (!session) return null
  const t = consoleMessages(lang)
  const { account } = session
  return html`<a href="/me" class="who"><bdi>${account.displayName}</bdi> <span>${t.roles[account.role]}</span></a><a class="quiet" href="/help" data-key="?" aria-keyshortcuts="?">${t.help}</a><form method="post" action="/logout" class="inline">${csrfField(ask)}<button class="quiet">${t.signOut}</button></form>`
}

/** A whole page. Titles and bodies are markup or escaped; nothing of a listing gets here as HTML. */
export function page(ask: Ask, { title, body, section, status, cookies }: PageParts): Response {
  const t = consoleMessages(ask.lang)
  const document = html`<!doctype html>
<html lang="${ask.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Soi</title><link rel="icon" href="${ICON_PATH}"><link rel="stylesheet" href="${STYLE.path}"><script src="${SCRIPT.path}" defer></script></head>
<body><a class="skip" href="#main">${t.skip}</a>
<header class="top"><a class="brand" href="/">Soi</a>${menu(ask, section)}<div class="side">${officer(ask)}${languageForm(ask)}</div></header>
<main id="main" tabindex="-1">${body}</main>
<footer class="foot"><p>${t.caution}</p></footer>
${ask.session ? helpDialog(ask.lang) : null}</body></html>
`
  const answer = new Response(document.markup, {
    status: status ?? 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
  for (const cookie of cookies ?? []) answer.headers.append('Set-Cookie', cookie)
  return answer
}

/** A message above a form or a page. */
export const notice = (text: string | null, kind: 'good' | 'bad' = 'bad'): Markup | null =>
  text === null
    ? null
    : html`<p class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${shown(text)}</p>`
