import { ExitCode } from '../exit-codes.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { decideMessages } from '../i18n/decide.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { ledgerMessages } from '../i18n/ledger.ts'
import type { Decision, Review } from '../store/api.ts'
import type { Tools } from './command.ts'

export interface WhoOptions {
  readonly seller?: string
  readonly actor?: string
  readonly all?: boolean
  readonly limit: number
  readonly json?: boolean
}

const line = (decision: Decision, { lang }: Tools): string => {
  const t = decideMessages(lang)
  const { at, officer, unit, verdict, title, sellerName, sellerKey, reason, note, site, key } = decision
  const who = unit === null ? officer : `${officer} (${unit})`
  const seller = sellerName ?? sellerKey ?? ledgerMessages(lang).unnamed
  const why = note === null ? t.reason[reason] : `${t.reason[reason]}: ${note}`
  return forTerminal(
    `${localTime(at, lang)}  ${who}: ${t.verdict[verdict]} – ${title} [${site}:${key}], ${seller} – ${why}`,
  )
}

const differLine = ({ title, first, second }: Review, { lang }: Tools): string => {
  const { verdict } = decideMessages(lang)
  const said = (each: { readonly officer: string; readonly verdict: keyof typeof verdict; readonly at: string }) =>
    `${each.officer}: ${verdict[each.verdict]} (${localTime(each.at, lang)})`
  return caseworkMessages(lang).disagreement(title, said(first), second ? said(second) : '')
}

/** `soi ledger who`: the auditor's questions. */
export async function who(tools: Tools, options: WhoOptions): Promise<ExitCode> {
  const t = ledgerMessages(tools.lang)
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    const by = {
      ...(options.actor === undefined ? {} : { officer: options.actor }),
      ...(options.seller === undefined ? {} : { seller: options.seller }),
    }
    const wanted = options.all ? by : ({ ...by, verdict: 'dismiss' } as const)
    const decisions = await store.decisions.list({ ...wanted, limit: options.limit })
    const repeated = await store.decisions.repeated(by)
    const left = options.seller === undefined ? await store.decisions.leftOpen(by, options.limit) : []
    const differ = options.seller === undefined ? await store.reviews.disagreements(by, options.limit) : []
    if (options.json) {
      tools.out(JSON.stringify({ decisions, repeated, disagreements: differ, leftOpen: left }))
      return ExitCode.Ok
    }
    const day = (at: string) => localTime(at, tools.lang)
    section(
      tools,
      options.all ? t.decisions : t.dismissals,
      t.noDecisions,
      decisions.map((each) => line(each, tools)),
    )
    const againLines = repeated.map(({ officer, site, sellerName, sellerKey, listings, first, last }) =>
      t.againLine(officer, `${sellerName ?? sellerKey ?? t.unnamed} (${site})`, listings, day(first), day(last)),
    )
    section(tools, t.again, t.noAgain, againLines)
    if (differ.length > 0)
      section(
        tools,
        caseworkMessages(tools.lang).disagreements,
        '',
        differ.map((each) => differLine(each, tools)),
      )
    const leftLines = left.map((each) => t.leftLine(each.actor, each.title, each.sighting, each.views, day(each.last)))
    if (options.seller === undefined) section(tools, t.leftOpen, t.noLeftOpen, leftLines)
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

const section = (tools: Tools, title: string, none: string, lines: readonly string[]): void => {
  tools.out(title)
  for (const each of lines.length === 0 ? [none] : lines) tools.out(`  ${forTerminal(each)}`)
}
