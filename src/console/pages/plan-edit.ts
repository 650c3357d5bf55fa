import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleSweeps } from '../../i18n/console-sweeps.ts'
import type { CheckedPlan } from '../../schedule/edit.ts'
import { EMPTY_FORM, formOf, type PlanForm, textOfForm } from '../../schedule/form.ts'
import { type PlanFile, planFiles } from '../../schedule/plan-files.ts'
import { savePlan } from '../../schedule/save.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { checkedPlan, planText } from '../checked-plan.ts'
import { csrfField, notice, page } from '../layout.ts'
import { type Editing, faultyText, hiddenEditing, planForm, planYaml, postedForm, problemPart } from '../plan-forms.ts'
import { differencePart, forecastPart } from '../plan-preview.ts'
import { planPath } from '../plans.ts'
import { redirect } from '../reply.ts'
import { problemPage } from './problem.ts'

const NEW_TEXT = 'name: \ntargets:\n  - https://\nschedule: { cron: "0 6 * * *" }\n'

const fileNamed = async ({ world }: SignedAsk, file: string): Promise<PlanFile | null> =>
  (await planFiles(world.sweeping.folder)).find((one) => one.file === file) ?? null

/** The plan that the address or the form names, with the text to edit; null where it is gone. */
async function editingOf(
  ask: SignedAsk,
  file: string,
  base: string | null,
  text: string | null,
): Promise<Editing | null> {
  if (file === '') return { file: null, base: null, text: text ?? '' }
  const found = await fileNamed(ask, file)
  return found ? { file, base: base ?? found.sha256, text: text ?? found.text } : null
}

async function known({ world }: SignedAsk) {
  const book = await world.sweeping.book()
  return {
    sites: book.sites.filter(({ searchUrl }) => searchUrl !== undefined).map(({ id }) => id),
    lists: world.console.watchLists.list().map(({ name }) => name),
  }
}

const editPage = (ask: SignedAsk, { file }: Editing, body: Markup, status = 200): Response => {
  const t = consoleSweeps(ask.lang)
  const title = file === null ? t.newPlan : t.editTitle(file)
  const back = file === null ? '/sweeps' : planPath(file)
  return page(ask, {
    ...{ title, section: 'sweeps', status },
    body: html`<nav class="steps" aria-label="${t.plans}"><a href="${back}" data-key="b">← ${file ?? t.plans}</a></nav><h1>${title}</h1>${body}`,
  })
}

/** A new sweep of a watch-list begins with that list ticked. */
const startForm = (ask: SignedAsk): PlanForm => {
  const list = ask.url.searchParams.get('watch')
  return list === null ? EMPTY_FORM : { ...EMPTY_FORM, name: list, watch: [list] }
}

async function edit(ask: SignedAsk): Promise<Response> {
  const t = consoleSweeps(ask.lang)
  const { searchParams } = ask.url
  const editing = await editingOf(ask, searchParams.get('file') ?? '', null, null)
  if (!editing) return problemPage(ask, 'not-found')
  const found = editing.file === null ? null : await fileNamed(ask, editing.file)
  const form = found ? found.plan && formOf(found.plan) : startForm(ask)
  const wantsYaml = searchParams.get('as') === 'yaml'
  if (form && !wantsYaml) return editPage(ask, editing, planForm(ask, editing, form, await known(ask)))
  const why = form || !found?.plan ? found && problemPart(found, ask) : html`<p class="soft">${t.onlyYaml}</p>`
  const text = editing.file === null ? NEW_TEXT : editing.text
  return editPage(ask, editing, html`${why}${planYaml(ask, { ...editing, text })}`)
}

const checked = ({ world }: SignedAsk, { file, text }: Editing): Promise<CheckedPlan> => checkedPlan(world, file, text)

async function preview(ask: SignedAsk, editing: Editing, { plan, full }: Extract<CheckedPlan, { plan: unknown }>) {
  const t = consoleSweeps(ask.lang)
  const before = editing.file === null ? null : ((await fileNamed(ask, editing.file))?.text ?? null)
  const again = html`<form method="post" action="/sweeps/check" class="inline">${csrfField(ask)}${hiddenEditing(editing)}<input type="hidden" name="as" value="back"><textarea name="text" hidden>${`\n${editing.text}`}</textarea><button>${t.back}</button></form>`
  const save = html`<form method="post" action="/sweeps/save" class="inline">${csrfField(ask)}${hiddenEditing(editing)}<textarea name="text" hidden>${`\n${editing.text}`}</textarea><button class="main" data-key="s" aria-keyshortcuts="s">${t.save}</button></form>`
  return editPage(
    ask,
    editing,
    html`<h2>${t.previewTitle(plan.name)}</h2><div class="buttons plan-actions">${save}${again}</div>${await forecastPart(full, ask)}${differencePart(before, editing.text, ask)}`,
  )
}

async function faulty(ask: SignedAsk, editing: Editing, faults: Extract<CheckedPlan, { faults: unknown }>['faults']) {
  const form = ask.form['as'] === 'form' ? postedForm(ask.form) : null
  const editor = form ? planForm(ask, editing, form, await known(ask)) : planYaml(ask, editing)
  return editPage(ask, editing, html`${faultyText(editing.text, faults, ask)}${editor}`, 400)
}

async function check(ask: SignedAsk): Promise<Response> {
  const { form } = ask
  const opened = await editingOf(ask, form['file'] ?? '', form['base'] || null, null)
  if (!opened) return problemPage(ask, 'not-found')
  const text = form['as'] === 'form' ? textOfForm(postedForm(form), opened.text) : planText(form['text'] ?? '')
  const editing = { ...opened, text }
  const result = await checked(ask, editing)
  if (form['as'] === 'back') {
    const again = 'plan' in result ? formOf(result.plan) : null
    return editPage(ask, editing, again ? planForm(ask, editing, again, await known(ask)) : planYaml(ask, editing))
  }
  return 'faults' in result ? faulty(ask, editing, result.faults) : preview(ask, editing, result)
}

async function save(ask: SignedAsk): Promise<Response> {
  const t = consoleSweeps(ask.lang)
  const editing = await editingOf(
    ask,
    ask.form['file'] ?? '',
    ask.form['base'] || null,
    planText(ask.form['text'] ?? ''),
  )
  if (!editing) return problemPage(ask, 'not-found')
  const result = await checked(ask, editing)
  if ('faults' in result) return faulty(ask, editing, result.faults)
  const { store, sweeping, console } = ask.world
  const { name } = ask.session.account
  const { file, base, text } = editing
  const saved = await savePlan(
    { folder: sweeping.folder, store, by: name },
    { file, base, text, name: result.plan.name },
  )
  if (saved === null) {
    const since = await checked(ask, editing)
    if ('faults' in since) return faulty(ask, editing, since.faults)
    const now = await editingOf(ask, file ?? '', null, null)
    return editPage(ask, now ?? editing, html`${notice(t.conflict)}${planYaml(ask, now ?? editing)}`, 409)
  }
  console.access.note(name, 'sweep.save', `sweep:${result.plan.name}`)
  return redirect(`${planPath(saved)}&saved=1`)
}

export const planEditRoutes: readonly Route[] = [
  { method: 'GET', path: '/sweeps/edit', permission: 'sweep', handle: edit },
  { method: 'POST', path: '/sweeps/check', permission: 'sweep', handle: check },
  { method: 'POST', path: '/sweeps/save', permission: 'sweep', handle: save },
]
