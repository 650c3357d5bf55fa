import { type FileHandle, lstat, open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BadInput, CannotWrite } from '../errors.ts'
import { syncFolder } from '../replace-whole.ts'
import { besideName, removeLeftovers } from './leftovers.ts'

export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code

/** A refused system call becomes CannotWrite with what to do; anything else stays what it is. */
export function cannotWrite(file: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return error
  const why =
    code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
      ? 'the disk is full (or a size limit was met); free some space and run the command again'
      : `${code} in ${syscall}; choose a folder that exists and that you may write to`
  return new CannotWrite(`cannot write ${file}: ${why}`, { cause: error })
}

/** Throws BadInput when the name is taken, CannotWrite when its folder cannot even be looked at. */
export async function refuseExisting(file: string): Promise<void> {
  try {
    await lstat(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw cannotWrite(file, error)
  }
  throw new BadInput(`${file} exists already; a pack is never overwritten: choose another name`)
}

async function discard(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
}

async function fill<T>(file: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'wx')
  try {
    const result = await write(handle)
    await handle.sync()
    return result
  } finally {
    await handle.close()
  }
}

/**
 * Lets `write` fill a new file that appears under its name only when it is whole and on disk; on any failure nothing is left
 * behind, and what a killed writer left in the same folder is removed.
 * Throws BadInput when the name is taken, CannotWrite when the disk refuses; errors of `write` itself pass through.
 */
export async function writeWholeFile<T>(file: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  await refuseExisting(file)
  const aside = besideName(file, 'part')
  try {
    await removeLeftovers(dirname(file))
    const result = await fill(aside, write)
    await rename(aside, file)
    await syncFolder(dirname(file))
    return result
  } catch (error) {
    await discard(aside)
    throw cannotWrite(file, error)
  }
}
