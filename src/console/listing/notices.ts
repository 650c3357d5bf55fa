import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { noticeMessages } from '../../i18n/notice.ts'
import { NOTICE_CHANNELS, type StoredSighting } from '../../store/api.ts'
import { vietnamDay } from '../../vietnam-day.ts'
import type { SignedAsk } from '../ask.ts'
import { csrfField, notice } from '../layout.ts'
import { may } from '../roles.ts'

/** When the platform was told of this listing, and, for who may decide, the form that records it. */
export async function noticesPart({ item }: StoredSighting, ask: SignedAsk, problem: string | null): Promise<Markup> {
  const t = noticeMessages(ask.lang)
  const made = await ask.world.store.notices.of(item.listing.site, item.listing.key)
  const list = made.map(
    ({ toldOn, channel, recipient, reference, note, actor, unit }) =>
      html`<li><b>${toldOn}</b>: ${t.channels[channel]}${recipient ? html` → ${shown(recipient)}` : null}${reference ? html` · ${shown(reference)}` : null}${note ? html` – <q>${shown(note)}</q>` : null} <span class="soft">${shown(actor)}${unit ? html` · ${shown(unit)}` : null}</span></li>`,
  )
  const told = list.length ? html`<ol class="decisions">${list}</ol>` : html`<p class="soft">${t.none}</p>`
  const value = (name: string) => (problem === null ? '' : (ask.form[name] ?? ''))
  const channels = NOTICE_CHANNELS.map(
    (each) =>
      html`<option value="${each}"${value('channel') === each ? html` selected` : null}>${t.channels[each]}</option>`,
  )
  const today = vietnamDay(ask.world.now())
  const text = (name: 'recipient' | 'reference' | 'note') =>
    html`<label>${t.labels[name]}<input name="${name}" value="${value(name)}" maxlength="500"></label>`
  const form = html`<details class="verdict"${problem === null ? null : html` open`}><summary data-key="n" aria-keyshortcuts="n">${t.open} <kbd>n</kbd></summary>
<form method="post" action="/listings/${item.id}/notices" class="stack">${csrfField(ask)}<label>${t.labels.channel}<select name="channel" required>${channels}</select></label>
<label>${t.labels.on}<input type="date" name="on" required max="${today}" value="${value('on') || today}"></label>${text('recipient')}${text('reference')}${text('note')}<p class="fine">${t.sends}</p><button class="main">${t.record}</button></form></details>`
  const saved = ask.url.searchParams.has('told') ? notice(t.saved, 'good') : null
  return html`<section class="card" id="told"><h2>${t.title}</h2>${notice(problem)}${saved}${told}${may(ask.session.account.role, 'decide') ? form : null}</section>`
}
