import type { RulesPlace } from '../rules/place.ts'
import type { CallName, Calls } from './types.ts'

/** What the thread of the rules is started with. */
export interface WorkerStart {
  readonly home: string
  readonly place: RulesPlace
}

export interface WorkerAsk<K extends CallName> {
  readonly id: number
  readonly name: K
  readonly ask: Calls[K]['ask']
}

/** An answer, how far it is, or what went wrong: `kind` is the name of the error. */
export type WorkerSays =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly error: { readonly kind: string; readonly message: string } }
