import { EvidenceBroken } from '../../errors.ts'
import type { RuleBook } from '../../evidence/contents.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { excuseCard, type SignContext, signalCard } from '../../evidence/report/signs.ts'
import { ruleBook } from '../../evidence/rule-book.ts'
import { changeText } from '../../explain/change.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import { explain } from '../../rules/explain.ts'
import type { StoredItem, StoredSighting } from '../../store/api.ts'
import { vietnamDay } from '../../vietnam-day.ts'
import type { SignedAsk } from '../ask.ts'
import { notice } from '../layout.ts'

const NO_BOOK: RuleBook = { files: [], rule: () => null, legal: () => null }

/** The rules that spoke of this listing, as the book asks for them. */
const rulesUsed = ({ assessment: { ruleset, signals, excused } }: StoredItem): ReadonlySet<string> =>
  new Set([...signals, ...excused].map(({ rule, version }) => `${ruleset}\n${rule}\n${version}`))

/** The rules' own words; where a kept rule file is not the version that judged, that is said, and nothing of it is shown. */
async function bookOf(item: StoredItem, ask: SignedAsk): Promise<{ book: RuleBook; broken: string | null }> {
  const source = await ask.world.store.packSource({ ids: [item.id] })
  try {
    return { book: await ruleBook(source, rulesUsed(item)), broken: null }
  } catch (error) {
    if (error instanceof EvidenceBroken) return { book: NO_BOOK, broken: error.message }
    throw error
  }
}

/** What would change the score, from the rules that judged it: read whole, which takes its time, so it is a page of its own. */
export async function changeList({ assessment, capture, at }: StoredItem, ask: SignedAsk): Promise<Markup> {
  const t = consolePages(ask.lang)
  const ruleset = await ask.world.rules.ruleset(assessment.ruleset)
  if (!ruleset) return html`<p class="soft">${t.rulesGone}</p>`
  const day = vietnamDay(new Date(capture?.takenAt ?? at))
  const lines = changeText(explain(assessment, ruleset, day), ask.lang)
  return html`<ul>${lines.map((line) => html`<li>${shown(line.replace(/^– /, ''))}</li>`)}</ul>`
}

/** Why the listing is where it is: each sign with the seller's words, the law of that day, the innocent explanation; what excuses. */
export async function account({ item }: StoredSighting, ask: SignedAsk): Promise<Markup> {
  const t = consolePages(ask.lang)
  const { assessment, listing } = item
  const { book, broken } = await bookOf(item, ask)
  const at = item.capture?.takenAt ?? item.at
  const context: SignContext = {
    ...{ t: reportMessages(ask.lang), lang: ask.lang, book, listing, ruleset: assessment.ruleset, at },
  }
  const strongest = [...assessment.signals].sort((a, b) => b.strength - a.strength)
  const signs = strongest.length
    ? strongest.map((signal) => signalCard(signal, context))
    : [html`<p class="empty">${t.noSigns}</p>`]
  const excuses = assessment.excused.length
    ? html`<h3>${t.excuses}</h3>${assessment.excused.map((excuse) => excuseCard(excuse, context))}`
    : null
  const changes = strongest.length ? html`<p><a href="/listings/${item.id}/change">${t.change}</a></p>` : null
  return html`<section class="signs"><h2>${t.why}</h2>${notice(broken)}<h3>${t.signs}</h3>${signs}${excuses}${changes}</section>`
}
