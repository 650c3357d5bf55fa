import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const LOADER = new URL('../../src/typescript.mjs', import.meta.url).href
const SRC = fileURLToPath(new URL('../../src', import.meta.url))
const run = promisify(execFile)

describe('the loader of the TypeScript sources', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soi-loader-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const said = async (source: string): Promise<string> => {
    const file = join(folder, 'said.ts')
    await writeFile(file, source)
    return (await run(process.execPath, ['--import', LOADER, file])).stdout.trim()
  }

  test('runs what a file says now, whatever it said before', async () => {
    const says = (word: string) => `const word: string = '${word}'\nconsole.log(word satisfies string)`
    expect(await said(says('một'))).toBe('một')
    expect(await said(says('hai'))).toBe('hai')
    expect(await said(says('một'))).toBe('một')
  })

  test.each(['kysely', 'zod', 'libphonenumber-js/max'])(
    'of %s, put into one file, gives what the package gives',
    async (name) => {
      const whole = await said(`import * as all from '${name}'\nconsole.log(Object.keys(all).sort().join())`)
      const { default: _, ...own } = await import(name)
      expect(whole.split(',').filter((each) => each !== 'default')).toEqual(Object.keys(own).sort())
    },
  )

  test('runs all the same where nothing can be kept', async () => {
    const root = join(folder, 'closed')
    await cp(SRC, join(root, 'src'), { recursive: true, filter: (from) => !from.endsWith('.ts') })
    await symlink(join(SRC, '../node_modules'), join(root, 'node_modules'))
    await writeFile(join(root, '.cache'), 'a file where the folder would be')
    const file = join(root, 'said.ts')
    await writeFile(file, `import { z } from 'zod'\nconst word: string = z.string().parse('một')\nconsole.log(word)`)
    const loader = pathToFileURL(join(root, 'src/typescript.mjs')).href
    expect((await run(process.execPath, ['--import', loader, file])).stdout).toBe('một\n')
  })

  test('a file that is no TypeScript ends the program with its name', async () => {
    await expect(said('const = 1')).rejects.toThrow(/said\.ts/)
  })
})
