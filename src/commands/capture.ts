import { fileURLToPath } from 'node:url'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { captureMessages } from '../i18n/capture.ts'
import type { ImportWorld } from '../import/take.ts'
import { browse } from './capture-browse.ts'
import { keptJson, keptLines } from './capture-told.ts'
import type { Command, Tools } from './command.ts'
import { type SessionOptions, sessionOf, withSession } from './session-options.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

interface Options extends SessionOptions {
  readonly browse?: boolean
  readonly headless?: boolean
  readonly allowPrivate?: boolean
  readonly json?: boolean
}

async function capture(tools: Tools, address: string, options: Options): Promise<ExitCode> {
  const t = captureMessages(tools.lang)
  if (options.browse && options.session !== undefined) throw new BadInput(t.sessionBrowse)
  const { checkUrl } = await import('../sites/urls.ts')
  const { withImportWorld } = await import('./import-world.ts')
  const url = checkUrl(address).href
  return withImportWorld(tools, (world) =>
    options.browse ? browsed(url, options, world, tools) : one(url, options, world, tools),
  )
}

async function browsed(url: string, options: Options, world: ImportWorld, tools: Tools): Promise<ExitCode> {
  const t = captureMessages(tools.lang)
  const { openMarking } = await import('../import/marked.ts')
  if (!options.headless && !tools.display) tools.err(t.noDisplay)
  const headless = options.headless === true || !tools.display
  const marking = await openMarking('browse', url, null, world)
  const wish = { url, headless, allowPrivate: options.allowPrivate ?? false, json: options.json ?? false }
  const kept = await browse(wish, marking, world, tools).finally(() => marking.end())
  tools.err(t.ended(kept.ids.length, marking.run))
  if (kept.flagged) return ExitCode.Flagged
  return kept.ids.length > 0 ? ExitCode.Ok : ExitCode.NothingRead
}

async function one(url: string, options: Options, world: ImportWorld, tools: Tools): Promise<ExitCode> {
  const t = captureMessages(tools.lang)
  const { openBrowser } = await import('../capture/browser.ts')
  const { loadSignIn } = await import('../capture/sign-in.ts')
  const { USER_AGENT: userAgent } = await import('../collect/identity.ts')
  const { openMarking } = await import('../import/marked.ts')
  const { chromium, log } = tools
  const allowPrivate = options.allowPrivate ?? false
  const { session } = sessionOf(options, tools)
  const signIn = session ? await loadSignIn(session.state, session.hosts) : null
  const browser = await openBrowser({ chromium, root: ROOT, allowPrivate, userAgent, log, signIn, print: true })
  try {
    const marking = await openMarking('capture', url, signIn?.ref ?? null, world)
    const { taken, marked } = await browser
      .captureThen(url, async (taken, marker) => ({ taken, marked: await marking.mark(taken, marker) }))
      .finally(() => marking.end())
    const ids = await world.store.sightings.ids({ sweep: marking.run })
    if (options.json) tools.out(await keptJson(marked, ids, world.store))
    else for (const line of keptLines(1, marked, taken, ids, tools)) tools.out(line)
    tools.err(t.ended(1, marking.run))
    return marked.sightings.some(({ assessment }) => assessment.flagged) ? ExitCode.Flagged : ExitCode.Ok
  } finally {
    await browser.close()
  }
}

export const command: Command = {
  name: 'capture',
  declare(program, lang, act) {
    const t = captureMessages(lang)
    const command = program
      .command('capture')
      .description(t.about)
      .argument('<url>', t.url)
      .option('--browse', t.browse)
      .option('--headless', t.headless)
      .option('--allow-private', t.allowPrivate)
      .option('--json', t.json)
    withSession(command, lang).action(act(capture))
  },
}
