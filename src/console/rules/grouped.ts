import type { BookRule, RuleBook } from '../../amend/types.ts'
import { CATEGORIES } from '../../domain.ts'
import { consoleRules, type Grouping } from '../../i18n/console-rules.ts'
import type { Lang } from '../../i18n/messages.ts'
import { terms } from '../../i18n/terms.ts'
import { plain } from '../../store/plain.ts'

export const GROUPINGS: readonly Grouping[] = ['kind', 'file', 'law']

export interface Group {
  readonly title: string
  readonly rules: readonly BookRule[]
}

/** What is searched, folded once for each book. */
const folded = new WeakMap<RuleBook, ReadonlyMap<string, string>>()

function textsOf(book: RuleBook): ReadonlyMap<string, string> {
  const known = folded.get(book)
  if (known) return known
  const texts = new Map(book.files.map(({ path, text }) => [path, plain(text)]))
  folded.set(book, texts)
  return texts
}

/** Rules whose file has all these words, with or without accents. */
export function found(book: RuleBook, search: string): readonly BookRule[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return book.rules
  const texts = textsOf(book)
  return book.rules.filter(({ file }) => words.every((word) => texts.get(file)?.includes(word)))
}

const lawsOf = (book: RuleBook, rules: readonly BookRule[], lang: Lang): readonly Group[] => [
  ...book.legal.map(({ id, instrument, article, clause }) => ({
    title: [instrument[lang], article && `${lang === 'vi' ? 'Điều' : 'Article'} ${article}`, clause]
      .filter(Boolean)
      .join(', '),
    rules: rules.filter(({ legal }) => legal.includes(id)),
  })),
  { title: consoleRules(lang).noLaw, rules: rules.filter(({ legal }) => legal.length === 0) },
]

const kindsOf = (rules: readonly BookRule[], lang: Lang): readonly Group[] => [
  ...CATEGORIES.map((id) => ({
    title: terms(lang).category[id],
    rules: rules.filter(({ category }) => category === id),
  })),
  { title: consoleRules(lang).lowering, rules: rules.filter(({ category }) => category === null) },
]

const familyOf = ({ file }: BookRule): string => file.split('/')[0] ?? ''

/** The same rules by what they are looked for by; a rule with two laws stands under both. Empty groups are left out. */
export function grouped(book: RuleBook, rules: readonly BookRule[], by: Grouping, lang: Lang): readonly Group[] {
  const families = [...new Set(book.rules.map(familyOf))].sort()
  const byFile = () =>
    families.map((family) => ({ title: `${family}/`, rules: rules.filter((rule) => familyOf(rule) === family) }))
  const groups = by === 'law' ? lawsOf(book, rules, lang) : by === 'file' ? byFile() : kindsOf(rules, lang)
  return groups.filter((group) => group.rules.length > 0)
}
