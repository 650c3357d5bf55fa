import { Option } from 'commander'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { OCR_POLICIES, type OcrPolicy } from '../images/policy.ts'
import type { SweepPlan } from '../sweep/plan.ts'
import type { Command, Tools } from './command.ts'
import { type SessionOptions, sessionOf, withSession } from './session-options.ts'

interface Options extends SessionOptions {
  readonly max: string
  readonly rate: string
  readonly allowPrivate?: boolean
  readonly ignoreRobots?: string
  readonly ocr: OcrPolicy
  readonly json?: boolean
}

/** An answer within a minute, even where a server never gives one. */
const PATIENCE = { timeoutMs: 15_000, attempts: 2 } as const

/** Reading one takes a second or two, and somebody waits. */
const PICTURES = 30

const positive = (text: string, tools: Tools): number => {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new BadInput(sweepMessages(tools.lang).badNumber(text))
}

/** A check is a small sweep of what was pasted: the front page's categories, their listings, and no further. */
function planOf(urls: readonly string[], max: number, options: Options, tools: Tools): SweepPlan {
  return {
    name: `check ${urls[0]}`,
    targets: [...urls],
    keywords: [],
    // Index pages beside the listings themselves: enough to find them, bounded so that an answer comes.
    limits: {
      visits: max * 2 + urls.length + 20,
      minutes: 10,
      depth: 2,
      pictures: options.ocr === 'all' ? max * 6 : PICTURES,
    },
    ocr: options.ocr,
    rate: { per_host_per_second: positive(options.rate, tools), concurrency: 4 },
    allow_private: options.allowPrivate ?? false,
    ...(options.ignoreRobots === undefined ? {} : { ignore_robots: { reason: options.ignoreRobots } }),
    ...sessionOf(options, tools),
  }
}

/** The one-off check: any URL in, one screen out, evidence kept of what is flagged. */
async function check(tools: Tools, urls: readonly string[], options: Options): Promise<ExitCode> {
  const t = sweepMessages(tools.lang)
  const { checkUrl } = await import('../sites/urls.ts')
  const targets = urls.map((url) => checkUrl(url).href)
  const plan = planOf(targets, positive(options.max, tools), options, tools)
  const { withSweepWorld } = await import('./sweep-world.ts')
  const { runSweep } = await import('../sweep/run.ts')
  const { printRun, readAnything, runJson } = await import('./sweep-report.ts')
  tools.err(t.checking(urls.length))
  return withSweepWorld(tools, plan, 'check', async (world) => {
    const result = await runSweep(plan, world, {
      kind: 'check',
      fresh: true,
      maxListings: positive(options.max, tools),
      patience: PATIENCE,
    })
    world.endProgress()
    if (options.json) tools.out(JSON.stringify(await runJson(result, world.store)))
    else await printRun(result, world.store, world.rules, tools)
    if (result.end === 'interrupted') return ExitCode.Interrupted
    if (result.flagged.length) return ExitCode.Flagged
    if (result.listings) return ExitCode.Ok
    return readAnything(result.coverage) ? ExitCode.NotAListing : ExitCode.NothingRead
  })
}

export const command: Command = {
  name: 'check',
  declare(program, lang, act) {
    const t = sweepMessages(lang)
    const command = program
      .command('check')
      .description(t.checkAbout)
      .argument('<url...>', t.checkUrls)
      .option('--max <n>', t.max, '40')
      .option('--rate <n>', t.rate, '2')
      .option('--allow-private', t.allowPrivate)
      .option('--ignore-robots <reason>', t.ignoreRobots)
      .addOption(new Option('--ocr <which>', t.ocr).choices(OCR_POLICIES).default('flagged'))
      .option('--json', t.json)
    withSession(command, lang).action(act(check))
  },
}
