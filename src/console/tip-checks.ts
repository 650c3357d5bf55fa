import type { Logger } from 'pino'
import { Unavailable } from '../errors.ts'
import type { Store } from '../store/api.ts'
import type { Tip } from '../store/console/tip-api.ts'
import { type Checked, type CheckOptions, checkTip } from '../tips/check.ts'
import type { TipDesk } from '../tips/desk.ts'
import type { CheckQueue } from './check-queue.ts'

/** How far the check of a tip's address is. `line` and `message` are the check's own words and hold page text. */
type CheckState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly line: string | null }
  | { readonly kind: 'failed'; readonly message: string | null }

export type CheckUrl = (url: string, options: CheckOptions) => Promise<Checked>

export interface TipChecks {
  /** Begins in the background, in its turn; false while this tip is being checked already, or too many wait. */
  start(tip: Tip & { readonly url: string }, actor: string): boolean
  /** Null: nothing is under way, and the last one did not fail since this server started. */
  state(tip: number): CheckState | null
}

interface Ground {
  readonly store: Store
  readonly desk: TipDesk
  readonly log: Logger
  readonly check: CheckUrl
  readonly queue: CheckQueue
}

const MOST_LINE = 200

export function tipChecks({ store, desk, log, check, queue }: Ground): TipChecks {
  const states = new Map<number, CheckState>()
  const run = async (tip: Tip & { readonly url: string }, actor: string, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return
    states.set(tip.id, { kind: 'running', line: null })
    const onLine = (line: string) => states.set(tip.id, { kind: 'running', line: line.slice(0, MOST_LINE) })
    try {
      await checkTip(desk, { tip, store, actor }, (url) => check(url, { home: store.home, signal, onLine }))
      states.delete(tip.id)
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'a check of a tip gave no answer')
      states.set(tip.id, { kind: 'failed', message: error instanceof Unavailable ? error.message : null })
    }
  }
  return {
    start: (tip, actor) => {
      const kind = states.get(tip.id)?.kind
      if (kind === 'waiting' || kind === 'running') return false
      if (!queue.ask((signal) => run(tip, actor, signal))) return false
      states.set(tip.id, { kind: 'waiting' })
      return true
    },
    state: (tip) => states.get(tip) ?? null,
  }
}
