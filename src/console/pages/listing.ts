// Longer than most: one page, part by part.
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import type { QueuePage, StoredItem, StoredSighting } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { blindTo, eyesOf, queueFor } from '../blind.ts'
import { page } from '../layout.ts'
import { account, changeList } from '../listing/account.ts'
import { alikePart } from '../listing/alike.ts'
import { casesPart } from '../listing/cases.ts'
import { decidePart, type Sent } from '../listing/decide.ts'
import { historyPart } from '../listing/history.ts'
import { noticesPart } from '../listing/notices.ts'
import { checksPart, fieldsPart, filesPart, ledgerPart, recordPart } from '../listing/record.ts'
import { repliesPart } from '../listing/replies.ts'
import { blindPart, withoutDecisions } from '../listing/review.ts'
import { bandBadge, categoryTags, moment } from '../parts.ts'
import { pictureOf } from '../picture.ts'
import { markText, queuePage } from '../queue-filter.ts'
import { lastDay } from '../seller-allow.ts'
import { boxesIn, goodsOf } from '../shot.ts'
import { sellerLink } from './seller.ts'

/** Pictures of the goods, with the words framed that signs quote from them. */
function goodsPart(item: StoredItem, ask: SignedAsk): Markup | null {
  const goods = goodsOf(item)
  if (goods.length === 0) return null
  const { goods: title } = consoleCasework(ask.lang)
  const tiles = goods.map(
    ({ exhibit: { sha256 } }) =>
      html`<li><a href="/listings/${item.id}/files/${sha256}"><img src="/listings/${item.id}/boxed/${sha256}" alt="${title}" loading="lazy"></a></li>`,
  )
  return html`<h3>${title}</h3><ul class="goods">${tiles}</ul>`
}

function picturePart({ item }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const picture = pictureOf(item.exhibits)
  if (!picture)
    return html`<section class="shot"><h2>${t.screenshot}</h2><p class="empty">${t.noScreenshot}</p>${goodsPart(item, ask)}</section>`
  const boxes = boxesIn(item, picture.sha256).length > 0
  const taken = item.capture ? html`${t.taken} ${moment(item.capture.takenAt, ask.lang)} · ` : null
  return html`<section class="shot"><h2>${t.screenshot}</h2><div class="frame" tabindex="0" role="region" aria-label="${t.screenshot}"><img src="/listings/${item.id}/${boxes ? 'boxed' : 'small/whole'}/${picture.sha256}" alt="${t.screenshot}"></div>
<p class="fine">${boxes ? html`${consoleCasework(ask.lang).boxed} ` : null}${taken}<a href="/listings/${item.id}/files/${picture.sha256}" data-key="o">${t.fullPicture}</a></p>${goodsPart(item, ask)}</section>`
}

interface Neighbours {
  /** The queue as it was opened. */
  readonly query: string
  readonly previous: string | null
  readonly next: string | null
}

const listingPath = (item: StoredItem, query: string): string =>
  `/listings/${item.id}${query ? `?queue=${encodeURIComponent(query)}` : ''}`

/** At the end of a page of the queue the next one begins behind this listing. */
function behind(query: string, { id, assessment }: StoredItem): string {
  const onward = new URLSearchParams(query)
  onward.set('after', markText({ id, score: assessment.score }))
  return onward.toString()
}

/** What follows a listing that is not on that page of the queue any more, because it was decided: one goes on from its place. */
async function following(asked: QueuePage, { id, assessment }: StoredItem, ask: SignedAsk) {
  const mark = { id, score: assessment.score }
  const { items } = await queueFor(eyesOf(ask), { ...asked, after: mark, limit: 1 })
  return items[0]
}

/** The listings before and after this one in the queue it was opened from, so that the queue can be read without going back. */
async function neighbours({ item }: StoredSighting, ask: SignedAsk): Promise<Neighbours> {
  const query = ask.form['queue'] ?? ask.url.searchParams.get('queue') ?? ''
  const asked = queuePage(new URLSearchParams(query))
  const { items: found } = await queueFor(eyesOf(ask), { ...asked, limit: asked.limit + 1 })
  const at = found.findIndex(({ id }) => id === item.id)
  const gone = at < 0 ? await following(asked, item, ask) : undefined
  const [before, after] = at < 0 ? [undefined, gone] : [found[at - 1], found[at + 1]]
  return {
    query,
    previous: before ? listingPath(before, query) : null,
    next: after ? listingPath(after, at + 1 < asked.limit ? query : behind(query, item)) : null,
  }
}

function steps({ query, previous, next }: Neighbours, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const link = (to: string | null, key: string, rel: string, text: string) =>
    to === null
      ? html`<span class="soft">${text}</span>`
      : html`<a href="${to}" rel="${rel}" data-key="${key}">${text}</a>`
  return html`<nav class="steps" aria-label="${t.queue}"><a href="/queue${query ? `?${query}` : ''}" data-key="b">← ${t.queue}</a> ${link(previous, 'k', 'prev', t.previous)} ${link(next, 'j', 'next', t.following)}</nav>`
}

/** An allowance that came after the listing was judged lowers nothing here, and that is said. */
function allowedSince({ listing: { site, seller }, assessment }: StoredItem, ask: SignedAsk): Markup | null {
  if (!seller || assessment.allowed) return null
  const { key, name } = seller
  const current = ask.world.store.allowances.inForce({ site, key, name }, ask.world.now().toISOString())
  const t = consoleCasework(ask.lang)
  return current && html`<p class="soft">${shown(t.allowedListing(current.by, lastDay(current.until)))}</p>`
}

function summary({ item }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const { listing, assessment } = item
  const ids = assessment.categories.map((each) => each.id)
  return html`<header class="summary"><h1>${shown(listing.title)}</h1>
<p class="line">${bandBadge(assessment.band, assessment.score, ask.lang, assessment.allowed)} <span class="price">${listing.price ? shown(listing.price.text) : t.noPrice}</span> ${sellerLink(item, ask)} <span class="soft">${shown(listing.site)} · ${moment(item.at, ask.lang)} · <a href="/sweeps/${item.sweep}">${t.run} ${item.sweep}</a></span></p><p class="tags">${categoryTags(ids, ask.lang)}</p>${allowedSince(item, ask)}</header>`
}

/** `sent`: a decision that was not recorded, and why; `problem`: why a reply was not kept, `untold`: why a notice to the platform was not. */
export async function listingPage(
  ask: SignedAsk,
  whole: StoredSighting,
  sent: Sent | null,
  { problem = null, untold = null }: { readonly problem?: string | null; readonly untold?: string | null } = {},
): Promise<Response> {
  const review = await blindTo(eyesOf(ask), whole.item.listing)
  const sighting = review ? withoutDecisions(whole) : whole
  const decide = review
    ? blindPart(review, sighting, ask, sent && consoleWork(ask.lang).problems[sent.problem])
    : await decidePart(sighting, ask, sent)
  const near = await neighbours(sighting, ask)
  return page(ask, {
    title: sighting.item.listing.title,
    section: 'queue',
    status: sent || problem || untold !== null ? 400 : 200,
    body: html`${steps(near, ask)}${summary(sighting, ask)}
<div class="columns"><div class="reading">${await account(sighting, ask)}${checksPart(sighting, ask)}${recordPart(sighting, ask)}</div>
<aside class="looking">${decide}${picturePart(sighting, ask)}${await casesPart(sighting, ask)}${review ? null : await noticesPart(sighting, ask, untold)}${await repliesPart(sighting, ask, problem)}</aside></div>
${await alikePart(sighting, ask)}${await historyPart(sighting, ask)}${fieldsPart(sighting, ask)}${filesPart(sighting, ask)}${ledgerPart(sighting, ask)}`,
  })
}

async function listing(ask: SignedAsk): Promise<Response> {
  const id = Number(ask.params['id'])
  const sighting = await ask.world.store.sightings.get(id)
  ask.world.console.access.note(ask.session.account.name, 'listing.open', `sighting:${id}`)
  return listingPage(ask, sighting, null)
}

async function change(ask: SignedAsk): Promise<Response> {
  const t = consolePages(ask.lang)
  const { item } = await ask.world.store.sightings.get(Number(ask.params['id']))
  return page(ask, {
    title: t.change,
    section: 'queue',
    body: html`<nav class="steps" aria-label="${t.queue}"><a href="/listings/${item.id}" data-key="b">← ${shown(item.listing.title)}</a></nav><section class="card"><h1>${t.change}</h1><p class="line">${bandBadge(item.assessment.band, item.assessment.score, ask.lang)}</p>${await changeList(item, ask)}</section>`,
  })
}

export const listingRoutes: readonly Route[] = [
  { method: 'GET', path: '/listings/:id{[0-9]+}/change', permission: 'read', handle: change },
  { method: 'GET', path: '/listings/:id{[0-9]+}', permission: 'read', handle: listing },
]
