import { dismissers } from '../../casework/second.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { consoleWork, type WorkProblem } from '../../i18n/console-work.ts'
import { decideMessages } from '../../i18n/decide.ts'
import type { Decision, DecisionVerdict, Standing, StoredSighting } from '../../store/api.ts'
import { reasonsFor } from '../../store/decision-reasons.ts'
import type { SignedAsk } from '../ask.ts'
import { csrfField, notice } from '../layout.ts'
import { moment } from '../parts.ts'
import { may } from '../roles.ts'
import { reviewsDone } from './review.ts'

/** The key of each verdict, in the order of the forms. */
const KEYS: readonly (readonly [DecisionVerdict, string])[] = [
  ['confirm', 'c'],
  ['dismiss', 'd'],
  ['needs-more', 'e'],
  ['refer', 'f'],
  ['reopen', 'u'],
]

/** What became of a decision that was sent: undefined when none was. */
export interface Sent {
  readonly verdict: DecisionVerdict
  readonly problem: WorkProblem
}

export const standingTag = (standing: Standing, ask: SignedAsk): Markup | null =>
  standing === 'open'
    ? null
    : html`<span class="standing standing-${standing}">${consoleWork(ask.lang).standing[standing]}</span>`

/** Decisions in words, as they are ordered; `titled`: each with the listing it is about. */
export function decisionList(decisions: readonly Decision[], ask: SignedAsk, titled = false): Markup {
  const about = ({ sighting, title }: Pick<Decision, 'sighting' | 'title'>) =>
    sighting === null ? html`${shown(title)}: ` : html`<a href="/listings/${sighting}">${shown(title)}</a>: `
  const words = decideMessages(ask.lang)
  return html`<ol class="decisions">${decisions.map(
    ({ verdict, reason, note, officer, unit, at, ...decision }) =>
      html`<li>${titled ? about(decision) : null}<b>${words.verdict[verdict]}</b>: ${words.reason[reason]}${note ? html` – <q>${shown(note)}</q>` : null} <span class="soft">${shown(officer)}${unit ? html` · ${shown(unit)}` : null} · ${moment(at, ask.lang)}</span></li>`,
  )}</ol>`
}

interface Place {
  readonly id: number
  readonly queue: string
  readonly sent: Sent | null
  /** What the confirming officer would write, from the signs; to be read and changed. */
  readonly draft: string
}

function verdictForm(verdict: DecisionVerdict, key: string, { id, queue, sent, draft }: Place, ask: SignedAsk): Markup {
  const t = consoleWork(ask.lang)
  const mine = sent?.verdict === verdict
  const drafted: Readonly<Record<string, string>> = verdict === 'confirm' ? { reason: 'signs-plain', note: draft } : {}
  const value = (name: string) => (mine ? (ask.form[name] ?? '') : (drafted[name] ?? ''))
  const reasons = reasonsFor(verdict).map(
    (reason) =>
      html`<option value="${reason}"${value('reason') === reason ? html` selected` : null}>${decideMessages(ask.lang).reason[reason]}</option>`,
  )
  return html`<details class="verdict" name="verdict"${mine ? html` open` : null}><summary data-key="${key}" aria-keyshortcuts="${key}">${t.verbs[verdict]} <kbd>${key}</kbd></summary>
<form method="post" action="/listings/${id}/decide" class="stack">${csrfField(ask)}<input type="hidden" name="verdict" value="${verdict}"><input type="hidden" name="queue" value="${queue}">
<label>${t.reason}<select name="reason" required><option value=""></option>${reasons}</select></label>
<label>${t.note}<textarea name="note" required maxlength="2000" rows="3">${value('note')}</textarea></label>${verdict === 'reopen' ? html`<p class="fine">${t.takeBackHint}</p>` : null}<button class="main">${t.record}: ${t.verbs[verdict]}</button> <span class="fine">${consoleCasework(ask.lang).ctrlEnter}</span></form></details>`
}

/** Signs that a draft names, and letters of the seller's words. */
const MOST_SIGNS = 3
const MOST_WORDS = 60

/** The strongest signs in plain words with the seller's own beside them: what is plain to see, for the officer to confirm or to change. */
async function draftOf({ assessment }: StoredSighting['item'], ask: SignedAsk): Promise<string> {
  const strongest = [...assessment.signals].sort((a, b) => b.strength - a.strength).slice(0, MOST_SIGNS)
  const signs = await Promise.all(
    strongest.map(async ({ rule, quotes }) => {
      const text = await ask.world.rules.text(assessment.ruleset, rule)
      const words = quotes[0]?.text.replace(/[\p{C}\s]+/gu, ' ').slice(0, MOST_WORDS)
      return `${text?.title?.[ask.lang] ?? rule}${words ? ` (“${words}”)` : ''}`
    }),
  )
  return signs.length ? consoleCasework(ask.lang).draft(signs.join('; ')) : ''
}

/** The officer's place: what has been decided, and, for who may decide, the forms that do. */
export async function decidePart(sighting: StoredSighting, ask: SignedAsk, sent: Sent | null): Promise<Markup> {
  const { item } = sighting
  const t = consoleWork(ask.lang)
  const { decisions } = ask.world.store
  const made = await decisions.of({ sighting: item.id })
  const standing = await decisions.standing(item.listing.site, item.listing.key)
  const queue = ask.form['queue'] ?? ask.url.searchParams.get('queue') ?? ''
  const place: Place = { id: item.id, queue, sent, draft: await draftOf(item, ask) }
  const { name, role } = ask.session.account
  const waits =
    standing === 'pending' && html`<p>${dismissers(made).includes(name) ? t.youWereFirst : t.secondHint}</p>`
  const forms = KEYS.filter(([verdict]) => verdict !== 'reopen' || standing !== 'open').map(([verdict, key]) =>
    verdictForm(verdict, key, place, ask),
  )
  const said = sent ? notice(t.problems[sent.problem]) : null
  const done = !sent && ask.url.searchParams.has('decided') ? notice(t.decidedSaved, 'good') : null
  return html`<section class="card decide" id="decide"><h2>${consolePages(ask.lang).decide}</h2>${said}${done}<p>${standingTag(standing, ask)}</p>${waits || null}
${made.length ? decisionList(made, ask) : html`<p class="soft">${consolePages(ask.lang).noDecision}</p>`}${await reviewsDone(sighting, ask)}${may(role, 'decide') ? html`<div class="verdicts">${forms}</div>` : null}</section>`
}
