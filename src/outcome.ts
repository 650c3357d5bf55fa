import * as errors from './errors.ts'
import { ExitCode } from './exit-codes.ts'
import { cliMessages } from './i18n/cli.ts'
import type { Lang } from './i18n/messages.ts'
import { saidIn } from './i18n/said.ts'

const CODES: readonly (readonly [new (...args: never[]) => Error, ExitCode])[] = [
  [errors.NotAListing, ExitCode.NotAListing],
  [errors.LayoutChanged, ExitCode.NothingRead],
  [errors.Refused, ExitCode.NothingRead],
  [errors.FetchFailed, ExitCode.NothingRead],
  [errors.BadInput, ExitCode.BadInput],
  [errors.NoInput, ExitCode.NoInput],
  [errors.Unavailable, ExitCode.Unavailable],
  [errors.CannotWrite, ExitCode.CannotWrite],
  [errors.Busy, ExitCode.Busy],
  [errors.EvidenceBroken, ExitCode.EvidenceBroken],
]

/** Maps what ended a command to its exit code and says it once, in words. */
export function exitCodeOf(
  error: unknown,
  context: { lang: Lang; err: (line: string) => void; interrupted: boolean },
): ExitCode {
  const t = cliMessages(context.lang)
  if (context.interrupted) {
    context.err(t.interrupted)
    return ExitCode.Interrupted
  }
  const known = CODES.find(([kind]) => error instanceof kind)
  if (known) {
    context.err(`soi: ${saidIn(context.lang, (error as Error).message)}`)
    return known[1]
  }
  if ((error as NodeJS.ErrnoException)?.code === 'ENOSPC') {
    context.err(`soi: ${t.diskFull}`)
    return ExitCode.CannotWrite
  }
  context.err(`${t.defect}\n${error instanceof Error ? error.stack : String(error)}`)
  return ExitCode.Internal
}
