import { MOST_LAST, USUAL_LAST } from '../../amend/effect.ts'
import { MOST_RULE_CHARACTERS, proposalOf } from '../../amend/proposed.ts'
import type { BookFile, Proposal } from '../../amend/types.ts'
import { BadInput } from '../../errors.ts'
import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleRules } from '../../i18n/console-rules.ts'
import { rulePath, SCAFFOLD_FAMILIES } from '../../rules/scaffold.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { number } from '../parts.ts'
import { redirect } from '../reply.ts'
import { newRuleForm } from './rules.ts'

interface Editing {
  readonly proposal: Proposal
  /** What stands there now; null for a new file. */
  readonly file: BookFile | null
  readonly problem: string | null
}

/** The form that proposes a text for one file. */
export function editForm({ proposal, file }: Omit<Editing, 'problem'>, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const rows = Math.min(40, proposal.text.split('\n').length + 2)
  const back =
    file?.own && file.packaged !== null
      ? html`<button name="packaged" value="yes" formnovalidate>${t.packagedBack}</button>`
      : null
  return html`<form method="post" action="/rules/edit" class="stack">${csrfField(ask)}<input type="hidden" name="file" value="${proposal.path}">
<label>${t.text}<textarea name="text" required class="rule-text" rows="${rows}" maxlength="${MOST_RULE_CHARACTERS}" spellcheck="false">${proposal.text}</textarea></label>
<label class="short">${t.last}<input name="last" inputmode="numeric" value="${ask.form['last'] ?? String(USUAL_LAST)}" required maxlength="6"></label>
<p class="fine">${t.lookHint}</p><div class="buttons"><button class="main">${t.look}</button>${back}</div></form>`
}

function editPage({ proposal, file, problem }: Editing, ask: SignedAsk): Response {
  const t = consoleRules(ask.lang)
  const rule = file
    ? `/rule/${proposal.path
        .split('/')
        .at(-1)
        ?.replace(/\.yaml$/, '')}`
    : '/rules'
  return page(ask, {
    title: file ? t.editTitle : t.newTitle,
    section: 'rules',
    status: problem ? 400 : 200,
    body: html`<nav class="steps" aria-label="${t.title}"><a href="${proposal.path.includes('/') && !proposal.path.startsWith('lexicon/') ? rule : '/rules'}" data-key="b">← ${t.title}</a></nav><h1>${file ? t.editTitle : t.newTitle}</h1><p class="path">rules/${proposal.path}</p>${notice(problem)}<section class="card">${editForm({ proposal, file }, ask)}</section>`,
  })
}

const fileOf = async (path: string, ask: SignedAsk): Promise<BookFile | null> =>
  (await ask.world.ruling.reader.book()).files.find((file) => file.path === path) ?? null

async function edit(ask: SignedAsk): Promise<Response> {
  const path = ask.url.searchParams.get('file') ?? ''
  const file = await fileOf(path, ask)
  if (!file) throw new BadInput(`there is no file rules/${path}`)
  return editPage({ proposal: { path, text: file.text }, file, problem: null }, ask)
}

/** A new rule, written out as far as it can be without its author. */
async function write(ask: SignedAsk): Promise<Response> {
  const t = consoleRules(ask.lang)
  const path = ask.url.searchParams.get('path')?.trim() ?? ''
  const place = rulePath(path)
  const { rules } = await ask.world.ruling.reader.book()
  const problem = place === null ? t.badPath : rules.some(({ id }) => id === place.id) ? t.taken : null
  if (problem === null)
    return editPage({ proposal: await ask.world.ruling.desk.ask('scaffold', path), file: null, problem }, ask)
  return page(ask, {
    title: t.newTitle,
    section: 'rules',
    status: 400,
    body: html`<nav class="steps" aria-label="${t.title}"><a href="/rules" data-key="b">← ${t.allRules}</a></nav><h1>${t.newTitle}</h1>${notice(problem)}<section class="card">${newRuleForm(ask, path.slice(0, 100))}<p class="fine">${t.families}: ${SCAFFOLD_FAMILIES.join(', ')}</p></section>`,
  })
}

/** Null for anything but a whole number of listings. */
function lastOf(text: string): number | null {
  const last = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return last >= 1 && last <= MOST_LAST ? last : null
}

async function propose(ask: SignedAsk): Promise<Response> {
  const t = consoleRules(ask.lang)
  const file = await fileOf(ask.form['file'] ?? '', ask)
  const asked = ask.form['packaged'] === 'yes' ? file?.packaged : ask.form['text']
  const proposal = proposalOf(ask.form['file'] ?? '', asked ?? '')
  const last = lastOf(ask.form['last']?.trim() ?? '')
  if (last === null) return editPage({ proposal, file, problem: t.badLast(number(MOST_LAST, ask.lang)) }, ask)
  if (file && proposal.text === file.text) return editPage({ proposal, file, problem: t.sameText }, ask)
  const { name } = ask.session.account
  const { id } = ask.world.ruling.changes.start({ proposal, file, by: name, last })
  ask.world.console.access.note(name, 'rules.propose', `rules/${proposal.path}`)
  return redirect(`/rules/changes/${id}`)
}

export const ruleEditRoutes: readonly Route[] = [
  { method: 'GET', path: '/rules/edit', permission: 'rules', handle: edit },
  { method: 'GET', path: '/rules/new', permission: 'rules', handle: write },
  { method: 'POST', path: '/rules/edit', permission: 'rules', handle: propose },
]
