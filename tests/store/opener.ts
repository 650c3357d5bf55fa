import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { openConsole } from '../../src/store/console/console.ts'
import { openRegistries } from '../../src/store/registry/registries.ts'
import { openStore } from '../../src/store/store.ts'

/**
 * Opens each home when the moment comes that it reads from standard input, the next one a step later, and prints what
 * went wrong: `node src/typescript.mjs opener.ts <store | console | registries> <step in ms> <home> ...`.
 */
const [what = '', step = '', ...homes] = process.argv.slice(2)
const now = () => new Date().toISOString()

const OPEN: Readonly<Record<string, (home: string) => Promise<void>>> = {
  store: async (home) => (await openStore(home, { actor: 'opener' })).close(),
  console: async (home) => openConsole(home, { now }).close(),
  registries: async (home) => openRegistries(home, { actor: 'opener', now, readOnly: false }).close(),
}

const open = OPEN[what]
if (!open) throw new Error(`nothing opens ${what}`)
writeSync(1, 'ready\n')
const [moment] = await once(process.stdin, 'data')
for (const [n, home] of homes.entries()) {
  while (Date.now() < Number(moment) + n * Number(step));
  await open(home).catch((error: unknown) => writeSync(1, `${what}: ${error}\n`))
}
process.stdin.destroy()
