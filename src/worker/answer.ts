import { parentPort } from 'node:worker_threads'
import { type FromThread, type ToThread, thrown } from './wire.ts'

/** One question while it is worked on. */
export interface Turn {
  onProgress(done: number): void
  /** Throws where nobody waits for the answer any more: long work asks now and then. */
  check(): void
}

const say = (message: FromThread): void => parentPort?.postMessage(message)

/**
 * Answers what is asked of this thread, each question as it comes, after `begin` has made ready what answers; what either throws
 * is thrown where it was asked. `Question` is what the other side asks: nothing checks that here.
 */
export async function answerCalls<Question>(
  begin: () => Promise<(question: Question, turn: Turn) => Promise<unknown>>,
): Promise<void> {
  const cancelled = new Map<number, boolean>()
  const turnOf = (id: number): Turn => ({
    onProgress: (progress) => say({ id, progress }),
    check: () => {
      if (cancelled.get(id)) throw new Error('cancelled')
    },
  })
  try {
    const answer = await begin()
    parentPort?.on('message', async (message: ToThread) => {
      if ('cancel' in message) {
        if (cancelled.has(message.cancel)) cancelled.set(message.cancel, true)
        return
      }
      const { id, question } = message
      cancelled.set(id, false)
      try {
        say({ id, answer: await answer(question as Question, turnOf(id)) })
      } catch (error) {
        say({ id, thrown: thrown(error) })
      } finally {
        cancelled.delete(id)
      }
    })
    say({ ready: true })
  } catch (error) {
    say({ unable: thrown(error) })
  }
}
