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

interface Claimed {
  readonly kind: ContactKind
  readonly value: string
  /** As written: so it is found by words. */
  readonly text: string
  readonly in: ReadonlySet<number>
}

function claimedIn(items: readonly StoredItem[]): readonly Claimed[] {
  const found = new Map<string, Claimed>()
  for (const { id, listing } of items)
    for (const { kind, value, text } of listing.contacts) {
      const name = `${kind}\n${value}`
      const before = found.get(name)
      found.set(name, { kind, value, text: before?.text ?? text, in: new Set([...(before?.in ?? []), id]) })
    }
  return [...found.values()].sort((a, b) => b.in.size - a.in.size)
}

const HAS_WORD = /[\p{L}\p{N}]/u

/** What the listings give as ways to reach the seller, each with how many of them do. */
export function contactsPart(items: readonly StoredItem[], ask: SignedAsk): Markup {
  const t = consoleWork(ask.lang)
  const { queue } = consolePages(ask.lang)
  const others = ({ text, value }: Claimed) =>
    HAS_WORD.test(text)
      ? html`<a href="/queue?${new URLSearchParams({ search: text, state: 'all' }).toString()}" aria-label="${queue}: ${value}">${queue}</a>`
      : '–'
  const rows = claimedIn(items).map(
    (each) =>
      html`<tr><th scope="row">${shown(each.value)}</th><td>${shown(each.text)}</td><td>${terms(ask.lang).contact[each.kind]}</td><td class="number">${number(each.in.size, ask.lang)}</td><td>${others(each)}</td></tr>`,
  )
  const body = rows.length
    ? table(t.claimed, [t.contact, t.asWritten, t.kind, { number: t.inListings }, queue], rows)
    : html`<p class="soft">${t.noContacts}</p>`
  return html`<section class="card"><h2>${t.claimed}</h2>${body}</section>`
}
