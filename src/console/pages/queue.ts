import { CATEGORIES } from '../../domain.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { type CaseworkProblem, consoleCasework } from '../../i18n/console-casework.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import { terms } from '../../i18n/terms.ts'
import type { QueuePage, StoredItem } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { eyesOf, queueFor, standingFor } from '../blind.ts'
import { BULK_SAID, bulkPart, bulkSaid } from '../bulk-parts.ts'
import { page } from '../layout.ts'
import { standingTag } from '../listing/decide.ts'
import { bandBadge, categoryTags, moment, percent, quotedWords, withQuery } from '../parts.ts'
import { pictureOf } from '../picture.ts'
import { BANDS, markText, queuePage, SORTS, STANDINGS } from '../queue-filter.ts'
import { may } from '../roles.ts'
import { sellerLink } from './seller.ts'

type Choice = readonly [value: string, name: string]

const select = (label: string, name: string, chosen: string | undefined, choices: readonly Choice[]): Markup =>
  html`<label>${label}<select name="${name}">${choices.map(([value, text]) => html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : null}>${text}</option>`)}</select></label>`

const input = (ask: SignedAsk, label: string, name: string, type = 'text'): Markup =>
  html`<label>${label}<input type="${type}" name="${name}" value="${ask.url.searchParams.get(name) ?? ''}" maxlength="200"></label>`

/** A plain GET form: what is looked at stands in the address and can be sent to a colleague. */
function filterForm(ask: SignedAsk, asked: QueuePage): Markup {
  const t = consolePages(ask.lang)
  const work = consoleWork(ask.lang)
  const { band, category } = terms(ask.lang)
  const any: Choice = ['', t.any]
  return html`<form class="filter" method="get" action="/queue" role="search" aria-label="${t.filter}">
<label>${work.search}<input type="search" name="search" value="${asked.search ?? ''}" maxlength="200" title="${work.searchHint}" data-search></label>
${input(ask, t.seller, 'seller')}${input(ask, t.site, 'site')}
${select(work.standingLabel, 'state', ask.url.searchParams.get('state') ?? 'open', [...STANDINGS.map((id): Choice => [id, work.standing[id]]), ['all', work.all]])}
${select(t.band, 'band', asked.band, [any, ...BANDS.map((id): Choice => [id, band[id]])])}
${select(t.category, 'category', asked.category, [any, ...CATEGORIES.map((id): Choice => [id, category[id]])])}
${input(ask, t.from, 'from', 'date')}${input(ask, t.to, 'to', 'date')}
${select(
  t.sort,
  'sort',
  asked.sort,
  SORTS.map((id): Choice => [id, t.sorts[id]]),
)}${asked.sweep === undefined ? null : html`<input type="hidden" name="sweep" value="${asked.sweep}">`}
<div class="buttons"><button class="main">${t.filter}</button><a href="/queue">${t.clear}</a></div></form>`
}

const priceOf = ({ listing, checks }: StoredItem, ask: SignedAsk): Markup => {
  const t = consolePages(ask.lang)
  const ratio = checks?.price?.ratio
  const said = ratio === undefined ? null : html`<span class="soft">${t.ofReference(percent(ratio, ask.lang))}</span>`
  return html`<span class="price">${listing.price ? shown(listing.price.text) : t.noPrice}</span>${said}`
}

/** The strongest sign in plain words, and the seller's words that made it. */
async function whyOf({ listing, assessment }: StoredItem, ask: SignedAsk): Promise<Markup | null> {
  const t = consolePages(ask.lang)
  const [first, ...others] = [...assessment.signals].sort((a, b) => b.strength - a.strength)
  if (!first) return null
  const text = await ask.world.rules.text(assessment.ruleset, first.rule)
  const quotes = first.quotes.slice(0, 2)
  const more = others.length ? html` <span class="soft">${t.moreSigns(others.length)}</span>` : null
  return html`<p class="why"><b>${shown(text?.title?.[ask.lang] ?? first.rule)}</b>${more}</p>${quotes.length ? html`<p class="words">${quotedWords(listing, quotes)}</p>` : null}`
}

async function entry(item: StoredItem, ask: SignedAsk): Promise<Markup> {
  const t = consolePages(ask.lang)
  const { id, listing, assessment, at } = item
  const picture = pictureOf(item.exhibits)
  const query = ask.url.search ? `?queue=${encodeURIComponent(ask.url.search.slice(1))}` : ''
  const tile = picture
    ? html`<img src="/listings/${id}/small/top/${picture.sha256}" alt="" loading="lazy" width="240" height="180">`
    : html`<span class="no-picture">${t.noPicture}</span>`
  const ids = assessment.categories.map((each) => each.id)
  const standing = await standingFor(eyesOf(ask), listing)
  const box = may(ask.session.account.role, 'decide')
    ? html`<input type="checkbox" form="bulk" name="pick-${id}" value="yes" aria-label="${consoleCasework(ask.lang).chooseListing(listing.title)}" data-pick>`
    : null
  return html`<li class="entry" data-row><div class="tile">${tile}${box}</div>
<div class="what"><h2><a href="/listings/${id}${query}" data-open>${shown(listing.title)}</a></h2>${await whyOf(item, ask)}<p class="tags">${categoryTags(ids, ask.lang)}${standingTag(standing, ask)}</p></div>
<div class="facts">${bandBadge(assessment.band, assessment.score, ask.lang, assessment.allowed)}${priceOf(item, ask)}<span class="who-sells">${sellerLink(item, ask)}</span><span class="soft">${shown(listing.site)} · ${moment(at, ask.lang)}</span></div></li>`
}

/** What the address says of a bulk action just done is no filter, and no link carries it on. */
const withoutDone = (url: URL): URL => {
  const clean = new URL(url)
  for (const name of BULK_SAID) clean.searchParams.delete(name)
  return clean
}

/** `problem`: why a bulk action was not done. */
export async function queuePageOf(asking: SignedAsk, problem: CaseworkProblem | null): Promise<Response> {
  const ask = { ...asking, url: withoutDone(asking.url) }
  const t = consolePages(ask.lang)
  const asked = queuePage(ask.url.searchParams)
  const { items, more } = await queueFor(eyesOf(ask), asked)
  const last = items.at(-1)
  const entries = await Promise.all(items.map((item) => entry(item, ask)))
  const after = last && more ? markText({ id: last.id, score: last.assessment.score }) : null
  const first = asked.after ? html`<a href="${withQuery(ask.url, { after: null })}" data-key="[">${t.first}</a>` : null
  const next = after ? html`<a href="${withQuery(ask.url, { after })}" data-key="]" rel="next">${t.next}</a>` : null
  return page(ask, {
    title: t.queue,
    section: 'queue',
    status: problem ? 400 : 200,
    body: html`<h1>${t.queue}</h1>${await bulkSaid(asking, problem)}${filterForm(ask, asked)}${items.length ? await bulkPart(ask) : null}
${items.length ? html`<ol class="queue">${entries}</ol>` : html`<p class="empty">${t.emptyQueue}</p>`}<p class="pager">${first} ${next}</p>`,
  })
}

export const queueRoutes: readonly Route[] = [
  { method: 'GET', path: '/queue', permission: 'read', handle: (ask) => queuePageOf(ask, null) },
]
