import { BadInput } from '../../errors.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleSweeps } from '../../i18n/console-sweeps.ts'
import { compareMessages } from '../../i18n/sweep-compare.ts'
import type { Compared, Comparison, FieldChange } from '../../sweep/compare.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { notice, page } from '../layout.ts'
import { moment, number, table } from '../parts.ts'

/** Rows of one kind that the page shows. */
const MOST = 200
/** Longer texts are compared on the listing's own page, word by word. */
const SHORT = 160

type Kind = 'fresh' | 'changed' | 'back' | 'gone' | 'unseen'

const tiles = (told: Comparison, ask: SignedAsk): Markup => {
  const t = compareMessages(ask.lang)
  const kinds: readonly Kind[] = ['fresh', 'changed', 'back', 'gone', 'unseen']
  const tile = (kind: Kind) =>
    html`<li><a class="figure-tile tile-${kind}" href="#${kind}"><b>${number(told[kind].length, ask.lang)}</b> <span>${t[kind]}</span></a></li>`
  return html`<ul class="figures five">${kinds.map(tile)}</ul><p class="soft">${t.same}: ${number(told.same, ask.lang)}</p>`
}

function section<T extends Compared>(
  ask: SignedAsk,
  kind: Kind,
  all: readonly T[],
  hint: string | null,
  columns: readonly string[],
  cells: (one: T) => Markup,
): Markup | null {
  const t = compareMessages(ask.lang)
  if (all.length === 0) return null
  const rows = all.slice(0, MOST).map((one) => html`<tr data-row>${cells(one)}</tr>`)
  const more =
    all.length > MOST ? html`<p class="fine">${consoleSweeps(ask.lang).firstRows(MOST, all.length)}</p>` : null
  return html`<section class="card" id="${kind}"><h2>${t[kind]} <span class="soft">${number(all.length, ask.lang)}</span></h2>${hint === null ? null : html`<p class="fine">${hint}</p>`}${table(t[kind], columns, rows)}${more}</section>`
}

const head = (id: number, { title }: Compared): Markup =>
  html`<th scope="row"><a href="/listings/${id}" data-open>${shown(title)}</a></th>`

function changeCell({ field, before, after }: FieldChange, ask: SignedAsk): Markup {
  const name = compareMessages(ask.lang).fields[field]
  return before.length + after.length > SHORT
    ? html`<li>${name}</li>`
    : html`<li>${name}: <del>${shown(before)}</del> <ins>${shown(after)}</ins></li>`
}

function sections(told: Comparison, ask: SignedAsk): readonly (Markup | null)[] {
  const t = compareMessages(ask.lang)
  const simple = (one: Compared & { readonly sighting: number }) =>
    html`${head(one.sighting, one)}<td>${shown(one.site)}</td>`
  return [
    section(ask, 'fresh', told.fresh, t.freshHint, [t.what, t.site], simple),
    section(
      ask,
      'changed',
      told.changed,
      null,
      [t.what, t.site, t.changes],
      (one) =>
        html`<th scope="row"><a href="/listings/${one.after}?with=${one.before}" data-open>${shown(one.title)}</a></th><td>${shown(one.site)}</td><td><ul class="plain">${one.changes.map((change) => changeCell(change, ask))}</ul></td>`,
    ),
    section(ask, 'back', told.back, t.backHint, [t.what, t.site], simple),
    section(
      ask,
      'gone',
      told.gone,
      t.goneHint,
      [t.what, t.site, t.why],
      (one) => html`${simple(one)}<td>${t.goneWhy[one.why]}</td>`,
    ),
    section(
      ask,
      'unseen',
      told.unseen,
      t.unseenHint,
      [t.what, t.site, t.why],
      (one) => html`${simple(one)}<td>${t.unseenWhy[one.why]}</td>`,
    ),
  ]
}

async function comparison(ask: SignedAsk): Promise<Response> {
  const t = compareMessages(ask.lang)
  const id = (name: string) => Number(/^\d{1,15}$/.exec(ask.url.searchParams.get(name) ?? '')?.[0] ?? 0)
  try {
    const told = await ask.world.sweeping.compare(id('a'), id('b'))
    const run = ({ id: at, begunAt }: Comparison['a']) =>
      html`<a href="/sweeps/${at}">#${at}</a> ${moment(begunAt, ask.lang)}`
    return page(ask, {
      title: t.heading(told.b.name, told.a.id, told.b.id),
      section: 'sweeps',
      body: html`<nav class="steps" aria-label="${t.compare}"><a href="/sweeps" data-key="b">← ${consoleSweeps(ask.lang).plans}</a></nav><h1>${shown(told.b.name)}</h1><p class="line soft">${t.earlier} ${run(told.a)} · ${t.later} ${run(told.b)}</p>${tiles(told, ask)}${html`${sections(told, ask)}`}`,
    })
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return page(ask, {
      title: t.compare,
      section: 'sweeps',
      status: 400,
      body: html`<h1>${t.compare}</h1>${notice(t.refused)}`,
    })
  }
}

export const sweepCompareRoutes: readonly Route[] = [
  { method: 'GET', path: '/sweeps/compare', permission: 'read', handle: comparison },
]
