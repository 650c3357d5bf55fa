import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadCommands, run } from '../../src/cli.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { LANGS } from '../../src/i18n/messages.ts'
import { loadSites } from '../../src/sites/load.ts'
import { soi, tempHome } from './soi.ts'

const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
const names = (await loadCommands()).map(({ name }) => name)

/** One command line, run in this process; help and errors touch nothing outside. */
async function said(...argv: string[]) {
  const lines: string[] = []
  const errors: string[] = []
  const out = (line: string) => void lines.push(line)
  const err = (line: string) => void errors.push(line)
  const signal = new AbortController().signal
  const code = await run(argv, { env: {}, stdin: process.stdin, out, err, signal, terminal: false })
  return { code, out: lines.join('\n'), err: errors.join('\n') }
}

describe('the README', () => {
  test('has one row for each command, and none for others', () => {
    const rows = [...README.matchAll(/^\| `soi ([a-z]+)/gm)].map(([, name]) => name)
    expect([...new Set(rows)].sort()).toEqual([...names].sort())
  })

  test('has one row for each site file, with what it was checked against', async () => {
    const { sites } = await loadSites([fileURLToPath(new URL('../../crawlers', import.meta.url))])
    const rows = [...README.matchAll(/^\| `([a-z-]+)` \| (.+?) \| (recording|shape|none): (.+) \|$/gm)]
    const said = new Map(rows.map(([, id, name, verified, by]) => [id, { name, verified, by }]))
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(sites.map(({ id, name, verified, verifiedBy }) => [id, { name, verified, by: verifiedBy }])),
    )
  })

  test('names every exit code with its number, and no other', () => {
    const rows = [...README.matchAll(/^\| (\d+) \| `(\w+)` \|/gm)].map(([, code, name]) => [name, Number(code)])
    expect(Object.fromEntries(rows)).toEqual(ExitCode)
  })
})

describe('help', () => {
  test.each(names.flatMap((name) => LANGS.map((lang) => [name, lang] as const)))(
    'of soi %s is there in %s',
    async (name, lang) => {
      const { code, out } = await said('--lang', lang, name, '--help')
      expect(code).toBe(ExitCode.Ok)
      expect(out).toMatch(lang === 'vi' ? /^Cách dùng: soi / : /^Usage: soi /)
    },
  )

  test('is Vietnamese where the locale does not say English', async () => {
    expect((await said('--help')).out).toContain('Các lệnh:')
  })
})

describe('a mistyped command line', () => {
  test.each([
    [['chek', 'x'], /không có lệnh chek[\s\S]*check/],
    [['check'], /thiếu đối số: url[\s\S]*soi check --help/],
    [['check', 'https://a.example/', '--max'], /--max <n> cần một giá trị/],
    [['list', '--bogus'], /không có tùy chọn --bogus/],
    [['--lang', 'en', 'list', '--bogus'], /unknown option --bogus/],
    [['--lang', 'fr', 'list'], /vi .* en/],
  ])('%j is named, with where to look', async (argv, message) => {
    const { code, out, err } = await said(...argv)
    expect([ExitCode.Usage, ExitCode.BadInput]).toContain(code)
    expect(err).toMatch(message)
    expect(out).toBe('')
  })
})

test('the log of a run lies under its home as JSON lines', async () => {
  const home = tempHome()
  await soi(home, ['check', 'http://no-such-shop.invalid/', '--json', '--log-level', 'info'])
  const lines = readFileSync(`${home}/logs/soi.log`, 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line)).every(({ level, msg }) => typeof level === 'number' && msg)).toBe(true)
})
