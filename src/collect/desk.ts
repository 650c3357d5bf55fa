// longer than the rest: one state machine, which splitting would only make share its variables
import type { Frontier, FrontierRequest } from '../domain.ts'
import type { Pace } from './pace.ts'

export type Via = FrontierRequest['via']

/** Hands out requests whose host may be asked now: a slow host never holds up the others. */
export interface Desk {
  /** One request to start now, or null. Its host counts as busy until `finish`. */
  next(via: Via): Promise<FrontierRequest | null>
  /** Nothing to start at this moment. */
  idle(via: Via): Promise<boolean>
  /** Nothing under way, and nothing waiting, or stopped, or nothing startable for longer than the crawl waits. */
  over(): Promise<boolean>
  /** The request is recorded or put back. */
  finish(recorded: boolean): void
  /** The same lease once more, over HTTP. */
  again(request: FrontierRequest): void
  /** The same lease goes to the browser. */
  toBrowser(request: FrontierRequest): void
  stop(reason: StopReason): void
  stopped(): StopReason | null
  /** Puts every lease that was not started back into the frontier. */
  putBack(): Promise<void>
  /** Starts one request whose host asked to be left alone for longer than the crawl waits: to be recorded as not reached. */
  unreachable(): FrontierRequest | null
}

export type StopReason = 'max-visits' | 'max-minutes' | 'max-requests' | 'max-bytes' | 'aborted' | 'error'

export interface DeskOptions {
  readonly frontier: Frontier
  readonly pace: Pace
  readonly maxVisits: number
  readonly concurrency: number
  /** Until when nothing may start; 0 when it may. */
  readonly pausedUntil?: (now: number) => number
  /** Called when the first request for the browser is there. */
  readonly onBrowserNeeded: () => void
}

/** How long an empty frontier is left alone before it is asked again. */
const DRY_MS = 100
/** A host that closes itself for longer than this is not waited for. */
export const PATIENCE_MS = 600_000
/** Leases held at once: enough that one slow host at their head does not starve the others. */
const MOST_LEASES = 400

export const hostOf = (url: string): string => new URL(url).host

type Queues = Map<string, FrontierRequest[]>

// One closure over one state machine: splitting it would share its variables.
export function createDesk(options: DeskOptions): Desk {
  const { frontier, pace, maxVisits, concurrency, onBrowserNeeded } = options
  const queues: Record<Via, Queues> = { http: new Map(), browser: new Map() }
  let held = 0
  let active = 0
  let visits = 0
  let dryUntil = 0
  let lastMove = Date.now()
  let filling: Promise<void> | null = null
  let why: StopReason | null = null

  const keep = (request: FrontierRequest, via: Via) => {
    const host = hostOf(request.url)
    const queue = queues[via].get(host)
    if (queue === undefined) queues[via].set(host, [request])
    else queue.push(request)
    held += 1
    if (via === 'browser') onBrowserNeeded()
  }
  const paused = (): boolean => {
    if (options.pausedUntil === undefined || options.pausedUntil(Date.now()) === 0) return false
    lastMove = Date.now() // Waiting for the hour is no standstill.
    return true
  }
  const allowance = () => maxVisits - visits - active
  const fill = async () => {
    const room = Math.min(concurrency * 4, MOST_LEASES - held, allowance() - held)
    if (room <= 0 || Date.now() < dryUntil) return
    const taken = await frontier.take(room)
    if (taken.length === 0) dryUntil = Date.now() + DRY_MS
    for (const request of taken) keep(request, request.via)
  }
  const fillOnce = async () => {
    if (why !== null) return
    filling ??= fill().finally(() => {
      filling = null
    })
    await filling
  }
  const readyHost = (via: Via): string | null => {
    if (why !== null || allowance() <= 0 || paused()) return null
    // The clock knows whole milliseconds only: a host that is due within the running one is due.
    const soon = Date.now() + 1
    for (const host of queues[via].keys()) if (pace.nextAt(host) < soon) return host
    return null
  }
  const start = (via: Via, host: string): FrontierRequest | null => {
    const queue = queues[via].get(host)
    const request = queue?.shift() ?? null
    // Back to the end of the line, so that hosts take turns.
    queues[via].delete(host)
    if (queue !== undefined && queue.length > 0) queues[via].set(host, queue)
    if (request === null) return null
    held -= 1
    active += 1
    pace.begin(host)
    return request
  }
  const leases = (): readonly FrontierRequest[] => [...queues.http.values(), ...queues.browser.values()].flat()

  return {
    async next(via) {
      const host = readyHost(via)
      return host === null ? null : start(via, host)
    },
    async idle(via) {
      if (held < concurrency || readyHost(via) === null) await fillOnce()
      return readyHost(via) === null
    },
    async over() {
      if (active > 0) return false
      if (why !== null || (!paused() && Date.now() - lastMove > PATIENCE_MS)) return true
      if (visits >= maxVisits) {
        why = 'max-visits'
        return true
      }
      if (held > 0 || Date.now() < dryUntil - DRY_MS / 2) return false
      return (await frontier.counts()).waiting === 0 && active === 0 && held === 0
    },
    finish(recorded) {
      active -= 1
      lastMove = Date.now()
      if (recorded) visits += 1
      dryUntil = 0
    },
    again(request) {
      keep(request, request.via)
    },
    toBrowser(request) {
      keep({ ...request, via: 'browser' }, 'browser')
    },
    stop(reason) {
      why ??= reason
    },
    stopped: () => why,
    async putBack() {
      await filling
      await frontier.release([...leases()])
      queues.http.clear()
      queues.browser.clear()
      held = 0
    },
    unreachable() {
      const limit = Date.now() + PATIENCE_MS
      for (const via of ['http', 'browser'] as const)
        for (const host of queues[via].keys()) if (pace.closedUntil(host) > limit) return start(via, host)
      return null
    },
  }
}
