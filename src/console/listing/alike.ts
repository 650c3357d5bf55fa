import { findAlike, LISTING_BOUNDS } from '../../casework/alike.ts'
import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import type { StoredSighting } from '../../store/api.ts'
import { alikeTable } from '../alike-parts.ts'
import type { SignedAsk } from '../ask.ts'

/** Other listings with the same pictures, contacts or words. */
export async function alikePart({ item }: StoredSighting, ask: SignedAsk): Promise<Markup> {
  const t = consoleCasework(ask.lang)
  const { alike, more } = await findAlike(ask.world.store, [item.id], LISTING_BOUNDS)
  const body = alike.length ? alikeTable(t.alikeListing, alike, false, ask) : html`<p class="soft">${t.noAlike}</p>`
  return html`<section class="card" id="alike"><h2>${t.alikeListing}</h2>${body}${more ? html`<p class="fine">${t.alikeMore}</p>` : null}</section>`
}
