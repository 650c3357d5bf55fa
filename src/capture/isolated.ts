import type { CDPSession } from 'playwright'
import { within } from './visit.ts'

/** Scripts of ours in a world of its own: they see the page's DOM, and no script of the page sees or changes them. */
export interface Isolated {
  /** Runs a function, given as its source, with plain data; null when it, or the promise it gives, took longer than it may. */
  run<T>(source: string, argument: unknown): Promise<T | null>
}

/** Null when a page's scripts leave the browser no time. `ms`: for this, and for each run. */
export async function isolatedWorld(cdp: CDPSession, ms: number): Promise<Isolated | null> {
  const made = makeWorld(cdp)
  if (!(await within(ms, made))) return null
  const contextId = await made
  return {
    async run<T>(source: string, argument: unknown) {
      const expression = `(${source})(${JSON.stringify(argument)})`
      const work = cdp.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
        timeout: ms,
      })
      if (!(await within(ms * 2, work))) return null
      const { result, exceptionDetails } = await work
      if (exceptionDetails === undefined) return result.value as T
      const why = exceptionDetails.exception?.description ?? exceptionDetails.text
      if (/terminated|timed out/i.test(why)) return null
      throw new Error(why)
    },
  }
}

async function makeWorld(cdp: CDPSession): Promise<number> {
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const world = { frameId: frameTree.frame.id, worldName: 'soi' }
  return (await cdp.send('Page.createIsolatedWorld', world)).executionContextId
}
