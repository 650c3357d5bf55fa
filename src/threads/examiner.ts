import type { Assessment, Page } from '../domain.ts'
import { FetchFailed } from '../errors.ts'
import type { Examined, Examiner } from '../examine.ts'
import { type WorkerCalls, workerCalls } from '../worker/ask.ts'
import { setHeapFlags } from './heap-flags.ts'
import { type Load, mayShare, watchLoad } from './load.ts'
import type { Question, Start } from './messages.ts'
import { sharedBytes } from './shared-bytes.ts'

const ENTRY = new URL('./examiner-thread.ts', import.meta.url)
/**
 * Its own bounds: with them its heap is swept in time, and a page made to fill it ends the thread and not the sweep. Twice the
 * young generation (32) costs 30 MB and reads no page faster.
 */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 }
/** One page takes milliseconds, one made to be slow seconds. */
const PATIENCE_MS = 60_000

/** One of the threads, and how many questions it has before it. */
interface Reader extends Pick<WorkerCalls, 'ask' | 'begin' | 'close'> {
  readonly waiting: () => number
}

function readerOf(start: Start): Reader {
  const calls = workerCalls({
    ...{ entry: ENTRY, start, name: 'the thread that reads pages', limits: LIMITS, patienceMs: PATIENCE_MS },
    // It began once with the same rules and files: what hinders it now (a page, memory mostly) may pass.
    gone: (cause) => new FetchFailed(cause.message, { again: true, cause }),
  })
  let waiting = 0
  const ask = (question: unknown): Promise<unknown> => {
    waiting++
    return calls.ask(question).finally(() => {
      waiting--
    })
  }
  return { ...calls, ask, waiting: () => waiting }
}

/**
 * Reads pages and judges listings in a thread of its own, so that fetching and storing go on meanwhile; compiled rules live in
 * that thread alone. One that dies of a page, or does not come back from it, is replaced by one with the same rules: what was
 * asked of it may be asked again. A second one joins it where pages come faster than one reads them and the machine has room.
 * BadInput and NoInput when rules or site files cannot be read.
 */
export async function startExaminer(
  start: Start,
  load: Load | null = mayShare() ? watchLoad() : null,
): Promise<Examiner & { close(): Promise<void> }> {
  setHeapFlags()
  const first = readerOf(start)
  let second: Reader | null = null
  let ready = false
  const ask = (question: Question): Promise<unknown> => {
    const idler = ready && second !== null && second.waiting() < first.waiting() ? second : first
    return idler.ask(question)
  }
  const join = (): void => {
    if (second !== null) return
    second = readerOf(start)
    second.begin().then(
      () => {
        ready = true
      },
      () => undefined, // The first reads on alone, as before.
    )
  }
  const bytes = sharedBytes()
  const read = async (page: Page): Promise<unknown> => {
    const { shared, back } = bytes.lend(page.body)
    load?.asked()
    // Given back when the thread has answered, or is gone: it reads no page after that.
    return ask({ page: { ...page, body: shared } }).finally(() => {
      back()
      if (load?.answered()) join()
    })
  }
  await first.begin()
  return {
    read: (page) => read(page) as Promise<Examined>,
    assess: (input, checks) => ask({ input, checks }) as Promise<Assessment>,
    close: async () => {
      await Promise.all([first.close(), second?.close()])
    },
  }
}
