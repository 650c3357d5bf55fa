import type { BadInput } from '../errors.ts'
import { html, type Markup } from '../evidence/report/markup.ts'
import { consoleTips } from '../i18n/console-tips.ts'
import { saidIn } from '../i18n/said.ts'
import { TIP_KINDS, type TipChannel } from '../store/console/tip-api.ts'
import { MOST_TEXT, type TipInput } from '../tips/words.ts'
import type { Ask } from './ask.ts'
import { csrfField } from './layout.ts'

const given = (ask: Ask, name: string): string => ask.form[name] ?? ''

const input = (ask: Ask, name: string, label: string, more: Markup | null = null): Markup =>
  html`<label>${label}<input name="${name}" maxlength="300" autocomplete="off" value="${given(ask, name).slice(0, 300)}"${more}></label>`

/** The fields of a tip, with what was typed before where something was wrong. */
export function tipFields(ask: Ask, isPublic: boolean): Markup {
  const t = consoleTips(ask.lang)
  const kinds = TIP_KINDS.map(
    (kind) =>
      html`<option value="${kind}"${given(ask, 'kind') === kind ? html` selected` : null}>${t.kinds[kind]}</option>`,
  )
  return html`<label>${t.kind}<select name="kind">${kinds}</select></label>
<label>${isPublic ? t.publicText : t.text}${isPublic ? html` <small>${t.publicTextHint}</small>` : null}<textarea name="text" rows="6" maxlength="${MOST_TEXT}">${given(ask, 'text').slice(0, MOST_TEXT)}</textarea></label>
<label>${isPublic ? t.publicUrl : t.url}<input name="url" inputmode="url" maxlength="2000" autocomplete="off" spellcheck="false" value="${given(ask, 'url').slice(0, 2_000)}"></label>
${input(ask, 'seller', t.seller)}${input(ask, 'phone', t.phone, html` inputmode="tel"`)}
<label>${t.about} <small>${t.aboutHint}</small><input name="about" maxlength="300" autocomplete="off" value="${given(ask, 'about').slice(0, 300)}"></label>
<fieldset><legend>${t.tipster}</legend>${input(ask, 'name', t.name)}${input(ask, 'contact', t.contact)}</fieldset>`
}

/** What was typed, as a tip. Anything that is no kind is refused where it is read. */
export const typedTip = (ask: Ask, channel: TipChannel): TipInput => {
  const { kind, text, url, seller, phone, about, name, contact } = ask.form
  return { kind: (kind ?? 'seller') as TipInput['kind'], channel, text, url, seller, phone, about, name, contact }
}

export function importForm(ask: Ask, base: string): Markup {
  const t = consoleTips(ask.lang)
  return html`<form method="post" action="${base}/import" enctype="multipart/form-data" class="stack card">${csrfField(ask)}<h2>${t.importTitle}</h2><p class="fine">${t.importHint}</p>
<label>${t.importFile}<input type="file" name="file" accept=".csv,.tsv,.txt,.json,.jsonl,.eml"></label>
<label>${t.importText}<textarea name="pasted" rows="5" spellcheck="false"></textarea></label><button>${t.keep}</button></form>`
}

/** Fields of the form that can be wrong by themselves; their names are those of their labels. */
const TYPED = ['kind', 'text', 'seller', 'phone', 'about', 'name', 'contact'] as const

/** Why a form was refused, in the reader's language where it is one of the usual reasons. */
export function tipProblem(ask: Ask, error: BadInput): string {
  const t = consoleTips(ask.lang)
  const isAdd = 'text' in ask.form
  if (isAdd && !given(ask, 'text').trim() && !given(ask, 'url').trim()) return t.needsText
  if (!isAdd) return `${t.notSaved} ${saidIn(ask.lang, error.message)}`
  if (/^url: /.test(error.message)) return t.badUrl
  const field = TYPED.find((each) => error.message.startsWith(`${each}: `))
  return t.badField(field ? t[field] : t.tip)
}
