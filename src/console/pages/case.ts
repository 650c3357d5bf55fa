import { withProvince } from '../../casework/facts.ts'
import { BadInput } from '../../errors.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import { saidIn } from '../../i18n/said.ts'
import { CASE_FIELDS, type Case, type SightingRow } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { eyesOf, standingFor } from '../blind.ts'
import { attachmentsPart, factsPart, sellersPart } from '../case-parts.ts'
import { csrfField, notice, page } from '../layout.ts'
import { standingTag } from '../listing/decide.ts'
import { packFile } from '../pack-file.ts'
import { bandBadge, moment, table } from '../parts.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { tipsOfCase } from '../tip-parts.ts'
import { packRefused, packsPart } from './case-packs.ts'
import { problemPage } from './problem.ts'

/** Rows and notes that one page shows. */
const MOST = 500

const idOf = (ask: SignedAsk): number => Number(ask.params['id'])

async function memberRow(row: SightingRow, ask: SignedAsk): Promise<Markup> {
  const { id, title, band, score, priceText, sellerName, site, key, at } = row
  const standing = await standingFor(eyesOf(ask), { site, key })
  return html`<tr data-row><th scope="row"><a href="/listings/${id}" data-open>${shown(title)}</a></th><td>${bandBadge(band, score, ask.lang, row.allowed)}</td><td>${standingTag(standing, ask) ?? '–'}</td><td>${shown(priceText ?? '–')}</td><td>${shown(sellerName ?? '–')}<br><span class="soft">${shown(site)}</span></td><td>${moment(at, ask.lang)}</td></tr>`
}

async function members(of: Case, ask: SignedAsk): Promise<Markup> {
  const t = consoleWork(ask.lang)
  const p = consolePages(ask.lang)
  const rows = await ask.world.store.sightings.list({ caseId: of.id, limit: MOST })
  if (rows.length === 0) return html`<p class="empty">${t.emptyCase}</p>`
  const head = [
    t.listings,
    p.band,
    t.standsSo,
    reportMessages(ask.lang).price,
    `${p.seller}, ${p.site.toLocaleLowerCase()}`,
    p.when,
  ]
  return table(t.listings, head, await Promise.all(rows.map((row) => memberRow(row, ask))))
}

/** Notes stand in the ledger: who wrote what and when is never changed afterwards. */
async function notesPart({ id }: Case, ask: SignedAsk): Promise<Markup> {
  const t = consoleWork(ask.lang)
  const notes = await ask.world.store.cases.notes(id, MOST)
  const items = notes.map(
    ({ at, officer, text }) =>
      html`<li><p class="note">${shown(text)}</p><p class="soft">${shown(officer)} · ${moment(at, ask.lang)}</p></li>`,
  )
  const form = html`<form method="post" action="/cases/${id}/notes" class="stack">${csrfField(ask)}<label>${t.newNote}<textarea name="text" required maxlength="4000" rows="3"></textarea></label><button>${t.keep}</button></form>`
  return html`<section class="card" id="notes"><h2>${t.notes}</h2>${items.length ? html`<ol class="decisions">${items}</ol>` : html`<p class="soft">${t.noNotes}</p>`}${may(ask.session.account.role, 'case') ? form : null}</section>`
}

/** `problem`: why what was sent was not kept, in the officer's language. */
export async function casePage(ask: SignedAsk, found: Case, problem: string | null): Promise<Response> {
  const t = consoleWork(ask.lang)
  const own = consoleCasework(ask.lang)
  const added = ask.url.searchParams.get('added')
  const done = added !== null && /^\d{1,6}$/.test(added) ? notice(own.addedN(Number(added)), 'good') : null
  const alike = found.sightings.length
    ? html`<p><a class="button" href="/cases/${found.id}/alike" data-key="l">${own.findAlike} <kbd>l</kbd></a> <span class="fine">${own.alikeHint}</span></p>`
    : null
  return page(ask, {
    title: `${t.case} ${found.id}`,
    section: 'cases',
    status: problem ? 400 : 200,
    body: html`<nav class="steps" aria-label="${t.cases}"><a href="/cases" data-key="b">← ${t.cases}</a></nav><h1>#${found.id} ${shown(found.title)}</h1>${notice(problem)}${done}
<div class="columns"><div class="reading">${await members(found, ask)}${alike}${sellersPart(found, ask)}${tipsOfCase(found.id, ask)}${attachmentsPart(found, ask)}</div>
<aside class="looking">${factsPart(found, ask)}${await packsPart(found, ask)}${await notesPart(found, ask)}</aside></div>`,
  })
}

async function oneCase(ask: SignedAsk): Promise<Response> {
  const found = await ask.world.store.cases.get(idOf(ask))
  ask.world.console.access.note(ask.session.account.name, 'case.open', `case:${found.id}`)
  return casePage(ask, found, null)
}

async function setFacts(ask: SignedAsk): Promise<Response> {
  const found = await ask.world.store.cases.get(idOf(ask))
  const sent = CASE_FIELDS.flatMap((field) => {
    const value = ask.form[field]
    return value === undefined ? [] : [{ field, value: value.trim() || null }]
  })
  try {
    await ask.world.store.cases.set(found.id, withProvince(sent, ask.lang), ask.session.account.name)
  } catch (error) {
    if (error instanceof BadInput) return casePage(ask, found, saidIn(ask.lang, error.message))
    throw error
  }
  return redirect(`/cases/${found.id}`)
}

async function addNote(ask: SignedAsk): Promise<Response> {
  const { cases } = ask.world.store
  const { id } = await cases.get(idOf(ask))
  const text = (ask.form['text'] ?? '').trim().slice(0, 4000)
  if (text) await cases.note(id, text, ask.session.account.name)
  return redirect(`/cases/${id}#notes`)
}

async function makePack(ask: SignedAsk): Promise<Response> {
  const found = await ask.world.store.cases.get(idOf(ask))
  const refused = await packRefused(found, ask)
  if (refused) return casePage(ask, found, refused)
  const { name, unit } = ask.session.account
  const wish = { officer: { name, unit }, partial: ask.form['partial'] === 'yes', lang: ask.lang }
  if (found.sightings.length > 0) ask.world.packs.start(found, wish)
  return redirect(`/cases/${found.id}#packs`)
}

async function download(ask: SignedAsk): Promise<Response> {
  const found = await ask.world.store.cases.get(idOf(ask))
  const refused = await packRefused(found, ask)
  if (refused) return casePage(ask, found, refused)
  const wish = { caseId: found.id, name: ask.params['name'] ?? '', account: ask.session.account.name }
  return (await packFile(ask.world, wish)) ?? problemPage(ask, 'not-found')
}

const ONE = '/cases/:id{[0-9]+}'

export const oneCaseRoutes: readonly Route[] = [
  { method: 'GET', path: ONE, permission: 'read', handle: oneCase },
  { method: 'POST', path: `${ONE}/set`, permission: 'case', handle: setFacts },
  { method: 'POST', path: `${ONE}/notes`, permission: 'case', handle: addNote },
  { method: 'POST', path: `${ONE}/packs`, permission: 'case', handle: makePack },
  { method: 'GET', path: `${ONE}/packs/:name`, permission: 'case', handle: download },
]
