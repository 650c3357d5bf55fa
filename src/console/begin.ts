import { html, type Markup } from '../evidence/report/markup.ts'
import { consoleCasework } from '../i18n/console-casework.ts'
import type { SignedAsk } from './ask.ts'
import { deciderOf } from './decider.ts'
import { number } from './parts.ts'

const MOST_COUNTED = 100

/** Where to go from Today: the strongest open listing, and what waits for a second look. */
export async function beginPart(ask: SignedAsk): Promise<Markup | null> {
  const t = consoleCasework(ask.lang)
  const { sightings, reviews } = ask.world.store
  const [first] = await sightings.queue({ sort: 'score', standing: 'open', limit: 1 })
  const { name, second } = deciderOf(ask)
  const waiting = second ? (await reviews.waitingFor(name, MOST_COUNTED)).length : 0
  if (!first && waiting === 0) return null
  const begin = first
    ? html`<a class="button" href="/listings/${first.id}" data-key="n" aria-keyshortcuts="n">${t.begin} <kbd>n</kbd></a> `
    : null
  const review = waiting ? html`<a href="/reviews">${t.reviews}: ${number(waiting, ask.lang)}</a>` : null
  return html`<p class="begin">${begin}${review}</p>`
}
