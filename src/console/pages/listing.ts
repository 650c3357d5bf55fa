import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import type { QueuePage, StoredItem, StoredSighting } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { page } from '../layout.ts'
import { account, changeList } from '../listing/account.ts'
import { casesPart } from '../listing/cases.ts'
import { decidePart, type Sent } from '../listing/decide.ts'
import { historyPart } from '../listing/history.ts'
import { noticesPart } from '../listing/notices.ts'
import { checksPart, fieldsPart, filesPart, ledgerPart, recordPart } from '../listing/record.ts'
import { bandBadge, categoryTags, moment } from '../parts.ts'
import { pictureOf } from '../picture.ts'
import { markText, queuePage } from '../queue-filter.ts'
import { sellerLink } from './seller.ts'

function picturePart({ item }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const picture = pictureOf(item.exhibits)
  if (!picture)
    return html`<section class="shot"><h2>${t.screenshot}</h2><p class="empty">${t.noScreenshot}</p></section>`
  const taken = item.capture ? html`${t.taken} ${moment(item.capture.takenAt, ask.lang)} · ` : null
  return html`<section class="shot"><h2>${t.screenshot}</h2><div class="frame" tabindex="0" role="region" aria-label="${t.screenshot}"><img src="/listings/${item.id}/small/whole/${picture.sha256}" alt="${t.screenshot}"></div>
<p class="fine">${taken}<a href="/listings/${item.id}/files/${picture.sha256}" data-key="o">${t.fullPicture}</a></p></section>`
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
  const [next] = await ask.world.store.sightings.queue({ ...asked, after: mark, limit: 1 })
  return next
}

/** The listings before and after this one in the queue it was opened from, so that the queue can be read without going back. */
async function neighbours({ item }: StoredSighting, ask: SignedAsk): Promise<Neighbours> {
  const query = ask.form['queue'] ?? ask.url.searchParams.get('queue') ?? ''
  const asked = queuePage(new URLSearchParams(query))
  const found = await ask.world.store.sightings.queue({ ...asked, limit: asked.limit + 1 })
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

function summary({ item }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const { listing, assessment } = item
  const ids = assessment.categories.map((each) => each.id)
  return html`<header class="summary"><h1>${shown(listing.title)}</h1>
<p class="line">${bandBadge(assessment.band, assessment.score, ask.lang)} <span class="price">${listing.price ? shown(listing.price.text) : t.noPrice}</span> ${sellerLink(item, ask)} <span class="soft">${shown(listing.site)} · ${moment(item.at, ask.lang)} · <a href="/sweeps/${item.sweep}">${t.run} ${item.sweep}</a></span></p><p class="tags">${categoryTags(ids, ask.lang)}</p></header>`
}

/** `sent`: a decision that was not recorded, and why; `untold`: why a notice to the platform was not. */
export async function listingPage(
  ask: SignedAsk,
  sighting: StoredSighting,
  sent: Sent | null,
  untold: string | null = null,
): Promise<Response> {
  const near = await neighbours(sighting, ask)
  return page(ask, {
    title: sighting.item.listing.title,
    section: 'queue',
    status: sent || untold !== null ? 400 : 200,
    body: html`${steps(near, ask)}${summary(sighting, ask)}
<div class="columns"><div class="reading">${await account(sighting, ask)}${checksPart(sighting, ask)}${recordPart(sighting, ask)}</div>
<aside class="looking">${await decidePart(sighting, ask, sent)}${await casesPart(sighting, ask)}${await noticesPart(sighting, ask, untold)}${picturePart(sighting, ask)}</aside></div>
${await historyPart(sighting, ask)}${fieldsPart(sighting, ask)}${filesPart(sighting, ask)}${ledgerPart(sighting, ask)}`,
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
