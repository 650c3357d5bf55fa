import { BadInput } from '../errors.ts'
import type { Lists } from './compile.ts'
import { parsed, type Reader, type RuleFile } from './kept.ts'
import { lexicon, type Term } from './schema.ts'

/** The word lists of every file under rules/lexicon/, by name. */
export function lexiconOf(files: readonly RuleFile[], read: Reader = parsed): Lists {
  const lists: Record<string, { terms: readonly Term[] }> = {}
  for (const file of files.filter(({ path }) => path.startsWith('lexicon/'))) {
    const { path } = file
    for (const [name, list] of Object.entries(read(file, `rules/${path}`, lexicon).lists)) {
      if (lists[name]) throw new BadInput(`rules/${path}: the word list "${name}" stands in two files`)
      lists[name] = list
    }
  }
  return lists
}

/** Every literal of a list and of the lists inside it. */
export function wordsOf(lists: Lists, name: string): string[] {
  return (lists[name]?.terms ?? []).flatMap((term) => {
    const text = typeof term === 'string' ? term : term.term
    return text.startsWith('@') ? wordsOf(lists, text.slice(1)) : [text]
  })
}
