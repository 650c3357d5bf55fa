import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import type { Decision, StoredItem } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { blindTo, eyesOf, standingFor } from '../blind.ts'
import { page } from '../layout.ts'
import { decisionList, standingTag } from '../listing/decide.ts'
import { bandBadge, moment, number, table } from '../parts.ts'
import { may } from '../roles.ts'
import { allowPart, sellerCasePart } from '../seller-allow.ts'
import { contactsPart, profile } from '../seller-parts.ts'
import { problemPage } from './problem.ts'

/** The newest sightings that one page reads, and the sellers that one name may mean. */
const MOST = 100
const MOST_SELLERS = 300

/** A seller is its key on one site; where the site gives none, its name. */
export interface SellerName {
  readonly site: string
  readonly key: string | null
  readonly name: string | null
}

const isOf =
  (who: SellerName) =>
  ({ site, key, name }: SellerName): boolean =>
    site === who.site && (who.key === null ? key === null && name === who.name : key === who.key)

export const sellerPath = ({ site, key, name }: SellerName): string =>
  `/seller?${new URLSearchParams(key === null ? { site, name: name ?? '' } : { site, key })}`

/** The link from a listing to its seller. */
export function sellerLink({ listing: { site, seller } }: StoredItem, ask: SignedAsk): Markup {
  const { key = null, name = null } = seller ?? {}
  if (key === null && name === null) return html`<span class="soft">${consolePages(ask.lang).noSeller}</span>`
  return html`<a href="${sellerPath({ site, key, name })}">${shown(name ?? key ?? '')}</a>`
}

/** Newest sightings of this seller, each listing once. */
async function itemsOf(who: SellerName, ask: SignedAsk): Promise<readonly StoredItem[]> {
  const { sightings } = ask.world.store
  const seller = who.key ?? who.name ?? ''
  const rows = await sightings.list({ site: who.site, seller, limit: MOST })
  const newest = rows.filter(({ key }, at) => rows.findIndex((row) => row.key === key) === at)
  const items = await Promise.all(newest.map(async ({ id }) => (await sightings.get(id)).item))
  const is = isOf(who)
  return items.filter(({ listing: { site, seller: of } }) => is({ site, key: of?.key ?? null, name: of?.name ?? null }))
}

async function listingsPart(items: readonly StoredItem[], ask: SignedAsk): Promise<Markup> {
  const t = consoleWork(ask.lang)
  const p = consolePages(ask.lang)
  const rows = await Promise.all(
    items.map(async ({ id, listing, assessment, at }) => {
      const standing = await standingFor(eyesOf(ask), listing)
      return html`<tr data-row><th scope="row"><a href="/listings/${id}" data-open>${shown(listing.title)}</a></th><td>${bandBadge(assessment.band, assessment.score, ask.lang, assessment.allowed)}</td><td>${standingTag(standing, ask) ?? '–'}</td><td>${shown(listing.price?.text ?? '–')}</td><td>${moment(at, ask.lang)}</td></tr>`
    }),
  )
  const head = [t.listings, p.band, t.standsSo, reportMessages(ask.lang).price, p.when]
  return html`<section class="card"><h2>${t.listings}</h2><p class="fine">${t.newestOnly(MOST)}</p>${table(t.listings, head, rows)}</section>`
}

async function decisionsPart(who: SellerName, ask: SignedAsk): Promise<Markup> {
  const t = consoleWork(ask.lang)
  const { decisions } = ask.world.store
  const is = isOf(who)
  const seller = who.key ?? who.name ?? ''
  const ofSeller = (each: Pick<Decision, 'site' | 'sellerKey' | 'sellerName'>) =>
    is({ site: each.site, key: each.sellerKey, name: each.sellerName })
  const all = (await decisions.list({ seller, limit: MOST })).filter(ofSeller)
  const hidden = await Promise.all(all.map((each) => blindTo(eyesOf(ask), each)))
  const made = all.filter((_, at) => hidden[at] === null)
  // Who dismissed how many tells of a verdict that another is to judge blind: it is for who audits.
  const audits = may(ask.session.account.role, 'audit')
  const repeated = audits ? (await decisions.repeated({ seller })).filter(ofSeller) : []
  const rows = repeated.map(
    ({ officer, listings, dismissals, last }) =>
      html`<tr><th scope="row">${shown(officer)}</th><td class="number">${number(listings, ask.lang)}</td><td class="number">${number(dismissals, ask.lang)}</td><td>${moment(last, ask.lang)}</td></tr>`,
  )
  const often = rows.length
    ? html`<h3>${t.repeated}</h3>${table(t.repeated, [t.officer, { number: t.listings }, { number: t.dismissals }, t.lastSeen], rows)}`
    : null
  return html`<section class="card"><h2>${t.decisions}</h2>${made.length ? decisionList(made, ask, true) : html`<p class="soft">${t.noDecisions}</p>`}${often}</section>`
}

/** The seller that an address or a form names; null where it names none. */
export function refOf(asked: (name: string) => string | null): SellerName | null {
  const [site, key] = [asked('site'), asked('key')]
  const name = key === null ? asked('name') : null
  return site === null || (key === null && name === null) ? null : { site, key, name }
}

async function seller(ask: SignedAsk): Promise<Response> {
  const who = refOf((name) => ask.url.searchParams.get(name) || null)
  return who ? sellerPage(ask, who, null) : problemPage(ask, 'not-found')
}

/** `problem`: why what was sent was not kept. */
export async function sellerPage(ask: SignedAsk, who: SellerName, problem: string | null): Promise<Response> {
  const t = consoleWork(ask.lang)
  const { site, key, name } = who
  const known = (await ask.world.store.sellers.find(key ?? name ?? '', MOST_SELLERS)).filter(isOf(who))
  if (known.length === 0) return problemPage(ask, 'not-found')
  const items = await itemsOf(who, ask)
  ask.world.console.access.note(ask.session.account.name, 'seller.open', `seller:${site} ${key ?? name}`)
  const title = known.at(-1)?.name ?? key ?? ''
  return page(ask, {
    title: `${t.sellerOf}: ${title}`,
    section: 'queue',
    status: problem ? 400 : 200,
    body: html`<nav class="steps" aria-label="${consolePages(ask.lang).queue}"><a href="/queue" data-key="b">← ${consolePages(ask.lang).queue}</a></nav><h1>${t.sellerOf}: ${shown(title)}</h1><p class="soft">${shown(site)}</p>
${profile(known, items, ask)}${allowPart({ ...who, name: known.at(-1)?.name ?? name }, ask, problem)}${await sellerCasePart(who, ask)}${contactsPart(items, ask)}${await listingsPart(items, ask)}${await decisionsPart(who, ask)}`,
  })
}

export const sellerRoutes: readonly Route[] = [{ method: 'GET', path: '/seller', permission: 'read', handle: seller }]
