import Table from 'cli-table3'
import { type Assessment, OUTCOMES, type Outcome } from '../domain.ts'
import { forTerminal } from '../i18n/format.ts'
import { saidIn } from '../i18n/said.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { sweepPlanMessages } from '../i18n/sweep-plan.ts'
import { fieldName, terms } from '../i18n/terms.ts'
import { type Ruleset, ruleOf } from '../rules/ruleset.ts'
import type { CoverageRow, Store, StoredSighting } from '../store/api.ts'
import type { SweepResult } from '../sweep/run.ts'
import type { Tools } from './command.ts'
import { healthLines } from './sweep-health.ts'

/** Columns that stand even when they are 0; each of the others only where something ended so, so that every row still adds up. */
const ALWAYS: ReadonlySet<Outcome> = new Set(['served', 'removed', 'blocked', 'failed', 'not-reached'])
/** Read: whether or not there was a listing. */
const READ: ReadonlySet<Outcome> = new Set(['served', 'not-a-listing'])

/** Whether a run read anything at all. */
export const readAnything = (rows: readonly CoverageRow[]): boolean =>
  rows.some((row) => row.outcomes.served + row.outcomes['not-a-listing'] > 0)

/** One screen: more flagged listings than these are counted and left to `soi list`. */
const SHOWN = 25
/** Different words quoted for one signal; `soi show` has them all. */
const QUOTED = 5

/** The coverage of a run as a table: what was not seen stands beside what was. */
export function coverageTable(rows: readonly CoverageRow[], tools: Tools): string {
  const t = sweepMessages(tools.lang)
  const names = terms(tools.lang).outcome
  const shown = OUTCOMES.filter((outcome) => ALWAYS.has(outcome) || rows.some((row) => row.outcomes[outcome] > 0))
  const table = new Table({
    head: [t.site, t.asked, ...shown.map((outcome) => names[outcome])],
    colAligns: ['left', ...Array<'right'>(shown.length + 1).fill('right')],
    style: { head: [], border: [], compact: true },
  })
  for (const row of rows)
    table.push([forTerminal(row.site), row.asked, ...shown.map((outcome) => row.outcomes[outcome])])
  return table.toString()
}

/** Which URLs were not read, and why. */
async function notRead(result: SweepResult, store: Store, tools: Tools): Promise<string[]> {
  const names = terms(tools.lang).outcome
  const lines: string[] = []
  for await (const visit of store.sweeps.visits(result.sweep))
    if (!READ.has(visit.outcome) && lines.length < SHOWN)
      lines.push(
        `  ${names[visit.outcome]} · ${forTerminal(visit.url)}\n    ${forTerminal(visit.reasons.map((reason) => saidIn(tools.lang, reason)).join('; '))}`,
      )
  return lines
}

/** One flagged listing: what it is, why it is flagged with the seller's own words, who sells it, where the evidence lies. */
export function flaggedLines({ item, exhibits }: StoredSighting, ruleset: Ruleset, tools: Tools): string[] {
  const t = sweepMessages(tools.lang)
  const { band, contact } = terms(tools.lang)
  const { listing, assessment } = item
  const price = listing.price ? ` · ${forTerminal(listing.price.text)}` : ''
  const claims = listing.contacts.map((one) => `${contact[one.kind]} ${forTerminal(one.text)}`)
  const seller = [listing.seller?.name, listing.seller?.location, ...claims]
    .filter((part) => part)
    .map((part) => forTerminal(part ?? ''))
  return [
    `■ #${item.id} [${band[assessment.band].toUpperCase()} ${assessment.score}] ${forTerminal(listing.title)}${price}`,
    `  ${forTerminal(listing.url)}`,
    ...signalLines(assessment, ruleset, tools),
    ...(seller.length ? [`  ${t.seller}: ${seller.join(' · ')} (${t.claimed})`] : []),
    item.captureError
      ? `  ${t.noCapture(item.captureError)}`
      : `  ${t.evidence}: ${exhibits.map(({ role }) => role).join(', ')}`,
    ...(item.drift.length ? [`  ${item.drift.includes('*') ? t.wholeGone : t.drift(item.drift.join(', '))}`] : []),
  ]
}

function signalLines(assessment: Assessment, ruleset: Ruleset, tools: Tools): string[] {
  const t = sweepMessages(tools.lang)
  const { category, field } = terms(tools.lang)
  const title = (id: string) => ruleOf(ruleset, id)?.body.title[tools.lang] ?? id
  const quoted = (quotes: Assessment['signals'][number]['quotes']) => {
    const said = new Map(quotes.map((quote) => [quote.text.toLowerCase(), quote]))
    const words = [...said.values()]
      .slice(0, QUOTED)
      .map((quote) => `«${forTerminal(quote.text)}» ${t.where(fieldName(quote.field, field))}`)
    return words.join(', ') + (said.size > QUOTED ? ' …' : '')
  }
  return [
    ...assessment.signals.map((one) => `  – ${category[one.category]}: ${title(one.rule)}: ${quoted(one.quotes)}`),
    ...assessment.excused.map((one) => `  + ${t.excuse}: ${title(one.rule)}: ${quoted(one.quotes)}`),
  ]
}

/** Everything an officer needs of one run, on one screen. */
export async function printRun(
  result: SweepResult,
  store: Store,
  rules: () => Promise<Ruleset>,
  tools: Tools,
): Promise<void> {
  const t = sweepMessages(tools.lang)
  const unread = await notRead(result, store, tools)
  tools.out(`${t.coverage}\n${coverageTable(result.coverage, tools)}`)
  if (unread.length) tools.out(`${t.notRead}\n${unread.join('\n')}`)
  for (const line of healthLines(result.health, tools)) tools.out(line)
  if (result.crawl.browserPages > 0)
    tools.out(sweepPlanMessages(tools.lang).browserPages(result.crawl.browserPages, result.crawl.visits))
  tools.out('')
  if (!result.listings) return tools.out(readAnything(result.coverage) ? t.noListing : t.nothingRead)
  if (!result.flagged.length) return tools.out(t.nothingFlagged(result.listings))
  const ruleset = await rules()
  const shown = await Promise.all(result.flagged.slice(0, SHOWN).map((id) => store.sightings.get(id)))
  tools.out(`${t.flaggedOf(result.flagged.length, result.listings)}. ${t.signs}`)
  for (const one of shown) tools.out(`\n${flaggedLines(one, ruleset, tools).join('\n')}`)
  if (result.flagged.length > SHOWN) tools.out(`\n${t.more(result.flagged.length - SHOWN)}`)
  tools.out(`\n${t.next}`)
}

/** The same for machines. */
export async function runJson(result: SweepResult, store: Store): Promise<object> {
  const flagged = await Promise.all(result.flagged.map((id) => store.sightings.get(id)))
  const visits: object[] = []
  for await (const { url, finalUrl, outcome, reasons, status } of store.sweeps.visits(result.sweep))
    visits.push({ url, finalUrl, outcome, reasons, status })
  return {
    sweep: result.sweep,
    end: result.end,
    coverage: result.coverage,
    health: result.health,
    crawl: {
      ended: result.crawl.ended,
      requests: result.crawl.requests,
      bytes: result.crawl.bytes,
      browserPages: result.crawl.browserPages,
    },
    visits,
    listings: result.listings,
    flagged: flagged.map(({ item, exhibits }) => ({ ...item, exhibits })),
  }
}
