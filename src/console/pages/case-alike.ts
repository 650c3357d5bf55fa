import { CASE_BOUNDS, findAlike } from '../../casework/alike.ts'
import { html, shown } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import { alikeTable, pickedIn } from '../alike-parts.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, page } from '../layout.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'

/** Listings like those of the case, each with why, to be ticked and taken in. */
async function alike(ask: SignedAsk): Promise<Response> {
  const t = consoleCasework(ask.lang)
  const { store } = ask.world
  const found = await store.cases.get(Number(ask.params['id']))
  const { alike: all, more } = await findAlike(store, found.sightings, CASE_BOUNDS)
  const mayAdd = may(ask.session.account.role, 'case')
  const list = alikeTable(t.findAlike, all, mayAdd, ask)
  const form = html`<form method="post" action="/cases/${found.id}/alike">${csrfField(ask)}${list}<p><button class="main" data-key="s">${t.addChosen} (s)</button></p></form>`
  const body = all.length ? (mayAdd ? form : list) : html`<p class="empty">${t.noAlike}</p>`
  return page(ask, {
    title: t.findAlike,
    section: 'cases',
    body: html`<nav class="steps" aria-label="${consoleWork(ask.lang).case}"><a href="/cases/${found.id}" data-key="b">← #${found.id} ${shown(found.title)}</a></nav><h1>${t.alikeTitle(found.id, found.title)}</h1><p class="soft">${t.alikeHint}</p>${more ? html`<p class="hint">${t.alikeMore}</p>` : null}${body}`,
  })
}

async function addAlike(ask: SignedAsk): Promise<Response> {
  const id = Number(ask.params['id'])
  const added = await ask.world.store.cases.add(id, pickedIn(ask.form), ask.session.account.name)
  return redirect(`/cases/${id}?added=${added}`)
}

const PATH = '/cases/:id{[0-9]+}/alike'

export const caseAlikeRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, permission: 'read', handle: alike },
  { method: 'POST', path: PATH, permission: 'case', handle: addAlike },
]
