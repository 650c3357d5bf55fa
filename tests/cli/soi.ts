import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../src/soi.mjs', import.meta.url))
export const ADAPTERS = fileURLToPath(new URL('../sites/adapters', import.meta.url))

export const tempHome = (): string => join(mkdtempSync(join(tmpdir(), 'soi-test-')), 'home')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The real command in a process of its own, in English. `started` gets it while it runs, to kill it. */
export function soi(
  home: string,
  argv: readonly string[],
  started?: (child: ReturnType<typeof spawn>) => void,
  options: { readonly uid?: number } = {},
): Promise<Ended> {
  const env = { ...process.env, SOI_HOME: home, SOI_LANG: 'en', SOI_OPERATOR: 'officer' }
  const child = spawn(process.execPath, [BIN, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  started?.(child)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}
