import { Readable } from 'node:stream'
import { Command as Program } from 'commander'
import { pino } from 'pino'
import { beforeAll, describe, expect, test } from 'vitest'
import { command as caseCommand } from '../../src/commands/case.ts'
import type { Act, Tools } from '../../src/commands/command.ts'
import { command as listCommand } from '../../src/commands/list.ts'
import { command as showCommand } from '../../src/commands/show.ts'
import type { Lang } from '../../src/i18n/messages.ts'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR } from './sample.ts'

let home = ''

beforeAll(async () => {
  home = await newHome()
  const store = await openStore(home, OPERATOR)
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  await frontier.add([aRequest(1)])
  const sightings = [
    aSighting({ key: '1', flagged: true, at: '2026-11-24T16:59:00.000Z' }),
    aSighting({ key: '2', flagged: true, at: '2026-11-24T17:01:00.000Z', title: 'Đồng hồ \u001b[31mreplica' }),
    aSighting({ key: '3', flagged: false, at: '2026-11-25T03:00:00.000Z' }),
  ]
  await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings }))
  await store.close()
})

const soi = async (argv: readonly string[], lang: Lang = 'vi', at = home) => {
  const out: string[] = []
  const err: string[] = []
  const tools: Tools = {
    home: at,
    lang,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    stdin: Readable.from([]),
    log: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    chromium: null,
    operator: 'nguyen.an',
    unit: null,
    terminal: false,
    colour: false,
    display: false,
    siteFolders: [],
    secret: () => null,
    rulesFolder: '',
  }
  let code: number | null = null
  const act: Act =
    (action) =>
    async (...args) => {
      code = await action(tools, ...args)
    }
  const program = new Program('soi').exitOverride().configureOutput({ writeErr: () => undefined })
  for (const command of [listCommand, showCommand, caseCommand]) command.declare(program, lang, act)
  await program.parseAsync(argv, { from: 'user' })
  return { code, text: out.join('\n'), lines: out, err }
}

describe('soi list', () => {
  test('shows what is flagged, newest first, in Vietnamese time', async () => {
    const { text, code } = await soi(['list'])
    expect(code).toBe(0)
    expect(text).not.toContain('Đồng hồ 3')
    expect(text.indexOf('00:01:00')).toBeLessThan(text.indexOf('23:59:00'))
    expect(text).toContain('23:59:00')
    expect(text).toContain('00:01:00')
    expect(text).toContain('hàng giả')
  })

  test('takes days as days in Viet Nam', async () => {
    const ids = async (...argv: string[]) =>
      (await soi(['list', '--json', '--all', ...argv])).lines.map((line) => JSON.parse(line).id)
    expect(await ids('--from', '2026-11-25')).toEqual([3, 2])
    expect(await ids('--to', '2026-11-24')).toEqual([1])
    expect(await ids('--to', '2026-11-24T17:01:00Z')).toEqual([1])
  })

  test('never sends what a seller wrote to the terminal as commands', async () => {
    expect((await soi(['list'])).text).not.toContain('\u001b')
    expect((await soi(['show', '2'])).text).not.toContain('\u001b')
  })

  test('says when there is more than it shows, and when nothing matches', async () => {
    const { lines, err } = await soi(['list', '--json', '--limit', '1'])
    expect([lines.length, err.length]).toEqual([1, 1])
    expect((await soi(['list', '--site', 'x'], 'en')).text).toContain('Nothing flagged matches')
  })

  test.each([
    [['--limit', '0']],
    [['--band', 'extreme']],
    [['--category', 'bad']],
    [['--from', 'yesterday']],
    [['--from', '2026-13-01']],
    [['--sweep', '-1']],
  ])('refuses %j', async (argv) => {
    await expect(soi(['list', ...argv])).rejects.toMatchObject({ name: 'BadInput' })
  })

  test('makes no store where there is none', async () => {
    await expect(soi(['list'], 'vi', await newHome())).rejects.toMatchObject({ name: 'NoInput' })
  })
})

describe('soi show', () => {
  test('shows page, listing with provenance, quotes, files and ledger entries', async () => {
    const { text } = await soi(['show', '1'])
    for (const part of [
      'https://cho.example/mon/1',
      '199.000đ  [jsonld:$.offers.price]',
      '«replica» (tiêu đề)',
      '+84901234567',
      'Chromium 156',
      'screenshot: ',
      'sighting.record sighting:1',
      'xuất xứ: Trung Quốc',
    ])
      expect(text).toContain(part)
  })

  test('gives everything as JSON too, and refuses a number that is not there', async () => {
    const { lines } = await soi(['show', '1', '--json'])
    expect(JSON.parse(must(lines[0]))).toMatchObject({ item: { id: 1 }, cases: [] })
    await expect(soi(['show', '99'])).rejects.toThrow(/no sighting 99/)
  })
})

test('soi case opens a case, fills it and shows it', async () => {
  expect((await soi(['case', 'create', 'Đồng hồ giả'])).text).toBe('Đã mở hồ sơ 1: Đồng hồ giả')
  expect((await soi(['case', 'add', '1', '1', '2'], 'en')).text).toBe('2 sightings put into case 1.')
  expect((await soi(['case', 'list'])).text).toContain('Đồng hồ giả (2 lần ghi nhận, do nguyen.an mở)')
  expect((await soi(['case', 'show', '1'])).text).toContain('Đồng hồ replica 1')
  expect(JSON.parse((await soi(['case', 'show', '1', '--json'])).text)).toMatchObject({ id: 1, sightings: [1, 2] })
  await expect(soi(['case', 'add', '1', 'x'])).rejects.toMatchObject({ name: 'BadInput' })
})
