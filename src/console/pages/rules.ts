import { TALLY_DAYS } from '../../amend/reader.ts'
import type { BookFile, BookRule, RuleBook } from '../../amend/types.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleRules, type Grouping } from '../../i18n/console-rules.ts'
import type { RuleTally } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { page } from '../layout.ts'
import { moment, number, percent, table } from '../parts.ts'
import { may } from '../roles.ts'
import { shareText } from '../rules/figures.ts'
import { found, GROUPINGS, grouped } from '../rules/grouped.ts'

const MOST_SEARCH = 200

interface Known {
  readonly files: ReadonlyMap<string, BookFile>
  readonly tallies: ReadonlyMap<string, RuleTally>
}

/** What is said of a rule beside its title. */
export function ruleTags({ active }: Pick<BookRule, 'active'>, own: boolean, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  return html`${own ? html` <span class="tag">${t.own}</span>` : null}${active ? null : html` <span class="tag">${t.retired}</span>`}`
}

function row(rule: BookRule, { files, tallies }: Known, ask: SignedAsk): Markup {
  const tally = tallies.get(rule.id) ?? { listings: 0, confirmed: 0, dismissed: 0 }
  const own = files.get(rule.file)?.own ?? false
  return html`<tr data-row><th scope="row"><a href="/rule/${rule.id}" data-open>${shown(rule.title[ask.lang])}</a>${ruleTags(rule, own, ask)}<br><span class="path soft">${rule.id}</span></th><td class="number">${percent(rule.strength, ask.lang)}</td><td class="number">${number(tally.listings, ask.lang)}</td><td class="number">${shareText(tally, ask.lang)}</td></tr>`
}

function filterForm(ask: SignedAsk, search: string, by: Grouping): Markup {
  const t = consoleRules(ask.lang)
  const options = GROUPINGS.map(
    (each) => html`<option value="${each}"${each === by ? html` selected` : null}>${t.groupings[each]}</option>`,
  )
  return html`<form class="filter" method="get" action="/rules" role="search" aria-label="${t.show}"><label>${t.search}<input type="search" name="q" value="${search}" maxlength="${MOST_SEARCH}" title="${t.searchHint}" data-search></label><label>${t.by}<select name="by">${options}</select></label><div class="buttons"><button class="main">${t.show}</button><a href="/rules/try" data-key="t">${t.tryIt} (t)</a></div></form>`
}

/** Where the file of a new rule begins. */
export const newRuleForm = (ask: SignedAsk, path: string): Markup => {
  const t = consoleRules(ask.lang)
  return html`<form method="get" action="/rules/new" class="row"><label>${t.newRule}: ${t.family}<input name="path" value="${path}" required maxlength="100" placeholder="${t.familyHint}" autocomplete="off"></label><div class="buttons"><button>${t.writeNew}</button></div></form>`
}

/** Where who may change rules begins: proposals under way, a new rule, and the files that are no rules. */
function changesPart(book: RuleBook, ask: SignedAsk): Markup | null {
  if (!may(ask.session.account.role, 'rules')) return null
  const t = consoleRules(ask.lang)
  const ruled = new Set(book.rules.map(({ file }) => file))
  const files = book.files
    .filter(({ path }) => !ruled.has(path))
    .map(
      ({ path, own }) =>
        html`<li><a href="/rules/edit?file=${encodeURIComponent(path)}" class="path">${path}</a>${own ? html` <span class="tag">${t.own}</span>` : null}</li>`,
    )
  const open = ask.world.ruling.changes
    .list()
    .map(
      ({ id, proposal, by, at }) =>
        html`<li><a href="/rules/changes/${id}" class="path">${proposal.path}</a> <span class="soft">${t.proposalBy} ${shown(by)} · ${moment(at, ask.lang)}</span></li>`,
    )
  return html`<section class="card" id="changes">${open.length ? html`<h2>${t.open}</h2><ul>${open}</ul>` : null}${newRuleForm(ask, '')}
<details><summary>${t.files} (${files.length})</summary><p class="fine">${t.filesHint}</p><ul class="file-names">${files}</ul></details></section>`
}

async function rules(ask: SignedAsk): Promise<Response> {
  const t = consoleRules(ask.lang)
  const { reader } = ask.world.ruling
  const [book, tallies] = await Promise.all([reader.book(), reader.tallies()])
  const search = (ask.url.searchParams.get('q') ?? '').trim().slice(0, MOST_SEARCH)
  const by = GROUPINGS.find((each) => each === ask.url.searchParams.get('by')) ?? 'kind'
  const known = { files: new Map(book.files.map((file) => [file.path, file])), tallies }
  const heads = [t.rule, { number: t.strength }, { number: t.hits(TALLY_DAYS) }, { number: t.share }]
  const groups = grouped(book, found(book, search), by, ask.lang).map(
    (group) =>
      html`<details class="card rule-group"${search ? html` open` : null}><summary><h2>${shown(group.title)}</h2> <span class="soft">${number(group.rules.length, ask.lang)}</span></summary>${table(
        group.title,
        heads,
        group.rules.map((rule) => row(rule, known, ask)),
      )}</details>`,
  )
  const excuses = book.rules.filter(({ category }) => category === null).length
  return page(ask, {
    title: t.title,
    section: 'rules',
    body: html`<h1>${t.title}</h1><p class="soft">${t.about(book.rules.length - excuses, excuses)} <span class="hash">${book.hash.slice(0, 12)}</span></p>${filterForm(ask, search, by)}${groups.length ? groups : html`<p class="empty">${t.none}</p>`}<p class="fine">${t.shareHint}</p>${changesPart(book, ask)}`,
  })
}

export const rulesRoutes: readonly Route[] = [{ method: 'GET', path: '/rules', permission: 'read', handle: rules }]
