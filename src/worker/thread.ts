import { fileURLToPath } from 'node:url'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { errorOf, type FromThread, type ToThread } from './wire.ts'

/** A thread is loaded as the program itself is. */
const TYPESCRIPT = new URL('../typescript.mjs', import.meta.url)

export interface ThreadOptions {
  /** The file that the thread runs; it calls `answerCalls`. */
  readonly entry: URL
  /** What the thread is started with. */
  readonly start: unknown
  /** As an error calls it: `the thread that reads pages`. */
  readonly name: string
  readonly limits?: ResourceLimits
  /** A thread that was asked and says nothing for so long is ended. Without it, it may take any time. */
  readonly patienceMs?: number
  /** What a question is refused with whose thread ended, or could not be started again. */
  readonly gone: (cause: Error) => Error
}

export interface Watch {
  readonly onProgress?: (done: number) => void
  /** Aborted: the question is refused with its reason, and the thread is told. */
  readonly signal?: AbortSignal
}

interface Waiting extends Watch {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

export interface Thread {
  /** It can work; rejects with what hinders it, or when it ends before. */
  readonly ready: Promise<void>
  ask(id: number, question: unknown, waiting: Waiting): void
  cancel(id: number, reason: Error): void
  readonly close: () => Promise<void>
}

// Longer than most: everything that is heard of one thread.
/** Starts a thread; `ended` is told once it is over, before what it was asked is refused. */
export function launch(
  { entry, start, name, limits, patienceMs, gone }: ThreadOptions,
  ended: (thread: Thread) => void,
): Thread {
  const worker = new Worker(TYPESCRIPT, {
    ...{ workerData: start, argv: [fileURLToPath(entry)], execArgv: [] },
    ...(limits ? { resourceLimits: limits } : {}),
  })
  const waiting = new Map<number, Waiting>()
  let busy = true
  let heard = Date.now()
  const watch =
    patienceMs === undefined
      ? undefined
      : setInterval(() => {
          if (busy && Date.now() - heard > patienceMs) void worker.terminate()
        }, patienceMs / 4).unref()
  const say = (message: ToThread): void => worker.postMessage(message)
  const end = (cause: Error): void => {
    clearInterval(watch)
    ended(thread)
    for (const { reject } of waiting.values()) reject(gone(cause))
    waiting.clear()
  }
  const settle = (said: Exclude<FromThread, { ready: true } | { unable: unknown }>): void => {
    const one = waiting.get(said.id)
    if ('progress' in said) {
      one?.onProgress?.(said.progress)
      return
    }
    waiting.delete(said.id)
    if ('thrown' in said) one?.reject(errorOf(said.thrown))
    else one?.resolve(said.answer)
  }
  const ready = new Promise<void>((resolve, reject) => {
    const over = (cause: Error): void => {
      end(cause)
      reject(cause)
    }
    worker.on('message', (said: FromThread) => {
      heard = Date.now()
      if ('ready' in said) resolve()
      else if ('unable' in said) reject(errorOf(said.unable))
      else settle(said)
      busy = waiting.size > 0
    })
    worker.on('error', (error) => over(new Error(`${name} died: ${error.message}`, { cause: error })))
    worker.on('exit', (code) => over(new Error(`${name} did not come back (${code})`)))
  })
  const thread: Thread = {
    ready,
    ask: (id, question, one) => {
      waiting.set(id, one)
      if (!busy) heard = Date.now()
      busy = true
      say({ id, question })
    },
    cancel: (id, reason) => {
      const one = waiting.get(id)
      if (!waiting.delete(id)) return
      say({ cancel: id })
      one?.reject(reason)
    },
    close: async () => {
      await worker.terminate()
    },
  }
  return thread
}
