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
import { soi } from './cli.ts'
import { RULES } from './fixture.ts'

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
    siteFolders: [],
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
