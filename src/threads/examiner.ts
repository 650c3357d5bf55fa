import { Worker } from 'node:worker_threads'
import type { Assessment } from '../domain.ts'
import { FetchFailed } from '../errors.ts'
import type { Examined, Examiner } from '../examine.ts'
import { type Answer, errorOf, type Question, type Start } from './messages.ts'

/** The thread starts under the same loader as the program itself. */
const ENTRY = `import(${JSON.stringify(new URL('../typescript.mjs', import.meta.url).href)})
  .then(() => import(${JSON.stringify(new URL('./examiner-thread.ts', import.meta.url).href)}))`

/** Its own bounds: with them its heap is swept in time, and a page made to fill it ends the thread and not the sweep. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }
/** One page takes milliseconds, one made to be slow seconds. */
const PATIENCE_MS = 60_000

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  /** It can work; rejects with what is wrong with rules or site files, or when it ends before. */
  readonly ready: Promise<void>
  ask(question: Question, waiting: Waiting): void
  readonly close: () => Promise<void>
}

/**
 * Reads pages and judges listings in a thread of its own, so that fetching and storing go on meanwhile; compiled rules live in
 * that thread alone. One that dies of a page, or does not come back from it, is replaced by one with the same rules: what was
 * asked of it may be asked again. BadInput and NoInput when rules or site files cannot be read.
 */
export async function startExaminer(start: Start): Promise<Examiner & { close(): Promise<void> }> {
  let current: Thread | null = null
  let closed = false
  let asked = 0
  const running = async (): Promise<Thread> => {
    if (closed) throw new Error('the thread that reads pages was closed')
    const thread =
      current ??
      launch(start, (gone) => {
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
  const ask = async (question: (id: number) => Question): Promise<unknown> => {
    const thread = await running().catch((cause: Error) => {
      // It began once with the same rules and files: what hinders it now (memory, mostly) may pass.
      throw new FetchFailed(cause.message, { again: true, cause })
    })
    return new Promise((resolve, reject) => thread.ask(question(asked++), { resolve, reject }))
  }
  await running()
  return {
    read: (page) => ask((id) => ({ id, page })) as Promise<Examined>,
    assess: (input, checks) => ask((id) => ({ id, input, checks })) as Promise<Assessment>,
    close: async () => {
      closed = true
      await current?.close()
    },
  }
}

function launch(start: Start, ended: (gone: Thread) => void): Thread {
  const worker = new Worker(ENTRY, { eval: true, workerData: start, name: 'examiner', resourceLimits: LIMITS })
  const waiting = new Map<number, Waiting>()
  let busy = true
  let heard = Date.now()
  const watch = setInterval(() => {
    if (busy && Date.now() - heard > PATIENCE_MS) void worker.terminate()
  }, PATIENCE_MS / 4).unref()
  const end = (why: string): void => {
    clearInterval(watch)
    ended(thread)
    for (const { reject } of waiting.values()) reject(new FetchFailed(why, { again: true }))
    waiting.clear()
  }
  const settle = (answer: Extract<Answer, { id: number }>): void => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('thrown' in answer) one?.reject(errorOf(answer.thrown))
    else one?.resolve(answer.value)
  }
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      heard = Date.now()
      if ('ready' in answer) resolve()
      else if ('unable' in answer) reject(errorOf(answer.unable))
      else settle(answer)
      busy = waiting.size > 0
    })
    worker.on('error', (error) => {
      end(`the thread that reads pages died: ${error.message}`)
      reject(error)
    })
    worker.on('exit', (code) => {
      end(`the thread that reads pages did not come back (${code})`)
      reject(new Error(`the thread that reads pages ended before it began (${code})`))
    })
  })
  const thread: Thread = {
    ready,
    ask: (question, one) => {
      worker.postMessage(question)
      if (!busy) heard = Date.now()
      busy = true
      waiting.set(question.id, one)
    },
    close: async () => {
      await worker.terminate()
    },
  }
  return thread
}
