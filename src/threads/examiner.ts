import { Worker } from 'node:worker_threads'
import type { Assessment, Sha256 } from '../domain.ts'
import { BadInput, FetchFailed } from '../errors.ts'
import type { Examined, Examiner } from '../examine.ts'
import { writtenTo } from '../rules/place.ts'
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
  /** The hash of its rules, once it has read them. */
  readonly ready: Promise<Sha256>
  ask(question: Question, waiting: Waiting): void
  readonly close: () => Promise<void>
}

/**
 * Reads pages and judges listings in a thread of its own, so that fetching and storing go on meanwhile. Rules live in that
 * thread alone. One that dies of a page, or does not come back from it, is replaced: what was asked of it is asked for again.
 * @param hash of the rules that the sweep is recorded under. BadInput when the folder holds others by now.
 */
export async function startExaminer(start: Start, hash: Sha256): Promise<Examiner & { close(): Promise<void> }> {
  let current: Thread | null = null
  let asked = 0
  const running = async (): Promise<Thread> => {
    const thread =
      current ??
      launch(start, (gone) => {
        if (current === gone) current = null
      })
    current = thread
    const own = await thread.ready.catch(async (error: unknown) => {
      await thread.close()
      throw error
    })
    if (own === hash) return thread
    await thread.close()
    throw new BadInput(`${writtenTo(start.rulesFolder)}: the rules changed while they were read; start again`)
  }
  const ask = async (question: (id: number) => Question): Promise<unknown> => {
    const thread = await running()
    return new Promise((resolve, reject) => thread.ask(question(asked++), { resolve, reject }))
  }
  await running()
  return {
    read: (page) => ask((id) => ({ id, page })) as Promise<Examined>,
    assess: (input, checks) => ask((id) => ({ id, input, checks })) as Promise<Assessment>,
    close: async () => current?.close(),
  }
}

function launch(start: Start, ended: (gone: Thread) => void): Thread {
  const worker = new Worker(ENTRY, { eval: true, workerData: start, name: 'examiner', resourceLimits: LIMITS })
  const waiting = new Map<number, Waiting>()
  let heard = Date.now()
  const watch = setInterval(() => {
    if (waiting.size > 0 && Date.now() - heard > PATIENCE_MS) void worker.terminate()
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
    heard = Date.now()
    if ('thrown' in answer) one?.reject(errorOf(answer.thrown))
    else one?.resolve(answer.value)
  }
  const ready = new Promise<Sha256>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if ('ready' in answer) resolve(answer.ready)
      else if ('unable' in answer) reject(errorOf(answer.unable))
      else settle(answer)
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
      if (waiting.size === 0) heard = Date.now()
      waiting.set(question.id, one)
      worker.postMessage(question)
    },
    close: async () => {
      await worker.terminate()
    },
  }
  return thread
}
