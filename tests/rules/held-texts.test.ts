import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One text takes 13,000 bytes. */
const MOST = 2_000

test('what is remembered of words does not hold the texts they were cut out of', () => {
  const script = [here('../../src/typescript.mjs'), here('run-held-texts.ts')] as const
  const said = execFileSync(process.execPath, ['--expose-gc', ...script], { encoding: 'utf8' })
  expect(Number(said.trim())).toBeLessThan(MOST)
})
