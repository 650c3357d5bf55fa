// What `npm start` shows: the sample sites are served, then Soi's own commands run on them, one after the other.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, type Surroundings } from '../../src/cli.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { demoMessages } from '../../src/i18n/demo.ts'
import { serveSamples } from './serve.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The sweep file names these, so that it can be run by hand too. */
const PORTS = { market: 4610, social: 4611 }

const interrupt = new AbortController()
process.on('SIGINT', () => interrupt.abort())
const lang = (process.env['SOI_LANG'] ?? '').startsWith('en') ? 'en' : 'vi'
const home = process.env['SOI_HOME'] ?? join(ROOT, 'data', 'run')
const t = demoMessages(lang)
const say = (line = '') => process.stdout.write(`${line}\n`)

/** Runs one command line as the user would, and shows it. Flagged is what the samples are for, so it is no failure here. */
async function soi(...argv: string[]): Promise<string> {
  say(`\n$ npx soi ${argv.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}`)
  const lines: string[] = []
  const world: Surroundings = {
    env: { ...process.env, SOI_HOME: home, SOI_LANG: lang },
    stdin: process.stdin,
    out: (line) => {
      lines.push(line)
      say(line)
    },
    err: (line) => void process.stderr.write(`${line}\n`),
    signal: interrupt.signal,
    terminal: process.stderr.isTTY === true,
  }
  const code = await run(argv, world)
  if (code !== ExitCode.Ok && code !== ExitCode.Flagged) process.exit(code)
  return lines.join('\n')
}

const samples = await serveSamples({ ports: PORTS })
try {
  say(t.serving(samples.market, samples.social))
  say(t.now)
  const sites = ['--sites', 'tests/sites/adapters']
  process.chdir(ROOT)
  await soi(...sites, 'sweep', 'run', 'tests/sites/demo-sweep.yaml', '--fresh')
  mkdirSync(join(home, 'packs'), { recursive: true })
  const pack = join(home, 'packs', `demo-${new Date().toISOString().replace(/[:.]/g, '-')}.zip`)
  await soi('pack', '--sweep', 'latest', '-o', pack)
  await soi('verify', pack)
  say(`\n${t.done}`)
  say(`  ${join(home, 'evidence.sqlite')}  ${t.evidence}`)
  say(`  ${pack}  ${t.pack}`)
  say(`  ${join(home, 'logs', 'soi.log')}  ${t.log}`)
  say(`\n${t.next}`)
  say(`  npx soi check https://…   ${t.nextCheck}`)
  say(`  npx soi show 1            ${t.nextShow}`)
  say(`  npx soi --help            ${t.nextHelp}`)
} finally {
  await samples.close()
}
