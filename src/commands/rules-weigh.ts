import { ExitCode } from '../exit-codes.ts'
import { vietnamDay } from '../i18n/format.ts'
import { parseScoreInput } from '../rules/input.ts'
import { jsonLines } from '../rules/lines.ts'
import { loadRuleset } from '../rules/load.ts'
import { subjectOf } from '../rules/subject.ts'
import { weigher } from '../rules/weigh.ts'
import type { Tools } from './command.ts'
import { labelledLines } from './labelled-files.ts'
import { located, opened } from './score.ts'

/** Stands in the file, which has one language. */
const NOTE =
  'Log-odds of groups of one to three words (without marks, numbers as #) in violating against legitimate listings; written by `soi rules weigh`, read by a person before it is committed.'

export interface WeighOptions {
  readonly ordinary?: readonly string[]
  readonly every?: string
}

/** Learns the words' weights of rules/tone.json from labelled files and prints that file; a person reads it and commits it. */
export async function weighWords(tools: Tools, files: readonly string[], options: WeighOptions): Promise<ExitCode> {
  const { trie } = await loadRuleset(tools.rulesFolder)
  const learning = weigher()
  for await (const { file, labelled } of labelledLines(files, tools))
    learning.add(subjectOf(labelled.listing, trie), { source: file, violating: labelled.labels.length > 0 })
  for (const file of options.ordinary ?? []) {
    const say = (number: number, why: string) => `${file}: ${number}: ${why}`
    for await (const { number, value } of jsonLines(await opened(file, tools), say)) {
      const listing = located(number, say, () => parseScoreInput(value, { lenient: true }))
      if (number % Number(options.every ?? '1') === 0) learning.addOrdinary(subjectOf(listing, trie))
    }
  }
  const { weights, ...learned_from } = learning.result()
  const head = JSON.stringify({ note: NOTE, as_of: vietnamDay(new Date()), learned_from }, null, 2).slice(0, -2)
  const lines = weights.map(([group, weight]) => `    ${JSON.stringify(group)}: ${weight}`)
  tools.out(`${head},\n  "weights": {\n${lines.join(',\n')}\n  }\n}`)
  return ExitCode.Ok
}
