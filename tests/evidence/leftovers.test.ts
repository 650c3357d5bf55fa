import { chmod, chown, mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { besideName, removeLeftovers } from '../../src/evidence/leftovers.ts'
import { inFolder } from './fixture.ts'

/** Above what Linux gives out as a process number. */
const NOBODY = 2 ** 22 + 7

test('what a dead writer left is removed, what is being written or is not ours stays', () =>
  inFolder(async (folder) => {
    const mine = basename(besideName(join(folder, 'a.zip'), 'part'))
    const dead = mine.replace(`-${process.pid}-`, `-${NOBODY}-`)
    const elsewhere = dead.replace(/\.[0-9a-f]{8}-/, '.00000000-')
    const old = elsewhere.replace('.a.zip', '.b.zip')
    for (const name of [mine, dead, elsewhere, old, 'a.zip', '.a.zip.part']) await writeFile(join(folder, name), 'x')
    const pictures = dead.replace(/part$/, 'pictures')
    await mkdir(join(folder, pictures))
    await writeFile(join(folder, pictures, 'x'), 'x')
    const days = Date.now() / 1000 - 2 * 86_400
    await utimes(join(folder, old), days, days)
    await removeLeftovers(folder)
    expect((await readdir(folder)).sort()).toEqual([mine, elsewhere, 'a.zip', '.a.zip.part'].sort())
  }))

test.skipIf(process.getuid?.() !== 0)(
  'what another user left in a folder that all may write stays, and what is behind it goes',
  () =>
    inFolder(async (folder) => {
      const mine = basename(besideName(join(folder, 'a.zip'), 'part'))
      const theirs = mine.replace(`-${process.pid}-`, `-${NOBODY}-`)
      const own = theirs.replace('.a.zip', '.b.zip')
      for (const name of [theirs, own]) await writeFile(join(folder, name), 'x')
      await chmod(folder, 0o1777)
      await chown(join(folder, own), 65_534, 65_534)
      process.seteuid?.(65_534)
      try {
        await removeLeftovers(folder)
      } finally {
        process.seteuid?.(0)
      }
      expect(await readdir(folder)).toEqual([theirs])
    }),
)
