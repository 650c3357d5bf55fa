import type { Assessment, Page } from '../domain.ts'
import { FetchFailed } from '../errors.ts'
import type { Examined, Examiner } from '../examine.ts'
import { workerCalls } from '../worker/ask.ts'
import type { Question, Start } from './messages.ts'
import { sharedBytes } from './shared-bytes.ts'

const ENTRY = new URL('./examiner-thread.ts', import.meta.url)
/** Its own bounds: with them its heap is swept in time, and a page made to fill it ends the thread and not the sweep. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 }
/** One page takes milliseconds, one made to be slow seconds. */
const PATIENCE_MS = 60_000

/**
 * Reads pages and judges listings in a thread of its own, so that fetching and storing go on meanwhile; compiled rules live in
 * that thread alone. One that dies of a page, or does not come back from it, is replaced by one with the same rules: what was
 * asked of it may be asked again. BadInput and NoInput when rules or site files cannot be read.
 */
export async function startExaminer(start: Start): Promise<Examiner & { close(): Promise<void> }> {
  const thread = workerCalls({
    ...{ entry: ENTRY, start, name: 'the thread that reads pages', limits: LIMITS, patienceMs: PATIENCE_MS },
    // It began once with the same rules and files: what hinders it now (a page, memory mostly) may pass.
    gone: (cause) => new FetchFailed(cause.message, { again: true, cause }),
  })
  const ask = (question: Question): Promise<unknown> => thread.ask(question)
  const bytes = sharedBytes()
  const read = async (page: Page): Promise<unknown> => {
    const { shared, back } = bytes.lend(page.body)
    // Given back when the thread has answered, or is gone: it reads no page after that.
    return ask({ page: { ...page, body: shared } }).finally(back)
  }
  await thread.begin()
  return {
    read: (page) => read(page) as Promise<Examined>,
    assess: (input, checks) => ask({ input, checks }) as Promise<Assessment>,
    close: () => thread.close(),
  }
}
