import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { decideMessages } from '../../i18n/decide.ts'
import type { Review } from '../../store/api.ts'
import { reasonsFor } from '../../store/decision-reasons.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { deciderOf } from '../decider.ts'
import { csrfField, notice, page } from '../layout.ts'
import { REVIEW_VERDICTS } from '../listing/review.ts'
import { moment, table } from '../parts.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { listingPage } from './listing.ts'
import { problemPage } from './problem.ts'

const MOST = 100

async function waiting(ask: SignedAsk): Promise<Markup | null> {
  const { name, second } = deciderOf(ask)
  if (!second) return null
  const t = consoleCasework(ask.lang)
  const rows = (await ask.world.store.reviews.waitingFor(name, MOST)).map(
    ({ sighting, title, site, drawnAt }) =>
      html`<tr data-row><th scope="row"><a href="/listings/${sighting}" data-open>${shown(title)}</a></th><td>${shown(site)}</td><td>${moment(drawnAt, ask.lang)}</td></tr>`,
  )
  const body = rows.length
    ? table(t.waiting, [t.listing, consolePages(ask.lang).site, t.drawn], rows)
    : html`<p class="empty">${t.noWaiting}</p>`
  return html`<section class="card"><h2>${t.waiting}</h2>${body}</section>`
}

const verdictOf = ({ officer, verdict, at }: Review['first'], ask: SignedAsk): Markup =>
  html`<b>${decideMessages(ask.lang).verdict[verdict]}</b> <span class="soft">${shown(officer)} · ${moment(at, ask.lang)}</span>`

/** Both officers see where they differ; who audits sees all. */
async function disagreements(ask: SignedAsk): Promise<Markup> {
  const t = consoleCasework(ask.lang)
  const { name, role } = ask.session.account
  const of = may(role, 'audit') ? {} : { officer: name }
  const rows = (await ask.world.store.reviews.disagreements(of, MOST)).map(
    ({ sighting, title, site, first, second }) =>
      html`<tr data-row><th scope="row"><a href="/listings/${sighting}" data-open>${shown(title)}</a><br><span class="soft">${shown(site)}</span></th><td>${verdictOf(first, ask)}</td><td>${second ? verdictOf(second, ask) : null}</td></tr>`,
  )
  const body = rows.length
    ? table(t.disagreements, [t.listing, t.first, t.second], rows)
    : html`<p class="empty">${t.noDisagreements}</p>`
  return html`<section class="card"><h2>${t.disagreements}</h2>${body}</section>`
}

function shareForm(ask: SignedAsk): Markup | null {
  if (!may(ask.session.account.role, 'accounts')) return null
  const t = consoleCasework(ask.lang)
  const percent = Math.round(ask.world.store.reviews.share() * 100)
  return html`<section class="card"><form method="post" action="/reviews/share" class="row">${csrfField(ask)}<label>${t.share}<input type="number" name="percent" min="0" max="100" step="1" value="${percent}" required></label><button>${consoleCasework(ask.lang).save}</button></form></section>`
}

async function reviews(ask: SignedAsk): Promise<Response> {
  const t = consoleCasework(ask.lang)
  const { drawn, judged, agreed } = await ask.world.store.reviews.figures()
  const saved = ask.url.searchParams.has('saved') ? notice(t.shareSaved, 'good') : null
  return page(ask, {
    title: t.reviews,
    section: 'today',
    body: html`<h1>${t.reviews}</h1>${saved}<p class="soft">${t.reviewsHint}</p><p>${t.figures(drawn, judged, agreed)}</p>${await waiting(ask)}${await disagreements(ask)}${shareForm(ask)}`,
  })
}

async function setShare(ask: SignedAsk): Promise<Response> {
  const text = ask.form['percent'] ?? ''
  if (!/^\d{1,3}$/.test(text) || Number(text) > 100) return problemPage(ask, 'not-found')
  await ask.world.store.reviews.setShare(Number(text) / 100, ask.session.account.name)
  return redirect('/reviews?saved=')
}

async function judge(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const { name, unit } = ask.session.account
  const review = await store.reviews.get(Number(ask.params['id']))
  if ((await store.reviews.waitingOn(name, review.site, review.key))?.decision !== review.decision)
    return problemPage(ask, 'forbidden')
  const verdict = REVIEW_VERDICTS.find((each) => each === ask.form['verdict'])
  const reason = verdict && reasonsFor(verdict).find((each) => each === ask.form['reason'])
  const note = ask.form['note']?.trim() ?? ''
  if (!verdict || !reason || !note)
    return listingPage(ask, await store.sightings.get(review.sighting), {
      verdict: 'confirm',
      problem: reason ? 'note' : 'reason',
    })
  await store.reviews.judge(review.decision, { verdict, reason, note, unit }, name)
  return redirect(`/listings/${review.sighting}?decided=`)
}

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/reviews', permission: 'read', handle: reviews },
  { method: 'POST', path: '/reviews/share', permission: 'accounts', handle: setShare },
  { method: 'POST', path: '/reviews/:id{[0-9]+}', permission: 'second', handle: judge },
]
