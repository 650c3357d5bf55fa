import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { soi, soiWith } from '../rules/cli.ts'
import { jsonLines, listings } from './fixture.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'soi-model-'))
const labelled = (name: string, count = 60) => {
  const file = join(folder(), name)
  writeFileSync(file, jsonLines(listings(count)))
  return file
}

test('train writes a model into the run home with the hashes of what it learned from, and show tells them', async () => {
  const home = folder()
  const [a, b] = [labelled('a.jsonl'), labelled('b.jsonl', 40)]
  const trained = await soi('--home', home, 'model', 'train', a, b, '--json')
  expect(trained.code, trained.err).toBe(ExitCode.Ok)
  const { file, counts, sources } = JSON.parse(trained.out)
  expect(readdirSync(join(home, 'models'))).toHaveLength(1)
  expect(counts).toEqual({ violating: 50, legitimate: 50 })
  expect(sources).toMatchObject([
    { file: 'a.jsonl', listings: 60 },
    { file: 'b.jsonl', listings: 40 },
  ])
  expect(sources[0].sha256).toBe(createHash('sha256').update(readFileSync(a)).digest('hex'))
  await soi('--home', home, 'model', 'train', a, b)
  expect(readdirSync(join(home, 'models'))).toHaveLength(1)
  const shown = await soi('model', 'show', file)
  expect(shown.out).toContain('a.jsonl: 60 listings')
  expect(shown.out).toContain('chính hãng')
})

test('score --second-opinion adds the model’s word and changes nothing else', async () => {
  const model = join(folder(), 'm.json')
  expect((await soi('model', 'train', labelled('a.jsonl'), '-o', model)).code).toBe(ExitCode.Ok)
  const rows = jsonLines([
    { id: 'quiet', title: 'đồng hồ bản sao y hệt', description: 'ship toàn quốc, gọi 0900 000 001' },
    { id: 'flagged', title: 'Túi Gucci rep 1:1' },
    { id: 'honest', title: 'giày chính hãng có hóa đơn', description: 'xem tại cửa hàng, gọi 0900 000 002' },
  ])
  const plain = (await soiWith(rows, 'score')).out.split('\n').map((line) => JSON.parse(line))
  const { out, code } = await soiWith(rows, 'score', '--second-opinion', model)
  expect(code).toBe(ExitCode.Ok)
  const scored = out.split('\n').map((line) => JSON.parse(line))
  for (const [at, { second_opinion, ...rest }] of scored.entries()) {
    expect(rest).toEqual(plain[at])
    expect(second_opinion.model_only).toBe((second_opinion.probability ?? 0) >= 0.5 && !rest.flagged)
  }
  expect(scored[0].second_opinion.probability).toBeGreaterThan(0.5)
  expect(scored[0].second_opinion.top[0]).toEqual({ word: expect.any(String), weight: expect.any(Number) })
  expect(scored[1].second_opinion).toMatchObject({ probability: null, model_only: false })
  expect(scored[2].second_opinion.probability).toBeLessThan(0.5)
})

test('eval leaves one file out where there are several, and deals folds otherwise', async () => {
  const files = [labelled('a.jsonl'), labelled('b.jsonl')]
  const byFile = JSON.parse((await soi('model', 'eval', ...files, '--json')).out)
  expect(byFile.folds.map(({ name }: { name: string }) => name)).toEqual(files)
  expect(byFile.listings).toBe(120)
  const [file = ''] = files
  expect(JSON.parse((await soi('model', 'eval', file, '--folds', '3', '--json')).out).folds).toHaveLength(3)
  const table = (await soi('model', 'eval', file)).out
  expect(table).toContain('rules alone')
  expect(table).toContain('what only the model would look at')
})

test('what cannot be done is said, and nothing is written', async () => {
  const taken = join(folder(), 'taken.json')
  writeFileSync(taken, 'mine')
  const file = labelled('a.jsonl')
  const cases: readonly (readonly [readonly string[], number])[] = [
    [['model', 'train', file, '-o', taken], ExitCode.BadInput],
    [['model', 'train', '-'], ExitCode.BadInput],
    [['model', 'train', '/nowhere.jsonl'], ExitCode.NoInput],
    [['model', 'train', labelled('few.jsonl', 8), '-o', join(folder(), 'x.json')], ExitCode.BadInput],
    [['model', 'train', file, '-o', '/dev/null/x.json'], ExitCode.CannotWrite],
    [['model', 'eval', file, '--folds', '1'], ExitCode.BadInput],
    [['model', 'eval', file, '--folds', 'by-file'], ExitCode.BadInput],
    [['model', 'show', '/nowhere.json'], ExitCode.NoInput],
    [['model', 'show', taken], ExitCode.BadInput],
    [['score', '--second-opinion', taken], ExitCode.BadInput],
  ]
  for (const [words, code] of cases) expect((await soi(...words)).code, words.join(' ')).toBe(code)
  expect(readFileSync(taken, 'utf8')).toBe('mine')
})
