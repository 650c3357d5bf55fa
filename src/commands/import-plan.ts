import { basename } from 'node:path'
import { BadInput, NoInput } from '../errors.ts'
import { importMessages } from '../i18n/import.ts'
import type { Kind } from '../import/types.ts'
import type { Tools } from './command.ts'

/** A file that will be imported, with the pictures that show it. */
export interface Planned {
  readonly file: string
  readonly kind: Kind
  readonly pictures: readonly string[]
}

/** What is left out, and why. */
export interface Left {
  readonly file: string
  readonly why: string
}

const stemOf = (file: string): string => file.replace(/\.[^./\\]*$/, '')

/**
 * Sorts what was named: pages, archives and tables are files of their own; a picture beside a saved page of the same name,
 * or with the only saved page there is, belongs to that page unless the officer says what it shows.
 */
export async function planImport(
  files: readonly string[],
  { table, told }: { readonly table: boolean; readonly told: boolean },
  tools: Tools,
): Promise<{ readonly planned: readonly Planned[]; readonly left: readonly Left[] }> {
  const t = importMessages(tools.lang)
  const { kindOf } = await import('../import/kinds.ts')
  const left: Left[] = []
  const kinds: { file: string; kind: Kind }[] = []
  for (const file of files) {
    try {
      kinds.push({ file, kind: await kindOf(file, basename(file), table) })
    } catch (error) {
      if (!(error instanceof BadInput || error instanceof NoInput)) throw error
      left.push({ file, why: error.message })
    }
  }
  const pages = kinds.filter(({ kind }) => kind === 'saved')
  const owner = (picture: string): string | null => {
    if (told) return null
    const beside = pages.find(({ file }) => stemOf(file) === stemOf(picture))
    return (beside ?? (pages.length === 1 ? pages[0] : undefined))?.file ?? null
  }
  const pictures = kinds.filter(({ kind }) => kind === 'picture')
  for (const { file } of pictures) if (!told && owner(file) === null) left.push({ file, why: t.pictureOfWhat })
  const alone = pictures.filter(() => told).map(({ file }) => ({ file, kind: 'picture' as const, pictures: [] }))
  const others = kinds
    .filter(({ kind }) => kind !== 'picture')
    .map((one) => ({ ...one, pictures: pictures.map(({ file }) => file).filter((file) => owner(file) === one.file) }))
  return { planned: [...others, ...alone], left }
}
