import type { Logger } from 'pino'
import type { Lang } from '../i18n/messages.ts'
import type { Notifier } from '../notify/notifier.ts'
import type { PrintPage } from '../report/files.ts'
import type { Account, ApiToken, ConsoleStore, Scope, Session } from '../store/console/api.ts'
import type { Store } from '../store/store.ts'
import type { Throttle } from './auth/throttle.ts'
import type { Coverages } from './coverage.ts'
import type { JobDesk } from './jobs.ts'
import type { PackJobs } from './pack-jobs.ts'
import type { ReportJobs } from './report-jobs.ts'
import type { Permission } from './roles.ts'
import type { RuleShelf } from './rule-shelf.ts'
import type { Ruling } from './ruling.ts'
import type { Sweeping } from './sweeping.ts'
import type { TipChecks } from './tip-checks.ts'
import type { UrlChecks } from './url-checks.ts'

/** What the console stands on; one for each server. */
export interface World {
  readonly store: Store
  readonly console: ConsoleStore
  readonly log: Logger
  readonly now: () => Date
  /** Sign-ins by address. */
  readonly throttle: Throttle
  /** Requests of programs, by token; and by address those with none that holds. */
  readonly programs: Throttle
  readonly rules: RuleShelf
  readonly ruling: Ruling
  readonly coverages: Coverages
  readonly packs: PackJobs
  /** Prints a report; one at a time. Unavailable without a browser. */
  readonly print: PrintPage
  readonly reportJobs: ReportJobs
  readonly tipChecks: TipChecks
  readonly urlChecks: UrlChecks
  /** What programs asked for and wait for. */
  readonly jobs: JobDesk
  /** Null where no channel is set up. */
  readonly notifier: Notifier | null
  /** Tips from the public, by address: those sent, and looks at what became of one. */
  readonly tipThrottle: Throttle
  /** The server was started with the public form open, whatever the setting says. */
  readonly publicTips: boolean
  readonly sweeping: Sweeping
  /** A proxy stands before us: its word on scheme and address is taken. */
  readonly trustProxy: boolean
}

/** One request, as pages see it. */
export interface Ask {
  readonly world: World
  readonly lang: Lang
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  /** Fields of a posted form; empty for GET. */
  readonly form: Readonly<Record<string, string>>
  /** The file of a posted form, on routes that take one; null where none was chosen. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
  /** The client's address, for the limit on sign-ins. */
  readonly address: string
  /** The officer's browser speaks TLS. */
  readonly secure: boolean
  readonly session: Session | null
  /** Hash of the session cookie; null without one. */
  readonly token: string | null
}

/** The same of somebody signed in. */
export interface SignedAsk extends Ask {
  readonly session: Session
  readonly token: string
}

/** The same of a program: whose token it showed. */
export interface ProgramAsk extends Ask {
  readonly program: { readonly token: ApiToken; readonly account: Account }
  /** The tags of what the program has already, as it sent them. */
  readonly ifNoneMatch: string | null
  /** What was sent, as text; '' for GET. */
  readonly body: string
  readonly contentType: string | null
  /** Under which the program sent this, so that it can send it again. */
  readonly idempotencyKey: string | null
}

interface At {
  readonly method: 'GET' | 'POST'
  /** As Hono writes it: `/listings/:id`. */
  readonly path: string
}

/** One entry of the table of routes: who may, and what then happens. */
export type Route =
  | (At & { readonly permission: 'public'; readonly handle: (ask: Ask) => Promise<Response> })
  | (At & {
      readonly permission: 'token'
      readonly scope: Scope
      /** Takes a file within its JSON, and so a larger body than others. */
      readonly upload: boolean
      readonly handle: (ask: ProgramAsk) => Promise<Response>
    })
  | (At & {
      readonly permission: Exclude<Permission, 'public' | 'token'>
      /** Takes a file, and so a larger form than others. */
      readonly upload?: true
      readonly handle: (ask: SignedAsk) => Promise<Response>
    })
