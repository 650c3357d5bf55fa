import type { ReportText } from '../../i18n/evidence.ts'
import type { Lang } from '../../i18n/messages.ts'
import { originMessages } from '../../i18n/origin.ts'
import type { Placed } from '../contents.ts'
import { inReport, type Shown } from './context.ts'
import { html, type Markup } from './markup.ts'
import { shotOf } from './pictures.ts'

const source = (file: Placed): Markup => {
  const path = inReport(file.path)
  return html`<a href="${path}"><span class="path">${path}</span></a> · SHA-256 <span class="hash">${file.sha256}</span>`
}

/** The page as it was seen: the part that matters, quoted words framed; the whole picture is an exhibit. */
export function screenshot(files: readonly Placed[], drawn: readonly Shown[], lang: Lang, t: ReportText): Markup {
  const shot = shotOf(files)
  if (!shot) return html`<p class="note">${t.noScreenshot}</p>`
  const made = drawn.find(({ kind }) => kind === 'screenshot')
  const whose = shot.role === 'screenshot' ? t.screenshotCaption : originMessages(lang).officerScreenshot
  const caption = made?.marked ? html`${t.markedCaption} ${whose}` : html`${whose}`
  return html`<figure><div class="${made ? 'cut' : 'frame'}"><img src="${inReport(made?.path ?? shot.path)}" alt="${t.screenshot}"></div>
<figcaption>${caption} ${source(shot)}</figcaption></figure>`
}

/** Pictures of the goods, words that were quoted from them framed. */
export function goodsPictures(drawn: readonly Shown[], t: ReportText): Markup | null {
  const goods = drawn.filter(({ kind }) => kind === 'picture')
  if (!goods.length) return null
  return html`<h3>${t.goodsPictures}</h3><div class="goods">${goods.map(
    ({ path, of, marked }) =>
      html`<figure><img src="${inReport(path)}" alt="${t.goodsPicture}"><figcaption>${marked ? html`${t.markedPicture} ` : null}${source(of)}</figcaption></figure>`,
  )}</div>`
}
