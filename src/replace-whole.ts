import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CannotWrite } from './errors.ts'

/**
 * Writes a file whole or not at all, also when the power goes; an older one is replaced, and its folder is made. `recorded` is
 * done when the new text is safe on the disk and before it counts. CannotWrite when the disk refuses.
 */
export async function replaceWhole(
  path: string,
  text: string | Uint8Array,
  recorded?: () => Promise<void>,
): Promise<void> {
  const folder = dirname(path)
  const aside = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  let made = false
  try {
    await mkdir(folder, { recursive: true })
    const handle = await open(aside, 'wx')
    made = true
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await recorded?.()
    await rename(aside, path)
    await syncFolder(folder)
  } catch (cause) {
    if (made) await rm(aside, { force: true })
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause
    throw new CannotWrite(`cannot write ${path}: ${(cause as Error).message}`, { cause })
  }
}

/** A rename is only safe once its folder is on the disk; Windows does that in its own time. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
