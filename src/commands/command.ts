import type { Readable } from 'node:stream'
import type { Command as Commander } from 'commander'
import type { Logger } from 'pino'
import type { ExitCode } from '../exit-codes.ts'
import type { Lang } from '../i18n/messages.ts'
import type { RulesPlace } from '../rules/place.ts'

/** What a command may touch of the outside world. Tests pass their own. */
export interface Tools {
  /** Run home (absolute): evidence.sqlite, blobs/, keys/, packs/, quarantine/, logs/. */
  readonly home: string
  readonly lang: Lang
  /** One line to standard output. */
  readonly out: (line: string) => void
  /** One line to standard error. */
  readonly err: (line: string) => void
  readonly stdin: Readable
  readonly log: Logger
  /** Aborted by the first Ctrl-C: finish what is being recorded, then stop. */
  readonly signal: AbortSignal
  /** SOI_CHROMIUM, or null. */
  readonly chromium: string | null
  /** Who works: SOI_OPERATOR, or the login name. */
  readonly operator: string
  /** SOI_UNIT, or null. */
  readonly unit: string | null
  /** stderr is a terminal: progress bars; otherwise plain lines. */
  readonly terminal: boolean
  readonly colour: boolean
  /** What stands in the environment under a name that a settings file gives; null where nothing does. */
  readonly secret: (name: string) => string | null
  /** There is a screen to show a window on. */
  readonly display: boolean
  /** Folders that hold site files, crawlers/ first. */
  readonly siteFolders: readonly string[]
  /** The packaged rules with the home's own, or the folder that --rules names, alone. */
  readonly rulesFolder: RulesPlace
}

/** One CLI command: a file in this folder that exports `command`. */
export interface Command {
  readonly name: string
  /** Declares arguments, options and help, and sets the action, which returns how it ended. Heavy rooms are imported inside the action. */
  readonly declare: (program: Commander, lang: Lang, act: Act) => void
}

/** Wraps an action so that the CLI gives it its tools and maps its ending to an exit code. */
export type Act = <A extends unknown[]>(
  action: (tools: Tools, ...args: A) => Promise<ExitCode>,
) => (...args: A) => Promise<void>
