import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openConsole } from '../../src/store/console/console.ts'
import type { TokenGround } from './programs.ts'

const BIN = fileURLToPath(new URL('../../src/soi.mjs', import.meta.url))

export interface Serving {
  /** What tokenOf needs of a desk. */
  readonly desk: TokenGround
  /** Ends it, and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>
}

interface How {
  readonly argv?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** What the shell is told before, as `ulimit -f 100;`. */
  readonly limit?: string
}

const clock = { now: () => new Date(), forward: () => {} }

async function urlOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stdout?.setEncoding('utf8')
  for await (const text of child.stdout ?? []) {
    said += text
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    if (url) return url
  }
  throw new Error(`the server ended before it served: ${said}`)
}

/** `soi serve` over a home, in a process of its own. */
export async function serving(
  home: string,
  { argv = ['--no-schedule'], env = {}, limit = '' }: How = {},
): Promise<Serving> {
  const words = [
    '-c',
    `${limit} exec "$0" "$@"`,
    process.execPath,
    BIN,
    '--home',
    home,
    '--lang',
    'en',
    'serve',
    '--port',
    '0',
  ]
  const child = spawn('bash', [...words, ...argv], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = once(child, 'exit')
  const url = await urlOf(child)
  child.stdout?.resume()
  return {
    desk: { home, clock, console: { url } },
    end: async (signal) => {
      child.kill(signal)
      await gone
    },
  }
}

/** The accounts that programs of a test have tokens of. */
export function withAccounts(home: string): void {
  const store = openConsole(home, { now: () => new Date().toISOString() })
  for (const role of ['analyst', 'reviewer'] as const)
    store.accounts.create({ name: role, displayName: role, role, unit: 'QLTT-01', createdBy: 'test' })
  store.close()
}
