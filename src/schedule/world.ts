import type { Logger } from 'pino'
import type { Store } from '../store/api.ts'
import type { DueRow, Schedules } from '../store/console/api.ts'
import type { Planned } from './due.ts'

/** How a run that the scheduler began came to its end. `cut off`: it goes on where it stopped. */
export type RunEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'cut off' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly why: string }

/** What happens, for whoever watches: `standing by`: another process is the scheduler. */
export type ScheduleEvent =
  | { readonly kind: 'begins'; readonly name: string; readonly row: DueRow; readonly again: boolean }
  | { readonly kind: 'ended'; readonly name: string; readonly end: RunEnd }
  | { readonly kind: 'skipped'; readonly name: string; readonly why: 'paused' | 'running' | 'ran' }
  | { readonly kind: 'unreadable'; readonly file: string; readonly problem: string }
  | { readonly kind: 'standing by' }

export interface ScheduleWorld {
  readonly folder: string
  readonly store: Store
  readonly schedules: Schedules
  readonly log: Logger
  readonly now: () => Date
  /** Runs one sweep to its end; stops it, so that it can go on, when the signal is aborted. */
  readonly run: (plan: Planned, signal: AbortSignal) => Promise<RunEnd>
  readonly tell: (event: ScheduleEvent) => void
  /** Aborted: what runs is stopped, and nothing is begun. */
  readonly signal: AbortSignal
  /** Runs side by side at most. */
  readonly sideBySide: number
}

/** The runs under way in this process, by name. */
export type Running = Map<string, Promise<void>>
