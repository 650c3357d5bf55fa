import type { CDPSession } from 'playwright'
import { isolatedWorld } from './isolated.ts'

const STEPS = 40
/** The script ends itself before its answer is no longer waited for: nothing may scroll while the page is painted. */
const SCROLL_MS = 10_000
const ANSWER_MS = 12_000
/** For pictures that were asked for and have not come. */
const PICTURES_MS = 2_000

/** Pictures without their bytes when it ends, and whether it came to the end of the page. */
type Left = { readonly waiting: number; readonly inTime: boolean } | 'hindered'

// A string, for the page's own world knows nothing of the helpers that a TypeScript loader adds to functions.
const SCROLL = `async () => {
  const until = performance.now() + ${SCROLL_MS}
  const pause = (ms) => new Promise((done) => setTimeout(done, ms))
  // What a page loads when it comes into view it learns from a painted frame, which may be late on a busy machine and
  // never comes in a tab that nobody sees.
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const painted = () => Promise.race([frames(), pause(1000)])
  // An element named images or scrollingElement takes the place of what the document calls so.
  const own = (name) => Reflect.get(Document.prototype, name, document)
  try {
    const root = own('scrollingElement') ?? own('documentElement')
    let inTime = true
    for (let i = 0; i < ${STEPS} && root.scrollTop + innerHeight < root.scrollHeight; i += 1) {
      if (performance.now() > until) { inTime = false; break }
      root.scrollTo({ top: root.scrollTop + innerHeight, behavior: 'instant' })
      await Promise.all([pause(60), painted()])
    }
    // One that is not shown is never asked for, and is in no picture of the page.
    const waiting = () => [...own('images')].filter((image) => !image.complete && image.getClientRects().length > 0).length
    const patience = Math.min(until, performance.now() + ${PICTURES_MS})
    while (waiting() > 0 && performance.now() < patience) await pause(50)
    root.scrollTo({ top: 0, behavior: 'instant' })
    await painted()
    return { waiting: waiting(), inTime }
  } catch {
    return 'hindered'
  }
}`

/**
 * Scrolls through the page once, so that lazy pictures load, waits a little for them, and goes back to the top; what it did
 * not get is said. In a world of its own: a page's scripts can neither hinder nor answer it.
 */
export async function loadLazy(cdp: CDPSession): Promise<readonly string[]> {
  const world = await isolatedWorld(cdp, ANSWER_MS / 2)
  const left = await world?.run<Left>(SCROLL, null)
  if (!left) return [`lazy pictures: not all loaded after ${ANSWER_MS / 1000} s`]
  if (left === 'hindered') return ['lazy pictures: the page could not be scrolled through']
  if (!left.inTime) return [`lazy pictures: not all loaded after ${SCROLL_MS / 1000} s`]
  return left.waiting === 0 ? [] : [`lazy pictures: ${left.waiting} had not loaded when the picture was taken`]
}
