import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))
const run = promisify(execFile)

describe('what runs the TypeScript sources', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soi-typescript-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** A program of its own: what runs it, the packages, and no command nor site yet. */
  async function program(name: string): Promise<string> {
    const root = join(folder, name)
    for (const place of ['src/commands', 'crawlers']) await mkdir(join(root, place), { recursive: true })
    await cp(join(SRC, 'typescript.mjs'), join(root, 'src/typescript.mjs'))
    await symlink(join(SRC, '../node_modules'), join(root, 'node_modules'))
    return root
  }
  const said = async (root: string, source: string, ...words: string[]): Promise<string> => {
    const file = join(root, 'src/said.ts')
    await writeFile(file, source)
    return (await run(process.execPath, [join(root, 'src/typescript.mjs'), file, ...words])).stdout.trim()
  }

  test('runs what a file says now, whatever it said before', async () => {
    const root = await program('now')
    const says = (word: string) => `const word: string = '${word}'\nconsole.log(word satisfies string)`
    expect(await said(root, says('một'))).toBe('một')
    expect(await said(root, says('hai'))).toBe('hai')
    expect(await said(root, says('một'))).toBe('một')
    expect((await readdir(join(root, '.cache/built'))).filter((name) => !name.endsWith('.json'))).toHaveLength(2)
  })

  test('a file sees its own place and its own words, and one that is asked for by name later', async () => {
    const root = await program('place')
    const source =
      'console.log(import.meta.url, ...process.argv.slice(1))\nconst name: string = process.argv[2]!\nconsole.log((await import(`./commands/${name}.ts`)).word)'
    const file = join(root, 'src/said.ts')
    for (const name of ['một', 'hai']) {
      await writeFile(join(root, `src/commands/${name}.ts`), `export const word: string = 'lệnh ${name}'`)
      expect(await said(root, source, name)).toBe(`${pathToFileURL(file).href} ${file} ${name}\nlệnh ${name}`)
    }
  })

  test('many that begin at once on a new machine all run, and leave nothing half', async () => {
    const root = await program('once')
    await writeFile(join(root, 'src/said.ts'), `import { z } from 'zod'\nconsole.log(z.string().parse('một'))`)
    const words = [join(root, 'src/typescript.mjs'), join(root, 'src/said.ts')]
    const all = await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, words)))
    expect(all.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 4 }, () => 'một\n'))
    expect(await readdir(join(root, '.cache/built'))).toHaveLength(2)
  })

  test('what a fall of the machine left half is made anew', async () => {
    const root = await program('half')
    const source = `import { z } from 'zod'\nconsole.log(z.string().parse('một'))`
    expect(await said(root, source)).toBe('một')
    const built = join(root, '.cache/built')
    const names = await readdir(built)
    const [list = '', folder = ''] = names.sort((a, b) => Number(b.endsWith('.json')) - Number(a.endsWith('.json')))
    const [part = ''] = await readdir(join(built, folder))
    for (const damaged of [join(folder, part), list]) {
      await writeFile(join(built, damaged), '')
      expect(await said(root, source)).toBe('một')
      expect((await stat(join(built, damaged))).size).toBeGreaterThan(0)
    }
    await rm(join(built, folder, part))
    expect(await said(root, source)).toBe('một')
  })

  test.each(['cheerio/slim', 'kysely', 'libphonenumber-js/max', 'undici', 'yaml', 'zod'])(
    '%s, put in, gives what the package gives',
    async (name) => {
      const root = await program(name.replace('/', '-'))
      const whole = await said(root, `import * as all from '${name}'\nconsole.log(Object.keys(all).sort().join())`)
      const { default: _, ...own } = await import(name)
      const theirs = whole.split(',').filter((each) => each !== 'default')
      expect(theirs.filter((each) => each !== 'module.exports')).toEqual(Object.keys(own).sort())
    },
  )

  test('runs all the same where nothing can be kept', async () => {
    const root = await program('closed')
    await writeFile(join(root, '.cache'), 'a file where the folder would be')
    const source = `import { z } from 'zod'\nimport pino from 'pino'\nconsole.log(z.string().parse('một'), typeof pino)`
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('soi-built-'))
    expect(await said(root, source)).toBe('một function')
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('soi-built-'))
    expect(after.filter((name) => !before.includes(name))).toEqual([])
  })

  test('a file that is no TypeScript ends the program with its name', async () => {
    await expect(said(await program('broken'), 'const = 1')).rejects.toThrow(/said\.ts/)
  })
})
