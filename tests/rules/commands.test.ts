import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Command as Program } from 'commander'
import pino from 'pino'
import { expect, test } from 'vitest'
import type { Act, Command, Tools } from '../../src/commands/command.ts'
import { command as rulesCommand } from '../../src/commands/rules.ts'
import { command as scoreCommand } from '../../src/commands/score.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { exitCodeOf } from '../../src/outcome.ts'
import { smallFolder, soi, soiWith } from './cli.ts'
import { excuseYaml, RULES, ruleYaml } from './fixture.ts'

/** Runs one command as the CLI does and gives back what it printed and how it ended. */
async function run(command: Command, args: string[], stdin = '') {
  const out: string[] = []
  const err: string[] = []
  const tools: Tools = {
    home: tmpdir(),
    lang: 'en',
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    stdin: Readable.from([stdin]),
    log: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    chromium: null,
    operator: 'tester',
    unit: null,
    terminal: false,
    colour: false,
    display: false,
    siteFolders: [],
    secret: () => null,
    rulesFolder: RULES,
  }
  let code: ExitCode = ExitCode.Internal
  const act: Act =
    (action) =>
    async (...given) => {
      try {
        code = await action(tools, ...given)
      } catch (error) {
        code = exitCodeOf(error, { lang: 'en', err: tools.err, interrupted: false })
      }
    }
  const program = new Program('soi')
  command.declare(program, 'en', act)
  await program.parseAsync(['node', 'soi', command.name, ...args])
  return { out, err, code }
}

const line = (fields: object) => `${JSON.stringify(fields)}\n`
const temp = (text: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'soi-rules-')), 'listings.jsonl')
  writeFileSync(file, text)
  return file
}

test('score answers each line in order, with quotes from the line', async () => {
  const { out, code } = await run(
    scoreCommand,
    [],
    `\ufeff${line({ id: 1, title: 'Túi Gucci rep 1:1' })}\n${line({ id: 'b', title: 'Nồi cơm điện' })}`,
  )
  const [first, second] = out.map((text) => JSON.parse(text))
  expect(code).toBe(ExitCode.Ok)
  expect(first).toMatchObject({ id: '1', flagged: true, categories: [{ id: 'counterfeit' }] })
  expect(first.signals[0]).toMatchObject({
    rule: 'replica-outright',
    quotes: [{ field: 'title', start: 10, end: 17, text: 'rep 1:1' }],
  })
  expect(second).toMatchObject({ id: 'b', score: 0, flagged: false, signals: [], excused: [] })
})

test('score stops at a malformed line, says its number, and keeps what came before', async () => {
  const { out, err, code } = await run(scoreCommand, [temp(`${line({ id: 'a', title: 't' })}{oops\n`)])
  expect(code).toBe(ExitCode.BadInput)
  expect(out).toHaveLength(1)
  expect(err.join('\n')).toContain('line 2')
})

test('score refuses an unknown key and names the near one, unless lenient', async () => {
  const given = line({ id: 'a', titel: 'x' })
  const strict = await run(scoreCommand, [], given)
  expect(strict.code).toBe(ExitCode.BadInput)
  expect(strict.err.join()).toContain('line 1: unknown key "titel"; did you mean "title"?')
  expect((await run(scoreCommand, ['--lenient'], given)).code).toBe(ExitCode.Ok)
})

test('score takes labelled corpora as they are', async () => {
  const labelled = {
    id: 'a',
    title: 'x',
    language: 'vi',
    labels: [],
    difficulty: 'plain',
    evasion: null,
    rationale: 'r',
  }
  expect((await run(scoreCommand, [], line(labelled))).code).toBe(ExitCode.Ok)
})

test('score says which file cannot be read', async () => {
  expect((await run(scoreCommand, ['/nowhere.jsonl'])).code).toBe(ExitCode.NoInput)
})

test('rules list shows every rule with its version', async () => {
  const { out } = await run(rulesCommand, ['list', '--json'])
  const { rules } = JSON.parse(out[0] ?? '')
  expect(rules.length).toBeGreaterThan(90)
  expect(rules[0].version).toMatch(/^[0-9a-f]{12}$/)
})

test('rules test passes on the project’s rules', async () => {
  const { out, code } = await run(rulesCommand, ['test', '--json'])
  expect(JSON.parse(out[0] ?? '').failures).toEqual([])
  expect(code).toBe(ExitCode.Ok)
})

test('rules eval counts hits, misses and false alarms with their intervals', async () => {
  const file = temp(
    line({ id: 'hit', title: 'Túi Gucci rep 1:1', labels: ['counterfeit'], difficulty: 'plain' }) +
      line({ id: 'miss', title: 'Túi vải', labels: ['counterfeit'], difficulty: 'evasive' }) +
      line({ id: 'alarm', title: 'Túi Dior super fake', labels: [], difficulty: 'hard-negative' }) +
      line({ id: 'quiet', title: 'Nồi cơm điện', labels: [], difficulty: 'plain' }),
  )
  const { out } = await run(rulesCommand, ['eval', file, '--by', 'difficulty', '--json', '--list'])
  const { all, groups, missed, falseAlarms } = JSON.parse(out[0] ?? '')
  expect(all).toMatchObject({ truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1, f1: 0.5 })
  expect(all.precision).toMatchObject({ value: 0.5, of: 2 })
  expect(all.precision.low).toBeCloseTo(0.0945, 3)
  expect(groups.difficulty.evasive).toMatchObject({ falseNegatives: 1 })
  expect(missed.map(({ id }: { id: string }) => id)).toEqual(['miss'])
  expect(falseAlarms.map(({ id }: { id: string }) => id)).toEqual(['alarm'])
  const table = (await run(rulesCommand, ['eval', file, '--by', 'category'])).out.join('\n')
  expect(table).toContain('counterfeit')
})

test('rules refuses an unknown action and an unlabelled file', async () => {
  expect((await soi('rules', 'lsit')).code).toBe(ExitCode.Usage)
  expect((await run(rulesCommand, ['eval', temp(line({ id: 'a', title: 't' }))])).err.join()).toContain(
    '"labels" is missing',
  )
})

test('rules eval names the file and the line of what it cannot read, and a folder is no file', async () => {
  const good = line({ id: 'a', title: 't', labels: [] })
  for (const odd of ['null', '[1]', '{oops', line({ id: 'a', labels: ['counterfeit'], price_vnd: '12' }).trim()]) {
    const file = temp(`${good}\n${odd}\n`)
    const { code, err } = await soi('rules', 'eval', file)
    expect(code).toBe(ExitCode.BadInput)
    expect(err).toContain(`${file}: line 3`)
  }
  expect((await soi('rules', 'eval', tmpdir())).code).toBe(ExitCode.NoInput)
  expect((await soi('rules', 'eval', temp('\n'))).code).toBe(ExitCode.BadInput)
  const same = temp(good)
  expect((await soi('rules', 'eval', same, same)).code).toBe(ExitCode.BadInput)
})

test('rules eval adds files and standard input up, and reads foreign labels when lenient', async () => {
  const rows = line({ id: 'a', title: 'Túi Gucci rep 1:1', labels: ['counterfeit'], extra: 1 })
  const file = temp(line({ id: 'b', title: 'Túi vải', labels: ['hàng giả'] }))
  expect((await soiWith(rows, 'rules', 'eval', '-', file)).code).toBe(ExitCode.BadInput)
  const { code, out } = await soiWith(rows, 'rules', 'eval', '-', file, '--lenient', '--json')
  expect(code).toBe(ExitCode.Ok)
  const result = JSON.parse(out)
  expect(result).toMatchObject({
    files: [
      { file: '-', listings: 1 },
      { file, listings: 1 },
    ],
    all: { truePositives: 1, falseNegatives: 1 },
    macroF1: 1,
  })
  expect(result.missed).toMatchObject([{ id: 'b', line: 1 }])
})

test('rules eval prints the summary first, in both languages, and lists signals, quotes and excuses', async () => {
  const folder = smallFolder({
    'counterfeit/a.yaml': ruleYaml({ id: 'a', when: '{ words: [alpha] }' }),
    'exculpatory/e.yaml': excuseYaml('e', '{ words: [used] }', 'all'),
  })
  const file = temp(line({ id: 'x', title: 'Alpha, used', labels: ['counterfeit'], evasion: 'euphemism' }))
  const said = async (lang: string) =>
    (await soi('--lang', lang, '--rules', folder, 'rules', 'eval', file, '--by', 'evasion', '--list')).out.split('\n')
  const en = await said('en')
  expect(en[0]).toBe('1 listings: 1 violating, 0 legitimate')
  expect(en[1]).toContain('recall 0.0 %')
  expect(en.findIndex((text) => text.includes('│ euphemism'))).toBeGreaterThan(4)
  expect(en).toContain('    + a 0.6: “Alpha” (title)')
  expect(en).toContain('    − e 0.5: “used” (title)')
  expect((await said('vi'))[0]).toBe('1 tin: 1 tin vi phạm, 0 tin hợp pháp (theo nhãn)')
})

test('rules calibrate proposes and changes nothing', async () => {
  const rows = Array.from({ length: 6 }, (_, at) =>
    line({ id: at, title: 'Túi Gucci rep 1:1', labels: ['counterfeit'] }),
  )
  const { code, out } = await soiWith(rows.join(''), 'rules', 'calibrate', '-', '--json')
  expect(code).toBe(ExitCode.Ok)
  const { rules } = JSON.parse(out)
  const one = rules.find(({ rule }: { rule: string }) => rule === 'replica-outright')
  expect(one).toMatchObject({ support: 6, ofCategory: { value: 1, of: 6 }, proposed: 0.87 })
  expect((await soiWith(rows.join(''), 'rules', 'calibrate', '-')).out).toContain('Nothing was changed')
})
