import type { Logger } from 'pino'
import type { Instant } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { RulesPlace } from '../rules/place.ts'
import type { Store } from '../store/api.ts'
import { accept } from './accept.ts'
import type { RuleDesk } from './desk.ts'
import { isSound } from './proposed.ts'
import type { RuleReader } from './reader.ts'
import type { BookFile, Effect, Looked, Proposal } from './types.ts'

/** How far a change is. It can be accepted only where it is `ready`: what it does has been seen. */
type ChangeStage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'measuring'; readonly looked: Looked; readonly done: number }
  | { readonly kind: 'ready'; readonly looked: Looked; readonly effect: Effect; readonly sound: boolean }
  /** It does not load; the message names file, line and key. */
  | { readonly kind: 'refused'; readonly message: string }
  /** A defect that the log tells. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'accepted'; readonly at: Instant; readonly by: string }

export interface Change {
  readonly id: number
  readonly proposal: Proposal
  /** What it changes; null: a new file. */
  readonly file: BookFile | null
  readonly by: string
  readonly at: Instant
  /** How many listings it is tried on. */
  readonly last: number
  readonly stage: ChangeStage
}

type ChangeWish = Pick<Change, 'proposal' | 'file' | 'by' | 'last'> & {
  /** Told once, never before `start` has returned, when what it does has been found, or is not looked for any more. */
  readonly onEnd?: (change: Change) => void
}

export interface Changes {
  /** Begins to look at a proposal in the background. */
  start(wish: ChangeWish): Change
  /** Null when there is none, or it is long gone: proposals live as long as the server. */
  get(id: number): Change | null
  /** Newest first. */
  list(): readonly Change[]
  cancel(id: number): void
  /** Null where it is done; else why not. CannotWrite. */
  accept(id: number, reason: string, by: string): Promise<AcceptProblem | null>
  close(): void
}

/** Not seen whole or something stands in its way; no reason given; the rules are not those it was looked at with. */
export type AcceptProblem = 'not-ready' | 'no-reason' | 'changed'

interface Ground {
  readonly desk: RuleDesk
  readonly reader: RuleReader
  readonly store: Store
  readonly place: RulesPlace
  readonly log: Logger
  readonly now: () => Date
}

/** Proposals kept in memory; the oldest is forgotten. */
const MOST = 30

export const isUnderWay = ({ kind }: ChangeStage): boolean => kind === 'looking' || kind === 'measuring'

export function ruleChanges({ desk, reader, store, place, log, now }: Ground): Changes {
  const all = new Map<number, { change: Change; readonly stop: AbortController; readonly onEnd: ChangeWish['onEnd'] }>()
  let last = 0
  // One after the other: the second of two is held against what the first has made.
  let accepting: Promise<unknown> = Promise.resolve()
  const move = (id: number, stage: ChangeStage): void => {
    const one = all.get(id)
    if (!one || one.change.stage.kind === 'cancelled') return
    const ends = isUnderWay(one.change.stage) && !isUnderWay(stage)
    one.change = { ...one.change, stage }
    if (ends) one.onEnd?.(one.change)
  }

  async function look({ id, proposal, last: most }: Change, signal: AbortSignal): Promise<void> {
    try {
      const looked = await desk.ask('look', proposal, { signal })
      move(id, { kind: 'measuring', looked, done: 0 })
      const onProgress = (done: number) => move(id, { kind: 'measuring', looked, done })
      const effect = await desk.ask('effect', { proposal, last: most }, { signal, onProgress })
      move(id, { kind: 'ready', looked, effect, sound: isSound(looked) })
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof BadInput) return move(id, { kind: 'refused', message: error.message })
      log.error({ err: error, change: id }, 'the effect of a rule was not found')
      move(id, { kind: 'failed' })
    }
  }

  async function take(id: number, reason: string, by: string): Promise<AcceptProblem | null> {
    const change = all.get(id)?.change
    const said = reason.trim()
    if (change?.stage.kind !== 'ready' || !change.stage.sound) return 'not-ready'
    if (said === '') return 'no-reason'
    const { proposal, file, stage } = change
    const { looked, effect } = stage
    if (!(await accept(store, place, { proposal, file, looked, effect, reason: said, by }))) return 'changed'
    move(id, { kind: 'accepted', at: now().toISOString(), by })
    await reader.refresh()
    return null
  }

  return {
    start: ({ onEnd, ...wish }) => {
      const stop = new AbortController()
      const change: Change = { ...wish, id: ++last, at: now().toISOString(), stage: { kind: 'looking' } }
      all.set(change.id, { change, stop, onEnd })
      for (const [id, { stop: old }] of [...all].slice(0, -MOST)) {
        move(id, { kind: 'cancelled' })
        old.abort()
        all.delete(id)
      }
      void look(change, stop.signal)
      return change
    },
    get: (id) => all.get(id)?.change ?? null,
    list: () => [...all.values()].map(({ change }) => change).reverse(),
    cancel: (id) => {
      const one = all.get(id)
      if (!one || one.change.stage.kind === 'accepted') return
      move(id, { kind: 'cancelled' })
      one.stop.abort()
    },
    accept: (id, reason, by) => {
      const taken = accepting.then(() => take(id, reason, by))
      // Whoever asked hears what went wrong; the next one only waits.
      accepting = taken.catch(() => null)
      return taken
    },
    close: () => {
      for (const { stop } of all.values()) stop.abort()
    },
  }
}
