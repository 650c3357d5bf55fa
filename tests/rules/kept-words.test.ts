import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { keeper } from '../../src/rules/kept.ts'
import { keptWords } from '../../src/rules/kept-words.ts'
import { rulesetOf } from '../../src/rules/load.ts'
import { ruleFiles } from '../../src/rules/place.ts'
import { assess } from '../../src/rules/score.ts'

const files = await ruleFiles(fileURLToPath(new URL('../../rules', import.meta.url)))
const { read } = await keeper(files)
const listing = {
  ...{ id: 'x', platform: null, url: null, title: 'Túi s.i.ê.u c.ấ.p rep 1:1 như auth', price_text: '1tr2' },
  ...{ description: 'hang 1:1, khong bill, ib em', price_vnd: 1_200_000, brand: null, category: null, seller: null },
  ...{ attributes: {}, ocr_text: null },
}

let folder: string
beforeEach(() => {
  folder = `${mkdtempSync(join(tmpdir(), 'soi-words-'))}/`
})
const only = () => join(folder, readdirSync(folder)[0] ?? '')

/** The ruleset as a command loads it, and whether its words had to be compiled. */
async function load() {
  const words = await keptWords(files, folder)
  const ruleset = rulesetOf(files, read, words)
  await words.keep()
  return { ruleset, anew: words.known === null }
}

describe('compiled words', () => {
  test('are kept, and give the same assessment as words compiled anew', async () => {
    const first = await load()
    const second = await load()
    expect([first.anew, second.anew]).toEqual([true, false])
    const assessment = assess(listing, first.ruleset)
    expect(assessment.signals.length).toBeGreaterThan(0)
    expect(assess(listing, second.ruleset)).toEqual(assessment)
    expect([...second.ruleset.trie.vocabulary.foreign]).toEqual([...first.ruleset.trie.vocabulary.foreign])
  })

  test('are not believed when a byte of them is another, or some are missing', async () => {
    await load()
    const bytes = readFileSync(only())
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(only(), bytes)
    expect((await load()).anew).toBe(true)
    expect((await load()).anew).toBe(false)
    truncateSync(only(), 100_000)
    expect((await load()).anew).toBe(true)
  })

  test('are of one ruleset: another has its own', async () => {
    await load()
    const changed = files.map((file) => (file.path === 'prices.yaml' ? { ...file, sha256: 'f'.repeat(64) } : file))
    expect((await keptWords(changed, folder)).known).toBeNull()
  })

  test('count as missing when their bytes are whole and mean nothing to this V8', async () => {
    await load()
    const body = Buffer.from('another format')
    writeFileSync(only(), Buffer.concat([Buffer.from(createHash('sha256').update(body).digest('hex')), body]))
    expect((await load()).anew).toBe(true)
    expect((await load()).anew).toBe(false)
  })

  test('are forgotten by when they were last used; what a killed writer left goes, what one writes now stays', async () => {
    await load()
    const own = only()
    const past = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    utimesSync(own, past(100), past(100))
    for (let n = 1; n <= 6; n++) {
      writeFileSync(join(folder, `${n}.bin`), '')
      utimesSync(join(folder, `${n}.bin`), past(n), past(n))
    }
    for (const [name, hours] of [
      ['old', 2],
      ['new', 0],
    ] as const) {
      writeFileSync(join(folder, `7.bin.${name}`), '')
      utimesSync(join(folder, `7.bin.${name}`), past(hours), past(hours))
    }
    expect((await load()).anew).toBe(false)
    const other = files.map((file) => (file.path === 'prices.yaml' ? { ...file, sha256: 'f'.repeat(64) } : file))
    const words = await keptWords(other, folder)
    rulesetOf(other, read, words)
    await words.keep()
    const left = readdirSync(folder)
    expect(left).toContain(basename(own))
    expect(left.filter((name) => /^\d/.test(name) && name.length < 20).sort()).toEqual([
      '1.bin',
      '2.bin',
      '3.bin',
      '4.bin',
      '7.bin.new',
    ])
    expect(left.filter((name) => name.endsWith('.bin'))).toHaveLength(6)
  })

  test('that cannot be put in their place leave nothing behind', async () => {
    const words = await keptWords(files, folder)
    rulesetOf(files, read, words)
    await words.keep()
    const place = only()
    rmSync(place)
    mkdirSync(join(place, 'full'), { recursive: true })
    const again = await keptWords(files, folder)
    rulesetOf(files, read, again)
    await again.keep()
    expect(readdirSync(folder)).toEqual([basename(place)])
  })

  test('cost time where the folder cannot be written to, and nothing else', async () => {
    writeFileSync(join(folder, 'file'), '')
    const words = await keptWords(files, join(folder, 'file/words/'))
    expect(rulesetOf(files, read, words).rules.length).toBeGreaterThan(100)
    await expect(words.keep()).resolves.toBeUndefined()
  })
})
