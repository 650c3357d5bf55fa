import { Readable } from 'node:stream'
import { run as runCli } from '../../src/cli.ts'
import type { Page, Sighting } from '../../src/domain.ts'
import { NO_CHECKS } from '../../src/domain.ts'
import { openStore } from '../../src/store/store.ts'
import { assessment, listing, png, quote, RULES, RULESET, version } from './fixture.ts'

const page = (url: string, text: string): Page => ({
  ...{ requestedUrl: url, url, redirects: [], status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
  ...{ body: Buffer.from(text), fetchedAt: '2026-11-20T17:30:00.000Z', via: 'http', remoteAddress: '203.0.113.7' },
})

async function sighting(key: string, flagged: boolean): Promise<Sighting> {
  const of = listing({ key, url: `https://bazaar.example/item/${key}` })
  const quotes = [quote('title', of.title, 'REP 1:1')]
  const signals = [
    {
      rule: 'replica-wording',
      version: version('replica-wording'),
      category: 'counterfeit' as const,
      strength: 0.7,
      quotes,
    },
  ]
  const verdict = { kind: 'served' as const, reasons: [] }
  const screenshot = { role: 'screenshot', mediaType: 'image/png', bytes: await png('#446688') }
  return {
    ...{
      page: page(of.url, `<h1>${key}</h1>`),
      verdict,
      listing: of,
      captureError: null,
      drift: [],
      origin: null,
      attached: [],
      pictures: null,
      checks: NO_CHECKS,
    },
    assessment: assessment(of, flagged ? { signals } : { flagged, signals: [], score: 0, band: 'none' }),
    capture: flagged
      ? {
          page: page(of.url, `<h1>${key}</h1><p>`),
          verdict,
          artifacts: [screenshot],
          takenAt: '2026-11-20T17:30:03.000Z',
          browser: 'Chromium 156',
          missing: [],
        }
      : null,
  }
}

/** A store with one sweep: sightings 1 and 2 flagged, 3 not. Returns the sweep's number. */
export async function filled(home: string): Promise<number> {
  const store = await openStore(home, { actor: 'an' })
  await store.rulesets.keep(RULESET, new Map(Object.entries(RULES).map(([name, text]) => [`${name}.yaml`, text])))
  const sweep = await store.sweeps.begin({
    name: 's',
    kind: 'sweep',
    specHash: RULESET,
    spec: {},
    rulesetHash: RULESET,
  })
  const frontier = store.frontier(sweep)
  const url = 'https://bazaar.example/'
  await frontier.add([{ url, key: url, host: 'bazaar.example', role: 'start', depth: 0, via: 'http' }])
  const [request] = await frontier.take(1)
  if (!request) throw new Error('the frontier gave nothing')
  const sightings = await Promise.all([sighting('a', true), sighting('b', true), sighting('c', false)])
  await frontier.record({
    ...{ request, finalUrl: url, site: 'bazaar', outcome: 'served', reasons: [], status: 200, pageHash: null },
    ...{ at: '2026-11-20T17:30:05.000Z', sightings, discovered: [] },
  })
  await store.close()
  return sweep
}

/** One command line, in English, as that officer of that unit. */
export const soiAs =
  (operator: string, unit: string) =>
  async (home: string, ...words: string[]) => {
    const out: string[] = []
    const err: string[] = []
    const code = await runCli(['--home', home, '--log-level', 'silent', '--lang', 'en', ...words], {
      env: { SOI_OPERATOR: operator, SOI_UNIT: unit },
      stdin: Readable.from([]),
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      signal: new AbortController().signal,
      terminal: false,
    })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

/** The same as the officer “an”. */
export const soi = soiAs('an', 'Team 1')
