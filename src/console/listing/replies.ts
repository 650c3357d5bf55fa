import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { caseworkMessages } from '../../i18n/casework.ts'
import { consoleCasework } from '../../i18n/console-casework.ts'
import { REPLY_KINDS, REPLY_WAYS, type StoredSighting } from '../../store/api.ts'
import { vietnamDay } from '../../vietnam-day.ts'
import type { SignedAsk } from '../ask.ts'
import { csrfField, notice } from '../layout.ts'
import { moment } from '../parts.ts'
import { may } from '../roles.ts'

function replyForm(id: number, ask: SignedAsk, problem: string | null): Markup {
  const t = consoleCasework(ask.lang)
  const words = caseworkMessages(ask.lang)
  const sent = (name: string): string => (problem === null ? '' : (ask.form[name] ?? ''))
  const options = <T extends string>(name: string, all: readonly T[], texts: Readonly<Record<T, string>>) =>
    all.map(
      (each) => html`<option value="${each}"${sent(name) === each ? html` selected` : null}>${texts[each]}</option>`,
    )
  const today = vietnamDay(ask.world.now())
  return html`<details class="verdict"${problem === null ? null : html` open`}><summary data-key="y" aria-keyshortcuts="y">${t.addReply} <kbd>y</kbd></summary><form method="post" action="/listings/${id}/replies" enctype="multipart/form-data" class="stack">${csrfField(ask)}
<label>${t.kind}<select name="kind">${options('kind', REPLY_KINDS, words.replyKinds)}</select></label>
<label>${t.received}<input type="date" name="received" required max="${today}" value="${sent('received') || today}"></label>
<label>${t.way}<select name="way">${options('way', REPLY_WAYS, words.replyWays)}</select></label>
<label>${t.sender}<input name="sender" required maxlength="200" value="${sent('sender')}"></label>
<label>${t.said}<textarea name="text" required maxlength="4000" rows="4">${sent('text')}</textarea></label>
<label>${t.file}<input type="file" name="file"></label><p class="fine">${t.fileHint}</p><button class="main">${t.save}</button></form></details>`
}

/** What the seller answered, as officers received it, and the form that keeps another answer. */
export async function repliesPart({ item }: StoredSighting, ask: SignedAsk, problem: string | null): Promise<Markup> {
  const t = consoleCasework(ask.lang)
  const words = caseworkMessages(ask.lang)
  const { site, key } = item.listing
  const items = (await ask.world.store.replies.of(site, key)).map(
    ({ id, kind, received, way, sender, text, file, officer, at }) =>
      html`<li><p><b>${shown(words.replyLine(received, words.replyKinds[kind], words.replyWays[way], sender))}</b></p><p class="note">${shown(text)}</p>${
        file
          ? html`<p><a href="/listings/${item.id}/replies/${id}">${shown(file.name)}</a> <span class="hash">${file.sha256}</span></p>`
          : null
      }<p class="soft">${shown(words.takenBy(officer))} · ${moment(at, ask.lang)}</p></li>`,
  )
  const list = items.length
    ? html`<ol class="decisions">${items}</ol><p class="fine">${words.repliesNote}</p>`
    : html`<p class="soft">${t.noReplies}</p>`
  return html`<section class="card" id="replies"><h2>${t.replies}</h2>${notice(problem)}${list}${may(ask.session.account.role, 'decide') ? replyForm(item.id, ask, problem) : null}</section>`
}
