import { basename } from 'node:path'
import { localTime } from '../i18n/format.ts'
import { modelMessages } from '../i18n/model.ts'
import type { CrossValidation, Opinions } from '../model/cross-validate.ts'
import type { ModelFile } from '../model/file.ts'
import type { Tools } from './command.ts'
import { figure, plainTable, share } from './rules-figures.ts'

/** What a model was learned from. */
export function aboutModel({ created, sources, counts }: ModelFile, tools: Tools): readonly string[] {
  const t = modelMessages(tools.lang)
  return [
    t.learnedFrom(counts.violating, counts.legitimate),
    ...sources.map(({ file, listings, sha256 }) => t.source(file, listings, sha256)),
    t.created(localTime(created, tools.lang)),
    t.caution,
  ]
}

/** The figures of a cross-validation as a table. */
export function printResult(result: CrossValidation, tools: Tools): void {
  const t = modelMessages(tools.lang)
  const table = plainTable(t.heads)
  const row = (name: string, { precision, recall, f1, falsePositiveRate, averagePrecision, rocAuc }: Opinions) =>
    table.push([
      name,
      ...[share(precision), share(recall), figure(f1), share(falsePositiveRate)],
      ...[figure(averagePrecision), figure(rocAuc)],
    ])
  row(t.rules, result.rules)
  row(t.model, result.model)
  row(t.both, result.both)
  const folds = result.folds.map(({ name, listings }) => `${basename(name)} (${listings})`).join(', ')
  tools.out(t.folded(result.listings, folds))
  tools.out(table.toString())
  tools.out(t.modelOnly(share(result.modelOnly), result.modelOnly?.of ?? 0))
  tools.out(t.silent(result.silent))
  tools.out(t.bothRanked)
}
