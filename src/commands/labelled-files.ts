import { BadInput } from '../errors.ts'
import { rulesMessages } from '../i18n/rules.ts'
import type { Place } from '../rules/evaluate.ts'
import { type Labelled, parseLabelled } from '../rules/labelled.ts'
import { jsonLines } from '../rules/lines.ts'
import type { Tools } from './command.ts'
import { located, opened } from './score.ts'

export interface LabelledLine extends Place {
  readonly labelled: Labelled
}

/**
 * Every labelled listing of the files in turn, one line in memory at a time; `-` is standard input. What is wrong with a
 * line is BadInput that names file and line; so is having no listing at all.
 */
export async function* labelledLines(
  files: readonly string[],
  tools: Tools,
  { lenient = false }: { readonly lenient?: boolean } = {},
): AsyncGenerator<LabelledLine> {
  const t = rulesMessages(tools.lang)
  if (files.length === 0) throw new BadInput(t.needFiles)
  if (new Set(files).size < files.length) throw new BadInput(t.fileTwice)
  let found = false
  for (const file of files) {
    const say = (number: number, why: string) => `${file}: ${t.line(number, why)}`
    for await (const { number, value } of jsonLines(await opened(file, tools), say)) {
      tools.signal.throwIfAborted()
      found = true
      yield { file, line: number, labelled: located(number, say, () => parseLabelled(value, { lenient })) }
    }
  }
  if (!found) throw new BadInput(t.noListings)
}
