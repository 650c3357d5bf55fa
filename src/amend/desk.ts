import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { BadInput, EvidenceBroken, NoInput } from '../errors.ts'
import type { CallName, Calls } from './types.ts'
import type { WorkerAsk, WorkerSays, WorkerStart } from './wire.ts'

interface Watch {
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/** The thread that holds the rules, asked from the one that serves. It begins with the first question. */
export interface RuleDesk {
  /** What the thread answers; BadInput and NoInput as the loader says. An aborted `signal` ends the question with its reason. */
  ask<K extends CallName>(name: K, ask: Calls[K]['ask'], watch?: Watch): Promise<Calls[K]['answer']>
  close(): Promise<void>
}

interface Waiting extends Watch {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/** Errors keep their meaning across threads. */
const errorOf = ({ kind, message }: { readonly kind: string; readonly message: string }): Error => {
  const known = { BadInput, NoInput, EvidenceBroken }[kind]
  return known ? new known(message) : new Error(message)
}

const ENTRY = new URL('./worker.ts', import.meta.url)
const TYPESCRIPT = fileURLToPath(new URL('../typescript.mjs', import.meta.url))

export function ruleDesk(start: WorkerStart): RuleDesk {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  // A thread that fails is heard twice, and a question in between has begun another.
  const ended = (made: Worker, error: Error): void => {
    if (worker !== made) return
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const heard = (said: WorkerSays): void => {
    const one = waiting.get(said.id)
    if ('progress' in said) {
      one?.onProgress?.(said.progress)
      return
    }
    waiting.delete(said.id)
    if ('error' in said) one?.reject(errorOf(said.error))
    else one?.resolve(said.answer as never)
  }
  const running = (): Worker => {
    if (worker) return worker
    const made = new Worker(ENTRY, { workerData: start, execArgv: ['--import', TYPESCRIPT] })
    made.on('message', heard)
    made.on('error', (error) => ended(made, error))
    made.on('exit', () => ended(made, new Error('the thread of the rules ended')))
    worker = made
    return made
  }

  return {
    ask: (name, ask, watch = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last
        const { signal } = watch
        if (signal?.aborted) return reject(signal.reason)
        waiting.set(id, { ...watch, resolve, reject })
        const thread = running()
        thread.postMessage({ id, name, ask } satisfies WorkerAsk<CallName>)
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(id)) return
          thread.postMessage({ cancel: id })
          reject(signal.reason)
        })
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
