import { Busy, CannotWrite, EvidenceBroken } from '../errors.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_TOOBIG'])
const CLOSED = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'EISDIR', 'SQLITE_PERM', 'SQLITE_READONLY'])
const OURS = new Set(['BadInput', 'NoInput', 'Busy', 'CannotWrite', 'EvidenceBroken'])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether SQLite found the file held by somebody else. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

/**
 * The error of the file system or of SQLite under the name of what happens next.
 * `place` is the file or folder the user can do something about. Unknown errors come back as they are.
 */
export const named = (error: unknown, place: string): unknown => {
  if (error instanceof Error && OURS.has(error.name)) return error
  const code = codeOf(error)
  if (isBusy(error) || code.startsWith('SQLITE_LOCKED'))
    return new Busy(`${place} is held by another process; wait until it is done, then try again`, { cause: error })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new EvidenceBroken(`${place} is damaged or is not a database; restore it from a backup`, { cause: error })
  if (FULL.has(code))
    return new CannotWrite(`${place}: no room left; free some space or choose another home with --home (${code})`, {
      cause: error,
    })
  if (CLOSED.has(code) || /^SQLITE_(READONLY|CANTOPEN|IOERR)/.test(code))
    return new CannotWrite(
      `${place} cannot be written; check its permissions or choose another home with --home (${code})`,
      {
        cause: error,
      },
    )
  return error
}

/** Runs `work`; what it throws is thrown under its name. */
export const naming = <T>(place: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw named(error, place)
  }
}
