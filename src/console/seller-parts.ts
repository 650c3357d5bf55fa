import type { ContactKind } from '../domain.ts'
import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consolePages } from '../i18n/console-pages.ts'
import { consoleWork } from '../i18n/console-work.ts'
import { terms } from '../i18n/terms.ts'
import type { SellerHistory, StoredItem } from '../store/api.ts'
import type { SignedAsk } from './ask.ts'
import { moment, number, table } from './parts.ts'

/** Who the seller says to be, under every name, and how long that has been seen. */
export function profile(known: readonly SellerHistory[], items: readonly StoredItem[], ask: SignedAsk): Markup {
  const t = consoleWork(ask.lang)
  const sum = (pick: (each: SellerHistory) => number) => known.reduce((total, each) => total + pick(each), 0)
  const instants = known.flatMap(({ first, last }) => (first && last ? [first, last] : [])).sort()
  const all = (pick: (item: StoredItem) => readonly (string | null | undefined)[]) =>
    [...new Set(items.flatMap(pick))].filter((text): text is string => Boolean(text)).join(' · ')
  const facts: readonly (readonly [string, Markup | string])[] = [
    [t.names, shown([...new Set(known.map(({ name }) => name ?? ''))].filter(Boolean).join(' · '))],
    [t.key, shown(known[0]?.key ?? '–')],
    [
      t.listings,
      `${number(
        sum((each) => each.listings),
        ask.lang,
      )} (${number(
        sum((each) => each.flagged),
        ask.lang,
      )} ${t.ofThemFlagged})`,
    ],
    [t.firstSeen, instants[0] ? moment(instants[0], ask.lang) : '–'],
    [t.lastSeen, instants.at(-1) ? moment(instants.at(-1) ?? '', ask.lang) : '–'],
    [t.location, shown(all(({ listing }) => [listing.seller?.location]) || '–')],
    [t.page, shown(all(({ listing }) => [listing.seller?.url]) || '–')],
    [t.badges, shown(all(({ listing }) => listing.seller?.badges ?? []) || '–')],
  ]
  return html`<section class="card record"><h2>${t.profile}</h2><dl>${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></section>`
}

/** What the listings give as ways to reach the seller, each with how many of them do. */
export function contactsPart(items: readonly StoredItem[], ask: SignedAsk): Markup {
  const t = consoleWork(ask.lang)
  const found = new Map<string, { readonly kind: ContactKind; readonly value: string; readonly in: Set<number> }>()
  for (const { id, listing } of items)
    for (const { kind, value } of listing.contacts) {
      const name = `${kind}\n${value}`
      const entry = found.get(name) ?? { kind, value, in: new Set<number>() }
      entry.in.add(id)
      found.set(name, entry)
    }
  const rows = [...found.values()]
    .sort((a, b) => b.in.size - a.in.size)
    .map(
      ({ kind, value, in: ids }) =>
        html`<tr><th scope="row">${shown(value)}</th><td>${terms(ask.lang).contact[kind]}</td><td class="number">${number(ids.size, ask.lang)}</td><td><a href="/queue?${new URLSearchParams({ search: value, state: 'all' }).toString()}" aria-label="${t.search}: ${value}">${consolePages(ask.lang).queue}</a></td></tr>`,
    )
  const body = rows.length
    ? table(t.claimed, [t.contact, t.kind, { number: t.inListings }, consolePages(ask.lang).queue], rows)
    : html`<p class="soft">${t.noContacts}</p>`
  return html`<section class="card"><h2>${t.claimed}</h2>${body}</section>`
}
