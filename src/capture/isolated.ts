import type { CDPSession } from 'playwright'
import { within } from './visit.ts'

/** Scripts of ours in a world of its own: they see the page's DOM, and no script of the page sees or changes them. */
export interface Isolated {
  /** Runs a function, given as its source, with plain data; null when it took longer. */
  run<T>(source: string, argument: unknown): Promise<T | null>
}

const RUN_MS = 5_000

export async function isolatedWorld(cdp: CDPSession): Promise<Isolated> {
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'soi-marks',
  })
  return {
    async run<T>(source: string, argument: unknown) {
      const work = cdp.send('Runtime.evaluate', {
        expression: `(${source})(${JSON.stringify(argument)})`,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
        timeout: RUN_MS,
      })
      if (!(await within(RUN_MS * 2, work))) return null
      const { result, exceptionDetails } = await work
      if (exceptionDetails === undefined) return result.value as T
      if (/terminated|timed out/i.test(exceptionDetails.exception?.description ?? exceptionDetails.text)) return null
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    },
  }
}
