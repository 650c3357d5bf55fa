import { workerCalls } from '../worker/ask.ts'
import type { Watch } from '../worker/thread.ts'
import type { CallName, Calls } from './types.ts'
import type { WorkerAsk, WorkerStart } from './wire.ts'

/** The thread that holds the rules, asked from the one that serves. It begins with the first question. */
export interface RuleDesk {
  /** What the thread answers; BadInput and NoInput as the loader says. An aborted `signal` ends the question with its reason. */
  ask<K extends CallName>(name: K, ask: Calls[K]['ask'], watch?: Watch): Promise<Calls[K]['answer']>
  close(): Promise<void>
}

export function ruleDesk(start: WorkerStart): RuleDesk {
  const thread = workerCalls({
    ...{ entry: new URL('./worker.ts', import.meta.url), start, name: 'the thread of the rules' },
    gone: (cause) => cause,
  })
  return {
    ask: async <K extends CallName>(name: K, ask: Calls[K]['ask'], watch?: Watch) =>
      (await thread.ask({ name, ask } satisfies WorkerAsk<K>, watch)) as Calls[K]['answer'],
    close: () => thread.close(),
  }
}
