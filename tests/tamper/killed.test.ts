import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { openStore } from '../../src/store/store.ts'
import { place } from '../capture/browsing.ts'
import { html, serve } from '../collect/servers.ts'
import { inFolder } from '../evidence/fixture.ts'
import { filled, soi } from '../evidence/store-home.ts'
import { productPage } from '../faults/world.ts'
import { halfExhibits, killedAfter } from './killing.ts'
import { numbers } from './sealed.ts'

/** Of each of the two tests; MOMENTS=100 for the long run by hand, SEED=2 for other moments. */
const MOMENTS = Number(process.env.MOMENTS ?? 2)
const SEED = Number(process.env.SEED ?? 1)
const TIME = 120_000 + MOMENTS * 60_000

/** Mostly when the work goes on; starting takes the first third. */
const moments = (seed: number, ms: number): (() => number) => {
  const next = numbers(seed)
  return () => ms * (0.3 + (next(1000) / 1000) * 0.7)
}

test(
  `a pack that is killed at any of ${MOMENTS} moments leaves no half pack, and the next one is whole`,
  () =>
    inFolder(async (folder) => {
      const home = join(folder, 'home')
      await filled(home)
      await writeFile(join(folder, 'keep.zip.part'), 'somebody else’s')
      const pack = (name: string) => ['--home', home, 'pack', '1', '2', '3', '--partial', '-o', join(folder, name)]
      const moment = moments(SEED, (await killedAfter(pack('first.zip'), null)).ms)
      let killed = 0
      for (let n = 0; n < MOMENTS; n++) {
        if ((await killedAfter(pack(`${n}.zip`), moment())).killed) killed++
        // What stands under its name is whole, even where the kill came after.
        const visible = (await readdir(folder)).includes(`${n}.zip`)
        if (visible) expect((await soi(home, 'verify', join(folder, `${n}.zip`))).code, `moment ${n}`).toBe(ExitCode.Ok)
      }
      expect(killed).toBeGreaterThan(MOMENTS / 4)
      const store = await soi(home, 'verify', '--store')
      expect(store.code, store.out).toBe(ExitCode.Ok)
      const last = join(folder, 'last.zip')
      expect((await soi(home, 'pack', '1', '2', '3', '--partial', '-o', last)).code).toBe(ExitCode.Ok)
      expect((await soi(home, 'verify', last, '--against', home)).code).toBe(ExitCode.Ok)
      // Whatever the killed ones left is gone; other people's files are not ours to remove.
      const left = (await readdir(folder)).filter((name) => !/^(?:home|\w+\.zip)$/.test(name))
      expect(left).toEqual(['keep.zip.part'])
    }),
  TIME,
)

const GOODS = 6

test.skipIf(findBrowser(place) === null)(
  `a sweep that is killed at any of ${MOMENTS} moments of capturing and recording leaves a whole store, and goes on`,
  () =>
    inFolder(async (folder) => {
      const shop = await serve({}, (request, response) =>
        html(productPage(`${request.url} rep 1:1 siêu cấp, hàng super fake đồng hồ Rolex`))(request, response),
      )
      try {
        const home = join(folder, 'home')
        const plan = join(folder, 'plan.yaml')
        const targets = Array.from({ length: GOODS }, (_, n) => `"${shop.url}/p/${n}"`)
        const rate = 'rate: {per_host_per_second: 100, concurrency: 4}'
        await writeFile(plan, `name: gom\ntargets: [${targets}]\nallow_private: true\nocr: off\n${rate}\n`)
        const sweep = (...more: string[]) => ['--home', home, 'sweep', 'run', plan, ...more]
        const moment = moments(
          SEED + 500,
          (await killedAfter(['--home', join(folder, 'other'), ...sweep().slice(2)], null)).ms,
        )
        await (await openStore(home, { actor: 'an' })).close()
        let killed = 0
        let ended = true
        for (let n = 0; n < MOMENTS; n++) {
          // One that came to its end is followed by a new one; one that was killed goes on.
          const run = await killedAfter(sweep(...(ended ? ['--fresh'] : [])), moment())
          ended = !run.killed
          if (run.killed) killed++
          const store = await soi(home, 'verify', '--store')
          expect(store.code, `moment ${n}: ${store.out}${store.err}`).toBe(ExitCode.Ok)
          expect(await halfExhibits(home), `moment ${n}`).toEqual([])
        }
        expect(killed).toBeGreaterThan(MOMENTS / 4)
        if (!ended) await killedAfter(sweep(), null)
        const store = await openStore(home, { actor: 'an', readOnly: true })
        const [last] = await store.sweeps.list()
        expect(last?.state).toBe('finished')
        expect(await store.sightings.ids({ sweep: last?.id ?? 0, flagged: true })).toHaveLength(GOODS)
        expect((await store.verify()).problems).toEqual([])
        await store.close()
      } finally {
        await shop.close()
      }
    }),
  TIME,
)
