import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { watchMessages } from '../i18n/watch.ts'
import { charsetOfBytes } from '../page/decode.ts'
import type { WatchEntry } from '../store/console/api.ts'
import type { ReadList } from '../watchlist/read.ts'
import type { SignedAsk } from './ask.ts'
import { csrfField } from './layout.ts'
import { number, table } from './parts.ts'

/** Rows that a page shows. */
const MOST = 200

/** A file, where one was sent, stands for the text. */
export const csvOf = ({ form, file }: SignedAsk): string => (file ? textOf(file.bytes) : (form['csv'] ?? ''))

/** A table is read in whatever it is written. */
const textOf = (bytes: Uint8Array): string => new TextDecoder(charsetOfBytes(bytes, null)).decode(bytes)

/** The form that takes a CSV, as text or as a file. */
export function importForm(ask: SignedAsk, name: string, csv: string): Markup {
  const t = watchMessages(ask.lang)
  const mode = (id: 'add' | 'replace') =>
    html`<option value="${id}"${ask.form['mode'] === id ? html` selected` : null}>${t.modes[id]}</option>`
  return html`<section class="card"><h2>${t.newList}</h2><p class="fine">${t.columns}</p><form method="post" action="/watch/check" enctype="multipart/form-data" class="stack">${csrfField(ask)}<div class="row"><label>${t.nameLabel}<input name="name" value="${name}" required maxlength="80"></label><label>${t.mode}<select name="mode">${mode('add')}${mode('replace')}</select></label></div><label>${t.text}<textarea name="csv" rows="7" spellcheck="false" placeholder="kind,value,site,note">${csv === '' ? '' : `\n${csv}`}</textarea></label><label>${t.upload}<input type="file" name="file" accept=".csv,text/csv"></label><button class="main">${t.preview}</button></form></section>`
}

const entryRow = ({ kind, value, site, note }: WatchEntry, ask: SignedAsk): Markup => {
  const t = watchMessages(ask.lang)
  return html`<tr><td>${t.kinds[kind]}</td><th scope="row">${shown(value)}</th><td>${kind === 'url' ? '–' : (site ?? t.anySite)}</td><td>${shown(note ?? '–')}</td></tr>`
}

export function entryTable(entries: readonly WatchEntry[], ask: SignedAsk): Markup {
  const t = watchMessages(ask.lang)
  const rows = entries.slice(0, MOST).map((each) => entryRow(each, ask))
  return html`${table(t.entries, [t.kind, t.value, t.site, t.note], rows)}${entries.length > MOST ? html`<p class="fine">${t.first(MOST)}</p>` : null}`
}

/** The rows that are not taken, each with why. */
export const refusedTable = ({ refused }: ReadList, ask: SignedAsk): Markup | null => {
  const t = watchMessages(ask.lang)
  const rows = refused
    .slice(0, MOST)
    .map(
      ({ line, why, text }) =>
        html`<tr><td class="number">${number(line, ask.lang)}</td><td>${t.why[why]}</td><td class="long">${shown(text.slice(0, 300))}</td></tr>`,
    )
  return refused.length === 0
    ? null
    : html`<section class="card"><h2>${t.refused(refused.length)}</h2>${table(t.refused(refused.length), [{ number: t.row }, t.why1, t.cell], rows)}</section>`
}
