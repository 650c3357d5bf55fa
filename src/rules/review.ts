/** One thing that is not as it should be in a set of rules that loads. */
export interface Finding {
  /** An error fails `soi rules validate`; a warning is to be read. */
  readonly level: 'error' | 'warning'
  readonly kind: FindingKind
  /** Path under the rules folder, with forward slashes. */
  readonly file: string
  /** What it is about: a list, a reference, a rule, an example such as `fires[2]`. */
  readonly subject: string
  /** The words, the other rule or the other list; '' where the subject says it all. */
  readonly detail: string
}

const ERRORS = [
  'title-twice',
  'unfilled',
  'untranslated',
  'law-without-successor',
  'law-unknown-successor',
  'no-law-today',
] as const
const WARNINGS = [
  'law-unsure',
  'law-unused',
  'list-unused',
  'list-unsorted',
  'word-twice-in-list',
  'word-twice-in-rule',
  'word-in-two-rules',
  'never-alone',
  'example-repeats',
  'example-says-nothing',
  'example-not-hidden',
] as const
export type FindingKind = (typeof ERRORS)[number] | (typeof WARNINGS)[number]

/** A finding at the level its kind has. */
export const finding = (kind: FindingKind, file: string, subject: string, detail = ''): Finding => ({
  level: (ERRORS as readonly string[]).includes(kind) ? 'error' : 'warning',
  kind,
  file,
  subject,
  detail,
})
