import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { effectOn, MOST_LAST, USUAL_LAST } from '../amend/effect.ts'
import { isSound, looked, proposalOf, proposed } from '../amend/proposed.ts'
import type { Effect, Looked, Moved, Proposal } from '../amend/types.ts'
import { BadInput, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal } from '../i18n/format.ts'
import { effectMessages } from '../i18n/rules-effect.ts'
import { terms } from '../i18n/terms.ts'
import { loadRuleset } from '../rules/load.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { Tools } from './command.ts'
import { problemOf, reviewLine } from './rules-validate.ts'

export interface EffectOptions {
  readonly last?: string
  readonly json?: boolean
}

function lastOf({ last }: EffectOptions, tools: Tools): number {
  const n = last === undefined ? USUAL_LAST : Number(last)
  if (!/^\d{1,6}$/.test(last ?? '1') || n < 1 || n > MOST_LAST)
    throw new BadInput(effectMessages(tools.lang).badLast(MOST_LAST))
  return n
}

/** The place of a file among the rules: where a file of its name stands, or `<its folder>/<its name>`. */
async function proposalIn(file: string, { files }: Ruleset, tools: Tools): Promise<Proposal> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new NoInput(effectMessages(tools.lang).noFile(file), { cause })
  })
  const named = `${basename(dirname(file))}/${basename(file)}`
  const known = files.has(named) ? named : [...files.keys()].find((path) => basename(path) === basename(file))
  return proposalOf(known ?? named, text)
}

/** What a rule file would do as part of the rules, on the listings that were seen last. Writes nothing. */
export async function rulesEffect(tools: Tools, file: string, options: EffectOptions): Promise<ExitCode> {
  const most = lastOf(options, tools)
  const before = await loadRuleset(tools.rulesFolder)
  const proposal = await proposalIn(file, before, tools)
  const after = await proposed(tools.rulesFolder, proposal)
  const seen = await looked(before, after, vietnamDay(new Date()))
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    const effect = await effectOn(
      store.sightings.newest(most),
      { before, after },
      {
        onProgress: () => {},
        check: () => tools.signal.throwIfAborted(),
      },
    )
    if (options.json) tools.out(JSON.stringify({ path: proposal.path, ...seen, ...effect }))
    else for (const line of effectText(proposal, seen, effect, tools)) tools.out(line)
  } finally {
    await store.close()
  }
  return isSound(seen) ? ExitCode.Ok : ExitCode.TestsFailed
}

function effectText({ path }: Proposal, seen: Looked, effect: Effect, tools: Tools): readonly string[] {
  const t = effectMessages(tools.lang)
  const { listings, flagCount, unflagCount, flagged, otherBand, otherScore } = effect
  return [
    t.head(path, listings),
    t.sum(flagCount, unflagCount),
    t.flagged(flagged.before, flagged.after),
    t.rest(otherBand, otherScore),
    ...moved(t.flag, effect.flag, flagCount, tools),
    ...moved(t.unflag, effect.unflag, unflagCount, tools),
    ...seen.failures.map((one) => `rules/${one.file} ${one.kind}[${one.number}]: ${problemOf(one, tools)}`),
    ...seen.findings.map((one) => reviewLine(one, tools)),
  ]
}

function moved(title: string, all: readonly Moved[], count: number, { lang }: Tools): readonly string[] {
  if (count === 0) return []
  const { band } = terms(lang)
  const said = ({ score, band: at }: Moved['from']) => `${score} (${band[at]})`
  return [
    '',
    title,
    ...all.map(({ sighting, site, title: words, from, to }) =>
      forTerminal(`  ${sighting}  ${said(from)} → ${said(to)}  ${site}  ${words}`),
    ),
    ...(count > all.length ? [effectMessages(lang).more(count - all.length)] : []),
  ]
}
