import { html, shown } from '../../evidence/report/markup.ts'
import { caseworkMessages } from '../../i18n/casework.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { caseTitle, chosenCase } from '../case-choice.ts'
import { dueTag, statusTag } from '../case-parts.ts'
import { csrfField, notice, page } from '../layout.ts'
import { moment, number, table } from '../parts.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { problemPage } from './problem.ts'

const idOf = (ask: SignedAsk): number => Number(ask.params['id'])

async function cases(ask: SignedAsk, problem: string | null = null): Promise<Response> {
  const t = consoleWork(ask.lang)
  const all = await ask.world.store.cases.list()
  const { fields } = caseworkMessages(ask.lang)
  const rows = all.map(
    (each) =>
      html`<tr data-row><th scope="row"><a href="/cases/${each.id}" data-open>#${each.id} ${shown(each.title)}</a></th><td>${statusTag(each.status, ask)}</td><td>${dueTag(each, ask) ?? '–'}</td><td>${shown(each.assignee ?? '–')}</td><td>${shown(each.units.join(', ') || '–')}</td><td>${shown(each.province ?? '–')}</td><td class="number">${number(each.sightings.length, ask.lang)}</td><td>${moment(each.createdAt, ask.lang)} ${t.by} ${shown(each.createdBy)}</td></tr>`,
  )
  const head = [
    t.case,
    fields.status,
    fields.due,
    fields.assignee,
    fields.units,
    fields.province,
    { number: t.listings },
    t.made,
  ]
  const form = html`<section class="card"><h2>${t.newCase}</h2><form method="post" action="/cases" class="row">${csrfField(ask)}<label>${t.title}<input name="title" required maxlength="200"></label><button class="main">${t.make}</button></form></section>`
  return page(ask, {
    title: t.cases,
    section: 'cases',
    status: problem ? 400 : 200,
    body: html`<h1>${t.cases}</h1>${notice(problem)}${rows.length ? table(t.cases, head, rows) : html`<p class="empty">${t.noCases}</p>`}${may(ask.session.account.role, 'case') ? form : null}`,
  })
}

async function create(ask: SignedAsk): Promise<Response> {
  const title = caseTitle(ask.form['title'])
  if (!title) return cases(ask, consoleWork(ask.lang).problems.title)
  const { name, unit } = ask.session.account
  return redirect(`/cases/${await ask.world.store.cases.create(title, name, unit)}`)
}

/** Puts a sighting into a case, or into a new one. */
async function addListing(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const { item } = await store.sightings.get(idOf(ask))
  const id = await chosenCase(ask, ask.form['case'] ?? '', caseTitle(ask.form['title']))
  if (id === 'no title') return cases(ask, consoleWork(ask.lang).problems.title)
  if (id === 'no case') return problemPage(ask, 'not-found')
  await store.cases.add(id, [item.id], ask.session.account.name)
  return redirect(`/cases/${id}`)
}

export const caseRoutes: readonly Route[] = [
  { method: 'GET', path: '/cases', permission: 'read', handle: (ask) => cases(ask) },
  { method: 'POST', path: '/cases', permission: 'case', handle: create },
  { method: 'POST', path: '/listings/:id{[0-9]+}/case', permission: 'case', handle: addListing },
]
