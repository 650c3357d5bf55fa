import { caseworkMessages } from '../../i18n/casework.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { Reply } from '../../store/api.ts'
import { replyFile } from '../replies.ts'
import { inReport } from './context.ts'
import { html, type Markup, shown } from './markup.ts'
import { shortMoment } from './time.ts'

/** What the seller answered, as it was received. */
export function repliesPart(replies: readonly Reply[], lang: Lang): Markup | null {
  if (replies.length === 0) return null
  const t = caseworkMessages(lang)
  const items = replies.map(
    ({ kind, received, way, sender, text, file, officer, at }) =>
      html`<dt>${shown(t.replyLine(received, t.replyKinds[kind], t.replyWays[way], sender))}</dt><dd>${shown(text)}${
        file
          ? html`<br><a href="${inReport(replyFile(file))}"><span class="path">${inReport(replyFile(file))}</span></a> · ${shown(file.name)} · SHA-256 <span class="hash">${file.sha256}</span>`
          : null
      }<br><span class="note">${shown(t.takenBy(officer))}, ${shortMoment(at)}</span></dd>`,
  )
  return html`<h3>${t.replies}</h3><dl>${items}</dl><p class="note">${t.repliesNote}</p>`
}
