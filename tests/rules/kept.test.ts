import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { keeper, type RuleFile } from '../../src/rules/kept.ts'
import { loadRuleset, rulesetOf } from '../../src/rules/load.ts'
import { RULES } from './fixture.ts'

const schema = z.strictObject({ words: z.array(z.string()) })
const file = (words: readonly string[]): RuleFile => {
  const text = `words: [${words.join(', ')}]\n`
  return { path: 'a.yaml', text, sha256: createHash('sha256').update(text).digest('hex') }
}
/** Large enough to be worth keeping. */
const many = (first: string) => file([first, ...Array.from({ length: 20_000 }, (_, n) => `word${n}`)])
const read = async (given: RuleFile, place: string) => {
  const { read, keep } = await keeper([given], place)
  const data = read(given, 'a.yaml', schema)
  await keep()
  return data
}

let folder = ''
let place = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soi-kept-'))
  place = join(folder, 'cache', 'rules.json')
})
afterEach(async () => {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true, force: true })
})

describe('what rule files were parsed to', () => {
  test('is read from where it is kept', async () => {
    const given = many('one')
    const parsed = await read(given, place)
    expect(await readdir(join(folder, 'cache'))).toEqual(['rules.json'])
    // A text that is no YAML shows that nobody parsed it.
    expect(await read({ ...given, text: ': ['.padEnd(200_000) }, place)).toEqual(parsed)
  })

  test('is parsed anew when the file changes', async () => {
    await read(many('one'), place)
    expect((await read(many('two'), place)).words[0]).toBe('two')
    expect(await readFile(place, 'utf8')).not.toContain('"one"')
  })

  test.each([
    ['cut short', (text: string) => text.slice(0, -100)],
    ['altered', (text: string) => text.replace('word7"', 'wordX"')],
    ['of another program', (text: string) => `0${text.slice(1)}`],
    ['empty', () => ''],
  ])('is not believed when it is %s', async (_, damage) => {
    const given = many('one')
    const parsed = await read(given, place)
    const whole = await readFile(place, 'utf8')
    await writeFile(place, damage(whole))
    expect(await read(given, place)).toEqual(parsed)
    expect(await readFile(place, 'utf8')).toBe(whole)
  })

  test('is not kept where nothing can be written', async () => {
    await mkdir(place, { recursive: true })
    expect((await read(many('one'), place)).words[0]).toBe('one')
    await writeFile(join(folder, 'file'), '')
    expect((await read(many('one'), join(folder, 'file', 'rules.json'))).words[0]).toBe('one')
  })

  test('is not kept for a few small files', async () => {
    expect((await read(file(['one']), place)).words).toEqual(['one'])
    expect(await readdir(folder)).toEqual([])
  })

  test('gives the ruleset that parsing gives', async () => {
    // Its own: what matching has worked out since stands in one that others used.
    const kept = await loadRuleset(RULES)
    const files = [...kept.files].map(([path, text]) => ({
      path,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
    }))
    const parsed = rulesetOf(files)
    const plain = (of: typeof kept) =>
      JSON.stringify([
        of.hash,
        of.rules,
        of.excuses,
        [...of.legal],
        of.scoring,
        [...of.trie.spelt],
        [...of.trie.ends],
        [...of.trie.words.marked],
      ])
    expect(plain(parsed)).toBe(plain(kept))
  })
})
