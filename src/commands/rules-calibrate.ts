import { ExitCode } from '../exit-codes.ts'
import { careMessages } from '../i18n/rules-care.ts'
import { type Calibration, calibrator } from '../rules/calibrate.ts'
import { loadRuleset } from '../rules/load.ts'
import { LEAST_SUPPORT } from '../rules/proposal.ts'
import { openJudge } from './checks-world.ts'
import type { Tools } from './command.ts'
import { labelledLines } from './labelled-files.ts'
import { plainTable, share } from './rules-figures.ts'

export interface CalibrateOptions {
  readonly json?: boolean
  readonly lenient?: boolean
}

/** Measures each rule's precision; a person reads it and changes the rules. */
export async function calibrateRules(
  tools: Tools,
  files: readonly string[],
  options: CalibrateOptions,
): Promise<ExitCode> {
  const ruleset = await loadRuleset(tools.rulesFolder)
  const assess = await openJudge(ruleset)
  const calibrated = calibrator(ruleset)
  for await (const { labelled } of labelledLines(files, tools, options))
    calibrated.add(labelled, assess(labelled.listing))
  const result = calibrated.result()
  if (options.json) tools.out(JSON.stringify({ ruleset: ruleset.hash, files, ...result }))
  else printCalibration(tools, result)
  return ExitCode.Ok
}

function printCalibration(tools: Tools, result: Calibration): void {
  const t = careMessages(tools.lang)
  const rules = plainTable(t.calibrateHeads)
  for (const row of result.rules.filter(({ support }) => support > 0)) {
    const { rule, support, ofCategory, ofAny, alone, strength, proposed } = row
    const lone = alone ? `${Math.round(alone.value * alone.of)}/${alone.of}` : '–'
    rules.push([
      rule,
      String(support),
      share(ofCategory),
      share(ofAny),
      lone,
      String(strength),
      proposed?.toFixed(2) ?? '–',
    ])
  }
  const excuses = plainTable(t.excuseHeads)
  for (const { rule, support, legitimate, saved, lost, strength } of result.excuses)
    excuses.push([rule, String(support), share(legitimate), String(saved), String(lost), String(strength)])
  tools.out(t.measured(result.listings, share(result.violating)))
  tools.out(rules.toString())
  tools.out(excuses.toString())
  tools.out(t.neverFired(result.neverFired.join(', ') || t.none))
  tools.out(t.neverAlone(result.neverAlone.join(', ') || t.none))
  tools.out(t.prior(LEAST_SUPPORT))
}
