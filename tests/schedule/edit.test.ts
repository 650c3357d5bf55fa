import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CannotWrite } from '../../src/errors.ts'
import { replaceWhole } from '../../src/replace-whole.ts'
import { cronOfForm, EMPTY_FORM, formOf, type PlanForm, RHYTHMS, textOfForm } from '../../src/schedule/form.ts'
import { fileNameFor, hashOfText, planFolder } from '../../src/schedule/plan-files.ts'
import { deletePlan, savePlan } from '../../src/schedule/save.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { parseSweep } from '../../src/sweep/plan.ts'
import { runSoi } from '../store/run-soi.ts'
import { newHome } from '../store/sample.ts'

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() === text && !/[\r\n]/.test(text))
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((both) => both.map((n) => String(n).padStart(2, '0')).join(':'))
const digits = fc.integer({ min: 1, max: 5_000 }).map(String)
const form: fc.Arbitrary<PlanForm> = fc.record({
  name: fc.constantFrom('gom', 'Đồng hồ 1-1', '007', 'null', 'yes'),
  targets: fc.uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 3 }),
  words: fc.uniqueArray(word, { maxLength: 4 }),
  sites: fc.uniqueArray(fc.constantFrom('tiki', 'sendo', 'chotot'), { minLength: 1 }),
  pages: digits,
  watch: fc.uniqueArray(fc.constantFrom('hàng hiệu', 'null', '12'), { minLength: 1 }),
  rhythm: fc.constantFrom(...RHYTHMS),
  time,
  cron: fc.constantFrom('5 4 * * 2', '*/10 8-17 * * *'),
  zone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Asia/Tokyo', 'UTC'),
  visits: digits,
  minutes: digits,
  depth: fc.constantFrom('0', '1', '3'),
  perSecond: fc.constantFrom('0.5', '1', '20'),
  ocr: fc.constantFrom('off', 'flagged', 'all'),
  inside: fc.boolean(),
})

/** What a form leaves open says nothing: times without a rhythm, a cron line that is not asked for. */
const told = ({ time: at, cron, zone, rhythm, ...rest }: PlanForm) => ({
  ...rest,
  cron: cronOfForm({ rhythm, time: at, cron }),
  zone: rhythm === 'none' ? null : zone,
})

test('a form written as a plan and read back is the same form, whatever the file said before', () => {
  fc.assert(
    fc.property(form, form, (before, after) => {
      const text = textOfForm(after, `# mine\n${textOfForm(before, '')}sitemaps: true # and these\n`)
      const read = formOf(parseSweep(text, 'x.yaml'))
      expect(read && told(read)).toEqual(told(after))
      expect(text).toMatch(/^# mine\n/)
      expect(text).toMatch(/sitemaps: true # and these/)
      // Saving what is shown, untouched, changes nothing in the file.
      expect(read && textOfForm(read, text)).toBe(text)
    }),
  )
})

test('a plan that says more than the form can ask is not shown as a form', () => {
  const of = (more: string) => formOf(parseSweep(`name: gom\n${more}\n`, 'x.yaml'))
  expect(of('keywords: [{site: tiki, words: [a]}, {site: sendo, words: [b]}]')).toBeNull()
  expect(of('keywords: [{site: tiki, words: [a], pages: 2}, {site: sendo, words: [a]}]')).toBeNull()
  expect(of('keywords: [{site: tiki, words: [a]}]\nwatch: [{list: l, sites: [sendo]}]')).toBeNull()
  expect(of('keywords: [{site: tiki, words: [a]}]\nwatch: [{list: l, sites: [tiki]}]')).toMatchObject({ watch: ['l'] })
  expect(
    formOf(parseSweep(textOfForm({ ...EMPTY_FORM, name: 'x', targets: ['https://a.example/'] }, ''), 'x.yaml')),
  ).toMatchObject({ rhythm: 'daily', time: '06:00' })
})

test('file names are plain, and never one that is taken', () => {
  expect(fileNameFor('Đồng hồ Rolex 1:1', [])).toBe('dong-ho-rolex-1-1.yaml')
  expect(fileNameFor('Đồng hồ', ['dong-ho.yaml', 'dong-ho-2.yaml'])).toBe('dong-ho-3.yaml')
  expect(fileNameFor('表', [])).toMatch(/^[0-9a-f]{12}\.yaml$/)
})

test('a file is replaced whole or not at all: when recording fails, and when the folder cannot be written', async () => {
  const home = await newHome()
  const folder = planFolder(home)
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'a.yaml')
  await writeFile(path, 'old')
  await expect(replaceWhole(path, 'new', () => Promise.reject(new Error('ledger')))).rejects.toThrow('ledger')
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['a.yaml'])
  await replaceWhole(path, 'new', async () => expect(await readFile(path, 'utf8')).toBe('old'))
  expect(await readFile(path, 'utf8')).toBe('new')
  await writeFile(join(home, 'file'), '')
  await expect(replaceWhole(join(home, 'file', 'a.yaml'), 'x', async () => undefined)).rejects.toThrow(CannotWrite)
})

test('of two officers who save one plan at once the second is told; so is who deletes what another has changed', async () => {
  const home = await newHome()
  const folder = planFolder(home)
  await mkdir(folder, { recursive: true })
  const text = (host: string, name = 'gom') => `name: ${name}\ntargets: [https://${host}.example/]\n`
  await writeFile(join(folder, 'a.yaml'), text('a'))
  const store = await openStore(home, { actor: 'test' })
  const desk = openConsole(home, { now: () => new Date().toISOString() })
  const ground = { folder, store, by: 'nguyen.an', schedules: desk.schedules }
  try {
    const base = hashOfText(text('a'))
    const of = (host: string) => ({ file: 'a.yaml', base, text: text(host), name: 'gom' })
    expect(await Promise.all([savePlan(ground, of('b')), savePlan(ground, of('c'))])).toEqual(['a.yaml', null])
    expect(await readFile(join(folder, 'a.yaml'), 'utf8')).toBe(text('b'))
    const made = (host: string) => ({ file: null, base: null, text: text(host, 'mới'), name: 'mới' })
    expect(await Promise.all([savePlan(ground, made('b')), savePlan(ground, made('c'))])).toEqual(['moi.yaml', null])
    expect(await deletePlan(ground, { file: 'a.yaml', sha256: base })).toBe(false)
    const now = { file: 'a.yaml', sha256: hashOfText(text('b')) }
    const both = [deletePlan(ground, now), savePlan(ground, { ...of('d'), base: now.sha256 })]
    expect(await Promise.all(both)).toEqual([true, null])
    expect(await readdir(folder)).toEqual(['moi.yaml'])
  } finally {
    desk.close()
    await store.close()
  }
})

test('soi sweep plans, now, pause and resume say and do what the console does', async () => {
  const home = await newHome()
  await mkdir(planFolder(home), { recursive: true })
  await writeFile(
    join(planFolder(home), 'a.yaml'),
    'name: gom\ntargets: [https://a.example/]\nschedule: {cron: "0 6 * * *"}\n',
  )
  await writeFile(join(planFolder(home), 'b.yaml'), 'name: [\n')
  const plans = async () => (await runSoi(home, ['sweep', 'plans', '--json'])).out.map((line) => JSON.parse(line))
  expect(await plans()).toMatchObject([
    { name: 'gom', state: 'waiting', next: expect.stringMatching(/T23:00:00/), last: null },
    { name: 'b.yaml', state: 'problem', problem: expect.stringContaining('b.yaml:') },
  ])
  const paused = await runSoi(home, ['sweep', 'pause', 'gom'])
  expect(paused.err).toContain('No scheduler is at work')
  expect(await plans()).toMatchObject([{ state: 'paused', next: null, pausedBy: 'nguyen.an' }, {}])
  await runSoi(home, ['sweep', 'resume', 'gom'])
  await runSoi(home, ['sweep', 'now', 'gom'])
  expect(await plans()).toMatchObject([{ state: 'asked' }, {}])
  expect((await runSoi(home, ['sweep', 'now', 'khác'])).code).toBe(65)
  expect((await runSoi(home, ['sweep', 'plans'])).text).toMatch(/gom .*begins in a moment/)
  const actions = (await runSoi(home, ['ledger', 'list', '--json'])).text
  for (const action of ['sweep.paused', 'sweep.resumed', 'sweep.asked']) expect(actions).toContain(`"${action}"`)
})
