import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import PQueue from 'p-queue'
import type { Page as Tab } from 'playwright'
import { BadInput, FetchFailed, Refused } from '../errors.ts'
import { captureMessages } from '../i18n/capture.ts'
import type { Marking } from '../import/marked.ts'
import type { ImportWorld } from '../import/take.ts'
import { keptJson, keptLines } from './capture-told.ts'
import type { Tools } from './command.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface BrowseWish {
  readonly url: string
  readonly headless: boolean
  readonly allowPrivate: boolean
  readonly json: boolean
}

/** Every sighting that was kept, and whether it is flagged. */
export interface Kept {
  readonly ids: number[]
  flagged: boolean
}

/** Lets an officer browse until they end it; keeps each page they mark. Throws Unavailable without a browser. */
export async function browse(wish: BrowseWish, marking: Marking, world: ImportWorld, tools: Tools): Promise<Kept> {
  const t = captureMessages(tools.lang)
  const { openBrowsing } = await import('../capture/browse.ts')
  const profile = join(tools.home, 'browser-profile')
  const kept: Kept = { ids: [], flagged: false }
  const told: string[] = []
  const queue = new PQueue({ concurrency: 1 })
  const { chromium, log } = tools
  const mark = (tab: Tab | null) => void queue.add(() => keepTab(tab))
  const { headless, allowPrivate } = wish
  const browsing = await openBrowsing({ chromium, root: ROOT, profile, headless, allowPrivate, log, onMark: mark })
  async function keepTab(tab: Tab | null): Promise<void> {
    try {
      if (tab === null) throw new BadInput(t.noTab)
      const capture = await browsing.capture(tab)
      const marked = await marking.mark(capture, browsing.marker(tab))
      const ids = (await world.store.sightings.ids({ sweep: marking.run })).slice(kept.ids.length)
      kept.ids.push(...ids)
      kept.flagged ||= marked.sightings.some(({ assessment }) => assessment.flagged)
      const lines = keptLines(told.length + 1, marked, capture, ids, tools)
      told.push(lines.join('\n'))
      tools.out(wish.json ? await keptJson(marked, ids, world.store) : lines.join('\n'))
    } catch (error) {
      // A page that cannot be kept (closed, crashed, blank) is said; the officer goes on.
      if (['CannotWrite', 'EvidenceBroken', 'Busy'].includes((error as Error).name)) throw error
      tools.err(t.notKept((error as Error).message.split('\n', 1)[0] ?? ''))
    }
  }
  try {
    tools.err(`${t.profile(profile)}\n${t.keys}`)
    await browsing.goto(wish.url).catch((error: unknown) => {
      if (error instanceof Refused || error instanceof BadInput || error instanceof FetchFailed) throw error
      tools.err((error as Error).message.split('\n', 1)[0] ?? '') // shown in the window too; the officer may go elsewhere
    })
    await untilEnded({ browsing, mark, told, tools, headless })
    await queue.onIdle()
  } finally {
    await browsing.close()
  }
  return kept
}

interface Talk {
  readonly browsing: { current(): Promise<Tab | null>; readonly closed: Promise<void> }
  readonly mark: (tab: Tab | null) => void
  readonly told: readonly string[]
  readonly tools: Tools
  readonly headless: boolean
}

/** Ends at q, at Ctrl-C, when the browser is closed, and where nobody can type and there is no window. */
async function untilEnded({ browsing, mark, told, tools, headless }: Talk): Promise<void> {
  const t = captureMessages(tools.lang)
  const lines = createInterface({ input: tools.stdin })
  const aborted = new Promise<void>((done) => tools.signal.addEventListener('abort', () => done(), { once: true }))
  const typed = (async () => {
    for await (const line of lines) {
      const word = line.trim().toLowerCase()
      if (word === 'q') return
      if (word === 'l') tools.err(told.length ? told.join('\n') : t.none)
      else if (word === '') mark(await browsing.current())
      else tools.err(t.keys)
    }
    if (!headless) await browsing.closed
  })()
  try {
    await Promise.race([typed, browsing.closed, aborted])
  } finally {
    lines.close()
  }
}
