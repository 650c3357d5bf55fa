import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))
const CRAWLERS = fileURLToPath(new URL('../../crawlers/', import.meta.url))

/** Who may know whom. A room not named here may be known by nobody but commands and console. */
const MAY_KNOW: Record<string, readonly string[]> = {
  domain: [],
  errors: [],
  'vietnam-day': ['domain'],
  csv: [],
  worker: ['errors'],
  version: [],
  yaml: ['errors'],
  'worked-out': [],
  machine: [],
  'replace-whole': ['errors'],
  egress: ['errors'],
  page: ['worked-out', 'domain', 'errors'],
  sites: ['page', 'normalise', 'worked-out', 'domain', 'errors', 'typescript'],
  normalise: ['yaml', 'worked-out', 'domain', 'errors'],
  images: ['domain', 'errors'],
  rules: ['normalise', 'yaml', 'worked-out', 'domain', 'errors'],
  model: ['rules', 'normalise', 'domain', 'errors'],
  registry: ['csv', 'page/decode', 'normalise', 'store', 'domain', 'errors'],
  explain: ['rules', 'i18n', 'domain', 'errors'],
  amend: [
    'worker',
    'replace-whole',
    'rules',
    'checks',
    'normalise',
    'store',
    'i18n',
    'vietnam-day',
    'domain',
    'errors',
  ],
  checks: ['rules', 'normalise', 'yaml', 'domain', 'errors'],
  examine: ['sites', 'page', 'rules', 'domain', 'errors'],
  threads: ['worker', 'examine', 'machine', 'sites', 'rules', 'domain', 'errors'],
  pipeline: ['examine', 'normalise', 'rules', 'images/policy', 'domain', 'errors'],
  print: ['capture/launch', 'i18n', 'errors'],
  capture: ['page', 'images/cut-outs', 'egress', 'find-browser', 'machine', 'vietnam-day', 'domain', 'errors'],
  collect: ['pipeline', 'sites', 'page', 'capture', 'egress', 'find-browser', 'domain', 'errors'],
  // What a listing offers and how its words were hidden is told once, where texts are read; the store keeps the answer to count by.
  store: [
    ...['timestamp/check', 'normalise/copied', 'normalise/goods-group', 'normalise/tricks'],
    ...['worked-out', 'vietnam-day', 'domain', 'errors'],
  ],
  timestamp: ['i18n', 'yaml', 'domain', 'errors'],
  export: ['store/item', 'domain', 'errors'],
  casework: ['images/decode', 'normalise/provinces', 'i18n', 'store', 'domain', 'errors'],
  report: [
    'evidence/report/markup',
    'export',
    'images/svg-picture',
    'i18n',
    'store',
    'vietnam-day',
    'domain',
    'errors',
  ],
  // Which words of a picture a quote points to is arithmetic over the domain; the drawing itself is handed in.
  evidence: [
    'replace-whole',
    'images/quote-boxes',
    'export',
    'timestamp',
    'store',
    'rules',
    'normalise',
    'yaml',
    'i18n',
    'vietnam-day',
    'domain',
    'errors',
  ],
  import: [
    ...['collect/decompress', 'pipeline', 'sites', 'page', 'normalise', 'registry/file', 'csv', 'rules'],
    ...['evidence/verify', 'i18n', 'store', 'sweep/visit', 'yaml', 'domain', 'errors'],
  ],
  // A `soi` of its own, for what must not stall the process that wants it.
  'soi-child': ['rules/place'],
  tips: ['csv', 'soi-child', 'normalise', 'sites/urls', 'store', 'vietnam-day', 'domain', 'errors'],
  notify: [
    'casework/facts',
    'collect/dispatcher',
    'collect/network-errors',
    'egress',
    'tips',
    'i18n',
    'store',
    'yaml',
    'vietnam-day',
    'domain',
    'errors',
  ],
  schedule: [
    'vietnam-day',
    'exit-codes',
    'images/policy',
    'soi-child',
    'replace-whole',
    'sweep',
    'sites',
    'egress',
    'store',
    'watchlist',
    'domain',
    'errors',
  ],
  watchlist: ['csv', 'export', 'normalise', 'egress', 'sites', 'sweep', 'registry', 'store', 'errors'],
  sweep: [
    'vietnam-day',
    'examine',
    'images/policy',
    'pipeline',
    'collect',
    'capture',
    'rules',
    'sites',
    'page',
    'store',
    'yaml',
    'domain',
    'errors',
  ],
}
/** Libraries that one room keeps to itself. */
const ONLY_IN: readonly (readonly [RegExp, string])[] = [
  [/^(crawlee|@crawlee\/)/, 'collect'],
  [/^(better-sqlite3|kysely)/, 'store'],
  [/^natural/, 'model'],
  [/^(hono|@hono\/|@node-rs\/argon2|otpauth)/, 'console'],
  [/^(pkijs|asn1js)/, 'timestamp'],
  [/^docx/, 'report'],
  [/^(sharp|tesseract\.js|@tesseract\.js-data)/, 'images'],
]

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .map((file) => join(folder, file))

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')

/** What these files load before they do anything: sources by their path, packages by their name. */
function reachedFrom(entries: readonly string[]): ReadonlySet<string> {
  const reached = new Set(entries)
  // A set that grows while it is walked is walked to its end.
  for (const file of reached) {
    if (!file.startsWith(SRC)) continue
    const text = readFileSync(file, 'utf8')
    for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'/gm))
      reached.add(name.startsWith('.') ? resolve(dirname(file), name) : name)
  }
  return reached
}

const roomOf = (file: string): string =>
  relative(SRC, file)
    .replace(/\.(ts|mjs)$/, '')
    .split('/')[0] ?? ''

const imports = files(SRC).flatMap((file) =>
  importsOf(file).map((name) => ({
    file: relative(SRC, file),
    room: roomOf(file),
    name,
    target: name.startsWith('.') ? resolve(dirname(file), name) : null,
  })),
)

describe('the rooms know only whom they may know', () => {
  for (const [room, allowed] of Object.entries(MAY_KNOW)) {
    test(`${room} knows ${allowed.join(', ') || 'nobody'}`, () => {
      const strangers = imports
        .filter((one) => one.room === room && one.target)
        .filter(({ target }) => {
          const path = relative(SRC, target ?? '').replace(/\.(ts|mjs)$/, '')
          const other = path.split('/')[0] ?? ''
          const part = path.split('/').slice(0, 2).join('/')
          return ![other, part, path].some((name) => name === room || allowed.includes(name))
        })
      expect(strangers.map((one) => `${one.file} → ${one.name}`)).toEqual([])
    })
  }

  test('the console knows no command, and nobody knows the CLI', () => {
    const upward = imports.filter(({ room, target }) => {
      const to = relative(SRC, target ?? '/').replace(/\.(ts|mjs)$/, '')
      return (to === 'cli' && room !== 'soi') || (to.startsWith('commands/') && room !== 'commands' && room !== 'cli')
    })
    expect(upward.map((one) => `${one.file} → ${one.name}`)).toEqual([])
  })

  test('every room is named in the table, or is an edge (commands, i18n, the CLI itself)', () => {
    const edges = [
      'commands',
      'console',
      'i18n',
      'cli',
      'help',
      'typescript',
      'log',
      'outcome',
      'exit-codes',
      'setup',
      'soi',
      'find-browser',
    ]
    const unknown = [...new Set(files(SRC).map(roomOf))].filter((room) => !MAY_KNOW[room] && !edges.includes(room))
    expect(unknown).toEqual([])
  })

  for (const [library, room] of ONLY_IN) {
    test(`only ${room} imports ${library}`, () => {
      const leaks = imports.filter((one) => library.test(one.name) && one.room !== room)
      expect(leaks.map((one) => `${one.file} → ${one.name}`)).toEqual([])
    })
  }

  test('what a program imports by a name it works out stands beside it, or is asked for by load', () => {
    const tests = fileURLToPath(new URL('../', import.meta.url))
    const programs = [SRC, CRAWLERS, tests].flatMap(files).filter((file) => !file.endsWith('.test.ts'))
    const workedOut = /\bimport\((?!['"]|`\.{1,2}\/)/
    const lost = programs.filter((file) => file.endsWith('.ts') && workedOut.test(readFileSync(file, 'utf8')))
    expect(lost).toEqual([])
  })

  test('the environment is read only at the edge', () => {
    const readers = files(SRC).filter((file) => /process\.env/.test(readFileSync(file, 'utf8')))
    expect(readers.map((file) => relative(SRC, file)).sort()).toEqual(['cli.ts', 'find-browser.mjs', 'setup.mjs'])
  })

  test('help loads no browser, no database and no rules: a command loads what it works with when it runs', () => {
    const toHelp = reachedFrom(files(`${SRC}commands/`).filter((file) => /\/[a-z]+\.ts$/.test(file)))
    const heavy = /^(playwright|better-sqlite3|kysely|crawlee|sharp|cheerio|natural|re2js)/
    expect([...toHelp].filter((name) => heavy.test(name) || name.endsWith('/src/rules/load.ts'))).toEqual([])
    expect(toHelp.size).toBeGreaterThan(50)
  })

  test('src never names a crawler, and a crawler knows only the contract and normalise', () => {
    const named = imports.filter((one) => one.target?.startsWith(CRAWLERS))
    expect(named.map((one) => one.file)).toEqual([])
    const wide = files(CRAWLERS).flatMap((file) =>
      importsOf(file)
        .filter((name) => !/^\.\.\/src\/(sites\/contract|normalise\/[\w-]+)\.ts$/.test(name))
        .map((name) => `${relative(CRAWLERS, file)} → ${name}`),
    )
    expect(wide).toEqual([])
  })
})
