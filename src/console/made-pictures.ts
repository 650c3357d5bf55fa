import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from './ask.ts'

/** Made once and kept under the home: it can be thrown away, the exhibit cannot. Null where there is none yet. */
const kept = (file: string): Promise<Uint8Array | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

/** A picture made out of exhibits; `name` says of which and how, in hexadecimal digits, letters and hyphens. */
export async function madePicture(
  { store }: World,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = join(store.home, 'cache', 'thumbnails', name.slice(0, 2))
  const file = join(folder, `${name}.webp`)
  const before = await kept(file)
  if (before) return before
  const made = await make()
  const temporary = `${file}.${randomUUID()}`
  await mkdir(folder, { recursive: true })
  await writeFile(temporary, made)
  await rename(temporary, file)
  return made
}
