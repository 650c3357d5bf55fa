import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import type { Case, SightingRow } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { standingTag } from '../listing/decide.ts'
import { bandBadge, moment, number, table } from '../parts.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { fileHeaders } from '../security.ts'
import { tipsOfCase } from '../tip-parts.ts'
import { packsPart } from './case-packs.ts'
import { problemPage } from './problem.ts'

/** Rows and notes that one page shows. */
const MOST = 500
const NOTE = z.object({ text: z.string() })

const idOf = (ask: SignedAsk): number => Number(ask.params['id'])

async function cases(ask: SignedAsk, problem: string | null = null): Promise<Response> {
  const t = consoleWork(ask.lang)
  const all = await ask.world.store.cases.list()
  const rows = all.map(
    ({ id, title, createdAt, createdBy, sightings }) =>
      html`<tr data-row><th scope="row"><a href="/cases/${id}" data-open>#${id} ${shown(title)}</a></th><td>${moment(createdAt, ask.lang)}</td><td>${shown(createdBy)}</td><td class="number">${number(sightings.length, ask.lang)}</td></tr>`,
  )
  const form = html`<section class="card"><h2>${t.newCase}</h2><form method="post" action="/cases" class="row">${csrfField(ask)}<label>${t.title}<input name="title" required maxlength="200"></label><button class="main">${t.make}</button></form></section>`
  return page(ask, {
    title: t.cases,
    section: 'cases',
    status: problem ? 400 : 200,
    body: html`<h1>${t.cases}</h1>${notice(problem)}${rows.length ? table(t.cases, [t.case, t.made, t.by, { number: t.listings }], rows) : html`<p class="empty">${t.noCases}</p>`}${may(ask.session.account.role, 'case') ? form : null}`,
  })
}

const titleOf = (ask: SignedAsk): string => (ask.form['title'] ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)

async function create(ask: SignedAsk): Promise<Response> {
  const title = titleOf(ask)
  if (!title) return cases(ask, consoleWork(ask.lang).problems.title)
  return redirect(`/cases/${await ask.world.store.cases.create(title, ask.session.account.name)}`)
}

/** Puts a sighting into a case, or into a new one. */
async function addListing(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const { name } = ask.session.account
  const { item } = await store.sightings.get(idOf(ask))
  const chosen = ask.form['case'] ?? ''
  const title = titleOf(ask)
  if (chosen === 'new' && !title) return cases(ask, consoleWork(ask.lang).problems.title)
  if (chosen !== 'new' && !/^[1-9]\d{0,14}$/.test(chosen)) return problemPage(ask, 'not-found')
  const id = chosen === 'new' ? await store.cases.create(title, name) : Number(chosen)
  await store.cases.add(id, [item.id], name)
  return redirect(`/cases/${id}`)
}

async function memberRow(row: SightingRow, ask: SignedAsk): Promise<Markup> {
  const { id, title, band, score, priceText, sellerName, site, key, at } = row
  const standing = await ask.world.store.decisions.standing(site, key)
  return html`<tr data-row><th scope="row"><a href="/listings/${id}" data-open>${shown(title)}</a></th><td>${bandBadge(band, score, ask.lang)}</td><td>${standingTag(standing, ask) ?? '–'}</td><td>${shown(priceText ?? '–')}</td><td>${shown(sellerName ?? '–')}</td><td>${shown(site)}</td><td>${moment(at, ask.lang)}</td></tr>`
}

async function members(of: Case, ask: SignedAsk): Promise<Markup> {
  const t = consoleWork(ask.lang)
  const p = consolePages(ask.lang)
  const rows = await ask.world.store.sightings.list({ caseId: of.id, limit: MOST })
  if (rows.length === 0) return html`<p class="empty">${t.emptyCase}</p>`
  const head = [t.listings, p.band, t.standsSo, reportMessages(ask.lang).price, p.seller, p.site, p.when]
  return table(t.listings, head, await Promise.all(rows.map((row) => memberRow(row, ask))))
}

/** Notes stand in the ledger: who wrote what and when is never changed afterwards. */
async function notesPart({ id }: Case, ask: SignedAsk): Promise<Markup> {
  const t = consoleWork(ask.lang)
  const entries = await ask.world.store.ledger.list({ action: 'case.note', subject: `case:${id}`, limit: MOST })
  const items = entries.map(
    ({ at, actor, body }) =>
      html`<li><p class="note">${shown(NOTE.parse(JSON.parse(body)).text)}</p><p class="soft">${shown(actor)} · ${moment(at, ask.lang)}</p></li>`,
  )
  const form = html`<form method="post" action="/cases/${id}/notes" class="stack">${csrfField(ask)}<label>${t.newNote}<textarea name="text" required maxlength="4000" rows="3"></textarea></label><button>${t.keep}</button></form>`
  return html`<section class="card" id="notes"><h2>${t.notes}</h2>${items.length ? html`<ol class="decisions">${items}</ol>` : html`<p class="soft">${t.noNotes}</p>`}${may(ask.session.account.role, 'case') ? form : null}</section>`
}

async function oneCase(ask: SignedAsk): Promise<Response> {
  const t = consoleWork(ask.lang)
  const found = await ask.world.store.cases.get(idOf(ask))
  ask.world.console.access.note(ask.session.account.name, 'case.open', `case:${found.id}`)
  return page(ask, {
    title: `${t.case} ${found.id}`,
    section: 'cases',
    body: html`<nav class="steps" aria-label="${t.cases}"><a href="/cases" data-key="b">← ${t.cases}</a></nav><h1>#${found.id} ${shown(found.title)}</h1><p class="soft">${t.made} ${moment(found.createdAt, ask.lang)} ${t.by} ${shown(found.createdBy)}</p>
${await members(found, ask)}${tipsOfCase(found.id, ask)}${await packsPart(found, ask)}${await notesPart(found, ask)}`,
  })
}

async function addNote(ask: SignedAsk): Promise<Response> {
  const { cases, ledger } = ask.world.store
  const { id } = await cases.get(idOf(ask))
  const text = (ask.form['text'] ?? '').trim().slice(0, 4000)
  if (text) await ledger.append('case.note', `case:${id}`, { text }, ask.session.account.name)
  return redirect(`/cases/${id}#notes`)
}

async function makePack(ask: SignedAsk): Promise<Response> {
  const found = await ask.world.store.cases.get(idOf(ask))
  const { name, unit } = ask.session.account
  const wish = { officer: { name, unit }, partial: ask.form['partial'] === 'yes', lang: ask.lang }
  if (found.sightings.length > 0) ask.world.packs.start(found, wish)
  return redirect(`/cases/${found.id}#packs`)
}

async function download(ask: SignedAsk): Promise<Response> {
  const { packs } = ask.world
  const { id } = await ask.world.store.cases.get(idOf(ask))
  const pack = (await packs.made(id)).find(({ name }) => name === ask.params['name'])
  if (!pack) return problemPage(ask, 'not-found')
  ask.world.console.access.note(ask.session.account.name, 'pack.download', `case:${id} ${pack.name}`)
  const stream = Readable.toWeb(createReadStream(packs.path(id, pack.name))) as ReadableStream
  const headers = { ...fileHeaders('application/zip', pack.name), 'Content-Length': String(pack.bytes) }
  return new Response(stream, { headers })
}

const ONE = '/cases/:id{[0-9]+}'

export const caseRoutes: readonly Route[] = [
  { method: 'GET', path: '/cases', permission: 'read', handle: (ask) => cases(ask) },
  { method: 'POST', path: '/cases', permission: 'case', handle: create },
  { method: 'POST', path: '/listings/:id{[0-9]+}/case', permission: 'case', handle: addListing },
  { method: 'GET', path: ONE, permission: 'read', handle: oneCase },
  { method: 'POST', path: `${ONE}/notes`, permission: 'case', handle: addNote },
  { method: 'POST', path: `${ONE}/packs`, permission: 'case', handle: makePack },
  { method: 'GET', path: `${ONE}/packs/:name`, permission: 'case', handle: download },
]
