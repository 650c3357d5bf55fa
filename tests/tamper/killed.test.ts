import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { inFolder } from '../evidence/fixture.ts'
import { filled, soi } from '../evidence/store-home.ts'
import { numbers } from './sealed.ts'

const SOI = fileURLToPath(new URL('../../src/soi.mjs', import.meta.url))
/** MOMENTS=200 for the long run by hand. */
const MOMENTS = Number(process.env.MOMENTS ?? 12)

/** Starts a pack and kills it after so many milliseconds, unless it has ended; how long it ran. */
const packKilled = (home: string, file: string, after: number | null): Promise<{ killed: boolean; ms: number }> =>
  new Promise((resolve) => {
    const begun = performance.now()
    const child = spawn(process.execPath, [SOI, '--home', home, 'pack', '1', '2', '3', '--partial', '-o', file], {
      stdio: 'ignore',
    })
    const timer = after === null ? null : setTimeout(() => child.kill('SIGKILL'), after)
    child.on('exit', (_, signal) => {
      if (timer) clearTimeout(timer)
      resolve({ killed: signal === 'SIGKILL', ms: performance.now() - begun })
    })
  })

test(
  `a pack that is killed at any of ${MOMENTS} moments leaves no half pack, and the next one is whole`,
  () =>
    inFolder(async (folder) => {
      const home = join(folder, 'home')
      await filled(home)
      const { ms } = await packKilled(home, join(folder, 'first.zip'), null)
      const next = numbers(404)
      let killed = 0
      for (let n = 0; n < MOMENTS; n++) {
        const file = join(folder, `${n}.zip`)
        // Mostly in the second half, when the writing goes on; starting takes the first.
        const run = await packKilled(home, file, ms * (0.35 + (next(1000) / 1000) * 0.65))
        if (run.killed) killed++
        const visible = (await readdir(folder)).filter((name) => name === `${n}.zip`)
        // What stands under its name is whole, even where the kill came after.
        if (visible.length > 0) expect((await soi(home, 'verify', file)).code, `moment ${n}`).toBe(ExitCode.Ok)
      }
      expect(killed).toBeGreaterThan(MOMENTS / 4)
      const store = await soi(home, 'verify', '--store')
      expect(store.code, store.out).toBe(ExitCode.Ok)
      const last = join(folder, 'last.zip')
      expect((await soi(home, 'pack', '1', '2', '3', '--partial', '-o', last)).code).toBe(ExitCode.Ok)
      expect((await soi(home, 'verify', last, '--against', home)).code).toBe(ExitCode.Ok)
    }),
  60_000 + MOMENTS * 5_000,
)
