import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleSweeps } from '../i18n/console-sweeps.ts'
import { saidIn } from '../i18n/said.ts'
import { OCR_POLICIES } from '../images/policy.ts'
import { faultsOf, type PlanFault } from '../schedule/edit.ts'
import { type PlanForm, RHYTHMS, type Rhythm } from '../schedule/form.ts'
import type { PlanFile } from '../schedule/plan-files.ts'
import type { SignedAsk } from './ask.ts'
import { csrfField } from './layout.ts'

/** What an editor is about: which file, as it was when it was opened. */
export interface Editing {
  /** Null: a new one. */
  readonly file: string | null
  /** Hash of the text that was opened; null for a new one. */
  readonly base: string | null
  readonly text: string
}

export const hiddenEditing = ({ file, base }: Editing): Markup =>
  html`<input type="hidden" name="file" value="${file ?? ''}"><input type="hidden" name="base" value="${base ?? ''}">`

const lines = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const ticked = (form: Readonly<Record<string, string>>, prefix: string): readonly string[] =>
  Object.keys(form)
    .filter((key) => key.startsWith(prefix) && form[key] === 'on')
    .map((key) => key.slice(prefix.length))

/** The form as it was posted. */
export function postedForm(form: Readonly<Record<string, string>>): PlanForm {
  const text = (key: string) => (form[key] ?? '').trim()
  return {
    ...{ name: text('name'), targets: lines(form['targets']), words: lines(form['words']) },
    ...{ sites: ticked(form, 'site.'), watch: ticked(form, 'watch.'), pages: text('pages') || '1' },
    rhythm: RHYTHMS.find((each) => each === form['rhythm']) ?? ('none' satisfies Rhythm),
    ...{ time: text('time'), cron: text('cron'), zone: text('zone') },
    ...{ visits: text('visits'), minutes: text('minutes'), depth: text('depth') },
    ...{ perSecond: text('perSecond'), ocr: text('ocr') },
    inside: form['asksInside'] === 'yes' ? form['inside'] === 'on' : null,
  }
}

const tabs = (ask: SignedAsk, { file }: Editing, as: 'form' | 'yaml'): Markup => {
  const t = consoleSweeps(ask.lang)
  const to = (which: string) =>
    `/sweeps/edit?${new URLSearchParams({ ...(file === null ? {} : { file }), as: which }).toString()}`
  const tab = (which: 'form' | 'yaml', label: string) =>
    html`<a href="${to(which)}"${which === as ? html` aria-current="page"` : null}>${label}</a>`
  return html`<nav class="tabs" aria-label="${t.plan}">${tab('form', t.asForm)}${tab('yaml', t.asYaml)}</nav>`
}

const choice = (name: string, value: string, all: readonly (readonly [string, string])[]): Markup =>
  html`<select name="${name}">${all.map(([id, label]) => html`<option value="${id}"${id === value ? html` selected` : null}>${label}</option>`)}</select>`

const tick = (name: string, label: string, on: boolean): Markup =>
  html`<label class="check"><input type="checkbox" name="${name}" value="on"${on ? html` checked` : null}> ${shown(label)}</label>`

const field = (label: string, name: string, value: string, more: Markup | null = null): Markup =>
  html`<label>${label}<input name="${name}" value="${value}" autocomplete="off"${more}></label>`

/** The plan as questions. `sites`: ids of those that can be searched. */
export function planForm(
  ask: SignedAsk,
  editing: Editing,
  form: PlanForm,
  known: { readonly sites: readonly string[]; readonly lists: readonly string[] },
): Markup {
  const t = consoleSweeps(ask.lang)
  const sites = [...new Set([...known.sites, ...form.sites])]
  const lists = [...new Set([...known.lists, ...form.watch])]
  const inside = ask.world.sweeping.allowPrivate
    ? html`<input type="hidden" name="asksInside" value="yes">${tick('inside', t.inside, form.inside === true)}`
    : null
  const number = html` inputmode="decimal" maxlength="10"`
  return html`${tabs(ask, editing, 'form')}<form method="post" action="/sweeps/check" class="plan-form">${csrfField(ask)}${hiddenEditing(editing)}<input type="hidden" name="as" value="form">
<section class="card"><div class="row">${field(t.name, 'name', form.name, html` required maxlength="80"`)}<label>${t.rhythm}${choice(
    'rhythm',
    form.rhythm,
    RHYTHMS.map((each) => [each, t.rhythms[each]]),
  )}</label>${field(t.time, 'time', form.time, html` type="time"`)}${field(t.cron, 'cron', form.cron, html` placeholder="30 5 * * 1-5" maxlength="100"`)}${field(t.zone, 'zone', form.zone, html` maxlength="60"`)}</div></section>
<div class="plan-columns"><section class="card"><label>${t.targetsLabel}<textarea name="targets" rows="6" spellcheck="false">${form.targets.join('\n')}</textarea></label><fieldset><legend>${t.lists}</legend>${lists.length ? lists.map((name) => tick(`watch.${name}`, name, form.watch.includes(name))) : html`<p class="soft">${t.noLists} <a href="/watch">${t.watchLists}</a></p>`}</fieldset></section>
<section class="card"><label>${t.wordsLabel}<textarea name="words" rows="6">${form.words.join('\n')}</textarea></label><fieldset><legend>${t.sitesLabel}</legend>${sites.map((id) => tick(`site.${id}`, id, form.sites.includes(id)))}</fieldset>${field(t.pages, 'pages', form.pages, number)}</section></div>
<section class="card"><h2>${t.most}</h2><div class="row">${field(t.mostVisits, 'visits', form.visits, number)}${field(t.mostMinutes, 'minutes', form.minutes, number)}${field(t.depth, 'depth', form.depth, number)}${field(t.perSecond, 'perSecond', form.perSecond, number)}<label>${t.ocr}${choice(
    'ocr',
    form.ocr,
    OCR_POLICIES.map((each) => [each, t.ocrs[each]]),
  )}</label></div>${inside}</section>
<div class="buttons"><button class="main">${t.preview}</button>${editing.file === null ? null : html`<span class="fine">${t.keepsRest}</span>`}</div></form>`
}

/** The text line by line, with what is wrong beside the line. */
export function faultyText(text: string, faults: readonly PlanFault[], ask: SignedAsk): Markup {
  const t = consoleSweeps(ask.lang)
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const own = faults.filter((fault) => fault.line === i + 1)
      const told = own.map((fault) => html`<span class="fault">${shown(saidIn(ask.lang, fault.text))}</span>`)
      return html`<li${own.length ? html` class="wrong"` : null}><code>${line}</code>${told}</li>`
    })
  const elsewhere = faults.filter(({ line }) => line === null || line > rows.length)
  return html`<div class="notice bad" role="alert"><h2>${t.faults(faults.length)}</h2><ul>${faults.map(({ line, text: what }) => html`<li>${line === null ? null : html`<b>${t.line(line)}</b>: `}${shown(saidIn(ask.lang, what))}</li>`)}</ul></div>${elsewhere.length === faults.length ? null : html`<ol class="source" tabindex="0">${rows}</ol>`}`
}

/** Why a file is no plan, line by line; nothing where it is one. */
export function problemPart({ problem, path }: Pick<PlanFile, 'problem' | 'path'>, ask: SignedAsk): Markup | null {
  if (problem === null) return null
  const t = consoleSweeps(ask.lang)
  const told = faultsOf(problem, path).map(
    ({ line, text }) =>
      html`<li>${line === null ? null : html`<b>${t.line(line)}</b>: `}${shown(saidIn(ask.lang, text))}</li>`,
  )
  return html`<div class="notice bad" role="alert"><ul>${told}</ul></div>`
}

/** The plan as text. */
export function planYaml(ask: SignedAsk, editing: Editing): Markup {
  const t = consoleSweeps(ask.lang)
  return html`${tabs(ask, editing, 'yaml')}<form method="post" action="/sweeps/check" class="stack">${csrfField(ask)}${hiddenEditing(editing)}<input type="hidden" name="as" value="yaml"><label>${t.yaml}<textarea name="text" rows="22" class="yaml" spellcheck="false" required>${`\n${editing.text}`}</textarea></label><button class="main">${t.preview}</button></form>`
}
