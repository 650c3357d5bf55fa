// Takes the README's pictures of the console anew: the sample sites are swept into a home of their own, an officer works on
// what was flagged, and real Chromium looks. `npm run tour`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import type { Page } from 'playwright'
import sharp from 'sharp'
import { run } from '../../src/cli.ts'
import { hashPassword } from '../../src/console/auth/password.ts'
import { startConsole } from '../../src/console/server.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { serveSamples } from '../sites/serve.ts'
import { CHROMIUM, inChromium, signIn } from './browser.ts'
import { PASSWORD } from './desk.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PICTURES = join(ROOT, '.readme')
const OFFICER = 'tran.minh'
/** The sweep file of the samples names these. */
const PORTS = { market: 4610, social: 4611 }

const quietly = {
  stdin: process.stdin,
  out: () => {},
  err: (line: string) => void process.stderr.write(`${line}\n`),
  signal: new AbortController().signal,
  terminal: false,
}

async function sweepInto(home: string): Promise<void> {
  const samples = await serveSamples({ ports: PORTS })
  try {
    process.chdir(ROOT)
    const argv = ['--sites', 'tests/sites/adapters', 'sweep', 'run', 'tests/sites/demo-sweep.yaml', '--fresh']
    const code = await run(argv, { ...quietly, env: { ...process.env, SOI_HOME: home, SOI_LANG: 'vi' } })
    if (code !== ExitCode.Flagged) throw new Error(`the sweep of the samples ended with ${code}`)
  } finally {
    await samples.close()
  }
}

/** One officer; a few decisions, and a case of the listings with the most signs. */
async function workOn(home: string): Promise<void> {
  const now = () => new Date().toISOString()
  const accounts = openConsole(home, { now })
  const officer = { name: OFFICER, displayName: 'Trần Minh', role: 'investigator', unit: 'QLTT-HN-01' } as const
  const { id } = accounts.accounts.create({ ...officer, createdBy: 'tour' })
  accounts.accounts.setPassword(id, await hashPassword(PASSWORD))
  accounts.close()
  const store = await openStore(home, { actor: OFFICER })
  const copies = await store.sightings.list({ flagged: true, category: 'counterfeit', limit: 100 })
  const worst = [...copies].sort((a, b) => b.score - a.score)
  for (const [i, { id: sighting }] of worst.slice(1, 5).entries()) {
    const verdict = i < 3 ? 'confirm' : 'needs-more'
    const reason = i < 3 ? 'signs-plain' : 'identify-seller'
    await store.decisions.add({ about: { sighting }, verdict, reason, note: null, unit: officer.unit }, OFFICER)
  }
  const made = await store.cases.create('Túi xách và đồng hồ nghi giả mạo nhãn hiệu', OFFICER, officer.unit)
  const facts = [
    { field: 'province', value: 'Hà Nội' },
    { field: 'assignee', value: OFFICER },
    { field: 'due', value: in30Days() },
  ] as const
  await store.cases.set(made, facts, OFFICER)
  await store.cases.add(
    made,
    worst.slice(1, 4).map((row) => row.id),
    OFFICER,
  )
  await store.close()
}

const in30Days = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

/** As an officer's screen shows it; a palette keeps the file small. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const shot = await page.screenshot({ fullPage: false })
  await sharp(shot)
    .png({ palette: true, effort: 10 })
    .toFile(join(PICTURES, `${name}.png`))
}

async function look(home: string): Promise<void> {
  const log = pino({ level: 'silent' })
  const console = await startConsole({
    ...{ home, actor: 'tour', log, chromium: CHROMIUM ?? null, host: '127.0.0.1', port: 0, trustProxy: false },
  })
  try {
    await inChromium(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' })
      await signIn(page, console.url, OFFICER)
      await picture(page, 'today')
      await page.goto(`${console.url}/queue`)
      await picture(page, 'queue')
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/listings\//)
      await picture(page, 'listing')
      await page.goto(`${console.url}/cases/1`)
      await picture(page, 'case')
      await page.goto(`${console.url}/reports`)
      await picture(page, 'reports')
    })
  } finally {
    await console.close()
  }
}

const home = mkdtempSync(join(tmpdir(), 'soi-tour-'))
try {
  mkdirSync(PICTURES, { recursive: true })
  await sweepInto(home)
  await workOn(home)
  await look(home)
} finally {
  rmSync(home, { recursive: true, force: true })
}
