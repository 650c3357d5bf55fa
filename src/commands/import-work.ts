import { BadInput, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import type { ImportReport } from '../import/run.ts'
import type { ImportRequest } from '../import/take.ts'
import type { Tools } from './command.ts'
import type { Left, Planned } from './import-plan.ts'

/** Options of `soi import`. */
export interface Options {
  readonly url?: string
  readonly for?: string
  readonly of?: string
  readonly key?: string
  readonly map?: string
  readonly newMap?: boolean
  readonly again?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** What one command line comes to. */
export interface Work {
  readonly planned: readonly Planned[]
  readonly left: Left[]
  readonly mapping: ImportRequest['mapping']
  readonly url: string | null
  readonly options: Options
}

/** What one file comes to; a file that is no import at all is told and left. */
export async function each<T>(work: Work, one: (planned: Planned) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = []
  for (const planned of work.planned) {
    try {
      done.push(await one(planned))
    } catch (error) {
      if (!(error instanceof BadInput || error instanceof NoInput)) throw error
      work.left.push({ file: planned.file, why: error.message })
    }
  }
  return done
}

type Ended = Pick<ImportReport, 'end' | 'flagged' | 'listings' | 'pages'>

/** A file that is damaged or no import at all is an error even where others were read. */
export function endingOf(reports: readonly Ended[], left: readonly Left[], tools: Tools): ExitCode {
  if (tools.signal.aborted || reports.some(({ end }) => end === 'interrupted')) return ExitCode.Interrupted
  if (left.length > 0 || reports.some(({ end }) => end === 'damaged')) return ExitCode.BadInput
  if (reports.some(({ flagged }) => flagged.length > 0)) return ExitCode.Flagged
  if (reports.some(({ listings }) => listings > 0)) return ExitCode.Ok
  return reports.some(({ pages }) => pages > 0) ? ExitCode.NotAListing : ExitCode.NothingRead
}
