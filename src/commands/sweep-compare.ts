import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal } from '../i18n/format.ts'
import { compareMessages } from '../i18n/sweep-compare.ts'
import type { Comparison } from '../sweep/compare.ts'
import type { Tools } from './command.ts'

/** Listings of one kind that are printed; --json has all. */
const MOST = 20

const idOf = (text: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new BadInput(`${text} is no number of a run; "soi sweep list" shows them`)
  return Number(text)
}

/** The comparison as a program reads it. */
export const comparisonJson = ({ a, b, fresh, back, changed, gone, unseen, same }: Comparison) => ({
  ...{ name: b.name, a: a.id, b: b.id },
  ...{ new: fresh, back, changed, gone, unseen, same },
})

function comparisonText(told: Comparison, lang: Tools['lang']): string {
  const t = compareMessages(lang)
  const part = <T extends { readonly title: string; readonly url: string }>(
    label: string,
    all: readonly T[],
    note: (one: T) => string,
  ): readonly string[] => [
    `${label}: ${all.length}`,
    ...all.slice(0, MOST).map((one) => {
      const more = note(one)
      return `  ${forTerminal(one.title)}${more ? ` – ${forTerminal(more)}` : ''}  ${forTerminal(one.url)}`
    }),
    ...(all.length > MOST ? [`  ${t.more(all.length - MOST)}`] : []),
  ]
  return [
    t.heading(forTerminal(told.b.name), told.a.id, told.b.id),
    ...part(t.fresh, told.fresh, () => ''),
    ...part(t.gone, told.gone, ({ why }) => t.goneWhy[why]),
    ...part(t.changed, told.changed, ({ changes }) =>
      changes.map(({ field, before, after }) => shortChange(t.fields[field], before, after)).join('; '),
    ),
    ...part(t.back, told.back, () => ''),
    ...part(t.unseen, told.unseen, ({ why }) => t.unseenWhy[why]),
    ...(told.unseen.length > 0 ? [`  ${t.unseenHint}`] : []),
    `${t.same}: ${told.same}`,
  ].join('\n')
}

/** Long texts differ somewhere: the page of the listing shows where. */
const shortChange = (field: string, before: string, after: string): string =>
  before.length + after.length > 120 ? field : `${field} ${before} → ${after}`

/** What became of the listings of a sweep between two of its runs. */
export async function compareSweeps(
  tools: Tools,
  one: string,
  other: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const [{ openStore }, { loadSites }, { compareRuns }] = await Promise.all([
    import('../store/store.ts'),
    import('../sites/load.ts'),
    import('../sweep/compare.ts'),
  ])
  const [a, b] = [idOf(one), idOf(other)]
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    const book = await loadSites(tools.siteFolders)
    const told = await compareRuns(store, a, b, book.keyOf)
    tools.out(options.json ? JSON.stringify(comparisonJson(told)) : comparisonText(told, tools.lang))
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}
