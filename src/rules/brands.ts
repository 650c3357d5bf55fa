import { z } from 'zod'
import type { Lists } from './compile.ts'
import { parsed, type Reader, type RuleFile } from './kept.ts'

/** Confusions of a name: letters changed, letters masked or parted, spelt as a Vietnamese says it. */
const KINDS = ['letters', 'marks', 'sounds'] as const

const brand = z.strictObject({
  name: z.string().min(2),
  goods: z.string().min(1),
  kinds: z.array(z.enum(KINDS)).min(1),
  sounds: z.array(z.string().min(1)).optional(),
  neighbours: z.array(z.string().min(1)).optional(),
})
const brands = z.strictObject({ source: z.string().min(1), as_of: z.iso.date(), brands: z.array(brand).min(1) })

export type Brand = z.infer<typeof brand>

/** Path of the copied names among a ruleset's files; `data/reference/brands.yaml` on disk. */
export const BRANDS_FILE = 'reference/brands.yaml'

/** The names that are copied, with source and date in the file; BadInput names file, line and key. */
export const brandsOf = (file: RuleFile, read: Reader = parsed): readonly Brand[] =>
  read(file, `data/${BRANDS_FILE}`, brands).brands

/** Names that may be written with hidden letters, names as they are spoken, and honest ones of several words, as word lists. */
export function brandLists(brands: readonly Brand[]): Lists {
  const marked = brands.filter(({ kinds }) => kinds.includes('marks')).map(({ name }) => name)
  const spoken = brands.flatMap(({ sounds }) => sounds ?? [])
  const printed = brands.flatMap(({ neighbours }) => neighbours ?? []).filter((name) => name.includes(' '))
  return {
    'copied-names': { plain: 'never', terms: marked },
    'spoken-names': { plain: 'never', terms: spoken },
    'printed-names': { plain: 'never', terms: printed },
  }
}
