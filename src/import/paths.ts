import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { NoInput } from '../errors.ts'

/** What browsers put beside “Webpage, complete”: pictures and scripts of a page that is a file of its own. */
const COMPANION = /(?:_files|\.files|_tệp)$/i

/**
 * The files that paths name, folders with everything below them in the order of names. Hidden files, links out of a folder
 * and the folders that browsers save beside a page are left out. NoInput for a path that is not there.
 */
export async function filesAt(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch((cause: Error) => {
      throw new NoInput(`${path} cannot be read: ${cause.message}`, { cause })
    })
    if (found.isDirectory()) files.push(...(await below(path)))
    else files.push(path)
  }
  return [...new Set(files)]
}

async function below(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const files: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !COMPANION.test(entry.name)) files.push(...(await below(path)))
    else if (entry.isFile()) files.push(path)
  }
  return files
}
