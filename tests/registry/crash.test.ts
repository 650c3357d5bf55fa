import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { newHome } from '../store/sample.ts'
import { csv, HEADER, load, namesOf, ROW, registriesOf } from './files.ts'

const BIN = fileURLToPath(new URL('../../src/soi.mjs', import.meta.url))
const KILLS = 6

const newer = Array.from(
  { length: 60_000 },
  (_, at) => `${at + 1}/24/CBMP-HN,Sản phẩm ${at},Công ty ${at % 90},\n`,
).join('')

interface Ended {
  readonly code: number | null
  readonly err: string
}

/** The command in a process of its own, killed so long after its database appeared. `limit`: shell words before it. */
async function importing(home: string, file: string, killAfterMs: number | null, limit = ''): Promise<Ended> {
  const argv = ['registry', 'import', 'cosmetics', file, '--source', 'Cục', '--date', '2026-11-20']
  const env = { ...process.env, SOI_HOME: home, SOI_LANG: 'en', SOI_OPERATOR: 'officer' }
  const child = spawn('bash', ['-c', `${limit} exec "$0" "$@"`, process.execPath, BIN, ...argv], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (part) => {
    err += part
  })
  const size = statSync(join(home, 'registries.sqlite')).size
  const watch = setInterval(() => {
    const grown = statSync(join(home, 'registries.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0
    if (killAfterMs === null || (grown === 0 && statSync(join(home, 'registries.sqlite')).size === size)) return
    clearInterval(watch)
    setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  }, 5)
  const [code] = await once(child, 'close')
  clearInterval(watch)
  return { code, err }
}

/** The snapshot in force, whether its rows answer, and whether the ledger holds together. */
async function state(home: string) {
  const registries = registriesOf(home)
  const list = registries.list()
  registries.close()
  const store = await openStore(home, { actor: 'x', readOnly: true })
  const { problems } = await store.verify()
  await store.close()
  return {
    inForce: list.filter((each) => each.state === 'in force'),
    problems,
    old: await namesOf(home, '4521/23/CBMP-HN'),
  }
}

test('an import killed at any moment leaves the snapshot before in force, whole, and the next one succeeds', async () => {
  const home = await newHome()
  await load(home, await csv(home, HEADER + ROW, 'old.csv'))
  const file = await csv(home, HEADER + newer, 'new.csv')
  let kills = 0
  for (let round = 0; round < KILLS; round++) {
    const { code } = await importing(home, file, Math.floor(Math.random() * 1_500))
    const { inForce, problems, old } = await state(home)
    expect(problems).toEqual([])
    expect(inForce).toHaveLength(1)
    if (inForce[0]?.asOf === '2026-11-01') {
      expect(old).toEqual(['Kem dưỡng Hoa Sen'])
      if (code === null) kills++
    } else expect(inForce[0]).toMatchObject({ rows: 60_000 })
    if (inForce[0]?.asOf !== '2026-11-01') break
  }
  expect(kills).toBeGreaterThan(0)
  await importing(home, file, null)
  const { inForce } = await state(home)
  expect(inForce[0]).toMatchObject({ asOf: '2026-11-20', rows: 60_000 })
  expect(await namesOf(home, '777/24/CBMP-HN')).toEqual(['Sản phẩm 776'])
}, 300_000)

test('when there is no room left the import fails by name and the snapshot before stays', async () => {
  const home = await newHome()
  await load(home, await csv(home, HEADER + ROW, 'old.csv'))
  const file = await csv(home, HEADER + newer, 'new.csv')
  const { code, err } = await importing(home, file, null, "trap '' XFSZ; ulimit -f 2500;")
  expect({ code, err }).toMatchObject({ code: 73, err: expect.stringMatching(/no room left/) })
  const { inForce, problems, old } = await state(home)
  expect(problems).toEqual([])
  expect(inForce.map(({ asOf }) => asOf)).toEqual(['2026-11-01'])
  expect(old).toEqual(['Kem dưỡng Hoa Sen'])
})
