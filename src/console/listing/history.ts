import type { Listing } from '../../domain.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { fieldName } from '../../evidence/report/signs.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import type { SightingRow, StoredItem, StoredSighting } from '../../store/api.ts'
import type { SignedAsk } from '../ask.ts'
import { changedFields } from '../changed-fields.ts'
import { type Change, diff, diffBudget } from '../diff.ts'
import { bandBadge, moment, table } from '../parts.ts'
import { pictureOf } from '../picture.ts'

/** The newest sightings of one listing that are shown. */
const MOST = 50

const changed = ({ kind, text }: Change): Markup =>
  kind === 'kept' ? shown(text) : kind === 'added' ? html`<ins>${shown(text)}</ins>` : html`<del>${shown(text)}</del>`

/** Which fields differ, word by word. */
function differences(before: Listing, after: Listing, ask: SignedAsk): readonly Markup[] {
  const report = reportMessages(ask.lang)
  const budget = diffBudget()
  return changedFields(before, after).map(
    ({ name, from, to }) =>
      html`<tr><th scope="row">${fieldName(report, name)}</th><td class="long diff">${diff(from, to, budget).map(changed)}</td></tr>`,
  )
}

/** Both screenshots side by side, the parts framed in which they differ. */
function picturesCompared(from: StoredItem, to: StoredItem, ask: SignedAsk): Markup | null {
  const [before, after] = [pictureOf(from.exhibits), pictureOf(to.exhibits)]
  if (!before || !after) return null
  const t = consoleCasework(ask.lang)
  if (before.sha256 === after.sha256) return html`<h3>${t.pictureDiff}</h3><p class="soft">${t.samePicture}</p>`
  const figure = (one: number, other: number) =>
    html`<figure><figcaption>#${one}</figcaption><div class="frame" tabindex="0" role="region" aria-label="${t.pictureDiff} #${one}"><img src="/listings/${one}/changed/${other}" alt="${t.pictureDiff} #${one}" loading="lazy"></div></figure>`
  return html`<h3>${t.pictureDiff}</h3><p class="fine">${t.changedFrames}</p><div class="pair">${figure(from.id, to.id)}${figure(to.id, from.id)}</div>`
}

function comparison(one: StoredItem, other: StoredItem, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const [from, to] = one.id < other.id ? [one, other] : [other, one]
  const rows = differences(from.listing, to.listing, ask)
  const title = t.differences(`#${from.id}`, `#${to.id}`)
  return html`<h3>${title}</h3>${rows.length ? table(title, [t.field, html`<del>${t.removed}</del> <ins>${t.added}</ins>`], rows) : html`<p class="soft">${t.noDifference}</p>`}${picturesCompared(from, to, ask)}`
}

function row(each: SightingRow, { item }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const queue = ask.url.searchParams.get('queue')
  const compare = `/listings/${item.id}?${new URLSearchParams({ with: String(each.id), ...(queue ? { queue } : {}) })}#history`
  const own = each.id === item.id
  return html`<tr><th scope="row">${own ? html`#${each.id}` : html`<a href="/listings/${each.id}">#${each.id}</a>`}</th><td>${moment(each.at, ask.lang)}</td><td>${bandBadge(each.band, each.score, ask.lang, each.allowed)}</td><td>${shown(each.priceText ?? '–')}</td><td>${own ? t.thisOne : html`<a href="${compare}">${t.compare} #${each.id}</a>`}</td></tr>`
}

/** Every time this listing was seen, and what changed between this sighting and the one asked for. */
export async function historyPart(sighting: StoredSighting, ask: SignedAsk): Promise<Markup> {
  const t = consolePages(ask.lang)
  const { item } = sighting
  const { sightings } = ask.world.store
  const rows = await sightings.list({ site: item.listing.site, listingKey: item.listing.key, limit: MOST })
  const other = rows.find(({ id }) => id !== item.id && String(id) === ask.url.searchParams.get('with'))
  const body =
    rows.length > 1
      ? table(
          t.history,
          ['#', t.when, t.band, reportMessages(ask.lang).price, t.compare],
          rows.map((each) => row(each, sighting, ask)),
        )
      : html`<p class="soft">${t.onlyOnce}</p>`
  const compared = other ? comparison(item, (await sightings.get(other.id)).item, ask) : null
  return html`<section class="card" id="history"><h2>${t.history}</h2>${body}${compared}</section>`
}
