import type { BookFile, BookRule, RuleBook, RuleHistory } from '../../amend/types.ts'
import { BadInput } from '../../errors.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { lawLine } from '../../explain/law.ts'
import { consoleRules } from '../../i18n/console-rules.ts'
import { fieldName, terms } from '../../i18n/terms.ts'
import type { Fragment, LegalReference } from '../../rules/schema.ts'
import { vietnamDay, vietnamDayBegins } from '../../vietnam-day.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { dayText } from '../case-parts.ts'
import { page } from '../layout.ts'
import { bandBadge, categoryTags, percent } from '../parts.ts'
import { may } from '../roles.ts'
import { lastMonths, monthsPart } from '../rules/figures.ts'
import { ruleTags } from './rules.ts'

function lawItem(law: LegalReference, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const today = vietnamDay(ask.world.now())
  const { effective_from: from, effective_to: to } = law
  const holds = from <= today && (to === null || today < to)
  const suspended = law.suspended.map(
    (each) => html` · ${t.suspended(dayText(each.from), each.to && dayText(each.to))}`,
  )
  return html`<li>${shown(lawLine(law, ask.lang))} <span class="soft">${t.inForce(dayText(from), to && dayText(to))}${holds ? null : html` · ${t.notInForce}`}${suspended}</span></li>`
}

function meaning(rule: BookRule, book: RuleBook, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const laws = rule.legal.flatMap((id) => book.legal.find((law) => law.id === id) ?? [])
  const { category } = terms(ask.lang)
  const lowers = rule.lowers.map((each) => (each === '*' ? t.everything : category[each])).join(', ')
  return html`<section class="card"><h2>${t.meaning}</h2><p>${shown(rule.why[ask.lang])}</p>${lowers ? html`<p>${t.lowers}: ${lowers}</p>` : null}
<h3>${t.innocent}</h3><p>${shown(rule.innocent[ask.lang])}</p><h3>${t.falsePositives}</h3><ul>${rule.falsePositives.map((text) => html`<li>${shown(text)}</li>`)}</ul>${laws.length ? html`<h3>${t.law}</h3><ul>${laws.map((law) => lawItem(law, ask))}</ul>` : null}</section>`
}

const fieldText = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, each]) => (Array.isArray(value) ? fieldText(each) : `${name}: ${fieldText(each)}`))
        .join(' · ')
    : String(value)

function example(fragment: Fragment, ask: SignedAsk): Markup {
  const names = terms(ask.lang).field
  const fields = Object.entries(fragment)
    .filter(([name, value]) => value !== undefined && name !== 'expect')
    .map(([name, value]) => html`<dt>${fieldName(name, names)}</dt><dd>${shown(fieldText(value))}</dd>`)
  return html`<li class="example"><dl>${fields}</dl></li>`
}

function examplesPart({ examples }: BookRule, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const kinds = (['fires', 'quiet', 'obfuscated'] as const).filter((kind) => examples[kind].length > 0)
  return html`<section class="card"><h2>${t.examples}</h2><p class="fine">${t.examplesHint}</p>${kinds.map(
    (kind) =>
      html`<h3>${t.kinds[kind]}</h3><ul class="examples examples-${kind}">${examples[kind].map((each) => example(each, ask))}</ul>`,
  )}</section>`
}

function historyPart({ months, latest }: RuleHistory, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const items = latest.map(
    ({ sighting, site, title, to }) =>
      html`<li data-row>${bandBadge(to.band, to.score, ask.lang)} <a href="/listings/${sighting}">${shown(title)}</a> <span class="soft">${shown(site)}</span></li>`,
  )
  return html`<section class="card" id="history"><h2>${t.history}</h2>${monthsPart(months, ask.world.now(), ask.lang)}${items.length ? html`<h3>${t.latest}</h3><ul class="moved">${items}</ul>` : null}</section>`
}

const filePart = (file: BookFile | undefined, ask: SignedAsk): Markup | null =>
  file
    ? html`<details class="card"><summary><h2>${consoleRules(ask.lang).file}</h2> <span class="path soft">rules/${file.path}</span></summary><div class="scroll" tabindex="0" role="region" aria-label="${consoleRules(ask.lang).file}"><pre class="rule-text">${shown(file.text)}</pre></div></details>`
    : null

async function one(ask: SignedAsk): Promise<Response> {
  const t = consoleRules(ask.lang)
  const { reader, desk } = ask.world.ruling
  const book = await reader.book()
  const rule = book.rules.find(({ id }) => id === ask.params['rule'])
  if (!rule) throw new BadInput(`there is no rule ${ask.params['rule']}`)
  const from = vietnamDayBegins(`${lastMonths(ask.world.now())[0]}-01`)
  const history = await desk.ask('history', { rule: rule.id, from: new Date(from).toISOString() })
  const file = book.files.find(({ path }) => path === rule.file)
  const edit = may(ask.session.account.role, 'rules')
    ? html`<a href="/rules/edit?file=${encodeURIComponent(rule.file)}" data-key="e">${t.edit} (e)</a>`
    : null
  const group = rule.group === null ? null : html` · ${t.group} ${rule.group}`
  return page(ask, {
    title: rule.title[ask.lang],
    section: 'rules',
    body: html`<nav class="steps" aria-label="${t.title}"><a href="/rules" data-key="b">← ${t.allRules}</a> ${edit}</nav><h1>${shown(rule.title[ask.lang])}${ruleTags(rule, file?.own ?? false, ask)}</h1><p class="line"><span class="path">${rule.id}</span> <span class="soft">${t.version} ${rule.version}${group}</span> <span>${t.strength} <b>${percent(rule.strength, ask.lang)}</b></span> ${rule.category ? categoryTags([rule.category], ask.lang) : html`<span class="tag">${t.lowering}</span>`}</p>
<div class="columns even"><div>${meaning(rule, book, ask)}${historyPart(history, ask)}</div><div>${examplesPart(rule, ask)}</div></div>${filePart(file, ask)}`,
  })
}

export const ruleRoutes: readonly Route[] = [
  { method: 'GET', path: '/rule/:rule{[a-z0-9-]+}', permission: 'read', handle: one },
]
