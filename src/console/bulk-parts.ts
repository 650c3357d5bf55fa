import { html, type Markup } from '../evidence/report/markup.ts'
import { type CaseworkProblem, consoleCasework } from '../i18n/console-casework.ts'
import { consoleWork } from '../i18n/console-work.ts'
import { decideMessages } from '../i18n/decide.ts'
import { reasonsFor } from '../store/decision-reasons.ts'
import type { SignedAsk } from './ask.ts'
import { caseOptions, notClosed } from './case-choice.ts'
import { csrfField, notice } from './layout.ts'
import { may } from './roles.ts'

/** What an address says of the bulk action that led to it. */
export const BULK_SAID = ['done', 'left'] as const
/** Verdicts that one reason may give to many; a suspicion is confirmed one by one. */
export const BULK_VERDICTS = ['dismiss', 'needs-more'] as const
/** Cases offered: the newest that are not closed. */
const MOST_CASES = 40

/** The form of the chosen rows; their boxes stand in the list and belong to it by `form="bulk"`. */
export async function bulkPart(ask: SignedAsk): Promise<Markup | null> {
  if (!may(ask.session.account.role, 'decide')) return null
  const t = consoleCasework(ask.lang)
  const work = consoleWork(ask.lang)
  const { reason } = decideMessages(ask.lang)
  const verdicts = BULK_VERDICTS.map(
    (verdict) =>
      html`<optgroup label="${work.verbs[verdict]}">${reasonsFor(verdict).map((each) => html`<option value="${verdict}/${each}">${work.verbs[verdict]}: ${reason[each]}</option>`)}</optgroup>`,
  )
  const cases = caseOptions(notClosed(await ask.world.store.cases.list()).slice(0, MOST_CASES), 'case/')
  return html`<details class="card bulk"><summary data-key="m" aria-keyshortcuts="m"><h2>${t.bulk}</h2> <kbd>x</kbd> <kbd>m</kbd></summary><form method="post" action="/queue/bulk" id="bulk" class="row">${csrfField(ask)}<input type="hidden" name="queue" value="${ask.url.search.slice(1)}">
<label>${t.bulkWhat}<select name="what" required><option value=""></option>${verdicts}<optgroup label="${t.bulkCase}">${cases}<option value="case/new">${t.bulkNew}</option></optgroup></select></label>
<label class="wide">${work.note}<input name="note" maxlength="2000" autocomplete="off"></label><button class="main">${t.bulkDo}</button></form><p class="fine">${t.bulkHint}</p></details>`
}

/** What became of a bulk action. */
export async function bulkSaid(
  { url, lang, world }: SignedAsk,
  problem: CaseworkProblem | null,
): Promise<Markup | null> {
  const t = consoleCasework(lang)
  if (problem) return notice(t.problems[problem])
  const done = url.searchParams.get('done')
  if (done === null || !/^\d{1,4}$/.test(done)) return null
  const left = (url.searchParams.get('left') ?? '').split(',').filter((id) => /^[1-9]\d{0,14}$/.test(id))
  const rows = await world.store.likeness.rows(left.slice(0, MOST_CASES).map(Number))
  return html`${notice(t.bulkDone(Number(done)), 'good')}${rows.length ? notice(t.bulkLeft(rows.map(({ title }) => title).join('; '))) : null}`
}
