import type { Logger } from 'pino'
import { Unavailable } from '../errors.ts'
import type { Store } from '../store/api.ts'
import type { Tip } from '../store/console/tip-api.ts'
import { type Checked, type CheckOptions, checkTip } from '../tips/check.ts'
import type { TipDesk } from '../tips/desk.ts'

/** How far the check of a tip's address is. `line` and `message` are the check's own words and hold page text. */
type CheckState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly line: string | null }
  | { readonly kind: 'failed'; readonly message: string | null }

export type CheckUrl = (url: string, options: CheckOptions) => Promise<Checked>

export interface TipChecks {
  /** Begins in the background, one after the other; false while this tip is being checked already, or too many wait. */
  start(tip: Tip & { readonly url: string }, actor: string): boolean
  /** Null: nothing is under way, and the last one did not fail since this server started. */
  state(tip: number): CheckState | null
  /** Stops what is under way. */
  close(): Promise<void>
}

interface Ground {
  readonly store: Store
  readonly desk: TipDesk
  readonly log: Logger
  readonly check: CheckUrl
}

/** A browser each: more at once would take the machine from whoever works at it. */
const MOST_WAITING = 20
const MOST_LINE = 200

export function tipChecks({ store, desk, log, check }: Ground): TipChecks {
  const states = new Map<number, CheckState>()
  const stop = new AbortController()
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  const run = async (tip: Tip & { readonly url: string }, actor: string): Promise<void> => {
    if (stop.signal.aborted) return
    states.set(tip.id, { kind: 'running', line: null })
    const onLine = (line: string) => states.set(tip.id, { kind: 'running', line: line.slice(0, MOST_LINE) })
    try {
      await checkTip(desk, { tip, store, actor }, (url) =>
        check(url, { home: store.home, signal: stop.signal, onLine }),
      )
      states.delete(tip.id)
    } catch (error) {
      if (!stop.signal.aborted) log.error({ err: error }, 'a check of a tip gave no answer')
      states.set(tip.id, { kind: 'failed', message: error instanceof Unavailable ? error.message : null })
    } finally {
      waiting--
    }
  }
  return {
    start: (tip, actor) => {
      const kind = states.get(tip.id)?.kind
      if (kind === 'waiting' || kind === 'running' || waiting >= MOST_WAITING) return false
      waiting++
      states.set(tip.id, { kind: 'waiting' })
      last = last.then(() => run(tip, actor))
      return true
    },
    state: (tip) => states.get(tip) ?? null,
    close: async () => {
      stop.abort()
      await last
    },
  }
}
