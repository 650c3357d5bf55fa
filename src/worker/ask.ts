import { launch, type Thread, type ThreadOptions, type Watch } from './thread.ts'

export interface WorkerCalls {
  /** Starts it before the first question; rejects with what hinders it. */
  begin(): Promise<void>
  /** What the thread answers, or throws. */
  ask(question: unknown, watch?: Watch): Promise<unknown>
  close(): Promise<void>
}

/**
 * Questions to a thread of its own. It begins with the first of them. One that dies, or does not come back from a question, is
 * replaced by the next question: what was asked of it is refused with `gone`.
 */
export function workerCalls(options: ThreadOptions): WorkerCalls {
  let current: Thread | null = null
  let closed = false
  let asked = 0
  const running = async (): Promise<Thread> => {
    if (closed) throw new Error(`${options.name} was closed`)
    const thread =
      current ??
      launch(options, (gone) => {
        if (current === gone) current = null
      })
    current = thread
    try {
      await thread.ready
    } catch (error) {
      await thread.close()
      throw error
    }
    return thread
  }
  return {
    begin: async () => {
      await running()
    },
    ask: async (question, watch = {}) => {
      const { signal } = watch
      signal?.throwIfAborted()
      const thread = await running().catch((cause: Error) => {
        throw options.gone(cause)
      })
      signal?.throwIfAborted()
      const id = asked++
      return new Promise((resolve, reject) => {
        thread.ask(id, question, { ...watch, resolve, reject })
        signal?.addEventListener('abort', () => thread.cancel(id, signal.reason), { once: true })
      })
    },
    close: async () => {
      closed = true
      await current?.close()
    },
  }
}
