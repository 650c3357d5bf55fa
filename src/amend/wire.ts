import type { RulesPlace } from '../rules/place.ts'
import type { CallName, Calls } from './types.ts'

/** What the thread of the rules is started with. */
export interface WorkerStart {
  readonly home: string
  readonly place: RulesPlace
}

/** What is asked of it. */
export interface WorkerAsk<K extends CallName = CallName> {
  readonly name: K
  readonly ask: Calls[K]['ask']
}
