import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { CaptureBrowser } from '../capture/browser.ts'
import type { SignIn } from '../capture/sign-in.ts'
import type { FetchFile } from '../collect/types.ts'
import type { Sought } from '../domain.ts'
import { localTime } from '../i18n/format.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { sweepPlanMessages } from '../i18n/sweep-plan.ts'
import type { Reader } from '../images/ocr.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import type { SiteBook } from '../sites/load.ts'
import type { SweepKind } from '../store/api.ts'
import type { SweepPlan } from '../sweep/plan.ts'
import type { SweepWorld } from '../sweep/run.ts'
import { openChecks } from './checks-world.ts'
import type { Tools } from './command.ts'
import { visitProgress } from './progress.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What the command that runs it needs beside. */
interface Told {
  readonly endProgress: () => void
  /** The rules as they are read: for their titles. */
  readonly rules: () => Promise<Ruleset>
}

/** Opens store, rules, sites and browser for one run, and closes them whatever happens. */
export async function withSweepWorld<T>(
  tools: Tools,
  plan: SweepPlan,
  kind: SweepKind,
  use: (world: SweepWorld & Told) => Promise<T>,
): Promise<T> {
  const { openStore } = await import('../store/store.ts')
  const { loadSignIn } = await import('../capture/sign-in.ts')
  const { loadSites } = await import('../sites/load.ts')
  const book = await loadSites(tools.siteFolders)
  const { ruleset, examiner, whole, close } = await examinerFor(tools, book, kind)
  const signIn = plan.session ? await loadSignIn(plan.session.state, plan.session.hosts) : null
  const store = await openStore(tools.home, { actor: tools.operator })
  const progress = visitProgress(tools)
  const browser = await browserFor(tools, plan, signIn)
  const checks = await openChecks(tools, store)
  const pictures = picturesFor(tools, plan)
  try {
    return await use({
      store,
      book,
      ruleset,
      examiner,
      checks: checks.gather,
      browser,
      pictures,
      crawl: { browser: { chromium: tools.chromium, root: ROOT }, log: tools.log, signal: tools.signal, signIn },
      operator: tools.operator,
      onVisit: progress.show,
      onPause: (until) => tools.err(sweepPlanMessages(tools.lang).paused(localTime(until, tools.lang))),
      endProgress: progress.end,
      rules: whole,
    })
  } finally {
    progress.end()
    checks.close()
    await pictures?.close()
    await browser?.close()
    await close()
    await store.close()
  }
}

/**
 * A sweep of many pages is read by a thread beside the one that fetches and stores; a check is over before that has started,
 * and on a single core there is nothing to gain.
 */
async function examinerFor(tools: Tools, book: SiteBook, kind: SweepKind) {
  const { loadRules, namesOf } = await import('../rules/load.ts')
  const { ruleFiles } = await import('../rules/place.ts')
  // Read once: what is edited meanwhile is of the next sweep.
  const rules = await ruleFiles(tools.rulesFolder)
  if (kind === 'sweep' && availableParallelism() > 1) {
    const { startExaminer } = await import('../threads/examiner.ts')
    const { close, ...examiner } = await startExaminer({ rules, siteFolders: tools.siteFolders })
    return { ruleset: namesOf(rules), examiner, whole: () => loadRules(rules), close }
  }
  const { examinerOf } = await import('../examine.ts')
  const ruleset = await loadRules(rules)
  return { ruleset, examiner: examinerOf(book, ruleset), whole: async () => ruleset, close: async () => {} }
}

/**
 * Starts at the first capture: most runs flag nothing. Without a browser a run still reads over HTTP;
 * that nothing can be captured is said before it starts.
 */
async function browserFor(tools: Tools, plan: SweepPlan, signIn: SignIn | null) {
  const { findBrowser } = await import('../find-browser.mjs')
  if (!findBrowser({ chromium: tools.chromium, root: ROOT })) {
    tools.err(sweepMessages(tools.lang).noBrowser)
    return null
  }
  let opened: Promise<CaptureBrowser> | null = null
  const open = async () => {
    const { openBrowser } = await import('../capture/browser.ts')
    const { USER_AGENT } = await import('../collect/identity.ts')
    const { chromium, log } = tools
    return openBrowser({ chromium, root: ROOT, allowPrivate: plan.allow_private, userAgent: USER_AGENT, log, signIn })
  }
  return {
    async capture(url: string, sought: readonly Sought[]) {
      // A start that failed (a machine under load) is tried again at the next capture.
      opened ??= open().catch((error: unknown) => {
        opened = null
        throw error
      })
      return (await opened).capture(url, sought)
    },
    async close() {
      await (await opened)?.close()
    },
  }
}

/** The reader starts at the first picture: most runs look at none. */
function picturesFor(tools: Tools, plan: SweepPlan) {
  if (plan.ocr === 'off' || plan.limits.pictures === 0) return null
  let left = plan.limits.pictures
  let opened: Promise<Reader> | null = null
  const open = async () => (await import('../images/ocr.ts')).openReader()
  return {
    async look(urls: readonly string[], fetch: FetchFile) {
      const { lookAt } = await import('../images/look.ts')
      opened ??= open()
      return lookAt(urls, { fetch, reader: await opened, spend: () => !tools.signal.aborted && left-- > 0 })
    },
    async close() {
      await (await opened)?.close()
    },
  }
}
