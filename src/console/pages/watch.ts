import { BadInput } from '../../errors.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { watchMessages } from '../../i18n/watch.ts'
import { planFiles } from '../../schedule/plan-files.ts'
import type { WatchList } from '../../store/console/api.ts'
import { keepWatchList, listName, removeWatchList, searchableIn, watchCsv } from '../../watchlist/keep.ts'
import { type ReadList, readWatchCsv } from '../../watchlist/read.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { moment, number, table } from '../parts.ts'
import { planPath } from '../plans.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { csvOf, entryTable, importForm, refusedTable } from '../watch-parts.ts'
import { problemPage } from './problem.ts'

type Problem = 'name' | 'csv' | 'nothing'

const listPath = (name: string): string => `/watch/list?${new URLSearchParams({ name }).toString()}`
const mayChange = ({ session }: SignedAsk): boolean => may(session.account.role, 'sweep')

function allLists(ask: SignedAsk, problem: Problem | null = null): Response {
  const t = watchMessages(ask.lang)
  const rows = ask.world.console.watchLists
    .list()
    .map(
      ({ name, entries, changedAt, changedBy }) =>
        html`<tr data-row><th scope="row"><a href="${listPath(name)}" data-open>${shown(name)}</a></th><td class="number">${number(entries, ask.lang)}</td><td>${moment(changedAt, ask.lang)}</td><td>${shown(changedBy)}</td></tr>`,
    )
  const lists = rows.length
    ? table(t.title, [t.nameLabel, { number: t.entries }, t.changed, t.by], rows)
    : html`<p class="empty">${t.none}</p>`
  const form = mayChange(ask) ? importForm(ask, ask.form['name'] ?? '', csvOf(ask)) : null
  return page(ask, {
    title: t.title,
    section: 'sweeps',
    status: problem ? 400 : 200,
    body: html`<h1>${t.title}</h1><p class="soft">${t.hint}</p>${notice(problem && t.problems[problem])}${lists}${form}`,
  })
}

async function usedBy({ name }: WatchList, ask: SignedAsk): Promise<Markup | null> {
  const plans = (await planFiles(ask.world.sweeping.folder)).filter(({ plan }) =>
    plan?.watch?.some(({ list }) => list === name),
  )
  const links = plans.map(
    ({ file, plan }) => html`<li><a href="${planPath(file)}">${shown(plan?.name ?? file)}</a></li>`,
  )
  return links.length
    ? html`<section class="card"><h2>${watchMessages(ask.lang).usedBy}</h2><ul>${links}</ul></section>`
    : null
}

const found = (ask: SignedAsk, name: string | null | undefined): WatchList | null =>
  ask.world.console.watchLists.byName(name ?? '')

async function oneList(ask: SignedAsk): Promise<Response> {
  const t = watchMessages(ask.lang)
  const list = found(ask, ask.url.searchParams.get('name'))
  if (!list) return problemPage(ask, 'not-found')
  ask.world.console.access.note(ask.session.account.name, 'watch-list.open', `watch-list:${list.name}`)
  const query = new URLSearchParams({ name: list.name }).toString()
  const actions = mayChange(ask)
    ? html`<div class="buttons plan-actions"><a class="button main" href="/sweeps/edit?${new URLSearchParams({ watch: list.name }).toString()}">${t.sweep}</a><a class="button" href="/watch/export?${query}">${t.export}</a><details class="sure"><summary class="button">${t.remove}</summary><form method="post" action="/watch/delete">${csrfField(ask)}<input type="hidden" name="name" value="${list.name}"><button>${t.remove}: ${list.name}</button></form></details></div>`
    : null
  return page(ask, {
    title: list.name,
    section: 'sweeps',
    body: html`<nav class="steps" aria-label="${t.title}"><a href="/watch" data-key="b">← ${t.back}</a></nav><h1>${shown(list.name)}</h1><p class="soft">${number(list.entries, ask.lang)} · ${t.changed} ${moment(list.changedAt, ask.lang)} · ${shown(list.changedBy)}</p>${actions}${entryTable(ask.world.console.watchLists.entries(list.id), ask)}${await usedBy(list, ask)}${mayChange(ask) ? importForm(ask, list.name, '') : null}`,
  })
}

async function readPosted(ask: SignedAsk): Promise<{ readonly name: string; readonly read: ReadList } | Problem> {
  const { sweeping } = ask.world
  const options = { searchable: searchableIn(await sweeping.book()), allowPrivate: sweeping.allowPrivate }
  let name: string
  try {
    name = listName(ask.form['name'] ?? '')
  } catch (error) {
    if (error instanceof BadInput) return 'name'
    throw error
  }
  try {
    const read = readWatchCsv(csvOf(ask), options)
    return read.taken.length > 0 || read.refused.length > 0 ? { name, read } : 'nothing'
  } catch (error) {
    if (error instanceof BadInput) return 'csv'
    throw error
  }
}

/** What would be taken and refused; nothing is kept before the officer says so. */
async function check(ask: SignedAsk): Promise<Response> {
  const t = watchMessages(ask.lang)
  const posted = await readPosted(ask)
  if (typeof posted === 'string') return allLists(ask, posted)
  const { name, read } = posted
  const mode = ask.form['mode'] === 'replace' ? 'replace' : 'add'
  const keep = html`<form method="post" action="/watch/keep" class="buttons plan-actions">${csrfField(ask)}<input type="hidden" name="name" value="${name}"><input type="hidden" name="mode" value="${mode}"><textarea name="csv" hidden>${`\n${csvOf(ask)}`}</textarea>${read.taken.length ? html`<button class="main" data-key="s">${t.keep(read.taken.length)}</button>` : null}<span class="soft">${t.mode}: ${t.modes[mode]}</span></form>`
  return page(ask, {
    title: t.newList,
    section: 'sweeps',
    body: html`<nav class="steps" aria-label="${t.title}"><a href="/watch" data-key="b">← ${t.back}</a></nav><h1>${t.previewTitle(name)}</h1>${keep}${refusedTable(read, ask)}<section class="card"><h2>${t.taken(read.taken.length)}</h2>${read.taken.length ? entryTable(read.taken, ask) : null}</section>`,
  })
}

async function keep(ask: SignedAsk): Promise<Response> {
  const posted = await readPosted(ask)
  if (typeof posted === 'string') return allLists(ask, posted)
  const { name, read } = posted
  if (read.taken.length === 0) return allLists(ask, 'nothing')
  const { store, console } = ask.world
  const desk = { lists: console.watchLists, store, by: ask.session.account.name }
  await keepWatchList(desk, name, read.taken, ask.form['mode'] === 'replace')
  return redirect(listPath(name))
}

async function exported(ask: SignedAsk): Promise<Response> {
  const list = found(ask, ask.url.searchParams.get('name'))
  if (!list) return problemPage(ask, 'not-found')
  const { store, console } = ask.world
  const { name } = ask.session.account
  // It names people: it stands in the ledger before it leaves.
  await store.ledger.append('exported', `watch-list:${list.name}`, { name: list.name, entries: list.entries }, name)
  console.access.note(name, 'watch-list.export', `watch-list:${list.name}`)
  return new Response(watchCsv(console.watchLists.entries(list.id)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soi-watch-${list.id}.csv"`,
      'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    },
  })
}

async function remove(ask: SignedAsk): Promise<Response> {
  const list = found(ask, ask.form['name'])
  if (!list) return problemPage(ask, 'not-found')
  const { store, console } = ask.world
  await removeWatchList({ lists: console.watchLists, store, by: ask.session.account.name }, list.name)
  return redirect('/watch')
}

export const watchRoutes: readonly Route[] = [
  { method: 'GET', path: '/watch', permission: 'read', handle: async (ask) => allLists(ask) },
  { method: 'GET', path: '/watch/list', permission: 'read', handle: oneList },
  { method: 'POST', path: '/watch/check', permission: 'sweep', upload: true, handle: check },
  { method: 'POST', path: '/watch/keep', permission: 'sweep', handle: keep },
  { method: 'GET', path: '/watch/export', permission: 'sweep', handle: exported },
  { method: 'POST', path: '/watch/delete', permission: 'sweep', handle: remove },
]
