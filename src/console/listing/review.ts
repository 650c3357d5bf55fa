import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consoleWork } from '../../i18n/console-work.ts'
import { decideMessages } from '../../i18n/decide.ts'
import type { DecisionVerdict, Review, StoredSighting } from '../../store/api.ts'
import { reasonsFor } from '../../store/decision-reasons.ts'
import type { SignedAsk } from '../ask.ts'
import { csrfField, notice } from '../layout.ts'
import { moment } from '../parts.ts'

/** What a second reviewer may find; the first verdict is one of the first two. */
export const REVIEW_VERDICTS = ['confirm', 'dismiss', 'needs-more'] as const satisfies readonly DecisionVerdict[]

const KEY = { confirm: 'c', dismiss: 'd', 'needs-more': 'e' } as const

/** The place of who judges blind: neither what was decided nor by whom, and a form for each verdict. */
export function blindPart(
  { decision }: Review,
  { item }: StoredSighting,
  ask: SignedAsk,
  problem: string | null,
): Markup {
  const t = consoleCasework(ask.lang)
  const work = consoleWork(ask.lang)
  const forms = REVIEW_VERDICTS.map((verdict) => {
    const reasons = reasonsFor(verdict).map(
      (reason) => html`<option value="${reason}">${decideMessages(ask.lang).reason[reason]}</option>`,
    )
    return html`<details class="verdict" name="verdict"><summary data-key="${KEY[verdict]}" aria-keyshortcuts="${KEY[verdict]}">${work.verbs[verdict]} <kbd>${KEY[verdict]}</kbd></summary>
<form method="post" action="/reviews/${decision}" class="stack">${csrfField(ask)}<input type="hidden" name="verdict" value="${verdict}"><input type="hidden" name="sighting" value="${item.id}">
<label>${work.reason}<select name="reason" required><option value=""></option>${reasons}</select></label>
<label>${work.note}<textarea name="note" required maxlength="2000" rows="3"></textarea></label><button class="main">${work.record}: ${work.verbs[verdict]}</button></form></details>`
  })
  return html`<section class="card decide" id="decide"><h2>${t.reviews}</h2>${notice(problem)}<p>${t.blind}</p><h3>${t.judge}</h3><div class="verdicts">${forms}</div></section>`
}

/** Second judgements that are done, whether they agree or not. */
export async function reviewsDone({ item: { listing } }: StoredSighting, ask: SignedAsk): Promise<Markup | null> {
  const t = consoleCasework(ask.lang)
  const words = decideMessages(ask.lang)
  const all = await ask.world.store.reviews.ofListing(listing.site, listing.key)
  const done = all.flatMap(({ second }) => second ?? [])
  if (done.length === 0) return null
  const items = done.map(
    ({ verdict, reason, note, officer, unit, at, agrees }) =>
      html`<li><b>${words.verdict[verdict]}</b>: ${words.reason[reason]}${note ? html` – <q>${shown(note)}</q>` : null} <span class="soft">${shown(officer)}${unit ? html` · ${shown(unit)}` : null} · ${moment(at, ask.lang)}</span><br>${agrees ? t.agreed : html`<span class="overdue">${t.differs}</span>`}</li>`,
  )
  return html`<h3>${t.reviews}</h3><ol class="decisions">${items}</ol>`
}

/** What a blind page tells of the ledger: how the sighting was recorded. All else may follow from what was decided. */
const BLIND_ACTIONS: readonly string[] = ['sighting.record']

/** Decisions stand in the ledger too, and what was done because of them: whoever judges blind does not see those entries. */
export const withoutDecisions = (sighting: StoredSighting): StoredSighting => ({
  ...sighting,
  ledger: sighting.ledger.filter(({ action }) => BLIND_ACTIONS.includes(action)),
})
