import { BadInput, EvidenceBroken } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { explanationText } from '../explain/account.ts'
import { differenceText } from '../explain/difference.ts'
import { explainMessages } from '../i18n/explain.ts'
import { localTime } from '../i18n/format.ts'
import { scoreInput } from '../normalise/listing.ts'
import { compare } from '../rules/compare.ts'
import { explain } from '../rules/explain.ts'
import { filesOf } from '../rules/kept.ts'
import { loadRuleset, rulesetOf } from '../rules/load.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import { assess } from '../rules/score.ts'
import type { Store, StoredItem } from '../store/api.ts'
import { canonical } from '../store/canonical.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { Tools } from './command.ts'
import { openToLook, recordLook } from './look.ts'

export interface SightingOptions {
  readonly json?: boolean
  readonly withCurrentRules?: boolean
}

/**
 * Explains a stored sighting by the rules that judged it, and says whether they give the stored assessment again, byte for
 * byte in canonical JSON. EvidenceBroken as exit code when they do not.
 */
export async function explainSighting(tools: Tools, id: number, options: SightingOptions): Promise<ExitCode> {
  const store = await openToLook(tools)
  try {
    const { item, ruleset } = await stored(tools, store, id)
    await recordLook(tools, () => store.ledger.append('viewed', `sighting:${id}`, { by: 'explain' }))
    return await explained(tools, store, { id, item, ruleset }, options)
  } finally {
    await store.close()
  }
}

interface Asked {
  readonly id: number
  readonly item: StoredItem
  readonly ruleset: Ruleset
}

async function explained(
  tools: Tools,
  store: Store,
  { id, item, ruleset }: Asked,
  options: SightingOptions,
): Promise<ExitCode> {
  const input = scoreInput(item.listing)
  const again = assess(input, ruleset, item.checks)
  const same = canonical(again) === canonical(item.assessment)
  const difference = same ? null : compare(item.assessment, again)
  const current = options.withCurrentRules ? await currently(input, item, tools) : null
  if (current) await recordLook(tools, () => store.ledger.append('rescored', `sighting:${id}`, rescored(current)))
  const at = item.capture?.takenAt ?? item.at
  const explanation = explain(again, ruleset, vietnamDay(new Date(at)))
  if (options.json) tools.out(JSON.stringify({ sighting: id, at, same, difference, ...explanation, current }))
  else {
    const t = explainMessages(tools.lang)
    const short = ruleset.hash.slice(0, 12)
    tools.out(t.sighting(id, localTime(at, tools.lang)))
    for (const line of explanationText(item.listing.title, explanation, tools.lang)) tools.out(line)
    tools.out(`\n${same ? t.same(short) : t.differs(short)}`)
    if (difference) print(differenceText(difference, tools.lang), `– ${t.elsewhere}`, tools)
    if (current) {
      tools.out(`\n${t.current(current.ruleset.slice(0, 12))}`)
      print(differenceText(current.difference, tools.lang), `– ${t.unchanged}`, tools)
    }
  }
  return same ? ExitCode.Ok : ExitCode.EvidenceBroken
}

/** What the ledger keeps of a second judgement; the stored one stays what it is. */
const rescored = ({ ruleset, assessment: { score, band, flagged } }: Awaited<ReturnType<typeof currently>>) => ({
  ...{ ruleset, score, band, flagged },
})

function print(lines: readonly string[], otherwise: string, tools: Tools): void {
  for (const line of lines.length === 0 ? [otherwise] : lines) tools.out(line)
}

async function currently(
  input: ReturnType<typeof scoreInput>,
  { assessment: before, checks }: StoredItem,
  tools: Tools,
) {
  const ruleset = await loadRuleset(tools.rulesFolder)
  const assessment = assess(input, ruleset, checks)
  return { ruleset: ruleset.hash, assessment, difference: compare(before, assessment) }
}

/** The sighting and the rules kept under its ruleset's hash. */
async function stored(tools: Tools, store: Store, id: number): Promise<{ item: StoredItem; ruleset: Ruleset }> {
  const t = explainMessages(tools.lang)
  const { item } = await store.sightings.get(id)
  const hash = item.assessment.ruleset
  const files = await store.rulesets.files(hash)
  if (!files) throw new EvidenceBroken(t.noRules(id, hash))
  const ruleset = loadedFrom(files, (why) => t.oldRules(id, why))
  if (ruleset.hash !== hash) throw new EvidenceBroken(t.brokenRules(hash, ruleset.hash))
  return { item, ruleset }
}

/** Rules of another version of Soi may say what this one does not know: said as such, not as a fault of the file. */
function loadedFrom(files: ReadonlyMap<string, string>, say: (why: string) => string): Ruleset {
  try {
    return rulesetOf(filesOf(files))
  } catch (cause) {
    throw new BadInput(say((cause as Error).message), { cause })
  }
}
