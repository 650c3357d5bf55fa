import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Logger } from 'pino'
import { keepLooking, openNotifier } from '../notify/notifier.ts'
import type { SecretOf } from '../notify/settings.ts'
import { printOnce } from '../print/once.ts'
import { type RulesPlace, rulesOfHome } from '../rules/place.ts'
import { openConsole } from '../store/console/console.ts'
import { openStore } from '../store/store.ts'
import { checkInChild } from '../tips/check.ts'
import { settle } from '../tips/desk.ts'
import { makeApp } from './app.ts'
import type { World } from './ask.ts'
import { makeThrottle } from './auth/throttle.ts'
import { newToken, tokenHash } from './auth/tokens.ts'
import { checkQueue } from './check-queue.ts'
import { coverages } from './coverage.ts'
import { jobDesk } from './jobs.ts'
import { packJobs } from './pack-jobs.ts'
import { reportJobs } from './report-jobs.ts'
import { ruleShelf } from './rule-shelf.ts'
import { ruling } from './ruling.ts'
import { NO_SCHEDULE, type SweepingOptions, startSweeping } from './sweeping.ts'
import { type CheckUrl, tipChecks } from './tip-checks.ts'
import { urlChecks } from './url-checks.ts'

/** Sign-ins a minute from one address. */
const SIGN_INS = 10
/** Requests a minute with one token: two a second for hours are a copy of a large store in a day. */
const PROGRAM_REQUESTS = 120
/** Tips, and looks at what became of one, a minute from one address. */
const PUBLIC_TIPS = 5

export interface ServeOptions {
  readonly home: string
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly trustProxy: boolean
  /** Stands in the ledger for what the console itself writes. */
  readonly actor: string
  readonly log: Logger
  /** The browser that prints the reports of packs; null: the one that is found. */
  readonly chromium?: string | null
  /** The public form for tips is open, whatever the setting says. */
  readonly publicTips?: boolean
  /** How the address of a tip is checked; `soi check` in a process of its own where it is not given. */
  readonly checkUrl?: CheckUrl
  /** What notify.yaml names in the environment. */
  readonly secret?: SecretOf
  /** How sweeps are run from here; none are where it is not given. */
  readonly sweeping?: SweepingOptions
  readonly now?: () => Date
  /** The rules that are read, tried and changed here; those of the home where it is not given. */
  readonly rules?: RulesPlace
}

export interface RunningConsole {
  readonly url: string
  /** Where the first administrator is made; null where there is an account. */
  readonly firstLink: string | null
  close(): Promise<void>
}

const listen = (world: World, { host, port }: ServeOptions): Promise<HttpServer> =>
  new Promise((resolve, reject) => {
    const app = makeApp(world, (c) => ({ remoteAddress: getConnInfo(c).remote.address ?? '' }))
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server as HttpServer)) as HttpServer
    server.on('error', reject)
  })

/** Good for one use and one day; made anew at each start until somebody has used one. */
function firstLink(world: World, url: string): string | null {
  if (world.console.accounts.list().length > 0) return null
  const token = newToken()
  world.console.links.make(tokenHash(token), null)
  return `${url}/welcome/${token}`
}

const closed = (server: HttpServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })

/** Opens the store and serves the console until closed. CannotWrite, Busy, BadInput as the stores say. */
export async function startConsole(options: ServeOptions): Promise<RunningConsole> {
  const now = options.now ?? (() => new Date())
  const instant = () => now().toISOString()
  const store = await openStore(options.home, { actor: options.actor, now: instant })
  const accounts = openConsole(options.home, { now: instant })
  const { log, trustProxy, chromium = null } = options
  const throttle = makeThrottle(SIGN_INS, now)
  const programs = makeThrottle(PROGRAM_REQUESTS, now)
  const desk = { tips: accounts.tips, ledger: store.ledger, now }
  const notifier = await openNotifier(
    { store, tips: accounts.tips, outbox: accounts.outbox, now, log },
    options.home,
    options.secret ?? (() => null),
  ).catch(async (error: unknown) => {
    accounts.close()
    await store.close()
    throw error
  })
  const [queue, check] = [checkQueue(), options.checkUrl ?? checkInChild]
  const jobs = jobDesk({ jobs: accounts.jobs, home: store.home, log })
  const reportQueue = checkQueue()
  const print: World['print'] = (html, file, at) => printOnce({ chromium }, html, file, at)
  const world: World = {
    ...{ store, console: accounts, log, now, throttle, programs, trustProxy, notifier },
    rules: ruleShelf(store),
    ruling: ruling({ store, log, now, place: options.rules ?? rulesOfHome(options.home) }),
    coverages: coverages(store, now),
    packs: packJobs({ store, log, now, chromium }),
    print,
    reportJobs: reportJobs({ store, console: accounts, print, jobs, log, queue: reportQueue }),
    tipChecks: tipChecks({ store, log, check, desk, queue }),
    urlChecks: urlChecks({ store, log, check, jobs, queue }),
    jobs,
    tipThrottle: makeThrottle(PUBLIC_TIPS, now),
    publicTips: options.publicTips ?? false,
    sweeping: startSweeping({ store, console: accounts, log, now }, options.sweeping ?? NO_SCHEDULE),
  }
  const stopLooking = notifier && keepLooking(notifier, log)
  const closeStores = async () => {
    await stopLooking?.()
    await queue.close()
    await reportQueue.close()
    await world.sweeping.close()
    await world.packs.close()
    jobs.close()
    await world.ruling.close()
    accounts.close()
    await store.close()
  }
  try {
    await settle(desk)
    const server = await listen(world, options)
    const { address, port, family } = server.address() as AddressInfo
    const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
    return {
      url,
      firstLink: firstLink(world, url),
      close: async () => {
        await closed(server)
        await closeStores()
      },
    }
  } catch (error) {
    await closeStores()
    throw error
  }
}
